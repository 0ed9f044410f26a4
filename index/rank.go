package index

import (
	"cmp"
	"slices"

	"github.com/blevesearch/bleve/v2/search"

	"seelex/legislation"
)

// ranked is a hit with its final score.
type ranked struct {
	key   key
	score float64
}

// Factors by which the score of bleve is weighed.
const (
	notInForce = 0.55 // law that is not in force on the day asked about
)

// rank weighs the first hits by what their keys say and orders them; those further
// down keep bleve's order, so that pages do not overlap.
func (s *state) rank(u *understood, hits search.DocumentMatchCollection) []ranked {
	out := make([]ranked, 0, len(hits))
	for _, h := range hits {
		k, ok := parseKey(h.ID)
		if !ok {
			continue
		}
		score := h.Score
		if k.status(u.request.On) != legislation.InForce {
			score *= notInForce
		}
		out = append(out, ranked{k, score})
	}
	first := out[:min(len(out), firstHits)]
	slices.SortStableFunc(first, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.key.id.Key(), b.key.id.Key()))
	})
	return out
}

// cut is the page of the hits that was asked for.
func (s *state) cut(u *understood, all []ranked) []ranked {
	from := min(u.request.Offset, len(all))
	return all[from:min(from+u.request.Limit, len(all))]
}
