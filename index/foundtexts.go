package index

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"seelex/legislation"
)

// foundTexts is what was found among the official texts.
type foundTexts struct {
	total, anywhere int // anywhere: without the filters
	best            []ranked
	counts          map[facetValue]int
}

// findTexts looks for official texts.
func (x *Index) findTexts(ctx context.Context, s *held, u *understood, size int) (*foundTexts, error) {
	m, err := x.matchTexts(ctx, s, u)
	if err != nil {
		return nil, err
	}
	f := &foundTexts{anywhere: m.total()}
	if u.request.filtered() {
		asked := s.asked(u.request)
		for _, in := range m.in {
			in.all.And(in.with(asked))
		}
	}
	f.total, f.counts = m.total(), m.count()
	hits, err := m.best(size, placesOf(u))
	if err != nil {
		return nil, err
	}
	f.best, err = s.rankTexts(u, hits)
	return f, err
}

// asked are the values that a request filters by.
func (s *state) asked(r Request) [facetCount][]string {
	langs := r.Langs
	if len(langs) > 0 {
		langs = s.tags(langs)
	}
	return [facetCount][]string{facetJurisdiction: r.Jurisdictions, facetTopic: r.Topics, facetType: r.Types, facetKind: r.Kinds, facetConfidence: r.Confidences, facetLang: langs}
}

func placesOf(u *understood) (asked [facetCount][]string) {
	for _, p := range u.places {
		asked[facetJurisdiction] = append(asked[facetJurisdiction], p.Code)
	}
	return asked
}

// matchTexts finds the texts that answer a query and stand on its day, filters aside.
func (x *Index) matchTexts(ctx context.Context, s *held, u *understood) (*textMatch, error) {
	m := &textMatch{query: s.textQuery(u), docs: s.now.docs}
	for _, g := range s.segments {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		in, err := g.match(m.query)
		if err != nil {
			return nil, err
		}
		if err := in.citedToo(u.cited); err != nil {
			return nil, err
		}
		in.all = g.standing(in.tiers[len(in.tiers)-1], u.request.On)
		m.in = append(m.in, in)
	}
	return m, x.checkPhrases(ctx, s, m, u)
}

// citedToo puts the texts that a query cites before those that answer it by their words,
// or, when the query is nothing but a citation, in their place, with all of the laws cited.
func (m *matched) citedToo(c *cited) error {
	if c == nil || len(c.scores) == 0 {
		return nil
	}
	first, err := m.DocNumbers(slices.Collect(maps.Keys(c.scores)))
	if err != nil {
		return err
	}
	if laws := c.laws(); laws != nil {
		all := first
		for _, id := range laws {
			law, err := m.postings(fieldTerm{fieldInstrument, string(id)})
			if err != nil {
				return err
			}
			all = roaring.Or(all, law.docs)
		}
		m.tiers = []*roaring.Bitmap{first, all}
		return nil
	}
	for i := range m.tiers {
		m.tiers[i] = roaring.Or(m.tiers[i], first)
	}
	m.tiers = append([]*roaring.Bitmap{first}, m.tiers...)
	return nil
}

// part is the place of the part that a document is in.
func (s *snapshot) part(doc uint32) int {
	at, found := slices.BinarySearchFunc(s.parts, doc, func(p *part, d uint32) int { return cmp.Compare(p.first, d) })
	if !found {
		at--
	}
	return at
}

// key is the key of a document.
func (s *snapshot) key(doc uint32) (key, error) {
	p := s.parts[s.part(doc)]
	id, err := p.DocID(uint64(doc - p.first))
	if err != nil {
		return key{}, fmt.Errorf("index: %w", err)
	}
	k, ok := parseKey(string(id))
	if !ok {
		return key{}, fmt.Errorf("index: a document has the name %q", id)
	}
	return k, nil
}

// rankTexts scores the first texts so that they can stand among what is curated.
func (s *held) rankTexts(u *understood, hits []scored) ([]ranked, error) {
	out := make([]ranked, 0, len(hits))
	native := s.curated.nativeTo(u.written)
	top := 0.0 // of those that every page is made with, so that all pages agree
	for _, h := range hits[:min(len(hits), firstHits)] {
		top = max(top, h.score)
	}
	for _, h := range hits {
		k, err := s.now.key(h.doc)
		if err != nil {
			return nil, err
		}
		score := weights.text
		if top > 0 {
			score *= min(1, h.score/top)
		}
		if at, ok := s.curated.value[facetValue{facetJurisdiction, k.id.Jurisdiction()}]; ok && native.has(at) {
			score += weights.ownLanguage
		}
		if slices.ContainsFunc(u.places, func(p Place) bool { return p.Code == k.id.Jurisdiction() }) {
			score += weights.namedPlace
		}
		if k.status(u.request.On) != legislation.InForce {
			score *= weights.notInForce
		}
		if u.cited != nil {
			score += u.cited.scores[k.String()]
		}
		out = append(out, ranked{k, -1, score})
	}
	byScore(out[:min(len(out), firstHits)])
	return out, nil
}

// byScore orders hits by their scores, equal ones in the order of the law.
func byScore(hits []ranked) {
	type sorted struct {
		ranked
		key string
	}
	list := make([]sorted, len(hits))
	for i, h := range hits {
		list[i] = sorted{h, h.key.id.Key()}
	}
	slices.SortStableFunc(list, func(a, b sorted) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.key, b.key))
	})
	for i := range list {
		hits[i] = list[i].ranked
	}
}
