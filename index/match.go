package index

import (
	"math"
	"slices"
	"strings"

	"seelex/index/lang"
	"seelex/legislation"
)

// found is what a search found among what is curated.
type found struct {
	total    int
	anywhere int // without the filters
	best     []scored
	counts   []int // by the place of the value in curated.values
}

// scored is a document with its score.
type scored struct {
	doc   uint32
	score float64
}

// better orders documents: equal scores in the order of the law.
func better(a, b scored) int {
	switch {
	case a.score > b.score:
		return -1
	case a.score < b.score:
		return 1
	}
	return int(a.doc) - int(b.doc)
}

// match finds the documents that answer most of the query, and the best of them.
// What it finds lies in the scratch.
func (c *curated) match(work *scratch, s *state, u *understood, query []wanted, best int) *found {
	work.weigh(c, query)
	m := c.newMatcher(s, u, query)
	f := &work.found
	take := func(d uint32) {
		item := &c.docs[d]
		if item.first > u.request.On || item.last < u.request.On || m.excluded != nil && m.excluded[d] || m.phrases != nil && !m.phrases[d] {
			return
		}
		f.anywhere++
		if !m.passes(item) {
			return
		}
		f.total++
		for _, v := range item.values {
			f.counts[v]++
		}
		score := m.score(item, &work.cells[d])
		if m.cited != nil { // most queries cite and exclude nothing, and find hundreds
			score += m.cited[d]
		}
		f.keep(scored{d, score}, best)
	}
	switch {
	case m.phrases != nil:
		for d := range m.phrases {
			if m.enough(&work.cells[d]) {
				take(d)
			}
		}
	case m.units == 0:
		for d := range c.docs {
			take(uint32(d))
		}
	case m.only != nil:
		for _, d := range m.only {
			take(d)
		}
	default:
		for _, d := range work.touched {
			if m.enough(&work.cells[d]) || m.cited[d] > 0 {
				take(d)
			}
		}
		for d := range m.cited {
			if !work.cells[d].touched {
				take(d)
			}
		}
	}
	slices.SortFunc(f.best, better)
	return f
}

// keep keeps the best: the worst of them is at the front, as in a heap.
func (f *found) keep(d scored, most int) {
	h := f.best
	if len(h) < most {
		h = append(h, d)
		for i := len(h) - 1; i > 0 && better(h[i], h[(i-1)/2]) > 0; i = (i - 1) / 2 {
			h[i], h[(i-1)/2] = h[(i-1)/2], h[i]
		}
		f.best = h
		return
	}
	if most == 0 || better(d, h[0]) >= 0 {
		return
	}
	h[0] = d
	for i := 0; ; {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(h); child++ {
			if better(h[child], h[worst]) > 0 {
				worst = child
			}
		}
		if worst == i {
			return
		}
		h[i], h[worst] = h[worst], h[i]
		i = worst
	}
}

// notAsked is a factor for law that is not in force where the query asks for law that is.
const notAsked = 0.3

// matcher decides on documents one by one.
type matcher struct {
	values   []facetValue
	units    int     // of the query
	need     float64 // weight of the units that a document must answer, beside the phrases; what none can answer is not asked of any
	words    int     // of the query
	whole    float64 // weight of all units
	on       legislation.Day
	times    []days             // that the query names
	past     float64            // factor: law that is not in force on the day
	wanted   valueSet           // the filters ask for them
	filters  uint8              // facets that are filtered by, a bit each
	places   valueSet           // jurisdictions that the query names
	parts    valueSet           // parts of them: RS is no part of BA, BA-SRP is
	native   valueSet           // languages that the query is written in, and jurisdictions that speak them
	spells   map[uint16]float64 // jurisdictions → how nearly their law spells the query as it stands, beside the nearest
	cited    map[uint32]float64
	only     []uint32        // documents of the laws that are cited, when the query is nothing but that citation
	phrases  map[uint32]bool // documents with all phrases; nil without phrases
	excluded map[uint32]bool
	idle     valueSet // types of instruments that set no penalty, where one is asked for
}

func (c *curated) newMatcher(s *state, u *understood, query []wanted) *matcher {
	r := u.request
	m := &matcher{values: c.values, on: r.On, times: u.times(), past: weights.notInForce, wanted: make(valueSet, len(c.values)), places: make(valueSet, len(c.values)), parts: make(valueSet, len(c.values))}
	known := 0.0
	for i := range query {
		m.whole += query[i].weight
		m.words += len(query[i].words)
		if !query[i].unknown() {
			known += query[i].weight
		}
	}
	if known == 0 {
		known = m.whole // then nothing is found
	}
	m.units = len(query)
	if !u.any() {
		m.need = enough * known
	} else if m.units > 0 {
		m.need = math.SmallestNonzeroFloat64
	}
	for facet, values := range s.asked(r) {
		if len(values) == 0 {
			continue
		}
		m.filters |= 1 << facet
		for _, v := range values {
			if at, ok := c.value[facetValue{facet, v}]; ok {
				m.wanted[at] = true
			}
		}
	}
	for _, p := range u.places {
		if at, ok := c.value[facetValue{facetJurisdiction, p.Code}]; ok {
			m.places[at] = true
		}
		for at, v := range c.values {
			m.parts[at] = m.parts[at] || v.facet == facetJurisdiction && strings.HasPrefix(v.text, p.Code+"-")
		}
	}
	m.native = c.nativeTo(u.written)
	m.spells = c.spelling(u, m.native)
	if u.cited != nil {
		m.cited = map[uint32]float64{}
		for name, score := range u.cited.scores {
			if d, ok := c.number[name]; ok {
				m.cited[d] = score
			}
		}
	}
	if laws := u.cited.laws(); laws != nil {
		m.only = []uint32{} // of a law known by its text only nothing is curated
		for _, law := range laws {
			m.only = append(m.only, c.of[law]...)
		}
	}
	if len(u.valid) > 0 {
		m.past *= notAsked
	}
	if s.knowledge().asksPenalty(u) {
		m.idle = c.typesOf("bylaw", "guideline", "strategy", "action-plan")
	}
	if len(u.phrases) > 0 {
		m.phrases = c.withPhrases(u.phrases)
	}
	if len(u.not) > 0 {
		m.excluded = map[uint32]bool{}
	}
	for _, not := range u.not {
		for d := range c.withPhrase(not) {
			m.excluded[d] = true
		}
	}
	return m
}

// any reports whether one unit of a query is enough.
func (u *understood) any() bool {
	return u.anyUnit || slices.ContainsFunc(u.units, func(un unit) bool { return un.words[0].or })
}

// enough reports whether a document answers enough of the query: by weight, so that a
// word that stands in every law is not asked for like the matter itself.
func (m *matcher) enough(at *cell) bool { return at.covered >= m.need }

func (m *matcher) passes(d *item) bool {
	if m.filters == 0 {
		return true
	}
	var passed uint8
	for _, v := range d.values {
		if m.wanted[v] {
			passed |= 1 << m.values[v].facet
		}
	}
	return passed == m.filters
}

func (m *matcher) score(d *item, at *cell) float64 {
	score := 0.0
	if m.whole > 0 {
		score = at.score / m.whole
	}
	switch d.key.kind {
	case kindInstrument:
		if m.words >= 3 && int(at.titled) == m.words {
			score += weights.titled
		}
	case kindPosition:
		score += weights.position
	}
	if m.native != nil && m.isNative(d) {
		score += weights.ownLanguage * (1 - weights.spelling + weights.spelling*m.spells[d.values[0]])
	}
	if m.idle != nil && slices.ContainsFunc(d.values, m.idle.has) {
		score *= weights.setsNone
	}
	if m.places[d.values[0]] {
		score += weights.namedPlace
	} else if m.parts[d.values[0]] {
		score += weights.namedPart
	}
	if d.key.status(m.on) != legislation.InForce && !m.isNamed(d.key) {
		score *= m.past
	}
	return score
}

func (m *matcher) isNative(d *item) bool {
	return d.key.kind == kindPosition && m.native.has(d.values[0]) || slices.ContainsFunc(d.values, func(v uint16) bool { return m.values[v].facet == facetLang && m.native.has(v) })
}

// valueSet is a set of values that documents are counted by: true at their places.
type valueSet []bool

func (s valueSet) has(place uint16) bool { return int(place) < len(s) && s[place] }

// typesOf are types of instruments, as values that documents are counted by.
func (c *curated) typesOf(types ...string) valueSet {
	out := make(valueSet, len(c.values))
	for _, t := range types {
		if at, ok := c.value[facetValue{facetType, t}]; ok {
			out[at] = true
		}
	}
	return out
}

// spoken is the share of a jurisdiction's documents in a language from which on what is
// said of the jurisdiction in English counts as its own.
const spoken = 0.2

// nativeTo says which values are these languages, or jurisdictions whose law is written in
// them; none for English.
func (c *curated) nativeTo(codes []string) (out valueSet) {
	for at, v := range c.values {
		if v.facet != facetLang {
			continue
		}
		if l, ok := lang.Find(v.text); ok && l.Code != "en" && slices.Contains(codes, l.Code) {
			if out == nil {
				out = make(valueSet, len(c.values))
			}
			out[at] = true
			for place, share := range c.speaks[uint16(at)] {
				out[place] = out[place] || share > spoken
			}
		}
	}
	return out
}

// spelling says for jurisdictions how much of a query their law spells as it does,
// beside the law that spells most of it so: of Croatian, Bosnian, Montenegrin and Serbian,
// which are searched as one language, that in which the query is written comes first.
func (c *curated) spelling(u *understood, native valueSet) map[uint16]float64 {
	out := map[uint16]float64{}
	if native == nil {
		return out
	}
	words, most := slices.Collect(beginnings(u.text)), 0.0
	for language, is := range native {
		if !is || c.values[language].facet != facetLang {
			continue
		}
		for at := range c.speaks[uint16(language)] { // also where little is written in it
			if _, known := out[at]; !known {
				out[at] = c.spells(u, words, c.values[at].text)
				most = max(most, out[at])
			}
		}
	}
	for at := range out {
		if most == 0 {
			out[at] = 1
		} else {
			out[at] /= most
		}
	}
	return out
}
