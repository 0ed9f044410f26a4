package lint

import (
	"regexp"
	"slices"
	"strings"

	"seelex/legislation"
)

// refers checks that an id leads to an instrument, a provision or something above a
// provision, and reports whether it does.
func (s *scope) refers(field string, id legislation.ID) bool {
	if !s.wellFormed(field, id.Base()) || s.lost(id.Jurisdiction()) {
		return false
	}
	if id.At() != "" {
		for _, row := range s.rows[lower(id.Base())] {
			if row.ID == id {
				return true
			}
		}
		s.fault(field, string(id), "is no row of the corpus", "the id of a row, with its @date, or without it for the provision as a whole", s.near(id)...)
		return false
	}
	if !s.addresses[lower(id)] {
		s.fault(field, string(id), "leads to no instrument or provision of the corpus", "an id that is there", s.near(id)...)
		return false
	}
	return true
}

// near suggests ids: those under the nearest id above that is there, and those that
// are spelled alike.
func (s *scope) near(id legislation.ID) []string {
	var known []string
	for _, k := range s.ids {
		if legislation.ID(k).Jurisdiction() == id.Jurisdiction() {
			known = append(known, k)
		}
	}
	if len(known) == 0 {
		known = s.ids
	}
	return legislation.Nearest(string(id), known)
}

// instrument checks that an id names an instrument and returns it, nil if it does not.
func (s *scope) instrument(field string, id legislation.ID) *legislation.Instrument {
	if !s.wellFormed(field, id) || s.lost(id.Jurisdiction()) {
		return nil
	}
	if i := s.instruments[lower(id)]; i != nil {
		return i
	}
	var known []string
	for _, i := range s.instruments {
		known = append(known, string(i.ID))
	}
	slices.Sort(known)
	s.fault(field, string(id), "is not an instrument of the corpus", "the id of an instrument", legislation.Nearest(string(id), known)...)
	return nil
}

func (s *scope) topicIDs(field string, ids []string) {
	s.unique(field, ids, "is named twice")
	for i, id := range ids {
		s.topicID(index(field, i), id)
	}
}

func (s *scope) topicID(field, id string) {
	if s.topics[id] != nil {
		return
	}
	var known []string
	for _, t := range s.corpus.Topics {
		known = append(known, t.ID)
	}
	s.fault(field, id, "is not a topic of the codebook", "one of "+strings.Join(known, ", "), legislation.Nearest(id, known)...)
}

// standing checks a row's confidence and the sources that it rests on.
func standing(s *scope, confidence legislation.Confidence, ids []string) {
	s.unique("sources", ids, "is named twice")
	sources := s.sources(ids)
	if confidence == "" {
		s.fault("confidence", "", "is missing", "primary, secondary or unverified")
		return
	}
	if !slices.Contains(legislation.Confidences, confidence) {
		s.fault("confidence", string(confidence), "is not a degree of confidence", "primary, secondary or unverified")
		return
	}
	kinds := func(kinds ...string) bool {
		return slices.ContainsFunc(sources, func(source legislation.Source) bool { return slices.Contains(kinds, source.Kind) })
	}
	vague := !slices.ContainsFunc(sources, func(source legislation.Source) bool { return source.Kind != "general-knowledge" })
	switch {
	case confidence == legislation.Unverified:
		if !vague {
			s.doubt("confidence", "unverified", "goes with sources that were read", "secondary, if they state it, or no source")
		}
	case len(ids) == 0:
		s.fault("sources", "", "names none, though the confidence is "+string(confidence), "the source, or confidence: unverified")
	case len(sources) < len(ids):
		// A source that is missing from the file is reported already.
	case vague:
		s.fault("confidence", string(confidence), "rests on general knowledge only", "unverified, or a source that was read")
	case confidence == legislation.Primary && !kinds("official", "intergovernmental"):
		s.doubt("confidence", "primary", "rests on no official source: all are of kind "+kindsOf(sources), "secondary, or the kind official for a source that gives the official text itself")
	}
}

func kindsOf(sources []legislation.Source) string {
	var kinds []string
	for _, source := range sources {
		kinds = append(kinds, source.Kind)
	}
	slices.Sort(kinds)
	return strings.Join(slices.Compact(kinds), ", ")
}

// sources resolves the ids of sources and reports those that the file does not have.
func (s *scope) sources(ids []string) []legislation.Source {
	var found []legislation.Source
	var known []string
	for _, source := range s.sheet.Sources {
		known = append(known, source.ID)
	}
	for i, id := range ids {
		at := slices.Index(known, id)
		if at < 0 {
			s.fault(index("sources", i), id, "is not a source of this file", "an id from the list of sources at the end of the file", legislation.Nearest(id, known)...)
			continue
		}
		found = append(found, s.sheet.Sources[at])
	}
	return found
}

var wordSplit = regexp.MustCompile(`[^\p{L}\p{N}]+`)

func words(text string) []string { return wordSplit.Split(text, -1) }
