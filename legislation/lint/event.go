package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"seelex/legislation"
)

var reformChecks = []check[*legislation.Reform]{
	{"date", func(s *scope, r *legislation.Reform) {
		if r.Date.IsZero() {
			s.fault("date", "", "is missing", "the day, month or year of the event")
		}
	}},
	{"title", func(s *scope, r *legislation.Reform) {
		s.required("title_en", r.Title)
		s.english("title_en", r.Title)
	}},
	{"direction", func(s *scope, r *legislation.Reform) { s.oneOf("direction", r.Direction, legislation.Directions) }},
	{"instrument", reformInstrument},
	{"confidence", func(s *scope, r *legislation.Reform) { standing(s, r.Confidence, r.Sources) }},
}

func reformInstrument(s *scope, r *legislation.Reform) {
	if r.Instrument == "" || !s.refers("instrument", r.Instrument) {
		return
	}
	i := s.instruments[lower(r.Instrument.Instrument())]
	if i == nil {
		return
	}
	known := []legislation.Date{i.Adopted, i.InForce}
	if i.Period != nil {
		known = append(known, i.Period.From)
	}
	for _, d := range known {
		if !d.IsZero() && !before(r.Date, d) {
			return
		}
		if d.IsZero() {
			known[0] = legislation.Date{}
		}
	}
	if !known[0].IsZero() {
		s.doubt("date", r.Date.String(), fmt.Sprintf("is before %s was adopted on %s", i.ID, i.Adopted), "the day of the event, or the instrument that it concerns")
	}
}

var figureChecks = []check[*legislation.Figure]{
	{"year", figureYear},
	{"measure", func(s *scope, f *legislation.Figure) {
		s.required("measure", f.Measure)
		s.english("measure", f.Measure)
		s.required("unit", f.Unit)
		s.english("unit", f.Unit)
	}},
	{"value", figureValue},
	{"confidence", func(s *scope, f *legislation.Figure) { standing(s, f.Confidence, f.Sources) }},
}

var yearForm = regexp.MustCompile(`^(\d{4})(?:[-–/](\d{4}))?$`)

// figureYear checks the year of a figure: a year, or the first and last of several,
// and none after the sources that give the figure.
func figureYear(s *scope, f *legislation.Figure) {
	if f.Year == "" {
		s.doubt("year", "", "is missing: the figure cannot stand on a timeline", "the year that the figure is about")
		return
	}
	m := yearForm.FindStringSubmatch(f.Year)
	if m == nil {
		s.fault("year", f.Year, "is not a year", "a year such as 2014, or the first and last of several: 2011-2013")
		return
	}
	first, _ := strconv.Atoi(m[1])
	last := first
	if m[2] != "" {
		last, _ = strconv.Atoi(m[2])
	}
	if first < 1950 || last > 2199 || last < first {
		s.fault("year", f.Year, "is not a plausible year of a figure", "a year from 1950 on; of several the first and the last")
		return
	}
	latest := 0
	for _, source := range s.sheet.Sources {
		if !slices.Contains(f.Sources, source.ID) {
			continue
		}
		if source.Date.IsZero() {
			return
		}
		latest = max(latest, source.Date.Year())
	}
	if latest > 0 && last > latest {
		s.doubt("year", f.Year, fmt.Sprintf("is after the figure's latest source, of %d", latest), "the year that the figure is about, or the source that gives it")
	}
}

func figureValue(s *scope, f *legislation.Figure) {
	percent := f.Unit == "percent" || f.Unit == "per cent" || f.Unit == "%"
	switch {
	case f.Value < 0:
		s.fault("value", number(f.Value), "is below zero", "a number from 0 up")
	case percent && f.Value > 100:
		s.fault("value", number(f.Value), "is more than 100 per cent", "a share from 0 to 100, or another unit")
	case f.Unit == "persons" && f.Value != float64(int64(f.Value)):
		s.fault("value", number(f.Value), "is no whole number of persons", "a whole number, or another unit; thousands have no separator")
	}
	if percent && f.Unit != "per cent" {
		s.doubt("unit", f.Unit, "is another way to write per cent", "per cent")
	}
}

func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

var ratificationChecks = []check[*legislation.Ratification]{
	{"instrument", func(s *scope, r *legislation.Ratification) {
		if i := s.instrument("instrument", r.Instrument); i != nil {
			if i.Type != "treaty" {
				s.fault("instrument", string(i.ID), "is not a treaty but of type "+i.Type, "the id of a treaty")
			}
			if before(r.Date, i.Adopted) {
				s.fault("date", r.Date.String(), "is before the treaty was adopted on "+i.Adopted.String(), "the day of the ratification")
			}
		}
	}},
	{"jurisdiction", ratifier},
	{"date", func(s *scope, r *legislation.Ratification) {
		if r.Date.IsZero() {
			s.fault("date", "", "is missing", "the day of the ratification")
		}
	}},
	{"manner", func(s *scope, r *legislation.Ratification) { s.oneOf("manner", r.Manner, manners) }},
	{"confidence", func(s *scope, r *legislation.Ratification) { standing(s, r.Confidence, r.Sources) }},
}

// manners are the ways to be bound by a treaty, in the words of the UN's depositary.
var manners = []string{"ratification", "accession", "succession", "acceptance", "approval", "definitive signature", "formal confirmation"}

func ratifier(s *scope, r *legislation.Ratification) {
	if s.lost(r.Jurisdiction) {
		return
	}
	j := s.jurisdictions[r.Jurisdiction]
	if j == nil {
		var known []string
		for code := range s.jurisdictions {
			known = append(known, code)
		}
		slices.Sort(known)
		s.fault("jurisdiction", r.Jurisdiction, "is not a jurisdiction of the corpus", "one of "+strings.Join(known, ", "), legislation.Nearest(r.Jurisdiction, known)...)
		return
	}
	if j.Parent != "" {
		s.fault("jurisdiction", r.Jurisdiction, "is not party to treaties: it is part of "+j.Parent, j.Parent)
	}
}
