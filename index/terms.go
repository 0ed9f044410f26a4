package index

import (
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"

	"seelex/index/lang"
	"seelex/legislation"
	"seelex/legislation/derived"
)

// knowledge is what a generation knows of words: the thesaurus and the names of the
// jurisdictions, ready to be recognised.
type knowledge struct {
	*lexicon
	catalog *legislation.Catalog
	rests   func() map[legislation.ID][]rest // provisions on which positions rest
	encoded sync.Map                         // *legislation.Concept → see labelsJSON
}

func newKnowledge(c *legislation.Catalog, l *lexicon) *knowledge {
	return &knowledge{lexicon: l, catalog: c, rests: sync.OnceValue(func() map[legislation.ID][]rest { return newRests(c) })}
}

// lexicon is what the thesaurus and the names of jurisdictions are recognised by.
type lexicon struct {
	terms    *terms
	concepts *phrasebook   // values are places in Catalog.Concepts
	typed    *phrasebook   // the same for hidden labels, which only queries have
	places   *phrasebook   // values are places in Catalog.Jurisdictions
	called   *phrasebook   // the same for what else they are called
	singles  singles       // labels of one word
	labels   lists[uint32] // of the thesaurus: their different terms
	concept  []int32       // of a label, its place in Catalog.Concepts
	parts    lists[uint32] // term → labels that have it
	general  []uint32      // terms that stand in every law
}

func (l *lexicon) sections() []derived.Section {
	return slices.Concat(l.terms.keys.sections(), []derived.Section{derived.Numbers(&l.terms.slots)},
		l.concepts.sections(), l.typed.sections(), l.places.sections(), l.called.sections(),
		l.singles.keys.sections(), []derived.Section{derived.Numbers(&l.singles.concept)},
		l.labels.sections(), []derived.Section{derived.Numbers(&l.concept)}, l.parts.sections(), []derived.Section{derived.Numbers(&l.general)})
}

// emptyLexicon is one to read a file into.
func emptyLexicon() *lexicon {
	t := new(terms)
	return &lexicon{terms: t, concepts: &phrasebook{terms: t}, typed: &phrasebook{terms: t}, places: &phrasebook{terms: t}, called: &phrasebook{terms: t}}
}

// lexiconMaker makes a lexicon from a catalog.
type lexiconMaker struct {
	terms                           *termMaker
	concepts, typed, places, called *phraseMaker
	singles                         []single
	labels                          lists[uint32]
	concept                         []int32
	parts                           map[uint32][]uint32
}

func newLexicon(c *legislation.Catalog) *lexicon {
	t := newTermMaker()
	m := &lexiconMaker{terms: t, concepts: newPhraseMaker(t), typed: newPhraseMaker(t), places: newPhraseMaker(t), called: newPhraseMaker(t), parts: map[uint32][]uint32{}}
	for i, concept := range c.Concepts {
		for _, tag := range slices.Sorted(maps.Keys(concept.Labels)) {
			l, known := lang.Find(tag)
			for _, label := range concept.Labels[tag] {
				m.addSingle(label, i)
				if known {
					tokens := lang.Tokens(l.Code, []byte(label))
					m.concepts.addAnalysed(l.Code, label, tokens, i)
					m.addParts(l.Code, tokens, i)
				}
			}
		}
	}
	for i, concept := range c.Concepts {
		for _, tag := range slices.Sorted(maps.Keys(concept.Hidden)) {
			for _, label := range concept.Hidden[tag] {
				m.addSingle(label, i)
				m.typed.add(tag, label, i)
			}
		}
	}
	for i, j := range c.Jurisdictions {
		m.addPlace(i, j)
	}
	return m.done()
}

func (m *lexiconMaker) done() *lexicon {
	l := &lexicon{terms: m.terms.done(), concepts: m.concepts.book(), typed: m.typed.book(), places: m.places.book(), called: m.called.book(),
		labels: m.labels, concept: m.concept, singles: newSingles(m.singles), general: newGeneral()}
	for term := range uint32(l.terms.keys.len()) {
		l.parts.add(m.parts[term]...)
	}
	return l
}

func newRests(c *legislation.Catalog) map[legislation.ID][]rest {
	rests := map[legislation.ID][]rest{}
	for _, p := range c.Positions {
		for i, id := range p.Citations {
			rests[id.Base()] = append(rests[id.Base()], rest{p.Topic, p.Valid(), full / uint8(i+1)})
		}
	}
	return rests
}

// rest says that a position on a topic rests on a provision: the one that it cites first
// is the rule itself, those behind it are what else counts.
type rest struct {
	topic    string
	period   legislation.Period
	strength uint8
}

// restOn are the topics on which positions rest on a provision, or on one that it is part
// of, during a period.
func (k *knowledge) restOn(id legislation.ID, during legislation.Period) map[string]uint8 {
	out := map[string]uint8{}
	for at := id; at != ""; at = at.Parent() {
		if at.IsInstrument() && at != id {
			break
		}
		for _, r := range k.rests()[at] {
			if r.period.Overlaps(during) {
				out[r.topic] = max(out[r.topic], r.strength)
			}
		}
	}
	return out
}

// single is a label of one word, by its key without diacritics in Latin letters.
type single struct {
	key     string
	concept int32
}

// singles are such labels, shorter keys first.
type singles struct {
	keys    textList
	concept []int32
}

func newSingles(list []single) (s singles) {
	slices.SortStableFunc(list, func(a, b single) int { return len(a.key) - len(b.key) })
	for _, one := range list {
		s.keys.add(one.key)
		s.concept = append(s.concept, one.concept)
	}
	return s
}

// ofLength are the numbers of the keys of a length: from the first to before the second.
func (s *singles) ofLength(n int) (from, to uint32) {
	count := s.keys.len()
	at := func(length int) uint32 {
		return uint32(sort.Search(count, func(i int) bool { return len(s.keys.at(uint32(i))) >= length }))
	}
	return at(n), at(n + 1)
}

// variants are words of at least this many letters of which another spelling, one
// letter apart, is recognised: прекурзор and прекурсор, supstanca and substanca.
const variantLetters = 7

func (m *lexiconMaker) addSingle(label string, concept int) {
	if strings.ContainsAny(label, " -") {
		return
	}
	key := foldText(label)
	if len(key) >= variantLetters && len(key) <= maxEdited {
		m.singles = append(m.singles, single{key, int32(concept)})
	}
}

// addParts remembers which terms a label has.
func (m *lexiconMaker) addParts(code string, tokens analysis.TokenStream, concept int) {
	n := uint32(m.labels.len())
	var words []uint32
	for _, t := range tokens {
		if term := m.terms.number(code, string(t.Term)); !slices.Contains(words, term) {
			words = append(words, term)
			m.parts[term] = append(m.parts[term], n)
		}
	}
	m.labels.add(words...)
	m.concept = append(m.concept, int32(concept))
}

// label is a label of the thesaurus: its different terms, and the place of its concept
// in the catalog.
type label struct {
	terms   []uint32
	concept int
}

func (l *lexicon) label(n uint32) label { return label{l.labels.at(n), int(l.concept[n])} }

// labelsWith are the labels of the thesaurus that have a term.
func (l *lexicon) labelsWith(term uint32) []uint32 {
	if term == noTerm {
		return nil
	}
	return l.parts.at(term)
}

// partOf are the concepts of which the word is part of a label in these languages, when
// they are few.
func (k *knowledge) partOf(u *understood, langs []string, word string) []int {
	var out []int
	for _, code := range langs {
		for _, term := range u.memo.terms(code, word) {
			for _, at := range k.labelsWith(k.terms.number(code, term)) {
				if concept := k.label(at).concept; !slices.Contains(out, concept) {
					out = append(out, concept)
				}
			}
		}
	}
	if len(out) > 3 {
		return nil
	}
	return out
}

// variantOf are the concepts with a label of which the word is another spelling.
func (k *knowledge) variantOf(word string) []int {
	key := foldText(word)
	if len(key) < variantLetters || len(key) > maxEdited-1 {
		return nil
	}
	var out []int
	for n := len(key) - 1; n <= len(key)+1; n++ {
		from, to := k.singles.ofLength(n)
		for at := from; at < to; at++ {
			other, concept := k.singles.keys.at(at), int(k.singles.concept[at])
			if other[0] == key[0] && !slices.Contains(out, concept) && edits(key, other, 1) <= 1 {
				out = append(out, concept)
			}
		}
	}
	return out
}
