package index

import (
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// textMatch is which official texts answer a query.
type textMatch struct {
	query *textQuery
	in    []*matched // by segment
	docs  int        // of all segments, without those that are deleted
}

// matched are the documents of a segment that answer a query.
type matched struct {
	*segment
	tiers []*roaring.Bitmap // from those that answer best on, each with the ones before
	all   *roaring.Bitmap   // of the tiers, what stands and passes the filters
}

// match finds the documents of a segment that answer a query, filters aside.
func (g *segment) match(q *textQuery) (*matched, error) {
	m := &matched{segment: g}
	if len(q.clauses) == 0 {
		everything := roaring.New()
		everything.AddRange(0, g.Count())
		m.tiers = []*roaring.Bitmap{everything}
		return m, nil
	}
	heads, anywhere := make([]*roaring.Bitmap, len(q.clauses)), make([]*roaring.Bitmap, len(q.clauses))
	for i, c := range q.clauses {
		var err error
		if anywhere[i], err = g.answering(c, false); err != nil {
			return nil, err
		}
		if heads[i], err = g.answering(c, true); err != nil {
			return nil, err
		}
	}
	tiers := atLeast(anywhere, q.need)
	for _, inHeads := range atLeast(heads, 1) { // of those that answer all of it
		inHeads.And(tiers[0])
		m.tiers = append(m.tiers, inHeads)
	}
	m.tiers = append(m.tiers, tiers...)
	return m, nil
}

// answering are the documents that answer a clause: anywhere, or in their headings.
func (g *segment) answering(c clause, heads bool) (*roaring.Bitmap, error) {
	var ways []*roaring.Bitmap
	for _, w := range c {
		var groups []*roaring.Bitmap
		for _, leaves := range w {
			var forms []*roaring.Bitmap
			for _, l := range leaves {
				if heads && !l.head {
					continue
				}
				p, err := g.postings(l.fieldTerm)
				if err != nil {
					return nil, err
				}
				forms = append(forms, p.docs)
			}
			groups = append(groups, roaring.FastOr(forms...))
		}
		ways = append(ways, roaring.FastAnd(groups...))
	}
	return roaring.FastOr(ways...), nil
}

// atLeast are the documents that are in all sets, then those in all but one or more, and
// so on to those in the number of sets that is needed.
func atLeast(sets []*roaring.Bitmap, need int) (tiers []*roaring.Bitmap) {
	if need == len(sets) {
		return []*roaring.Bitmap{roaring.FastAnd(sets...)}
	}
	in := make([]*roaring.Bitmap, len(sets)+1) // how many → in so many of those that were looked at
	for n := range in {
		in[n] = roaring.New()
	}
	for i, set := range sets {
		for n := i + 1; n > 1; n-- {
			in[n].Or(roaring.And(in[n-1], set))
		}
		in[1].Or(set)
	}
	for n := len(sets); n >= need; n-- {
		tiers = append(tiers, in[n])
	}
	return tiers
}

// total counts what was found.
func (m *textMatch) total() (n int) {
	for _, in := range m.in {
		n += int(in.all.GetCardinality())
	}
	return n
}

// count tells of how many hits each value is.
func (m *textMatch) count() map[facetValue]int {
	sums := map[facetValue]int{}
	for _, in := range m.in {
		for _, g := range in.groups {
			if n := int(g.docs.AndCardinality(in.all)); n > 0 {
				for _, v := range g.values {
					sums[v] += n
				}
			}
		}
	}
	return sums
}

// best are the documents that answer best, those of the places that are named first.
// Documents are numbered through all segments. The first firstHits or more are put in
// order by their scores, the others within their tiers, so that every page continues the
// one before.
func (m *textMatch) best(size int, places [facetCount][]string) ([]scored, error) {
	var out []scored
	batch := make([]*roaring.Bitmap, len(m.in))
	waiting := 0
	flush := func() error {
		f := &found{best: make([]scored, 0, min(size, waiting))}
		if err := m.score(batch, size-len(out), f); err != nil {
			return err
		}
		slices.SortFunc(f.best, better)
		out, waiting = append(out, f.best...), 0
		clear(batch)
		return nil
	}
	left := make([]*roaring.Bitmap, len(m.in)) // what no tier before has had
	for i, in := range m.in {
		left[i] = in.all.Clone()
	}
	for _, in := range m.preferred(places) {
		for t := 0; len(m.in) > 0 && t < len(m.in[0].tiers) && len(out) < size; t++ {
			for i := range m.in {
				set := roaring.And(m.in[i].tiers[t], left[i])
				if in != nil {
					set.And(in[i])
				}
				left[i].AndNot(set)
				waiting += int(set.GetCardinality())
				if batch[i] == nil {
					batch[i] = set
				} else {
					batch[i].Or(set)
				}
			}
			if waiting >= firstHits || waiting > 0 && len(out) > 0 {
				if err := flush(); err != nil {
					return nil, err
				}
			}
		}
	}
	if waiting > 0 && len(out) < size {
		return out, flush()
	}
	return out, nil
}

// preferred are the documents in the places that are named, by segment, and then all.
func (m *textMatch) preferred(places [facetCount][]string) [][]*roaring.Bitmap {
	if len(places[facetJurisdiction]) == 0 {
		return [][]*roaring.Bitmap{nil}
	}
	in := make([]*roaring.Bitmap, len(m.in))
	for i := range m.in {
		in[i] = m.in[i].with(places)
	}
	return [][]*roaring.Bitmap{in, nil}
}

// score scores documents and keeps the best.
func (m *textMatch) score(docs []*roaring.Bitmap, size int, f *found) error {
	leaves := m.query.leaves()
	rarity := make([]float64, len(leaves))
	for i, l := range leaves {
		var err error
		if rarity[i], err = m.rarity(l); err != nil {
			return err
		}
	}
	for i, in := range m.in {
		if docs[i] == nil || docs[i].IsEmpty() {
			continue
		}
		if len(leaves) == 0 { // all are alike
			for all := docs[i].Iterator(); all.HasNext() && len(f.best) < size; {
				f.best = append(f.best, scored{doc: in.first + all.Next()})
			}
			continue
		}
		numbers := docs[i].ToArray()
		scores := make([]float64, len(numbers))
		for n, l := range leaves {
			if err := in.addScores(l, rarity[n], docs[i], numbers, scores); err != nil {
				return err
			}
		}
		for n, d := range numbers {
			f.keep(scored{in.first + d, scores[n]}, size)
		}
	}
	return nil
}

// leaves are all terms that are asked for, each once.
func (q *textQuery) leaves() (out []leaf) {
	seen := map[fieldTerm]bool{}
	for _, c := range q.clauses {
		for _, w := range c {
			for _, group := range w {
				for _, l := range group {
					if !seen[l.fieldTerm] {
						seen[l.fieldTerm] = true
						out = append(out, l)
					}
				}
			}
		}
	}
	return out
}

// rarity is how much a term tells (the inverse document frequency of BM25). Documents that are
// deleted do not count: when bleve drops them is its own affair, and may not change a score.
func (m *textMatch) rarity(l leaf) (float64, error) {
	n := 0.0
	for _, g := range m.in {
		p, err := g.postings(l.fieldTerm)
		if err != nil {
			return 0, err
		}
		n += float64(p.docs.GetCardinality())
		if g.gone != nil {
			n -= float64(p.docs.AndCardinality(g.gone))
		}
	}
	return math.Log(1 + (float64(m.docs)-n+0.5)/(n+0.5)), nil
}

// usualText is how many terms an article usually has.
const usualText = 250

// addScores adds what a term is worth in documents, which are given as a set and as its
// members in order (BM25).
func (g *segment) addScores(l leaf, rarity float64, docs *roaring.Bitmap, numbers []uint32, scores []float64) error {
	const saturation, lengths = 1.2, 0.75
	p, err := g.postings(l.fieldTerm)
	if err != nil {
		return err
	}
	both := roaring.And(p.docs, docs)
	if both.IsEmpty() {
		return nil
	}
	usual := float64(usualText)
	if l.head {
		usual = usualHead
	}
	hits := p.list.Iterator(true, true, false, nil)
	if bits, ok := hits.(interface{ ReplaceActual(*roaring.Bitmap) }); ok && both.GetCardinality() < p.docs.GetCardinality() {
		bits.ReplaceActual(both)
	}
	at := 0
	for {
		hit, err := hits.Next()
		if err != nil || hit == nil {
			return err
		}
		for numbers[at] < uint32(hit.Number()) {
			at++
		}
		times, norm := float64(hit.Frequency()), hit.Norm()
		length := 1 / (norm * norm)
		scores[at] += l.weight * rarity * times / (times + saturation*(1-lengths+lengths*length/usual))
	}
}
