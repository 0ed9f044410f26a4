package export

import (
	"slices"
	"strings"

	"seelex/api/export/table"
	"seelex/legislation"
)

// listed is a source with the jurisdiction in whose file its number is valid.
type listed struct {
	Jurisdiction string `json:"jurisdiction"`
	legislation.Source
}

// sources gathers the sources behind a file's rows, each once.
type sources struct {
	list []listed
	seen map[string]bool
}

// add gathers the sources of a row and gives them as its cell.
func (s *sources) add(jurisdiction string, of []legislation.Source) sourced {
	if s.seen == nil {
		s.seen = map[string]bool{}
	}
	for _, source := range of {
		if key := jurisdiction + " " + source.ID; !s.seen[key] {
			s.seen[key] = true
			s.list = append(s.list, listed{jurisdiction, source})
		}
	}
	return sourced{jurisdiction, of}
}

// sourced is a cell of sources: in a hand-out their numbers in its list of sources, as
// text the sources themselves, joined by "; ".
type sourced struct {
	jurisdiction string // in whose file the numbers are valid
	list         []legislation.Source
}

func (s sourced) String() string {
	lines := make([]string, len(s.list))
	for i, source := range s.list {
		lines[i] = reference(source)
	}
	return strings.Join(lines, "; ")
}

// numbers are those of the sources, behind the code of their jurisdiction: "RS S1, S4".
func (s sourced) numbers() string {
	if len(s.list) == 0 {
		return ""
	}
	ids := make([]string, len(s.list))
	for i, source := range s.list {
		ids[i] = source.ID
	}
	return s.jurisdiction + " " + strings.Join(ids, ", ")
}

// sorted gives them by jurisdiction, in the order in which these came up, and number.
func (s *sources) sorted() []listed {
	rank := map[string]int{}
	for _, l := range s.list {
		if _, known := rank[l.Jurisdiction]; !known {
			rank[l.Jurisdiction] = len(rank)
		}
	}
	out := slices.Clone(s.list)
	slices.SortStableFunc(out, func(a, b listed) int {
		if a.Jurisdiction != b.Jurisdiction {
			return rank[a.Jurisdiction] - rank[b.Jurisdiction]
		}
		return strings.Compare(legislation.ID(a.ID).Key(), legislation.ID(b.ID).Key())
	})
	return out
}

// reference is a source in one line: title, publisher, date and address.
func reference(s legislation.Source) string {
	text := s.ID + ": " + s.Title
	if s.Publisher != "" {
		text += ", " + s.Publisher
	}
	if !s.Date.IsZero() {
		text += ", " + s.Date.String()
	}
	if s.URL != "" {
		text += ", " + s.URL
	}
	return text
}

func (s *sources) table() table.Table {
	t := table.Table{Name: "Sources", Columns: []table.Column{
		{Name: "jurisdiction", Title: "Jurisdiction", Type: table.Text, Width: 12},
		{Name: "id", Title: "No.", Type: table.Text, Width: 7},
		{Name: "title", Title: "Title", Type: table.Text, Width: 57},
		{Name: "publisher", Title: "Publisher", Type: table.Text, Width: 32},
		{Name: "date", Title: "Date", Type: table.Date},
		{Name: "kind", Title: "Kind", Type: table.Text, Width: 17},
		{Name: "url", Title: "Address", Type: table.Address, Width: 60},
	}}
	for _, l := range s.sorted() {
		t.Add(l.Jurisdiction, l.ID, l.Title, l.Publisher, l.Date, l.Kind, l.URL)
	}
	return t
}
