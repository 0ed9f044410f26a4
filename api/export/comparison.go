package export

import (
	"slices"
	"strconv"
	"strings"

	"seelex/api/answer"
	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// Comparison makes a file of a comparison: a matrix for each topic, what changed, the
// codebook, the sources, and the same values as rows for a statistics program.
func Comparison(c *answer.Comparison, catalog *legislation.Catalog, r Request) *File {
	blocks := c.Blocks
	if len(blocks) == 0 {
		blocks = []compare.Block{c.Block}
	}
	r.On = c.On
	f := &File{Request: r, catalog: catalog, Against: c.Against, answer: c, body: topics(blocks), data: table.Table{Name: "Data", Columns: valueColumns()}}
	var titles, ids []string
	for i := range blocks {
		titles, ids = append(titles, blocks[i].Topic.Label), append(ids, blocks[i].Topic.ID)
		f.codebook = append(f.codebook, blocks[i].Topic)
		f.before = append(f.before, f.matrix(&blocks[i], len(blocks) > 1))
		f.addValues(&blocks[i])
	}
	f.Title, f.slug = strings.Join(titles, "; "), slug(ids...)
	if len(blocks) == 1 {
		f.Question = c.Topic.Question
	}
	if changes := f.changes(blocks); len(changes.Rows) > 0 {
		f.before = append(f.before, sheet{Table: changes, pinned: 2, wide: true})
	}
	return f
}

// side is one of the days of a comparison, as one column shows it.
type side struct {
	day  legislation.Day
	cell *compare.Cell
	gap  *compare.Gap
	two  bool // there is another day beside it
}

// sides are the days of a column: the one asked about, then the one it is set against.
func sides(b *compare.Block, c *compare.Column) []side {
	two := b.Against != 0
	out := []side{{b.On, c.Position, c.Gap, two}}
	if two {
		out = append(out, side{b.Against, c.Against, c.AgainstGap, two})
	}
	return out
}

// notKnown stands where a value could not be established.
const notKnown = "not known"

// words gives the value of a variable as people say it, in euro too where a legally
// fixed rate exists; known is false where there is none.
func (s side) words(variable string) (text string, known bool) {
	if s.cell != nil {
		text, known = s.cell.Words[variable]
	}
	switch {
	case !known && s.two:
		return notKnown + " on " + words(s.day), false
	case !known:
		return notKnown, false
	}
	if euro, ok := s.cell.Euro[variable]; ok {
		text += " (= " + euro.Words + ")"
	}
	return text, true
}

// entries are the measures or thresholds of a variable, one by one; nil where the
// value is not such a list.
func (s side) entries(variable string) (out []string) {
	if s.cell == nil {
		return nil
	}
	return entries(s.cell.Values[variable])
}

func entries(v legislation.Value) (out []string) {
	for _, m := range v.Measures {
		out = append(out, m.Words())
	}
	for _, t := range v.Thresholds {
		out = append(out, t.Words())
	}
	return out
}

// lawChanged reports whether the law gives the variable another answer on the other day.
// What has only become known, or is no longer, has not changed.
func lawChanged(c *compare.Column, variable string) bool {
	return slices.ContainsFunc(c.Changes, func(change compare.Change) bool {
		return change.Variable == variable && change.Kind == compare.Changed
	})
}

// hasEntries reports whether answers to the topic hold lists that need a wide column.
func hasEntries(t *legislation.Topic) bool {
	return slices.ContainsFunc(t.Variables, func(v legislation.Variable) bool {
		return v.Type == legislation.List || v.Type == legislation.Thresholds
	})
}

func (s side) summary() string {
	switch {
	case s.cell != nil:
		return s.cell.Summary
	case s.gap != nil:
		return s.gap.Words
	}
	return ""
}

// period says since when, and until when, the answer holds.
func (s side) period() string {
	if s.cell == nil {
		return ""
	}
	return periodWords(legislation.Period{From: s.cell.From, To: s.cell.To})
}

func periodWords(p legislation.Period) string {
	switch {
	case p.From.IsZero() && p.To.IsZero():
		return "start not known"
	case p.From.IsZero():
		return "until " + p.To.Words()
	case p.To.IsZero():
		return "since " + p.From.Words()
	}
	return p.From.Words() + " to " + p.To.Words()
}

// name heads a column: the jurisdiction, and the day where there are two.
func (s side) name(b *compare.Block, c *compare.Column) string {
	if b.Against == 0 {
		return c.Jurisdiction.Name
	}
	return c.Jurisdiction.Name + ", " + words(s.day)
}

// matrix is the sheet that people read: variables down, jurisdictions across.
func (f *File) matrix(b *compare.Block, several bool) sheet {
	t := table.Table{Name: "Matrix", Columns: []table.Column{{Title: "Law as of " + words(b.On), Width: 26}}}
	if several {
		t.Name = b.Topic.Label
	}
	width := 34.0
	switch {
	case hasEntries(b.Topic):
		width = 46
	case len(b.Columns) > 6:
		width = 28
	}
	var columns []side
	var of []*compare.Column
	for i := range b.Columns {
		for _, s := range sides(b, &b.Columns[i]) {
			columns, of = append(columns, s), append(of, &b.Columns[i])
			t.Columns = append(t.Columns, table.Column{Title: s.name(b, &b.Columns[i]), Width: width})
		}
	}
	marks := [][]mark{}
	row := func(label string, cell func(i int) (string, mark)) {
		cells, looks := []any{label}, []mark{strong}
		for i := range columns {
			text, look := cell(i)
			cells, looks = append(cells, text), append(looks, look)
		}
		t.Rows, marks = append(t.Rows, cells), append(marks, looks)
	}
	for _, v := range b.Topic.Variables {
		for n := range lines(columns, v.Name) {
			row(variableLabel(v.Name)+continued(n), func(i int) (string, mark) {
				text, known := columns[i].line(v.Name, n)
				switch {
				case lawChanged(of[i], v.Name):
					return text, changed
				case !known:
					return text, faint
				}
				return text, unmarked
			})
		}
	}
	plain := func(text func(s side, c *compare.Column) string) func(int) (string, mark) {
		return func(i int) (string, mark) { return text(columns[i], of[i]), unmarked }
	}
	row("Summary", func(i int) (string, mark) {
		if columns[i].cell == nil {
			return columns[i].summary(), faint
		}
		return columns[i].summary(), unmarked
	})
	row("In force", plain(func(s side, _ *compare.Column) string { return s.period() }))
	row("Citations", plain(func(s side, _ *compare.Column) string { return strings.Join(s.citations(), "\n") }))
	row("Confidence", plain(func(s side, _ *compare.Column) string { return s.confidence() }))
	row("Sources", plain(func(s side, _ *compare.Column) string { return strings.Join(s.sourceIDs(), ", ") }))
	return sheet{Table: t, caption: b.Topic.Label + ": " + b.Topic.Question, pinned: 1, wide: true, mark: func(r, c int) mark { return marks[r][c] }}
}

// lines are the rows that a variable takes: a list has one for each entry, as no row of
// a spreadsheet is tall enough for a long one.
func lines(columns []side, variable string) int {
	n := 1
	for _, s := range columns {
		n = max(n, len(s.entries(variable)))
	}
	return n
}

func continued(n int) string {
	if n == 0 {
		return ""
	}
	return " (" + strconv.Itoa(n+1) + ")"
}

// line is what stands in one of the rows of a variable.
func (s side) line(variable string, n int) (text string, known bool) {
	switch list := s.entries(variable); {
	case n < len(list):
		return list[n], true
	case n > 0:
		return "", true
	}
	return s.words(variable)
}

func (s side) citations() []string {
	if s.cell == nil {
		return nil
	}
	return cited(s.cell.Citations).short()
}

func (s side) confidence() string {
	if s.cell == nil {
		return ""
	}
	return string(s.cell.Confidence)
}

func (s side) sourceIDs() (out []string) {
	if s.cell != nil {
		for _, source := range s.cell.Sources {
			out = append(out, source.ID)
		}
	}
	return out
}

// changes lists what the two days answer differently, and what of it is a change of the law.
func (f *File) changes(blocks []compare.Block) table.Table {
	t := table.Table{Name: "Changes", Columns: []table.Column{
		{Title: "Jurisdiction", Width: 18}, {Title: "Variable", Width: 24}, {Title: "Topic", Width: 24}, {Title: "Earlier", Width: 34}, {Title: "Later", Width: 34}, {Title: "What it is", Width: 24},
		{Title: "Since", Type: table.Date}, {Title: "Reforms of that time", Width: 60}, {Title: "Amendments of that time", Width: 60},
	}}
	for i := range blocks {
		for j := range blocks[i].Columns {
			c := &blocks[i].Columns[j]
			for _, change := range c.Changes {
				var since legislation.Date
				if change.Kind == compare.Changed {
					since = change.Since
				}
				change = ofThatTime(change)
				t.Add(c.Jurisdiction.Name, variableLabel(change.Variable), blocks[i].Topic.Label, change.BeforeWords, change.AfterWords, kindWords[change.Kind],
					since, strings.Join(causes(change), "\n"), strings.Join(amendments(change), "\n"))
			}
		}
	}
	return t
}

var kindWords = map[compare.ChangeKind]string{compare.Changed: "change of the law", compare.NewlyKnown: "only newly known", compare.NoLonger: "no longer known"}

// ofThatTime leaves out the reforms that fit in the instrument only: such a one came before
// the change, and may be a bill that never became law. What is only newly known, or no longer
// known, no reform has changed.
func ofThatTime(c compare.Change) compare.Change {
	if c.Kind != compare.Changed {
		c.Reforms, c.Amendments = nil, nil
	}
	c.Reforms = slices.DeleteFunc(slices.Clone(c.Reforms), func(r compare.Cause) bool { return r.Fit == compare.FitInstrument })
	return c
}

func causes(c compare.Change) (out []string) {
	for _, r := range c.Reforms {
		out = append(out, r.Date.Words()+": "+r.Title)
	}
	return out
}

func amendments(c compare.Change) (out []string) {
	for _, a := range c.Amendments {
		text := a.Title + ", " + a.Ref
		if a.What != "" {
			text += ": " + a.What
		}
		out = append(out, text)
	}
	return out
}

// meanings says what the variables of a file mean.
func (f *File) meanings() table.Table {
	t := table.Table{Name: "Codebook", Columns: []table.Column{
		{Title: "Topic", Width: 28}, {Title: "Variable", Width: 28}, {Title: "Name in data", Width: 26}, {Title: "Type", Width: 12},
		{Title: "Values", Type: table.List}, {Title: "Meaning", Width: 60},
	}}
	for _, topic := range f.codebook {
		for _, v := range topic.Variables {
			t.Add(topic.Label, variableLabel(v.Name), v.Name, string(v.Type), v.Values, v.Note)
		}
	}
	return t
}

// variableLabel spells out the name of a variable: offence_class is "Offence class".
func variableLabel(name string) string {
	text := strings.ReplaceAll(name, "_", " ")
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
