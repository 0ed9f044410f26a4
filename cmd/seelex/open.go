package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"seelex/api/answer"
	"seelex/cmd/seelex/gctune"
	"seelex/index"
	"seelex/legislation/corpus"
	"seelex/legislation/lint"
	"seelex/legislation/store"
)

// opened is an open knowledge base.
type opened struct {
	*answer.Service
	store *store.Store
	index *index.Index
}

// open opens the data directory. An empty one is loaded with the curated corpus; one
// loaded with another corpus is brought up to date and keeps what was imported.
func (g *global) open() (*opened, error) {
	// Soon after it; or while it lasts, where a large index is built anew in more memory than a start has.
	started := time.AfterFunc(5*time.Second, func() { gctune.Started(g.growth) })
	defer started.Reset(time.Second)
	var files fs.FS = corpus.Embedded()
	if g.corpus != "" {
		files = os.DirFS(g.corpus)
	}
	hash := sync.OnceValues(func() (string, error) { return corpus.Hash(files) })
	go hash() // beside the reading of the store
	s, err := store.Open(g.data)
	if err != nil {
		return nil, err
	}
	if err := g.load(s, files, hash); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	x, err := index.Open(g.data, s, progress("indexing"))
	if _, ok := errors.AsType[*index.Behind](err); ok {
		fmt.Fprintln(os.Stderr, err)
	} else if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return &opened{answer.New(s, x), s, x}, nil
}

// load brings the store up to date. The embedded corpus was linted by the tests; of another
// one a person is told what its pages do not show.
func (g *global) load(s *store.Store, files fs.FS, hash func() (string, error)) error {
	name, err := hash()
	if err != nil || name == s.Corpus() {
		return err
	}
	c, err := corpus.Load(files)
	if err != nil {
		return err
	}
	if g.corpus != "" {
		report, err := lint.Run(files, nil)
		if err != nil {
			return err
		}
		if n := report.Count(lint.Fault); n > 0 {
			fmt.Fprintf(os.Stderr, "the corpus has errors (%d); 'seelex lint %s' says which\n", n, g.corpus)
		}
	}
	return s.Load(c, name)
}

// Close closes the index and the store.
func (o *opened) Close() error { return errors.Join(o.index.Close(), o.store.Close()) }

// with opens the knowledge base for one command.
func (g *global) with(do func(o *opened) error) error {
	o, err := g.open()
	if err != nil {
		return err
	}
	return errors.Join(do(o), o.Close())
}

// progress shows how long work gets on, when a person watches.
func progress(what string) func(done, total int) {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return nil
	}
	var bar *progressbar.ProgressBar
	return func(done, total int) {
		if bar == nil {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetDescription(what),
				progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100e6))
		}
		_ = bar.Set(done) // only the display
	}
}
