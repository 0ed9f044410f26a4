package index

import (
	"fmt"
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	scorchsegment "github.com/blevesearch/scorch_segment_api/v2"

	"seelex/legislation"
)

// snapshot is bleve's index of the official texts at one moment. Bleve's searchers visit
// every hit of every word to score and count it, which costs as much as there are hits.
// Its segments hold the documents of a term as a bitmap, and whole bitmaps are joined and
// counted in microseconds, however many documents they are of; then only the best hits
// are visited.
type snapshot struct {
	reader   bleveindex.IndexReader
	segments []*segment
	docs     int
}

// segment is one of the parts that bleve keeps an index in.
type segment struct {
	scorchsegment.Segment
	*shelf
	first  uint32          // number of its first document among those of all segments
	gone   *roaring.Bitmap // documents that are deleted; nil for none
	fields map[string]scorchsegment.TermDictionary
	terms  map[fieldTerm]*postings
}

// shelf is what the documents of a segment are filtered and counted by.
type shelf struct {
	groups []group
	times  []someDays
}

// group are the documents with the same facets.
type group struct {
	values []facetValue
	docs   *roaring.Bitmap
}

// someDays are documents that stand for the whole on some days only.
type someDays struct {
	first, last legislation.Day
	docs        *roaring.Bitmap
}

// shelves keep what segments are counted by for as long as they are part of the index.
type shelves struct {
	mu sync.Mutex
	of map[uint64]*shelf
}

type fieldTerm struct{ field, term string }

// postings are the documents of a segment with a term.
type postings struct {
	docs *roaring.Bitmap
	list scorchsegment.PostingsList
}

// snapshot opens the index as it is now; it must be closed, and nothing of it is used
// after that.
func (s *state) snapshot() (*snapshot, error) {
	open, err := s.bleve.Advanced()
	if err != nil {
		return nil, err
	}
	reader, err := open.Reader()
	if err != nil {
		return nil, err
	}
	parts, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("the index is a %T, not bleve's scorch", reader)
	}
	out := &snapshot{reader: reader}
	for _, p := range parts.Segments() {
		g := &segment{Segment: p.Segment(), first: uint32(out.docs), gone: p.Deleted(), fields: map[string]scorchsegment.TermDictionary{}, terms: map[fieldTerm]*postings{}}
		out.segments = append(out.segments, g)
		out.docs += int(p.Segment().Count())
	}
	if err := s.shelves.fill(parts.Segments(), out.segments); err != nil {
		reader.Close()
		return nil, err
	}
	return out, nil
}

func (s *snapshot) close() { s.reader.Close() }

// fill gives segments their shelves, and forgets those of segments that are merged.
func (s *shelves) fill(parts []*scorch.SegmentSnapshot, segments []*segment) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	of := make(map[uint64]*shelf, len(parts))
	for i, p := range parts {
		known, ok := s.of[p.Id()]
		if !ok {
			var err error
			if known, err = segments[i].readShelf(); err != nil {
				return err
			}
		}
		of[p.Id()], segments[i].shelf = known, known
	}
	s.of = of
	return nil
}

func (g *segment) readShelf() (*shelf, error) {
	out := &shelf{}
	err := g.eachTerm(fieldFacets, func(term string, docs *roaring.Bitmap) {
		var values []facetValue
		eachFacet(term, func(v facetValue) { values = append(values, v) })
		out.groups = append(out.groups, group{values, docs})
	})
	if err != nil {
		return nil, err
	}
	return out, g.eachTerm(fieldWindow, func(term string, docs *roaring.Bitmap) {
		w := someDays{docs: docs}
		if _, err := fmt.Sscan(term, &w.first, &w.last); err == nil { // written by windowText
			out.times = append(out.times, w)
		}
	})
}

// eachTerm goes through the terms of a field, with copies of their documents.
func (g *segment) eachTerm(field string, do func(term string, docs *roaring.Bitmap)) error {
	d, err := g.dictionary(field)
	if err != nil {
		return err
	}
	for terms := d.AutomatonIterator(nil, nil, nil); ; {
		t, err := terms.Next()
		if err != nil || t == nil {
			return err
		}
		p, err := g.postings(fieldTerm{field, t.Term})
		if err != nil {
			return err
		}
		do(t.Term, roaring.BitmapOf(p.docs.ToArray()...)) // the segment's own ends with it
	}
}

func (g *segment) dictionary(field string) (scorchsegment.TermDictionary, error) {
	if d, ok := g.fields[field]; ok {
		return d, nil
	}
	d, err := g.Segment.Dictionary(field)
	if err == nil {
		g.fields[field] = d
	}
	return d, err
}

// postings are the documents with a term, among them those that are deleted.
func (g *segment) postings(t fieldTerm) (*postings, error) {
	if p, ok := g.terms[t]; ok {
		return p, nil
	}
	d, err := g.dictionary(t.field)
	if err != nil {
		return nil, err
	}
	list, err := d.PostingsList([]byte(t.term), nil, nil)
	if err != nil {
		return nil, err
	}
	p := &postings{list: list, docs: roaring.New()}
	if bits, ok := list.Iterator(false, false, false, nil).(scorchsegment.OptimizablePostingsIterator); ok {
		if doc, only := bits.DocNum1Hit(); only {
			p.docs = roaring.BitmapOf(uint32(doc))
		} else if all := bits.ActualBitmap(); all != nil {
			p.docs = all
		}
	}
	g.terms[t] = p
	return p, nil
}

// standing takes documents out that are deleted, or do not stand for the whole on a day.
func (g *segment) standing(docs *roaring.Bitmap, on legislation.Day) *roaring.Bitmap {
	out := docs.Clone()
	if g.gone != nil {
		out.AndNot(g.gone)
	}
	for _, w := range g.times {
		if on < w.first || w.last < on {
			out.AndNot(w.docs)
		}
	}
	return out
}

// with are the documents of which one value of each facet is among those that are asked
// for; facets without any are not asked for.
func (s *shelf) with(asked [facetCount][]string) *roaring.Bitmap {
	var sets []*roaring.Bitmap
	for _, g := range s.groups {
		if g.passes(asked) {
			sets = append(sets, g.docs)
		}
	}
	return roaring.FastOr(sets...)
}

func (g group) passes(asked [facetCount][]string) bool {
	for facet, values := range asked {
		if len(values) > 0 && !slices.ContainsFunc(g.values, func(v facetValue) bool { return v.facet == facet && slices.Contains(values, v.text) }) {
			return false
		}
	}
	return true
}
