package index

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"

	"seelex/index/lang"
	"seelex/legislation"
)

// Weights of the ways in which an official text can answer a unit of the query.
const (
	headBoost      = 2.5 // in headings
	bodyBoost      = 1.0
	conceptHead    = 1.6 // by its concept, in any language
	conceptBody    = 0.7
	placeBoost     = 6.0 // in a jurisdiction that the text names
	transliterated = 0.6 // a word of Latin letters read as Greek or Cyrillic

	// mostUnits is the share of the units of a query that an official text must answer: it
	// is more than among digests, since long texts have any word.
	mostUnits = 0.6
)

// foundTexts is what bleve found among the official texts.
type foundTexts struct {
	total, anywhere int
	best            []ranked
	facets          search.FacetResults
}

// findTexts asks bleve for official texts.
func (x *Index) findTexts(ctx context.Context, s *state, u *understood, size int) (*foundTexts, error) {
	q, err := x.checked(ctx, s, u)
	if err != nil {
		return nil, err
	}
	request := bleve.NewSearchRequestOptions(q, size, 0, false)
	request.SortBy([]string{"-_score"}) // by _id too, every match would be asked for its own
	request.AddFacet(fieldFacets, bleve.NewFacetRequest(fieldFacets, maxFacets))
	answer, err := s.bleve.SearchInContext(ctx, request)
	if err != nil {
		return nil, err
	}
	f := &foundTexts{total: int(answer.Total), anywhere: int(answer.Total), facets: answer.Facets, best: s.rankTexts(u, answer.Hits)}
	if f.total < few && u.request.filtered() {
		v := *u
		v.request.clearFilters()
		if q, err = x.checked(ctx, s, &v); err != nil {
			return nil, err
		}
		all, err := s.bleve.SearchInContext(ctx, bleve.NewSearchRequestOptions(q, 0, 0, false))
		if err != nil {
			return nil, err
		}
		f.anywhere = int(all.Total)
	}
	return f, nil
}

// checked is the query with what bleve cannot tell by itself: the texts in which its
// phrases stand, and those in which excluded phrases do.
func (x *Index) checked(ctx context.Context, s *state, u *understood) (query.Query, error) {
	q := s.query(u)
	if len(u.phrases) > 0 {
		only, err := x.saying(ctx, s, q, u.phrases...)
		if err != nil {
			return nil, err
		}
		q.AddMust(only)
	}
	for _, not := range u.not {
		clause := s.phraseQuery(not)
		if clause == nil {
			continue
		}
		if strings.ContainsAny(strings.TrimSpace(not), " -") {
			among := bleve.NewConjunctionQuery(q, clause)
			saying, err := x.saying(ctx, s, among, not)
			if err != nil {
				return nil, err
			}
			clause = saying
		}
		q.AddMustNot(clause)
	}
	return q, nil
}

// rankTexts scores the first texts so that they can stand among what is curated.
func (s *state) rankTexts(u *understood, hits search.DocumentMatchCollection) []ranked {
	out := make([]ranked, 0, len(hits))
	native := s.curated.nativeTo(u.written)
	for _, h := range hits {
		k, ok := parseKey(h.ID)
		if !ok {
			continue
		}
		score := weights.text * h.Score / hits[0].Score
		if at, ok := s.curated.value[facetValue{facetJurisdiction, k.id.Jurisdiction()}]; ok && native[at] {
			score += weights.ownLanguage
		}
		if slices.ContainsFunc(u.places, func(p Place) bool { return p.Code == k.id.Jurisdiction() }) {
			score += weights.namedPlace
		}
		if k.status(u.request.On) != legislation.InForce {
			score *= weights.notInForce
		}
		if u.cited != nil {
			score += u.cited.scores[h.ID]
		}
		out = append(out, ranked{k, -1, score})
	}
	slices.SortStableFunc(out[:min(len(out), firstHits)], func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.key.id.Key(), b.key.id.Key()))
	})
	return out
}

// query is the text, within the filters, of the versions of the day.
func (s *state) query(u *understood) *query.BooleanQuery {
	r := u.request
	q := bleve.NewBooleanQuery()
	text := s.textQuery(u)
	if u.cited != nil && len(u.cited.scores) > 0 {
		text = bleve.NewDisjunctionQuery(text, u.cited.query())
	}
	if u.cited.whole() {
		text = bleve.NewDisjunctionQuery(boosted(fieldInstrument, string(u.cited.result.ID.Instrument()), 1), u.cited.query())
	}
	q.AddMust(text)
	for field, values := range map[string][]string{fieldJurisdiction: r.Jurisdictions, fieldTopic: r.Topics, fieldType: r.Types, fieldKind: r.Kinds, fieldConfidence: r.Confidences} {
		if len(values) > 0 {
			q.AddMust(anyOf(field, values))
		}
	}
	if len(r.Langs) > 0 {
		q.AddMust(anyOf(fieldLang, s.tags(r.Langs)))
	}
	if s.dated {
		// All but a few documents stand for the whole on every day, so it costs least to
		// exclude those that do not.
		day := float64(r.On)
		q.AddMustNot(between(fieldUntil, nil, &day), between(fieldSince, &day, nil))
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

// textQuery matches what the text asks for: most of its units, best all of them.
func (s *state) textQuery(u *understood) query.Query {
	var units []query.Query
	for _, un := range u.units {
		q := s.unitQuery(u, un)
		if q == nil || un.place || un.optional {
			continue
		}
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
	need := 1
	if !u.any() {
		need = int(math.Ceil(mostUnits * float64(len(units))))
	}
	if need == len(units) {
		return bleve.NewConjunctionQuery(units...) // costs what its rarest unit does
	}
	some := bleve.NewDisjunctionQuery(units...)
	some.SetMin(float64(need))
	return some
}

// unitQuery matches a unit by its words as typed and by its concepts. It is nil for
// words that carry no meaning.
func (s *state) unitQuery(u *understood, un unit) query.Query {
	var ways []query.Query
	var words []query.Query
	for _, w := range un.words {
		if q := s.wordQuery(u, w.text); q != nil {
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
	}
	if len(ways) == 0 {
		return nil
	}
	return bleve.NewDisjunctionQuery(ways...)
}

// wordQuery matches a word in every language that it may be of and texts are in.
func (s *state) wordQuery(u *understood, text string) query.Query {
	var ways []query.Query
	for _, code := range u.langs {
		if !s.textLangs[code] {
			continue
		}
		for _, term := range u.memo.terms(code, text) {
			weight := 1.0
			if l, _ := lang.Find(code); l.Script() != "Latn" && isLatin(text) {
				weight = transliterated
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
