package index

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"time"

	"seelex/legislation"
)

const (
	firstHits = 200 // hits that are put in order across kinds; MaxWindow bounds how many follow
	enough    = 0.5 // share of the units that a hit must answer
	few       = 40  // with fewer hits, one unit is enough
)

// Search answers a request. It never fails on what the text is, only when the index
// itself does or the context ends.
func (x *Index) Search(ctx context.Context, r Request) (*Answer, error) {
	start := time.Now()
	s, err := x.hold()
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	defer s.now.release()
	u, suggestion, err := x.read(s, r)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	result, err := x.find(ctx, s, u)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	a := &Answer{Total: result.total, Facets: result.tally.facets()}
	a.Query = Query{Suggestion: suggestion, Text: r.Text, Expanded: orEmpty(u.expand), Jurisdictions: orEmpty(u.places), Filters: orEmpty(u.filters), Unread: u.unread, On: u.request.On, Ignored: u.ignored,
		Citation: u.cited.answer(u.request.On, r.Today)}
	a.space = hitSpaces.Get().(*[]Hit)
	if a.Hits, err = x.hits(s.state, u, result.page, a.space); err != nil {
		return nil, err
	}
	if a.Total == 0 {
		if a.Ways, err = x.waysOn(ctx, s, u); err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
	}
	a.TookMS = math.Round(float64(time.Since(start).Microseconds())/10) / 100
	return a, nil
}

// hitSpaces are where hits lie, used again and again: they are most of what a search needs.
var hitSpaces = sync.Pool{New: func() any { return new([]Hit) }}

// Free gives the space of the hits to later answers. Nothing of this one may be used any
// more.
func (a *Answer) Free() {
	if a.space != nil {
		clear(*a.space)
		hitSpaces.Put(a.space)
	}
	*a = Answer{}
}

// hits reads what is shown of a page. Official texts are long: they are read beside each
// other.
func (x *Index) hits(s *state, u *understood, page []ranked, space *[]Hit) ([]Hit, error) {
	*space = slices.Grow((*space)[:0], len(page))[:len(page)]
	out := *space
	s.knowledge().marker(u) // made once, for all
	var texts []int
	var cut cutter
	for i, r := range page {
		if r.doc < 0 {
			texts = append(texts, i)
		} else if err := x.hit(s, u, r, &cut, &out[i]); err != nil {
			return nil, err
		}
	}
	if len(texts) == 0 {
		return out, nil
	}
	stale := make([]bool, len(page))
	err := sideBySide(len(texts), func(n int) error {
		i := texts[n]
		err := x.hit(s, u, page[i], new(cutter), &out[i])
		stale[i] = err != nil
		return notStale(err)
	})
	kept := out[:0]
	for i := range out {
		if !stale[i] {
			kept = append(kept, out[i])
		}
	}
	return kept, err
}

// sideBySide does something for each of so many things, all at once.
func sideBySide(n int, do func(int) error) error {
	failed := make([]error, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			defer func() { // nobody else would catch it here, and the server would end
				if p := recover(); p != nil {
					failed[i] = fmt.Errorf("search: %v", p)
				}
			}()
			failed[i] = do(i)
		})
	}
	all.Wait()
	return errors.Join(failed...)
}

// result is what was found of everything: the page that was asked for, and counts.
type result struct {
	total, anywhere int // anywhere: without the filters
	page            []ranked
	tally           tally
}

// find looks for what answers most of the query. Where hardly anything does, one unit
// of it is enough; whether that is so does not depend on the filters, so that a facet's
// count is what following it finds, unless it would find nothing.
func (x *Index) find(ctx context.Context, s *held, u *understood) (*result, error) {
	query := s.wanted(u)
	r, err := x.findAll(ctx, s, u, query)
	if err != nil || r.anywhere >= few && r.total > 0 {
		return r, err
	}
	if u.anyUnit = len(u.units) > 1; u.anyUnit {
		if r, err = x.findAll(ctx, s, u, query); err != nil {
			return nil, err
		}
	}
	if r.total == 0 && s.meant(u) {
		return x.findAll(ctx, s, u, s.wanted(u))
	}
	return r, nil
}

// findAll looks for a query's units among what is curated, and among the official texts.
func (x *Index) findAll(ctx context.Context, s *held, u *understood, query []wanted) (*result, error) {
	from, to := u.request.Offset, min(u.request.Offset+u.request.Limit, MaxWindow)
	work := s.curated.scratch.Get().(*scratch)
	defer s.curated.scratch.Put(work)
	defer work.clear()
	curated := s.curated.match(work, s.state, u, query, max(firstHits, to))
	s.curated.inLegalOrder(curated.best[:min(len(curated.best), firstHits)])
	r := &result{total: curated.total, anywhere: curated.anywhere, tally: newTally(s.curated.values, curated.counts)}
	if !s.texts {
		r.page = s.ranked(page(curated.best, from, to))
		return r, nil
	}
	texts, err := x.findTexts(ctx, s, u, max(firstHits, to-curated.total))
	if err != nil {
		return nil, err
	}
	r.total += texts.total
	r.anywhere += texts.anywhere
	r.tally.addTexts(texts.counts)
	r.page = page(beside(s.ranked(curated.best), texts.best), from, to)
	return r, nil
}

func page[T any](all []T, from, to int) []T {
	from = min(from, len(all))
	return all[from:max(from, min(to, len(all)))]
}

func (s *state) ranked(docs []scored) []ranked {
	out := make([]ranked, len(docs))
	for i, d := range docs {
		out[i] = ranked{s.curated.docs[d.doc].key, int(d.doc), d.score}
	}
	return out
}

// beside puts the first official texts among what is curated, by their scores, and the
// others behind it.
func beside(curated, texts []ranked) []ranked {
	out := make([]ranked, 0, len(curated)+len(texts))
	first := texts[:min(len(texts), firstHits)]
	for len(curated) > 0 || len(first) > 0 {
		if len(first) == 0 || len(curated) > 0 && curated[0].score >= first[0].score {
			out, curated = append(out, curated[0]), curated[1:]
		} else {
			out, first = append(out, first[0]), first[1:]
		}
	}
	return append(out, texts[min(len(texts), firstHits):]...)
}

// read understands a request. Words that the law does not know are read as what they
// most likely mean, and that reading is suggested.
func (x *Index) read(s *held, r Request) (u *understood, suggestion *string, err error) {
	u = s.knowledge().understand(r)
	if u.cited, err = x.citedBy(s.state, u); err != nil {
		return nil, nil, err
	}
	if len(u.cited.laws()) > 0 {
		u.phrases = nil // in quotes stands the gazette: „Sl. list CG“, br. 40/2008
	}
	u.written = s.writtenIn(u)
	if u.cited == nil {
		s.readParts(u)
		if better := s.correct(u); better != "" {
			suggestion = &better
			u = s.knowledge().respell(r, u, better)
			u.written = s.writtenIn(u)
		}
	}
	u.leaveOut()
	return u, suggestion, nil
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
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

// status is a hit's status on the day of the request.
func (k key) status(on legislation.Day) legislation.Status {
	switch {
	case k.from == legislation.DayMax:
		return legislation.Drafted
	case k.to < on:
		return legislation.Ended
	case k.from > on:
		return legislation.NotYet
	}
	return legislation.InForce
}
