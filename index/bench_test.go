//go:build sqlite_fts5

package index

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"testing"
	"time"

	"seelex/index/bench"
	"seelex/index/judged"
	"seelex/legislation"
)

// TestBenchSearch measures seelex beside SQLite FTS5 and PostgreSQL full text search, on
// the same documents and queries in one run: `make bench-search`.
func TestBenchSearch(t *testing.T) {
	queries, err := judged.ReadDir(os.DirFS(*queriesDir), ".")
	if err != nil {
		t.Fatal(err)
	}
	x := corpusIndex(t)
	docs, err := x.benchDocuments()
	if err != nil {
		t.Fatal(err)
	}
	w := os.Stdout
	fmt.Fprintf(w, "%d judged queries on %d documents\n", len(queries), len(docs))
	ctx, stop := signal.NotifyContext(t.Context(), os.Interrupt) // so that the server is stopped
	defer stop()
	lite, err := bench.OpenSQLite(docs, today)
	if err != nil {
		t.Fatal(err)
	}
	defer lite.Close()
	pg, err := bench.OpenPostgres(ctx, docs, today)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := pg.Close(); err != nil {
			t.Error(err)
		}
	}()
	var columns []bench.Column
	for _, c := range []struct {
		name string
		ways []bench.Way
	}{{"seelex", x.benchWays()}, {"SQLite FTS5", lite.Ways()}, {"PostgreSQL", pg.Ways()}} {
		tried, err := bench.Best(ctx, c.ways, queries)
		if err != nil {
			t.Fatal(err)
		}
		columns = append(columns, bench.Column{Name: c.name, Tried: tried})
		if len(tried) > 1 {
			bench.Ways(w, columns[len(columns)-1])
		}
	}
	bench.Quality(w, columns)
	bench.Ratios(w, columns)
	if err := costs(ctx, w, x, queries, columns); err != nil {
		t.Fatal(err)
	}
}

// benchWays is how seelex is asked: as by everybody.
func (x *Index) benchWays() []bench.Way {
	return []bench.Way{{Name: "seelex", Ask: func(ctx context.Context, q judged.Query) ([]string, error) {
		r, err := requestOf(q)
		if err != nil {
			return nil, err
		}
		a, err := x.Search(ctx, r)
		if err != nil {
			return nil, err
		}
		ids := make([]string, len(a.Hits))
		for i, h := range a.Hits {
			ids[i] = h.ID
		}
		return ids, nil
	}}}
}

// costs prints what a query costs, all engines in this process, and where seelex spends it.
func costs(ctx context.Context, w io.Writer, x *Index, queries []judged.Query, columns []bench.Column) error {
	fmt.Fprintln(w, "\ncost of a query, one at a time; the others give ids only, seelex also facets, snippets and how it understood")
	for _, c := range columns {
		o, err := c.Tried[0].Run(ctx, queries)
		if err != nil {
			return err
		}
		bench.Cost(w, c.Name, o.Times)
	}
	parts, err := x.shares(ctx, queries)
	if err != nil {
		return err
	}
	var whole time.Duration
	for _, p := range parts {
		whole += p.sum()
	}
	fmt.Fprintln(w, "\nof it, in seelex")
	for _, p := range parts {
		bench.Cost(w, fmt.Sprintf("%-27s %3.0f %%", p.name, 100*float64(p.sum())/float64(whole)), p.times)
	}
	return nil
}

type share struct {
	name  string
	times []time.Duration
}

func (s share) sum() (sum time.Duration) {
	for _, t := range s.times {
		sum += t
	}
	return sum
}

// shares times the steps of Search one by one.
func (x *Index) shares(ctx context.Context, queries []judged.Query) ([]share, error) {
	s, err := x.hold()
	if err != nil {
		return nil, err
	}
	defer s.now.release()
	parts := []share{{name: "analysis and concepts"}, {name: "citation and spelling"}, {name: "matching and ranking"}, {name: "hits and snippets"}}
	for _, q := range queries {
		r, err := requestOf(q)
		if err != nil {
			return nil, err
		}
		start := time.Now()
		lap := func(part int) {
			parts[part].times = append(parts[part].times, time.Since(start))
			start = time.Now()
		}
		s.knowledge().understand(r)
		lap(0)
		u, _, err := x.read(s, r)
		parts[1].times = append(parts[1].times, max(0, time.Since(start)-parts[0].times[len(parts[0].times)-1]))
		start = time.Now()
		if err != nil {
			return nil, err
		}
		found, err := x.find(ctx, s, u)
		lap(2)
		if err != nil {
			return nil, err
		}
		if _, err := x.hits(s.state, u, found.page, new([]Hit)); err != nil {
			return nil, err
		}
		lap(3)
	}
	return parts, nil
}

// benchDocuments are the documents of the index, for others to index.
func (x *Index) benchDocuments() (docs []bench.Document, err error) {
	k := x.state.Load().knowledge()
	add := func(all ...*document) {
		for _, d := range all {
			docs = append(docs, benchDocument(d))
		}
	}
	err = x.source.Provisions(func(p *legislation.Provision) error {
		add(k.provisionDocuments(p)...)
		return nil
	})
	for _, i := range k.catalog.Instruments {
		add(k.instrumentDocument(i))
	}
	for _, p := range k.catalog.Positions {
		all := k.catalog.PositionsOf(p.Jurisdiction, p.Topic)
		for i := range all {
			if all[i] == p {
				add(k.positionDocument(all, i))
			}
		}
	}
	if n := len(x.state.Load().curated.docs); n != len(docs) {
		err = errors.Join(err, fmt.Errorf("seelex has indexed %d documents, these are %d", n, len(docs)))
	}
	return docs, err
}

func benchDocument(d *document) bench.Document {
	text := func(field string) string { s, _ := d.fields[field].(string); return s }
	topics, _ := d.fields[fieldTopic].([]string)
	return bench.Document{ID: d.key.id, Jurisdiction: text(fieldJurisdiction), Type: text(fieldType), Confidence: text(fieldConfidence), Topics: topics,
		First: d.first, Last: d.last, Heads: d.heads, Bodies: d.bodies}
}

func requestOf(q judged.Query) (Request, error) {
	r := Request{Text: q.Text, Jurisdictions: q.Filters.Jurisdictions, Topics: q.Filters.Topics, Types: q.Filters.Types,
		Confidences: q.Filters.Confidence, On: today, Today: today, Expand: true, Limit: bench.Hits}
	if q.Filters.On == "" {
		return r, nil
	}
	var err error
	r.On, err = legislation.ParseDay(q.Filters.On)
	return r, err
}
