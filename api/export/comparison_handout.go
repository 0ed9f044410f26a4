package export

import (
	"cmp"
	"slices"
	"strings"

	"seelex/api/export/docx"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// topics is the body of the hand-out of a comparison: for each topic its matrix, what
// changed, and the answers in words.
func topics(blocks []compare.Block) func(*handout) {
	return func(h *handout) {
		for i := range blocks {
			h.topic(&blocks[i], len(blocks) > 1)
		}
	}
}

func (h *handout) topic(b *compare.Block, several bool) {
	if several {
		h.doc.Paragraph(docx.Heading1, docx.Text(b.Topic.Label))
		h.doc.Paragraph(docx.Small, docx.Text(b.Topic.Question))
	}
	h.matrices(b)
	if b.Against != 0 {
		h.changes(b)
	}
	h.summaries(b)
}

// abreast is the most columns that stay readable across a page.
const abreast = 6

// matrices sets the jurisdictions side by side, in groups of equal size that each fit
// across the page.
func (h *handout) matrices(b *compare.Block) {
	days := 1
	if b.Against != 0 {
		days = 2
	}
	most := max(abreast/days, 1)
	groups := (len(b.Columns) + most - 1) / most
	for g := range groups {
		first, last := g*len(b.Columns)/groups, (g+1)*len(b.Columns)/groups
		h.matrix(b, b.Columns[first:last])
	}
	if b.Against != 0 {
		h.doc.Paragraph(docx.Small, docx.Text("Shaded: the law differs between the two days."))
	}
}

func (h *handout) matrix(b *compare.Block, columns []compare.Column) {
	var all []side
	var of []*compare.Column
	for i := range columns {
		for _, s := range sides(b, &columns[i]) {
			all, of = append(all, s), append(of, &columns[i])
		}
	}
	label := 2300
	t := docx.Table{Widths: []int{label}, Head: [][]docx.Run{{}}}
	for i, s := range all {
		t.Widths = append(t.Widths, (h.doc.Width()-label)/max(len(all), 2))
		t.Head = append(t.Head, []docx.Run{docx.Text(strings.Replace(s.name(b, of[i]), ", ", "\n", 1))})
	}
	for _, v := range b.Topic.Variables {
		row := docx.Row{{Runs: []docx.Run{{Text: variableLabel(v.Name), Bold: true}}}}
		for i, s := range all {
			text, known := brief(s, v.Name)
			row = append(row, docx.TableCell{Runs: []docx.Run{{Text: text, Italic: !known, Faint: !known}}, Shaded: lawChanged(of[i], v.Name)})
		}
		t.Rows = append(t.Rows, row)
	}
	for _, line := range []struct {
		name string
		text func(side) string
	}{{"In force", side.period}, {"Confidence", side.confidence}} {
		row := docx.Row{{Runs: []docx.Run{{Text: line.name, Bold: true}}}}
		for _, s := range all {
			row = append(row, docx.TableCell{Runs: []docx.Run{docx.Text(line.text(s))}})
		}
		t.Rows = append(t.Rows, row)
	}
	h.doc.Table(t)
}

// changes tells, reform by reform, what changed in the law, and then of what one of the
// days is not known, so that nobody can tell.
func (h *handout) changes(b *compare.Block) {
	h.doc.Paragraph(docx.Heading2, docx.Text("What changed"))
	any := false
	var unknown []docx.Run
	for i := range b.Columns {
		c := &b.Columns[i]
		for _, group := range together(c.Changes) {
			any = true
			h.changed(c.Jurisdiction.Name, group)
		}
		unknown = append(unknown, notTold(b, c)...)
	}
	if !any {
		h.doc.Paragraph(docx.Body, docx.Text("No answer that is known on both days changed between them."))
	}
	if len(unknown) > 0 {
		h.doc.Paragraph(docx.Heading3, docx.Text("Known on one of the days only"))
		for _, run := range unknown {
			h.doc.Paragraph(docx.Body, run)
		}
	}
}

// notTold are the variables of a column that are known on one day only, a run for each day
// on which some are not.
func notTold(b *compare.Block, c *compare.Column) (out []docx.Run) {
	for _, gap := range []struct {
		kind compare.ChangeKind
		day  legislation.Day
	}{{compare.NewlyKnown, min(b.On, b.Against)}, {compare.NoLonger, max(b.On, b.Against)}} {
		var names []string
		for _, change := range c.Changes {
			if change.Kind == gap.kind {
				names = append(names, strings.ToLower(variableLabel(change.Variable)))
			}
		}
		if len(names) > 0 {
			out = append(out, docx.Text(c.Jurisdiction.Name+", "+notKnown+" on "+words(gap.day)+": "+strings.Join(names, ", ")+"."))
		}
	}
	return out
}

func (h *handout) changed(name string, group []compare.Change) {
	since := "day not known"
	if !group[0].Since.IsZero() {
		since = "since " + group[0].Since.Words()
	}
	h.doc.Paragraph(docx.Heading3, docx.Text(name+", "+since))
	for _, reason := range append(causes(ofThatTime(group[0])), amendments(group[0])...) {
		h.doc.Paragraph(docx.Lead, docx.Text(reason))
	}
	width := h.doc.Width()
	t := docx.Table{Widths: []int{width * 20 / 100, width * 40 / 100, width * 40 / 100},
		Head: [][]docx.Run{{docx.Text("Variable")}, {docx.Text("Earlier")}, {docx.Text("Later")}}}
	for _, c := range group {
		t.Rows = append(t.Rows, docx.Row{{Runs: []docx.Run{{Text: variableLabel(c.Variable), Bold: true}}},
			{Runs: []docx.Run{docx.Text(c.BeforeWords)}}, {Runs: []docx.Run{docx.Text(c.AfterWords)}}})
	}
	h.doc.Table(t)
}

// together groups the changes of the law that came on the same day, in the order of the days.
func together(changes []compare.Change) [][]compare.Change {
	var groups [][]compare.Change
	for _, c := range changes {
		if c.Kind != compare.Changed {
			continue
		}
		at := slices.IndexFunc(groups, func(g []compare.Change) bool { return g[0].Since == c.Since })
		if at < 0 {
			groups = append(groups, []compare.Change{c})
			continue
		}
		groups[at] = append(groups[at], c)
	}
	slices.SortStableFunc(groups, func(a, b []compare.Change) int { return cmp.Compare(a[0].Since.First(), b[0].Since.First()) })
	return groups
}

// summaries gives each answer in words; a footnote cites what it rests on.
func (h *handout) summaries(b *compare.Block) {
	h.doc.Paragraph(docx.Heading2, docx.Text("In words"))
	for i := range b.Columns {
		for _, s := range sides(b, &b.Columns[i]) {
			h.doc.Paragraph(docx.Heading3, docx.Text(s.name(b, &b.Columns[i])))
			if s.cell == nil {
				h.doc.Paragraph(docx.Body, docx.Run{Text: s.summary(), Italic: true, Faint: true})
				continue
			}
			h.doc.Paragraph(docx.Lead, docx.Text(capitalised(s.period())+" · confidence: "+s.confidence()+" · "+s.sourced()))
			h.doc.Paragraph(docx.Body, docx.Run{Text: s.summary(), Note: h.citations(s.cell.Citations)})
			h.lists(s, b.Topic)
		}
	}
}

// brief is a value for the matrix.
func brief(s side, variable string) (text string, known bool) {
	switch entries := s.entries(variable); {
	case tooLong(entries):
		return counted(entries), true
	case len(entries) > 0:
		return strings.Join(entries, "\n"), true
	}
	return s.words(variable)
}

// lists gives in full what the matrix only counts.
func (h *handout) lists(s side, topic *legislation.Topic) {
	for _, v := range topic.Variables {
		if entries := s.entries(v.Name); tooLong(entries) {
			h.listed(variableLabel(v.Name), entries)
		}
	}
}

func (s side) sourced() string {
	if ids := s.sourceIDs(); len(ids) > 0 {
		return "sources: " + strings.Join(ids, ", ")
	}
	return "no source was seen"
}
