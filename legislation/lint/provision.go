package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"seelex/legislation"
)

var provisionChecks = []check[*legislation.ProvisionRow]{
	{"id", provisionID},
	{"version", versionOf},
	{"parent", provisionParent},
	{"heading", provisionHeading},
	{"terms", provisionTerms},
	{"digest", provisionDigest},
	{"topics", provisionTopics},
	{"dates", provisionDates},
	{"overlap", versionsApart},
	{"implements", func(s *scope, p *legislation.ProvisionRow) { implements(s, p.ID, p.Implements) }},
	{"confidence", func(s *scope, p *legislation.ProvisionRow) { standing(s, p.Confidence, p.Sources) }},
}

// numbered are the kinds of segments that do not stand alone; an annex can be the
// only one.
var numbered = []string{"art", "par", "pt", "sec", "ch"}

// topSegments are the kinds of segments that stand right below an instrument.
var topSegments = []string{"art", "sec", "ch", "annex", "part", "title", "table", "list", "class", "group", "rule", "rec", "trans"}

var segmentForm = regexp.MustCompile(`^[a-z]+(-[A-Za-z0-9.]+)*$`)

func provisionID(s *scope, p *legislation.ProvisionRow) {
	base := p.ID.Base()
	if !s.wellFormed("id", base) {
		return
	}
	if base.IsInstrument() {
		s.fault("id", string(p.ID), "names an instrument, not a provision", "an id with article or section, such as rs/criminal-code/art-246a/par-1")
		return
	}
	s.home(base)
	for i, segment := range base.Segments() {
		kind, number, _ := strings.Cut(segment, "-")
		switch {
		case !segmentForm.MatchString(segment) || number == "" && slices.Contains(numbered, kind):
			s.fault("id", segment, "is not a segment of an id", "a kind and a number or name: art-246a, par-1, pt-a, sec-harm-reduction")
		case i == 0 && !slices.Contains(topSegments, kind):
			s.fault("id", segment, "starts with a kind that does not stand right below an instrument", "one of "+strings.Join(topSegments, ", "))
		}
	}
	for _, row := range s.rows[lower(base)] {
		if row == p {
			break
		}
		if row.ID.Base() != base {
			s.fault("id", string(p.ID), "differs only in capitals from "+string(row.ID), "one way to write it")
			return
		}
		if row.ID == p.ID {
			s.fault("id", string(p.ID), "is the id of two rows", "one row for one version; an earlier version has @ and the day it came into force")
			return
		}
	}
}

// versionOf checks the "@date" of a row against its in_force, and that the row
// without one is the latest.
func versionOf(s *scope, p *legislation.ProvisionRow) {
	if strings.Contains(string(p.ID), "@") {
		at, err := legislation.ParseDate(p.ID.At())
		switch {
		case p.ID.At() == "" || err != nil:
			s.fault("id", string(p.ID), "has no date behind @", string(p.ID.Base())+"@ and the day it came into force")
		case p.InForce.IsZero():
			s.fault("in_force", "", "is not given, though the id has "+p.ID.At()+" behind @", "the day the version came into force, the same as behind @")
		case at != p.InForce:
			s.fault("id", string(p.ID), "has another date behind @ than in_force "+p.InForce.String(), string(p.ID.Base())+"@"+p.InForce.String())
		case p.Ended.IsZero():
			s.fault("ended", "", "is not given, though @ marks an earlier version", "the last day of this version, or an id without @ if it is in force")
		}
		return
	}
	for _, other := range s.rows[lower(p.ID)] {
		if other != p && other.InForce.First() > p.InForce.First() {
			s.fault("id", string(p.ID), "has no @, though "+string(other.ID)+" is later", string(p.ID)+"@"+p.InForce.String()+" for the earlier version")
			return
		}
	}
}

func provisionParent(s *scope, p *legislation.ProvisionRow) {
	id := p.ID.Base().Instrument()
	if s.instrument("id", id) == nil {
		return
	}
	if i := s.instruments[lower(id)]; i.ID != id {
		s.fault("id", string(p.ID), "writes the instrument's id in other capitals", string(i.ID))
	}
}

func provisionHeading(s *scope, p *legislation.ProvisionRow) {
	if len(p.Heading) == 0 {
		s.fault("heading", "", "is missing", "the heading in the original language, in English or both")
	}
	s.native("heading", p.Heading)
}

func provisionTerms(s *scope, p *legislation.ProvisionRow) {
	for lang, terms := range p.Terms {
		field := "terms." + lang
		s.language(field, lang)
		if len(terms) == 0 {
			s.fault(field, "", "is empty", "terms of art, or no such field")
		}
		s.unique(field, terms, "is named twice")
		for i, term := range terms {
			s.required(index(field, i), term)
			s.script(index(field, i), lang, term)
			s.clean(index(field, i), term)
		}
	}
}

func provisionDigest(s *scope, p *legislation.ProvisionRow) {
	s.required("digest_en", p.Digest)
	s.english("digest_en", p.Digest)
	s.quotations("digest_en", p.Digest)
}

func provisionTopics(s *scope, p *legislation.ProvisionRow) {
	s.topicIDs("topics", p.Topics)
	if len(p.Topics) == 0 {
		s.doubt("topics", "", "is empty: the provision is found under no topic", "the topics of the codebook that it answers")
	}
}

// provisionDates checks a version's dates, and that they lie within those of its
// instrument.
func provisionDates(s *scope, p *legislation.ProvisionRow) {
	s.ordered("in_force", p.InForce, "ended", p.Ended)
	i := s.instruments[lower(p.ID.Base().Instrument())]
	if i == nil {
		return
	}
	if before(p.InForce, i.InForce) {
		s.fault("in_force", p.InForce.String(), fmt.Sprintf("is before %s came into force on %s", i.ID, i.InForce), "a day on which the instrument applied")
	}
	switch {
	case i.Ended.IsZero():
	case before(i.Ended, p.InForce):
		s.fault("in_force", p.InForce.String(), fmt.Sprintf("is after %s ended on %s", i.ID, i.Ended), "a day on which the instrument applied")
	case p.Ended.IsZero():
		s.fault("ended", "", fmt.Sprintf("is not given, though %s ended on %s", i.ID, i.Ended), i.Ended.String()+" or earlier")
	case before(i.Ended, p.Ended):
		s.fault("ended", p.Ended.String(), fmt.Sprintf("is after %s ended on %s", i.ID, i.Ended), i.Ended.String()+" or earlier")
	}
}

func versionsApart(s *scope, p *legislation.ProvisionRow) {
	for _, other := range s.rows[lower(p.ID.Base())] {
		later := other.InForce.First() > p.InForce.First() || other.InForce == p.InForce && string(other.ID) > string(p.ID)
		if other != p && later {
			s.apart("ended", p.Valid(), other.Valid(), string(other.ID))
			s.gap("ended", p.Valid(), other.Valid(), string(other.ID))
		}
	}
}
