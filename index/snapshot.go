package index

import (
	"errors"
	"fmt"
	"slices"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	scorchsegment "github.com/blevesearch/scorch_segment_api/v2"

	"seelex/legislation"
)

// snapshot is bleve's index of the official texts as it was when an import was complete:
// until the next one is, it stays what searches see. Bleve's searchers visit every hit of
// every word to score and count it, which costs as much as there are hits. Its segments
// hold the documents of a term as a bitmap, and whole bitmaps are joined and counted in
// microseconds, however many documents they are of; then only the best hits are visited.
type snapshot struct {
	reader bleveindex.IndexReader
	users  atomic.Int64 // the index itself and the searches; the last one closes the reader
	parts  []*part
	docs   int // without those that are deleted
}

// part is one of the segments that bleve keeps an index in.
type part struct {
	scorchsegment.Segment
	shelf
	first uint32          // number of its first document among those of all parts
	gone  *roaring.Bitmap // documents that are deleted; nil for none
}

// segment is a part with what a search has looked up in it.
type segment struct {
	*part
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

type fieldTerm struct{ field, term string }

// postings are the documents of a segment with a term.
type postings struct {
	docs *roaring.Bitmap
	list scorchsegment.PostingsList
}

// newSnapshot holds the index as it is now.
func newSnapshot(b bleve.Index) (*snapshot, error) {
	open, err := b.Advanced()
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	reader, err := open.Reader()
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	segments, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return nil, errors.Join(fmt.Errorf("the index is a %T, not bleve's scorch", reader), reader.Close())
	}
	if segments == nil {
		return nil, bleve.ErrorIndexClosed
	}
	s := &snapshot{reader: reader}
	s.users.Store(1)
	first := uint32(0)
	for _, g := range segments.Segments() {
		p := &part{Segment: g.Segment(), first: first, gone: g.Deleted()}
		if p.shelf, err = newSegment(p).readShelf(); err != nil {
			return nil, errors.Join(err, reader.Close())
		}
		s.parts = append(s.parts, p)
		first += uint32(p.Count())
		s.docs += int(g.Count()) // of a segment as it is now; that of a part never changes
	}
	return s, nil
}

func newSegment(p *part) *segment {
	return &segment{p, map[string]scorchsegment.TermDictionary{}, map[fieldTerm]*postings{}}
}

// acquire keeps the snapshot open until it is released; it is false where it is closed
// already, since there is a newer one.
func (s *snapshot) acquire() bool {
	for {
		n := s.users.Load()
		if n == 0 {
			return false
		}
		if s.users.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

func (s *snapshot) release() {
	if s.users.Add(-1) == 0 {
		s.reader.Close()
	}
}

// segments are the parts for one search.
func (s *snapshot) segments() []*segment {
	out := make([]*segment, len(s.parts))
	for i, p := range s.parts {
		out[i] = newSegment(p)
	}
	return out
}

func (g *segment) readShelf() (out shelf, err error) {
	err = g.eachTerm(fieldFacets, func(term string, docs *roaring.Bitmap) {
		var values []facetValue
		eachFacet(term, func(v facetValue) { values = append(values, v) })
		out.groups = append(out.groups, group{values, docs})
	})
	if err != nil {
		return out, err
	}
	var unread error
	err = g.eachTerm(fieldWindow, func(term string, docs *roaring.Bitmap) {
		w := someDays{docs: docs}
		if _, err := fmt.Sscan(term, &w.first, &w.last); err != nil { // written by windowText
			unread = fmt.Errorf("index: window %q: %w", term, err)
		}
		out.times = append(out.times, w)
	})
	return out, errors.Join(err, unread)
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
func (s shelf) with(asked [facetCount][]string) *roaring.Bitmap {
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
