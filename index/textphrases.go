package index

import (
	"context"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
)

// Bounds of what one search reads to look for phrases. What lies beyond, among the texts
// that answer it less well, counts as not saying them.
const (
	phraseCandidates = 1000    // texts
	phraseBytes      = 2 << 20 // of text
	phraseRound      = 64      // texts that are read before the bytes are counted
)

// looked is where phrases were looked for in one search: it asks several times.
type looked struct {
	bytes int
	said  map[lookup]bool
}

type lookup struct {
	doc     uint32
	phrases string
}

// checkPhrases keeps the texts in which phrases stand and takes those out in which
// excluded ones do: the index only knows that their words do. A word that is excluded
// needs no look at the text.
func (x *Index) checkPhrases(ctx context.Context, s *held, m *textMatch, u *understood) error {
	if len(u.phrases) > 0 {
		said, err := x.saying(ctx, s, m, u.phrases...)
		if err != nil {
			return err
		}
		for i, in := range m.in {
			in.all.And(said[i])
		}
	}
	for n, not := range u.not {
		among := &textMatch{m.query, make([]*matched, len(m.in)), m.docs}
		said := make([]*roaring.Bitmap, len(m.in))
		for i, in := range m.in {
			words, err := in.answering(m.query.not[n], false)
			if err != nil {
				return err
			}
			said[i] = roaring.And(in.all, words)
			among.in[i] = &matched{in.segment, in.tiers, said[i]}
		}
		if slices.ContainsFunc(m.query.not[n], func(words allOf) bool { return len(words) > 1 }) {
			var err error
			if said, err = x.saying(ctx, s, among, not); err != nil {
				return err
			}
		}
		for i, in := range m.in {
			in.all.AndNot(said[i])
		}
	}
	return nil
}

// saying are those of the best texts in which all phrases stand, by segment.
func (x *Index) saying(ctx context.Context, s *held, m *textMatch, phrases ...string) ([]*roaring.Bitmap, error) {
	books := make([]*phrasebook, len(phrases)) // a book finds the longest phrase only where several overlap
	for i, phrase := range phrases {
		maker := newPhraseMaker(newTermMaker())
		for _, code := range families(phrase) {
			maker.addAll(code, phrase, i)
		}
		books[i] = maker.done()
	}
	all := strings.Join(phrases, "\x00")
	best, err := m.best(phraseCandidates, [facetCount][]string{})
	if err != nil {
		return nil, err
	}
	unread := slices.DeleteFunc(slices.Clone(best), func(hit scored) bool { _, known := s.looked.said[lookup{hit.doc, all}]; return known })
	for round := range slices.Chunk(unread, phraseRound) {
		if s.looked.bytes > phraseBytes {
			break
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		said, bytes := make([]bool, len(round)), make([]int, len(round))
		err := sideBySide(len(round), func(i int) error {
			k, err := s.now.key(round[i].doc)
			if err != nil {
				return err
			}
			texts, err := x.passages(s.state, k)
			for _, t := range texts {
				bytes[i] += len(t.text)
			}
			if err != nil {
				return notStale(err)
			}
			said[i] = standIn(books, texts)
			return nil
		})
		if err != nil {
			return nil, err
		}
		for i, hit := range round {
			s.looked.said[lookup{hit.doc, all}] = said[i]
			s.looked.bytes += bytes[i]
		}
	}
	out := make([]*roaring.Bitmap, len(m.in))
	for i := range out {
		out[i] = roaring.New()
	}
	for _, hit := range best {
		if s.looked.said[lookup{hit.doc, all}] {
			at := s.now.part(hit.doc)
			out[at].Add(hit.doc - s.now.parts[at].first)
		}
	}
	return out, nil
}
