package lint

import (
	"fmt"
	"slices"

	"seelex/legislation"
)

var positionChecks = []check[*legislation.Position]{
	{"summary", positionSummary},
	{"dates", positionDates},
	{"overlap", positionsApart},
	{"values", positionValues},
	{"citations", positionCitations},
	{"confidence", func(s *scope, p *legislation.Position) { standing(s, p.Confidence, p.Sources) }},
}

func positionSummary(s *scope, p *legislation.Position) {
	s.required("summary_en", p.Summary)
	s.english("summary_en", p.Summary)
	s.quotations("summary_en", p.Summary)
}

func positionDates(s *scope, p *legislation.Position) {
	s.ordered("from", p.From, "to", p.To)
	if p.From.IsZero() {
		s.doubt("from", "", "is missing: the position counts from the beginning of time", "the day, month or year from which the answer holds")
	}
}

func positionsApart(s *scope, p *legislation.Position) {
	for i := range s.sheet.Positions {
		other := &s.sheet.Positions[i]
		if other == p || other.Topic != p.Topic {
			continue
		}
		later := other.From.First() > p.From.First() || other.From == p.From && s.path < index("positions", i)
		if later {
			s.apart("to", p.Valid(), other.Valid(), "the "+positionName(other))
			s.gap("to", p.Valid(), other.Valid(), "the "+positionName(other))
		}
	}
}

// positionCitations checks that what a position cites is there and was in force on
// some day of the position's period.
func positionCitations(s *scope, p *legislation.Position) {
	for n, id := range p.Citations {
		field := index("citations", n)
		if slices.Contains(p.Citations[:n], id) {
			s.fault(field, string(id), "is cited twice", "each once")
			continue
		}
		s.cites(field, id, p.Valid())
	}
	if len(p.Citations) == 0 && p.Confidence == legislation.Primary {
		s.doubt("citations", "", "is empty, though the official text was read", "the provisions that the answer rests on")
	}
}

func (s *scope) cites(field string, id legislation.ID, in legislation.Period) {
	if !s.refers(field, id) {
		return
	}
	if id.IsInstrument() {
		// A position may name a strategy that has lapsed, hence no error.
		if i := s.instruments[lower(id)]; !i.Valid().Overlaps(in) {
			s.doubt(field, string(id), fmt.Sprintf("was not in force (%s) in the position's period (%s)", span(i.Valid()), span(in)), "an instrument of that time")
		}
		return
	}
	var cited, fitting []*legislation.ProvisionRow
	for _, row := range s.under(id.Base()) {
		if id.At() == "" || row.ID == id {
			cited = append(cited, row)
		}
		if row.Valid().Overlaps(in) {
			fitting = append(fitting, row)
		}
	}
	if slices.ContainsFunc(cited, func(row *legislation.ProvisionRow) bool { return slices.Contains(fitting, row) }) {
		return
	}
	want := "a provision of that time, or another period"
	if len(fitting) > 0 {
		want = "the version of that time, " + string(fitting[0].ID)
	}
	s.fault(field, string(id), fmt.Sprintf("was not in force (%s) in the position's period (%s)", span(cited[0].Valid()), span(in)), want)
}

// under lists the rows of a provision and of all below it.
func (s *scope) under(id legislation.ID) []*legislation.ProvisionRow {
	if rows := s.rows[lower(id)]; rows != nil {
		return rows
	}
	var out []*legislation.ProvisionRow
	for _, rows := range s.rows {
		if rows[0].ID.Base().Under(id) {
			out = append(out, rows...)
		}
	}
	return out
}
