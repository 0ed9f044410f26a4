package export

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"seelex/api/export/docx"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// handout is a comparison as a document that a lecturer prints or edits.
type handout struct {
	file   *File
	blocks []compare.Block
	doc    *docx.Document
}

func (h *handout) write(w io.Writer) error {
	f := h.file
	h.doc = &docx.Document{Title: f.Title, Subject: f.Question, Description: f.citation(), Language: "en-GB", Created: f.Exported.Time(), Landscape: true,
		Footer: clipTo(f.Title, 70) + " · law as of " + words(f.On) + " · seelex · " + Licence}
	h.opening()
	for i := range h.blocks {
		h.topic(&h.blocks[i])
	}
	h.meanings()
	h.sources()
	h.about()
	return h.doc.Write(w)
}

func (h *handout) opening() {
	f := h.file
	h.doc.Paragraph(docx.Title, docx.Text(f.Title))
	if f.Question != "" {
		h.doc.Paragraph(docx.Subtitle, docx.Text(f.Question))
	}
	line := "Law as of " + words(f.On)
	if f.Against != 0 {
		line += ", set against " + words(f.Against)
	}
	h.doc.Paragraph(docx.Small, docx.Text(line+" · exported "+words(f.Exported)+" · "), docx.Run{Text: f.Address, Link: link(f.Address)})
}

// link is the address when a word processor may follow it.
func link(address string) string {
	if isAddress(address) {
		return address
	}
	return ""
}

func (h *handout) topic(b *compare.Block) {
	if len(h.blocks) > 1 {
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
		h.doc.Paragraph(docx.Small, docx.Text("Shaded: answered differently on the two days."))
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
			text, known := h.brief(s, v.Name)
			row = append(row, docx.TableCell{Runs: []docx.Run{{Text: text, Italic: !known, Faint: !known}}, Shaded: b.Against != 0 && s.changed(of[i], v.Name)})
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

// changes tells, reform by reform, what the two days answer differently.
func (h *handout) changes(b *compare.Block) {
	h.doc.Paragraph(docx.Heading2, docx.Text("What changed"))
	any := false
	for i := range b.Columns {
		for _, group := range together(b.Columns[i].Changes) {
			any = true
			h.changed(b.Columns[i].Jurisdiction.Name, group)
		}
	}
	if !any {
		h.doc.Paragraph(docx.Body, docx.Text("No answer differs between the two days, as far as the data says."))
	}
}

func (h *handout) changed(name string, group []compare.Change) {
	since := "day not known"
	if !group[0].Since.IsZero() {
		since = "since " + group[0].Since.Words()
	}
	h.doc.Paragraph(docx.Heading3, docx.Text(name+", "+since))
	for _, reason := range append(causes(group[0]), amendments(group[0])...) {
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

// together groups the changes that came on the same day, in the order of the days.
func together(changes []compare.Change) [][]compare.Change {
	var groups [][]compare.Change
	for _, c := range changes {
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
			h.doc.Paragraph(docx.Body, docx.Run{Text: s.summary(), Note: h.note(s)})
			h.lists(s, b.Topic)
		}
	}
}

// brief is a value for the matrix. A list too long for a narrow column is counted there
// and given in full with the summary.
func (h *handout) brief(s side, variable string) (text string, known bool) {
	text, known = s.words(variable)
	if h.long(s, variable) {
		text = strconv.Itoa(len(s.entries(variable))) + " entries, listed below"
	}
	return text, known
}

func (h *handout) long(s side, variable string) bool {
	const narrow = 200 // characters that a column shows without growing tall
	entries := s.entries(variable)
	return len(entries) > 1 && len(strings.Join(entries, " ")) > narrow
}

// lists gives in full what the matrix only counts.
func (h *handout) lists(s side, topic *legislation.Topic) {
	for _, v := range topic.Variables {
		if !h.long(s, v.Name) {
			continue
		}
		h.doc.Paragraph(docx.Lead, docx.Run{Text: variableLabel(v.Name) + ":", Bold: true})
		for _, entry := range s.entries(v.Name) {
			h.doc.Paragraph(docx.Item, docx.Text("–\t"+capitalised(entry)))
		}
	}
}

func (s side) sourced() string {
	if ids := s.sourceIDs(); len(ids) > 0 {
		return "sources: " + strings.Join(ids, ", ")
	}
	return "no source was seen"
}

// note cites what an answer rests on; the instrument is named once for provisions of
// it that follow each other.
func (h *handout) note(s side) (note []docx.Run) {
	var last legislation.ID
	for i, c := range s.cell.Citations {
		if i > 0 {
			note = append(note, docx.Text("; "))
		}
		label := c.Label
		if of := c.ID.Instrument(); of == last {
			label = c.Short
		} else {
			last = of
		}
		note = append(note, docx.Run{Text: label, Link: link(h.file.absolute(c.URL))})
		if c.Heading != "" {
			note = append(note, docx.Text(" ("+c.Heading+")"))
		}
	}
	return note
}

// meanings says what the rows of the matrices mean, where the codebook says more than
// their names.
func (h *handout) meanings() {
	width := h.doc.Width()
	t := docx.Table{Widths: []int{width * 22 / 100, width * 45 / 100, width * 33 / 100},
		Head: [][]docx.Run{{docx.Text("Row")}, {docx.Text("Meaning")}, {docx.Text("Possible answers")}}}
	for _, b := range h.blocks {
		for _, v := range b.Topic.Variables {
			if v.Note == "" && len(v.Values) == 0 {
				continue
			}
			t.Rows = append(t.Rows, docx.Row{{Runs: []docx.Run{{Text: variableLabel(v.Name), Bold: true}}}, {Runs: []docx.Run{docx.Text(v.Note)}},
				{Runs: []docx.Run{docx.Text(strings.ReplaceAll(strings.Join(v.Values, "; "), "-", " "))}}})
		}
	}
	if len(t.Rows) > 0 {
		h.doc.Paragraph(docx.Heading2, docx.Text("What the rows mean"))
		h.doc.Table(t)
	}
}

func (h *handout) sources() {
	h.doc.Paragraph(docx.Heading2, docx.Text("Sources"))
	last := ""
	for _, s := range h.file.sources.sorted() {
		if s.Jurisdiction != last {
			last = s.Jurisdiction
			h.doc.Paragraph(docx.Heading3, docx.Text(h.name(last)))
		}
		text := s.Title
		for _, more := range []string{s.Publisher, s.Date.Words()} {
			if more != "" {
				text += ", " + more
			}
		}
		runs := []docx.Run{{Text: s.ID + "  ", Bold: true}, docx.Text(text)}
		if address := link(s.URL); address != "" {
			runs = append(runs, docx.Text(", "), docx.Run{Text: address, Link: address})
		}
		h.doc.Paragraph(docx.Reference, runs...)
	}
}

func (h *handout) name(code string) string {
	for _, b := range h.blocks {
		for _, c := range b.Columns {
			if c.Jurisdiction.Code == code {
				return c.Jurisdiction.Name
			}
		}
	}
	return code
}

func (h *handout) about() {
	if len(h.file.remarks) > 0 {
		h.doc.Paragraph(docx.Heading2, docx.Text("On the jurisdictions"))
		for _, remark := range h.file.remarks {
			h.doc.Paragraph(docx.Body, docx.Run{Text: remark.name + ": ", Bold: true}, docx.Text(remark.text))
		}
	}
	h.doc.Paragraph(docx.Heading2, docx.Text("About this hand-out"))
	for _, fact := range h.file.facts() {
		if fact.name == "Title" || fact.name == "Question" {
			continue
		}
		h.doc.Paragraph(docx.Body, docx.Run{Text: fact.name + ": ", Bold: true}, docx.Run{Text: fact.text, Link: link(fact.address)})
	}
	for _, degree := range degrees {
		h.doc.Paragraph(docx.Body, docx.Run{Text: "Confidence “" + string(degree) + "”: ", Bold: true}, docx.Text(confidences[degree]+"."))
	}
	for _, note := range notes {
		h.doc.Paragraph(docx.Body, docx.Text(note))
	}
}

func capitalised(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
