package main

import (
	"context"

	"seelex/api/answer"
	"seelex/index"
	corpusfiles "seelex/legislation/corpus"
	"seelex/legislation/official/importer"
	"seelex/legislation/store"
)

// seelex is the import as 'seelex import' does it, with the curated corpus loaded
// before.
type seelex struct{}

func open(folder string) (*answer.Service, func(), error) {
	s, err := store.Open(folder)
	if err != nil {
		return nil, nil, err
	}
	if s.Generation() == 0 {
		c, err := corpusfiles.Load(corpusfiles.Embedded())
		if err != nil {
			return nil, nil, err
		}
		if err := s.Load(c, "embedded"); err != nil {
			return nil, nil, err
		}
	}
	x, err := index.Open(folder, s, nil)
	if err != nil {
		return nil, nil, err
	}
	return answer.New(s, x), func() { x.Close(); s.Close() }, nil
}

func (seelex) load(c corpus, folder string) (articles int, err error) {
	service, end, err := open(folder)
	if err != nil {
		return 0, err
	}
	defer end()
	items := make([]importer.Item, 0, len(c.files()))
	flush := func() error {
		report, err := service.Import(context.Background(), items, importer.Options{})
		if err != nil {
			return err
		}
		for _, f := range report.Files {
			articles += f.Articles
		}
		items = items[:0]
		return nil
	}
	if c.times == 1 {
		for _, f := range c.files() {
			items = append(items, importer.Item{Path: f, Jurisdiction: "GR"})
		}
		return articles, flush()
	}
	for _, f := range c.files() { // the copies are made in memory, so many at a time
		err := c.copies(f, func(name string, data []byte) error {
			items = append(items, importer.Item{Path: name, Data: data, Jurisdiction: "GR"})
			if len(items) < 1000 {
				return nil
			}
			return flush()
		})
		if err != nil {
			return articles, err
		}
	}
	return articles, flush()
}

func (seelex) query(folder string) (func(string) (int, error), error) {
	service, _, err := open(folder)
	if err != nil {
		return nil, err
	}
	on := service.Today()
	return func(words string) (int, error) {
		a, err := service.Search(context.Background(), index.Request{Text: words, On: on, Today: on, Expand: true, Limit: 10})
		if err != nil {
			return 0, err
		}
		return a.Total, nil
	}, nil
}
