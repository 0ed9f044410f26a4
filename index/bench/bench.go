//go:build sqlite_fts5

// Package bench asks other search engines the judged queries, over the documents that
// seelex has indexed, and reports how seelex compares: `make bench-search`.
//
// Each engine is tried in several ways of indexing and asking, and the one that scores
// best on the very queries that are reported stands in the table: the choice favours
// the other engine. What they lack is what they lack: no thesaurus, no citations.
//
// SQLite is mattn/go-sqlite3, the C library itself: a translation of it would be
// measured with its own costs. It needs the build tag sqlite_fts5, and so all of this
// package does; none of it is part of the program.
package bench

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"seelex/index/judged"
	"seelex/legislation"
)

// Hits is how many hits an engine is asked for.
const Hits = 20

// Document is what seelex indexes of one version of one thing.
type Document struct {
	ID                             legislation.ID
	Jurisdiction, Type, Confidence string
	Topics                         []string
	First, Last                    legislation.Day     // the days on which it stands for the whole
	Heads, Bodies                  map[string][]string // by language: headings, terms and titles; digests and the rest
}

// texts joins the texts of the given languages; of all when none is given.
func texts(of map[string][]string, languages ...string) string {
	var b strings.Builder
	for _, language := range slices.Sorted(maps.Keys(of)) {
		if len(languages) > 0 && !slices.Contains(languages, language) {
			continue
		}
		for _, t := range of[language] {
			b.WriteString(t + "\n")
		}
	}
	return b.String()
}

// Way is one way of asking an engine: ids, best first.
type Way struct {
	Name string
	Ask  func(context.Context, judged.Query) ([]string, error)
}

// Outcome is what a way of asking came to.
type Outcome struct {
	Way
	Results []judged.Result
	Times   []time.Duration // one for each query asked
}

// Run asks all queries.
func (w Way) Run(ctx context.Context, queries []judged.Query) (Outcome, error) {
	o := Outcome{Way: w}
	for _, q := range queries {
		start := time.Now()
		ids, err := w.Ask(ctx, q)
		if err != nil {
			return o, err
		}
		o.Times = append(o.Times, time.Since(start))
		o.Results = append(o.Results, judged.Result{Query: q, Hits: ids})
	}
	return o, nil
}

// Best runs all ways and returns the outcomes by nDCG@10, the highest first.
func Best(ctx context.Context, ways []Way, queries []judged.Query) ([]Outcome, error) {
	var all []Outcome
	for _, w := range ways {
		o, err := w.Run(ctx, queries)
		if err != nil {
			return nil, err
		}
		all = append(all, o)
	}
	slices.SortStableFunc(all, func(a, b Outcome) int {
		return cmp.Compare(judged.Mean(b.Results).NDCG10, judged.Mean(a.Results).NDCG10)
	})
	return all, nil
}

// day is the day that a query asks about.
func day(q judged.Query, today legislation.Day) (legislation.Day, error) {
	if q.Filters.On == "" {
		return today, nil
	}
	return legislation.ParseDay(q.Filters.On)
}

// words are the words of a text.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r)
	})
}

// join appends what is new of more, up to the number of hits.
func join(ids, more []string) []string {
	for _, id := range more {
		if len(ids) < Hits && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}
