package ui

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"seelex/legislation"
)

// footnotes number the sources of a page in the order in which they are first named.
type footnotes struct {
	List []Source
	at   map[string]int // jurisdiction and id, which is unique only there → number
}

// marks gives the marks of some sources of a jurisdiction's file.
func (f *footnotes) marks(jurisdiction string, sources []legislation.Source) Marks {
	if f.at == nil {
		f.at = map[string]int{}
	}
	marks := make(Marks, 0, len(sources))
	for _, s := range sources {
		key := jurisdiction + " " + s.ID
		n, seen := f.at[key]
		if !seen {
			n = len(f.List) + 1
			f.at[key] = n
			f.List = append(f.List, Source{sourceID(n), n, work{s, jurisdiction}})
		}
		marks = append(marks, Mark{strconv.Itoa(n), sourceID(n)})
	}
	return marks
}

// anyMarks stand for the marks of any page, and marksRoom is how they are written. No data
// write the same: what they hold is escaped.
var anyMarks = Marks{{}}

const marksRoom = "<!--marks-->"

// HTML writes the marks. They are numbers of this file, and so many on a page that a
// template would take longer over them than over all the rest.
func (marks Marks) HTML() template.HTML {
	if len(marks) == 0 {
		return ""
	}
	if marks[0] == anyMarks[0] {
		return marksRoom
	}
	var b strings.Builder
	b.WriteString(`<span class="source-marks">`)
	for _, m := range marks {
		b.WriteString(`<a href="#` + m.ID + `" aria-label="Source ` + m.Number + `">[` + m.Number + `]</a>`)
	}
	b.WriteString(`</span>`)
	return template.HTML(b.String())
}

// work is a source without its number on a page, as the file of a jurisdiction names it.
type work struct {
	legislation.Source
	jurisdiction string
}

// Named is the title with foreign words marked.
func (w work) Named() template.HTML { return foreign(daysInWords(w.Title), w.jurisdiction) }

// By is who published it, where the title does not say so.
func (w work) By() template.HTML {
	if w.Publisher == w.Title {
		return ""
	}
	return foreign(w.Publisher, w.jurisdiction)
}

// Dated is its date in words.
func (w work) Dated() string { return w.Date.Words() }

// Sort is its kind in words.
func (w work) Sort() string { return legislation.CodeWords(w.Kind) }

// sources writes the lines of a list of sources under their numbers.
func (p *pieces) sources(list []Source) (template.HTML, error) {
	var b strings.Builder
	for _, s := range list {
		text, err := p.one("source", s.Work)
		if err != nil {
			return "", err
		}
		b.WriteString(`<li id="` + s.ID + `"><b>` + strconv.Itoa(s.Number) + `</b>` + string(text) + "</li>\n")
	}
	return template.HTML(b.String()), nil
}

// together writes neighbouring marks as one, [6–9], which leads to the first of its
// sources: in a table the same marks stand in every cell of a column.
func together(marks Marks) (out Marks) {
	for i := 0; i < len(marks); {
		j := i
		for j+1 < len(marks) && number(marks[j+1]) == number(marks[j])+1 {
			j++
		}
		m := marks[i]
		if j > i {
			m.Number += "–" + marks[j].Number
		}
		out = append(out, m)
		i = j + 1
	}
	return out
}

func number(m Mark) int {
	n, _ := strconv.Atoi(m.Number) // marks are numbered by this file
	return n
}

// allMarks are the marks of all sources that a page has named so far, as one.
func allMarks(f *footnotes) Marks {
	marks := make(Marks, 0, len(f.List))
	for _, s := range f.List {
		marks = append(marks, Mark{strconv.Itoa(s.Number), s.ID})
	}
	return together(marks)
}

// distinct sorts marks by number and leaves each once.
func distinct(marks Marks) Marks {
	slices.SortFunc(marks, func(a, b Mark) int { return number(a) - number(b) })
	return slices.Compact(marks)
}
