package main

import (
	"context"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
)

// plainBleve indexes the articles as bleve does by itself: its standard analyzer, no
// stored text, batches of the size that seelex takes.
type plainBleve struct{}

func (plainBleve) load(c corpus, folder string) (articles int, err error) {
	m := bleve.NewIndexMapping()
	m.StoreDynamic = false
	x, err := bleve.New(filepath.Join(folder, "bleve"), m)
	if err != nil {
		return 0, err
	}
	batch, size := x.NewBatch(), 0
	flush := func() error {
		err := x.Batch(batch)
		batch.Reset()
		size = 0
		return err
	}
	err = c.articles(func(list []article) error {
		for _, a := range list {
			if err := batch.Index(a.id, map[string]string{"text": a.text}); err != nil {
				return err
			}
			articles++
			if size += len(a.text); size > 8<<20 {
				if err := flush(); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return articles, err
	}
	if err := flush(); err != nil {
		return articles, err
	}
	return articles, x.Close()
}

func (plainBleve) query(folder string) (func(string) (int, error), error) {
	x, err := bleve.Open(filepath.Join(folder, "bleve"))
	if err != nil {
		return nil, err
	}
	return func(words string) (int, error) {
		q := bleve.NewMatchQuery(words)
		q.SetOperator(1) // all words, as FTS5 has it
		r, err := x.SearchInContext(context.Background(), bleve.NewSearchRequestOptions(q, 10, 0, false))
		if err != nil {
			return 0, err
		}
		return int(r.Total), nil
	}, nil
}
