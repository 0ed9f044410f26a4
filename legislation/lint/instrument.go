package lint

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"seelex/legislation"
)

var instrumentChecks = []check[*legislation.Instrument]{
	{"id", instrumentID},
	{"type", instrumentType},
	{"title", instrumentTitle},
	{"text", instrumentTexts},
	{"dates", instrumentDates},
	{"gazette", gazettes},
	{"amendment", amendments},
	{"year-in-id", yearInID},
	{"replaced-by", replacedBy},
	{"implements", func(s *scope, i *legislation.Instrument) { implements(s, i.ID, i.Implements) }},
	{"url", func(s *scope, i *legislation.Instrument) { s.url("url", i.URL) }},
	{"confidence", func(s *scope, i *legislation.Instrument) { standing(s, i.Confidence, i.Sources) }},
}

func instrumentID(s *scope, i *legislation.Instrument) {
	if !s.wellFormed("id", i.ID) {
		return
	}
	if !i.ID.IsInstrument() {
		s.fault("id", string(i.ID), "is the id of a provision", "an id of two parts, such as rs/criminal-code")
	}
	if strings.HasSuffix(string(i.ID), "/position") {
		s.fault("id", string(i.ID), "has a slug that is kept for positions", "another slug")
	}
	s.home(i.ID)
	if first := s.instruments[lower(i.ID)]; first != nil && s.another(i) {
		s.fault("id", string(i.ID), "is the id of two instruments", "an id of its own; ids that differ only in capitals count as the same")
	}
}

// wellFormed checks the form of an id. Letters that only look Latin are named first:
// what is wrong with them cannot be seen.
func (s *scope) wellFormed(field string, id legislation.ID) bool {
	before := len(s.findings)
	s.pure(field, string(id))
	return len(s.findings) == before && !s.fails(field, id.Valid())
}

// another reports whether an earlier row of the file has the instrument's id.
func (s *scope) another(i *legislation.Instrument) bool {
	for j := range s.sheet.Instruments {
		other := &s.sheet.Instruments[j]
		if other == i {
			return false
		}
		if lower(other.ID) == lower(i.ID) {
			return true
		}
	}
	return false
}

// home checks that an id is of the file's jurisdiction.
func (s *scope) home(id legislation.ID) {
	if code := s.sheet.Jurisdiction.Code; code != "" && id.Jurisdiction() != code {
		s.fault("id", string(id), "is not of the jurisdiction of this file", "an id that starts with "+strings.ToLower(code)+"/")
	}
}

func instrumentType(s *scope, i *legislation.Instrument) {
	s.oneOf("type", i.Type, legislation.InstrumentTypes)
	if i.Period != nil && !i.IsStrategy() {
		s.doubt("period", span(*i.Period), "is given for an instrument of type "+i.Type, "a period only for strategies and action plans; for others in_force and ended")
	}
}

func (s *scope) oneOf(field, value string, known []string) {
	switch {
	case value == "":
		s.fault(field, "", "is missing", "one of "+strings.Join(known, ", "))
	case !slices.Contains(known, value):
		s.fault(field, value, "is not a value of this field", "one of "+strings.Join(known, ", "), legislation.Nearest(value, known)...)
	}
}

func instrumentTitle(s *scope, i *legislation.Instrument) {
	s.required("title_en", i.TitleEn)
	s.english("title_en", i.TitleEn)
	s.native("title", i.Title)
}

func instrumentTexts(s *scope, i *legislation.Instrument) {
	s.required("summary_en", i.Summary)
	s.english("summary_en", i.Summary)
	s.quotations("summary_en", i.Summary)
	s.clean("abbreviation", i.Abbreviation)
	s.clean("number", i.Number)
	s.english("responsible", i.Responsible)
}

func instrumentDates(s *scope, i *legislation.Instrument) {
	if i.Draft {
		if day := cmp.Or(i.Adopted, i.InForce); !day.IsZero() {
			s.fault("draft", "true", "is said of an instrument of "+day.String(), "no draft, or neither adopted nor in_force")
		}
	} else if i.Meant() == (legislation.Period{}) {
		s.doubt("in_force", "", "is missing, and so are all other dates", "adopted or in_force, as exactly as it is known")
	}
	s.ordered("in_force", i.InForce, "ended", i.Ended)
	if before(i.InForce, i.Adopted) {
		if i.IsStrategy() {
			s.doubt("in_force", i.InForce.String(), "is before the adoption on "+i.Adopted.String(), "the first day it applied; the years it plans for stand in period")
		} else {
			s.fault("in_force", i.InForce.String(), "is before the adoption on "+i.Adopted.String(), "the first day it applied, not before it was adopted")
		}
	}
	if before(i.Ended, i.Adopted) {
		s.fault("ended", i.Ended.String(), "is before the adoption on "+i.Adopted.String(), "the last day it applied")
	}
	if i.Period != nil {
		s.ordered("period.from", i.Period.From, "period.to", i.Period.To)
	}
}

// graceDays is how long after it takes effect an act may still reach the gazette:
// decrees and strategies are sometimes printed late.
const graceDays = 366

func gazettes(s *scope, i *legislation.Instrument) {
	for n, g := range i.Gazette {
		at := index("gazette", n)
		s.required(at+".name", g.Name)
		s.clean(at+".name", g.Name)
		s.clean(at+".ref", g.Ref)
		said := yearOfRef(g.Ref)
		switch {
		case said > 0 && !g.Date.IsZero() && g.Date.Year() != said:
			s.doubt(at+".date", g.Date.String(), "is not of the year of the issue "+g.Ref, "the day of the issue, or the number that is printed on it")
		case said > 0 && said < i.Adopted.Year():
			s.doubt(at+".ref", g.Ref, "is of a year before the adoption on "+i.Adopted.String(), "the issue that printed it")
		case said > maxYear:
			s.doubt(at+".ref", g.Ref, "is of a year that is still to come", "the number of the issue and its year: 85/2005")
		case before(g.Date, i.Adopted):
			s.doubt(at+".date", g.Date.String(), "is before the adoption on "+i.Adopted.String(), "the day of the issue that printed it")
		case n == 0 && before(i.InForce, g.Date) && days(i.InForce.Last(), g.Date.First()) > graceDays:
			s.doubt(at+".date", g.Date.String(), "is more than a year after in_force "+i.InForce.String(), "the day of the issue that first printed it")
		}
		if n > 0 && slices.Contains(i.Gazette[:n], g) {
			s.fault(at, g.Name+" "+g.Ref, "is entered twice", "each issue once")
		}
	}
}

var (
	refYear = regexp.MustCompile(`^[^/]*\d/((?:19|2\d)\d\d)\b`)
	maxYear = time.Now().Year() + 1
)

// yearOfRef is the year behind the number of an issue, 0 where it has none: 85/2005.
func yearOfRef(ref string) int {
	m := refYear.FindStringSubmatch(ref)
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(m[1])
	return year
}

func amendments(s *scope, i *legislation.Instrument) {
	for n, a := range i.Amendments {
		at := index("amendments", n)
		s.clean(at+".ref", a.Ref)
		s.english(at+".what", a.What)
		s.quotations(at+".what", a.What)
		if a.Ref == "" && a.What == "" {
			s.fault(at, "", "says neither which act nor what it changed", "ref, what or both")
		}
		if before(a.InForce, a.Date) {
			s.doubt(at+".in_force", a.InForce.String(), "is before the amendment's own date "+a.Date.String(), "the first day the change applied")
		}
		for field, d := range map[string]legislation.Date{"date": a.Date, "in_force": a.InForce} {
			if before(d, i.Adopted) {
				s.fault(at+"."+field, d.String(), "is before the instrument was adopted on "+i.Adopted.String(), "a day after it")
			}
			if before(i.Ended, d) {
				s.doubt(at+"."+field, d.String(), "is after the instrument ended on "+i.Ended.String(), "a day before it, or a later end")
			}
		}
		if n > 0 && slices.Contains(i.Amendments[:n], a) {
			s.fault(at, a.Ref, "is entered twice", "each amendment once")
		}
	}
}

var yearInSlug = regexp.MustCompile(`(?:^|-)((?:18|19|20)[0-9]{2})(?:-|$)`)

// yearInID compares the (first) year in the slug with the instrument's dates.
func yearInID(s *scope, i *legislation.Instrument) {
	_, slug, _ := strings.Cut(string(i.ID.Instrument()), "/")
	years := map[int]bool{i.Adopted.Year(): true, i.InForce.Year(): true}
	if i.Period != nil {
		years[i.Period.From.Year()] = true
	}
	for _, g := range i.Gazette {
		years[g.Date.Year()] = true
	}
	delete(years, 0)
	said := i.TitleEn + " " + i.Number
	for _, title := range i.Title {
		said += " " + title
	}
	found := yearInSlug.FindStringSubmatch(slug)
	if found == nil || len(years) == 0 {
		return
	}
	if year, _ := strconv.Atoi(found[1]); years[year] || strings.Contains(said, found[1]) {
		return
	}
	s.doubt("id", string(i.ID), "has the year "+found[1]+", which is that of no date of the instrument and not in its title", "the year of adopted, in_force, gazette or period; if the id has been published, moved.yaml keeps the old one alive")
}

func replacedBy(s *scope, i *legislation.Instrument) {
	if i.ReplacedBy == "" {
		return
	}
	next := s.instrument("replaced_by", i.ReplacedBy)
	if next == nil {
		return
	}
	if s.cycle(i) {
		s.fault("replaced_by", string(i.ReplacedBy), "leads back to this instrument", "the later instrument")
		return
	}
	switch {
	case i.Ended.IsZero():
		if !next.InForce.IsZero() {
			s.doubt("ended", "", "is not given, though the instrument is replaced by "+string(next.ID), "the last day it applied; its successor is in force from "+next.InForce.String())
		}
	case next.InForce.IsZero():
	case next.InForce.Last() < i.Ended.First() && days(next.InForce.Last(), i.Ended.First()) > graceDays:
		s.doubt("replaced_by", string(next.ID), fmt.Sprintf("is in force from %s, more than a year before this one ends on %s", next.InForce, i.Ended), "an end near the start of the successor")
	case before(next.InForce, i.InForce):
		s.fault("replaced_by", string(next.ID), fmt.Sprintf("is in force from %s, before this one (%s)", next.InForce, i.InForce), "the later instrument")
	}
}

func (s *scope) cycle(i *legislation.Instrument) bool {
	at := i
	for range s.instruments {
		if at = s.instruments[lower(at.ReplacedBy)]; at == nil {
			return false
		}
		if at == i {
			return true
		}
	}
	return false
}

func implements(s *scope, id legislation.ID, targets []legislation.ID) {
	for n, target := range targets {
		field := index("implements", n)
		if s.refers(field, target) && target.Base().Instrument() == id.Instrument() {
			s.fault(field, string(target), "is of the same instrument", "the treaty, directive, act or strategy that this one carries out")
		}
		if slices.Contains(targets[:n], target) {
			s.fault(field, string(target), "is named twice", "each once")
		}
	}
}
