package export

import (
	"slices"
	"strings"

	"seelex/api/export/docx"
	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// Cells of tables that a hand-out shows otherwise than a spreadsheet does.
type (
	// cited are provisions: in a hand-out links, as text their labels joined by "; ".
	cited []compare.Citation
	// anchor is a text that leads somewhere.
	anchor struct{ text, address string }
	// code is one of a codebook: in a hand-out its words.
	code string
)

func (c code) String() string { return string(c) }

func (c cited) String() string {
	labels := make([]string, len(c))
	for i, citation := range c {
		labels[i] = citation.Label
	}
	return strings.Join(labels, "; ")
}

// short are the labels, of which those of one instrument that follow each other name it
// once.
func (c cited) short() []string {
	labels := make([]string, len(c))
	var last legislation.ID
	for i, citation := range c {
		labels[i] = citation.Label
		if of := citation.ID.Instrument(); of == last {
			labels[i] = citation.Short
		} else {
			last = of
		}
	}
	return labels
}

// addresses are where the provisions are read.
func (r Request) addresses(citations []compare.Citation) (out []string) {
	for _, c := range citations {
		out = append(out, r.absolute(c.URL))
	}
	return out
}

func (a anchor) String() string { return a.text }

// part is a part of a hand-out: rows of a table, as readers need them on paper.
type part struct {
	heading string // "" for none
	lead    string // a remark below the heading
	rows    *table.Table
	groups  []string // columns by whose values rows stand apart, under headings of their own; at most two
	columns []shown  // those that are printed
	notes   []string // columns of citations and sources that a footnote gives
	records bool     // each row is a table of its own: a line for each column
	counted bool     // long lists are counted in the table and given below it
	abreast int      // columns that fit beside the first; more stand in a table below. 0: all fit
	empty   string   // what stands in place of no rows
}

// shown is a column that is printed.
type shown struct {
	name   string
	weight int // its share of the width of the page
}

// parts makes the body of a hand-out of its parts.
func parts(all ...part) func(*handout) {
	return func(h *handout) {
		for _, p := range all {
			h.part(p)
		}
	}
}

var levels = []docx.Style{docx.Heading2, docx.Heading3}

func (h *handout) part(p part) {
	level := 0
	if p.heading != "" {
		h.doc.Paragraph(levels[0], docx.Text(p.heading))
		level++
	}
	if p.lead != "" {
		h.doc.Paragraph(docx.Lead, docx.Text(p.lead))
	}
	if len(p.rows.Rows) == 0 {
		h.doc.Paragraph(docx.Body, docx.Run{Text: p.empty, Italic: true})
		return
	}
	h.grouped(p, p.rows.Rows, p.groups, level)
}

// grouped writes rows that follow each other and agree in the first of the columns
// under a heading, and among them those that agree in the next.
func (h *handout) grouped(p part, rows [][]any, by []string, level int) {
	if len(by) == 0 {
		h.rows(p, rows)
		return
	}
	at := p.at(by[0])
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && table.Plain(rows[n][at]) == table.Plain(rows[0][at]) {
			n++
		}
		title := docx.Run{Text: table.Written(table.Plain(rows[0][at]))}
		if len(by) == 1 && h.sameNote(p, rows[:n]) {
			title.Note = h.note(p, rows[0])
		}
		h.doc.Paragraph(levels[min(level, len(levels)-1)], title)
		h.grouped(p, rows[:n], by[1:], level+1)
		rows = rows[n:]
	}
}

// sameNote reports whether the rows of a group rest on the same; the note then stands
// at their heading.
func (h *handout) sameNote(p part, rows [][]any) bool {
	return !slices.ContainsFunc(rows, func(row []any) bool {
		return slices.ContainsFunc(p.notes, func(name string) bool {
			at := p.at(name)
			return table.Plain(row[at]) != table.Plain(rows[0][at])
		})
	})
}

func (h *handout) rows(p part, rows [][]any) {
	if p.records {
		for _, row := range rows {
			h.record(p, row)
		}
		return
	}
	first, rest := p.columns[0], p.columns[1:]
	fit := p.abreast
	if fit == 0 {
		fit = len(rest)
	}
	tables := max((len(rest)+fit-1)/max(fit, 1), 1)
	for i := range tables {
		h.table(p, append([]shown{first}, rest[i*len(rest)/tables:(i+1)*len(rest)/tables]...), rows)
	}
}

func (h *handout) table(p part, columns []shown, rows [][]any) {
	total := 0
	for _, c := range columns {
		total += c.weight
	}
	t := docx.Table{}
	for _, c := range columns {
		t.Widths = append(t.Widths, h.doc.Width()*c.weight/total)
		t.Head = append(t.Head, []docx.Run{docx.Text(p.rows.Columns[p.at(c.name)].Title)})
	}
	noted := len(p.groups) > 0 && h.sameNote(p, rows) // the heading has it
	var below []func()
	for _, row := range rows {
		var line docx.Row
		for i, c := range columns {
			at := p.at(c.name)
			runs := h.runs(row[at])
			if list, ok := row[at].([]string); ok && tooLong(list) && p.counted {
				runs = texted(counted(list))
				title := table.Written(table.Plain(row[p.at(columns[0].name)])) + ", " + strings.ToLower(p.rows.Columns[at].Title)
				below = append(below, func() { h.listed(title, list) })
			}
			if i == 0 && len(runs) > 0 {
				runs[0].Bold = true
			}
			if i == 0 && !noted && len(runs) > 0 {
				runs[len(runs)-1].Note = h.note(p, row)
			}
			line = append(line, docx.TableCell{Runs: runs})
		}
		t.Rows = append(t.Rows, line)
	}
	h.doc.Table(t)
	for _, list := range below {
		list()
	}
}

// record sets one row out from top to bottom; what is not known is left out.
func (h *handout) record(p part, row []any) {
	label := h.doc.Width() * 18 / 100
	t := docx.Table{Widths: []int{label, h.doc.Width() - label}, Together: true}
	for _, c := range p.columns {
		at := p.at(c.name)
		if runs := h.runs(row[at]); len(runs) > 0 {
			t.Rows = append(t.Rows, docx.Row{{Runs: []docx.Run{{Text: p.rows.Columns[at].Title, Bold: true}}}, {Runs: runs}})
		}
	}
	h.doc.Table(t)
}

// at is where the table has a column of that name.
func (p part) at(name string) int {
	return slices.IndexFunc(p.rows.Columns, func(c table.Column) bool { return c.Name == name })
}

// note cites what a row rests on.
func (h *handout) note(p part, row []any) (note []docx.Run) {
	for _, name := range p.notes {
		runs := h.runs(row[p.at(name)])
		if len(runs) == 0 {
			continue
		}
		if len(note) > 0 {
			note = append(note, docx.Text(". "))
		}
		note = append(append(note, docx.Text(p.rows.Columns[p.at(name)].Title+": ")), runs...)
	}
	if len(note) > 0 {
		note = append(note, docx.Text("."))
	}
	return note
}

// runs gives a cell as readers need it; none for what is not known.
func (h *handout) runs(cell any) []docx.Run {
	switch c := cell.(type) {
	case legislation.Date:
		return texted(c.Words())
	case legislation.Day:
		if c != 0 {
			return texted(words(c))
		}
		return nil
	case cited:
		return h.citations(c)
	case sourced:
		return texted(c.numbers())
	case code:
		return texted(legislation.CodeWords(string(c)))
	case anchor:
		return []docx.Run{{Text: c.text, Link: link(h.file.absolute(c.address))}}
	case []string:
		if len(c) > 1 {
			return texted("– " + strings.Join(c, "\n– "))
		}
		return texted(strings.Join(c, ""))
	}
	switch c := table.Plain(cell).(type) {
	case bool:
		return texted(map[bool]string{true: "yes", false: "no"}[c])
	case float64:
		return texted(legislation.Amount(c))
	case string:
		return texted(c)
	}
	return nil
}

func texted(s string) []docx.Run {
	if s == "" {
		return nil
	}
	return []docx.Run{{Text: s, Italic: s == notKnown, Faint: s == notKnown}}
}

// citations names provisions, each with its heading, as links.
func (h *handout) citations(all cited) (runs []docx.Run) {
	for i, label := range all.short() {
		if i > 0 {
			runs = append(runs, docx.Text("; "))
		}
		runs = append(runs, docx.Run{Text: label, Link: link(h.file.absolute(all[i].URL))})
		if all[i].Heading != "" {
			runs = append(runs, docx.Text(" ("+all[i].Heading+")"))
		}
	}
	return runs
}
