package index

import (
	"context"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"seelex/index/lang"
	"seelex/legislation"
)

// Weights of the ways in which a unit of the query can match.
const (
	headBoost      = 2.5 // in headings and terms of art
	bodyBoost      = 1.0
	conceptHead    = 1.6 // by its concept, in any language
	conceptBody    = 0.7
	topicBoost     = 0.2 // by a topic of its concept
	placeBoost     = 6.0 // in a jurisdiction that the text names
	curatedBoost   = 8.0 // what is curated, before official texts
	togetherBoost  = 0.6 // all units at once, beside what each counts
	transliterated = 0.6 // a word of Latin letters read as Greek or Cyrillic
	firstHits      = 200 // hits that are ranked anew
	enough         = 0.6 // share of the units that a hit must match
	few            = 40  // with fewer hits, one unit is enough
)

// Search answers a request. It never fails on what the text is, only when the index
// itself does or the context ends.
func (x *Index) Search(ctx context.Context, r Request) (*Answer, error) {
	start := time.Now()
	s := x.state.Load()
	u, suggestion, err := x.read(s, r)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	result, err := x.run(ctx, s, u)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	a := &Answer{Total: int(result.Total), Facets: facetsOf(result.Facets), Hits: []Hit{}}
	a.Query = Query{Suggestion: suggestion, Text: r.Text, Expanded: orEmpty(u.expand), Jurisdictions: orEmpty(u.places), Filters: orEmpty(u.filters), Unread: u.unread, On: u.request.On, Ignored: u.ignored,
		Citation: u.cited.answer(u.request.On, r.Today)}
	for _, ranked := range s.cut(u, s.rank(u, result.Hits)) {
		hit, err := x.hit(s, u, ranked)
		if err != nil {
			return nil, err
		}
		a.Hits = append(a.Hits, hit)
	}
	if a.Total == 0 {
		if a.Ways, err = x.waysOn(ctx, s, u); err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
	}
	a.TookMS = math.Round(float64(time.Since(start).Microseconds())/10) / 100
	return a, nil
}

// run asks bleve. Where hardly anything has most of what is asked for, one unit of
// it is enough; whether that is so does not depend on the filters, so that a facet's
// count is what following it finds, unless it would find nothing.
func (x *Index) run(ctx context.Context, s *state, u *understood) (*bleve.SearchResult, error) {
	if len(u.phrases) > 0 {
		if err := x.findPhrases(ctx, s, u); err != nil {
			return nil, err
		}
	}
	result, err := s.bleve.SearchInContext(ctx, s.newRequest(u))
	if err != nil || result.Total >= few {
		return result, err
	}
	if result.Total > 0 && u.request.filtered() {
		v := *u
		v.request.clearFilters()
		all := s.newRequest(&v)
		all.Size, all.Facets = 0, nil
		anywhere, err := s.bleve.SearchInContext(ctx, all)
		if err != nil || anywhere.Total >= few {
			return result, err
		}
	}
	if u.anyUnit = len(u.units) > 1; u.anyUnit {
		if result, err = s.bleve.SearchInContext(ctx, s.newRequest(u)); err != nil {
			return nil, err
		}
	}
	if result.Total == 0 && s.meant(u) {
		return s.bleve.SearchInContext(ctx, s.newRequest(u))
	}
	return result, nil
}

// read understands a request. Words that the law does not know are read as what they
// most likely mean, and that reading is suggested.
func (x *Index) read(s *state, r Request) (u *understood, suggestion *string, err error) {
	u = s.knowledge().understand(r)
	if u.cited, err = x.citedBy(s, u); err != nil {
		return nil, nil, err
	}
	if u.cited == nil {
		if better := s.correct(u); better != "" {
			suggestion = &better
			corrected := s.knowledge().respell(r, u, better)
			u = corrected
		}
	}
	u.written = s.writtenIn(u)
	u.leaveOut()
	return u, suggestion, nil
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// newRequest asks bleve for the first hits and the facets.
func (s *state) newRequest(u *understood) *bleve.SearchRequest {
	r := u.request
	size := firstHits
	if r.Offset+r.Limit > firstHits {
		size = min(r.Offset+r.Limit, MaxWindow)
	}
	request := bleve.NewSearchRequestOptions(s.query(u), size, 0, false)
	request.SortBy([]string{"-_score", "_id"})
	request.AddFacet(fieldFacets, bleve.NewFacetRequest(fieldFacets, maxFacets))
	return request
}

// query is the text, within the filters, of the versions of the day.
func (s *state) query(u *understood) query.Query {
	r := u.request
	q := bleve.NewBooleanQuery()
	text := s.textQuery(u)
	if u.cited != nil && len(u.cited.scores) > 0 {
		text = bleve.NewDisjunctionQuery(text, u.cited.query())
	}
	q.AddMust(text)
	if u.only != nil {
		q.AddMust(u.only)
	}
	if s.texts { // among what matches, digests first: a hundred thousand articles would hide them
		q.AddShould(boosted(fieldOrigin, ofCurated, curatedBoost))
	}
	for field, values := range map[string][]string{fieldJurisdiction: r.Jurisdictions, fieldTopic: r.Topics, fieldType: r.Types, fieldKind: r.Kinds, fieldConfidence: r.Confidences} {
		if len(values) > 0 {
			q.AddMust(anyOf(field, values))
		}
	}
	if len(r.Langs) > 0 {
		q.AddMust(anyOf(fieldLang, s.tags(r.Langs)))
	}
	// All but a few documents stand for the whole on every day, so it costs least to
	// exclude those that do not.
	day := float64(r.On)
	q.AddMustNot(between(fieldUntil, nil, &day), between(fieldSince, &day, nil))
	for _, not := range u.not {
		if clause := s.wordQuery(u.memo, not, families(not), true); clause != nil {
			q.AddMustNot(clause)
		}
	}
	if len(u.places) > 0 {
		codes := make([]string, len(u.places))
		for i, p := range u.places {
			codes[i] = p.Code
		}
		preferred := anyOf(fieldJurisdiction, codes)
		preferred.SetBoost(placeBoost)
		q.AddShould(preferred)
	}
	return q
}

// anyOf is a filter: it does not count for the score, since constant for all hits.
func anyOf(field string, values []string) *query.DisjunctionQuery {
	terms := make([]query.Query, len(values))
	for i, v := range values {
		t := bleve.NewTermQuery(v)
		t.SetField(field)
		t.SetBoost(0)
		terms[i] = t
	}
	return bleve.NewDisjunctionQuery(terms...)
}

func between(field string, from, to *float64) query.Query {
	exclusive := false
	q := bleve.NewNumericRangeInclusiveQuery(from, to, &exclusive, &exclusive)
	q.SetField(field)
	return q
}

// tags are the tags of original texts that a request's languages mean: "sr" is
// sr-Latn and sr-Cyrl.
func (s *state) tags(langs []string) []string {
	known := map[string]bool{"en": true}
	for _, j := range s.catalog.Jurisdictions {
		for _, tag := range j.Languages {
			known[tag] = true
		}
	}
	var out []string
	for tag := range known {
		for _, l := range langs {
			if strings.EqualFold(tag, l) || strings.HasPrefix(strings.ToLower(tag), strings.ToLower(l)+"-") {
				out = append(out, tag)
			}
		}
	}
	return append(out, langs...)
}

// textQuery matches what the text asks for: most of its units, best all of them.
func (s *state) textQuery(u *understood) query.Query {
	var units []query.Query
	alternatives := false
	for _, un := range u.units {
		q := s.unitQuery(u, un)
		if q == nil || un.place || un.optional {
			continue
		}
		alternatives = alternatives || un.words[0].or
		units = append(units, q)
	}
	for _, phrase := range u.phrases {
		if q := s.phraseQuery(phrase); q != nil {
			units = append(units, q)
		}
	}
	if len(units) == 0 {
		return bleve.NewMatchAllQuery()
	}
	some := bleve.NewDisjunctionQuery(units...)
	if !alternatives && !u.anyUnit {
		some.SetMin(math.Ceil(float64(len(units)) * enough))
	}
	if len(units) == 1 {
		return some
	}
	all := bleve.NewConjunctionQuery(units...)
	all.SetBoost(togetherBoost)
	both := bleve.NewBooleanQuery()
	both.AddMust(some)
	both.AddShould(all)
	return both
}

// unitQuery matches a unit by its words as typed and by its concepts. It is nil for
// words that carry no meaning.
func (s *state) unitQuery(u *understood, un unit) query.Query {
	var ways []query.Query
	var words []query.Query
	for _, w := range un.words {
		if q := s.wordQuery(u.memo, w.text, u.langs, false); q != nil {
			words = append(words, q)
		}
	}
	switch {
	case len(words) == 1:
		ways = append(ways, words[0])
	case len(words) > 1:
		together := bleve.NewConjunctionQuery(words...)
		ways = append(ways, together)
		if len(un.concepts) == 0 {
			ways = append(ways, words...)
		}
	}
	for _, id := range un.concepts {
		ways = append(ways, boosted(fieldConceptHead, id, conceptHead), boosted(fieldConcept, id, conceptBody))
		if c, ok := s.catalog.Concept(id); ok {
			for _, topic := range c.Topics {
				ways = append(ways, boosted(fieldTopic, topic, topicBoost))
			}
		}
	}
	if len(ways) == 0 {
		return nil
	}
	return bleve.NewDisjunctionQuery(ways...)
}

// wordQuery matches a word in every language that it may be of; bare leaves the
// boosts out.
func (s *state) wordQuery(m *memo, text string, codes []string, bare bool) query.Query {
	var ways []query.Query
	for _, code := range codes {
		for _, term := range m.terms(code, text) {
			weight := 1.0
			if l, _ := lang.Find(code); l.Script() != "Latn" && isLatin(text) {
				weight = transliterated
			}
			if bare {
				weight = 0
			}
			ways = append(ways, boosted(head+code, term, weight*headBoost), boosted(body+code, term, weight*bodyBoost))
		}
	}
	if len(ways) == 0 {
		return nil
	}
	return bleve.NewDisjunctionQuery(ways...)
}

// phraseQuery matches all words of a phrase in one language; that they stand beside
// each other is checked on the text of the hits.
func (s *state) phraseQuery(phrase string) query.Query {
	var ways []query.Query
	for _, code := range families(phrase) {
		var words []query.Query
		for _, term := range lang.Terms(code, phrase) {
			words = append(words, bleve.NewDisjunctionQuery(boosted(head+code, term, headBoost), boosted(body+code, term, bodyBoost)))
		}
		if len(words) > 0 {
			ways = append(ways, bleve.NewConjunctionQuery(words...))
		}
	}
	if len(ways) == 0 {
		return nil
	}
	return bleve.NewDisjunctionQuery(ways...)
}

func boosted(field, term string, boost float64) query.Query {
	q := bleve.NewTermQuery(term)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}

func isLatin(s string) bool {
	for _, r := range s {
		if r > 0x24F {
			return false
		}
	}
	return true
}

// statusOf is a hit's status on the day of the request.
func (k key) status(on legislation.Day) legislation.Status {
	switch {
	case k.to < on:
		return legislation.Ended
	case k.from > on:
		return legislation.NotYet
	}
	return legislation.InForce
}
