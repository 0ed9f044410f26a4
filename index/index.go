package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/blevesearch/bleve/v2"

	"seelex/index/lang"
	"seelex/legislation"
	"seelex/legislation/cite"
)

// FolderName is the name of the index in the data directory.
const FolderName = "index"

// Source is what an index is built from.
type Source interface {
	Generation() uint64
	// Corpus names the curated corpus that was loaded last.
	Corpus() string
	Catalog() *legislation.Catalog
	Provision(legislation.ID) (*legislation.Provision, error)
	Below(legislation.ID) ([]*legislation.Provision, error)
	Provisions(do func(*legislation.Provision) error) error
	// Find gives an id as published, of a provision that is curated or imported.
	Find(legislation.ID) (legislation.ID, bool)
	// Changed lists the instruments whose texts were imported since a generation.
	Changed(since uint64) (ids []legislation.ID, known bool)
	Wordings(legislation.ID) ([]legislation.Wording, error)
	Texts(legislation.ID, func(legislation.ID, []legislation.Wording) error) error
}

// Index is an open search index. Its methods may be called from many goroutines.
type Index struct {
	source Source
	folder string
	update sync.Mutex // one build at a time
	torn   bool       // a build was cut short: bleve has part of an import; guarded by update
	broken error      // why bleve could not write; it can no more until it is opened again; guarded by update
	state  atomic.Pointer[state]
	steady sync.RWMutex               // held when another state takes the place of the present one
	later  atomic.Pointer[time.Timer] // what is prepared once the start is over
	names  atomic.Pointer[names]
}

// state is the index of one generation.
type state struct {
	stamp
	bleve      bleve.Index              // of the official texts
	texts      bool                     // there are any
	textLangs  map[string]bool          // language families that they are in
	present    atomic.Pointer[snapshot] // of bleve
	curated    *curated
	catalog    *legislation.Catalog
	know       *knowledge
	reader     func() *cite.Reader
	vocabulary func() *vocabulary
	entries    func() *entries
	cards      sync.Map // *item → *card
}

func (s *state) knowledge() *knowledge { return s.know }

// held is a state whose texts stay open until they are released.
type held struct {
	*state
	now      *snapshot
	segments []*segment // of it, with what the search has looked up
	looked   looked
}

// hold is the present state: all of an import is in it, or nothing.
func (x *Index) hold() (*held, error) {
	for {
		s := x.state.Load()
		now := s.present.Load()
		if now.acquire() {
			return &held{s, now, now.segments(), looked{said: map[lookup]bool{}}}, nil
		}
		if x.state.Load() == s && s.present.Load() == now { // or there is a newer one
			return nil, bleve.ErrorIndexClosed
		}
	}
}

// Generation is that of the source that searches see.
func (x *Index) Generation() uint64 { return x.state.Load().Generation }

// Steady does something while searches go on to see what they see now: an import that is ready
// waits for its end.
func (x *Index) Steady(do func()) {
	x.steady.RLock()
	defer x.steady.RUnlock()
	do()
}

// stamp says what an index is of; it is kept inside it.
type stamp struct {
	Layout     string `json:"layout"`
	Generation uint64 `json:"generation"`
	Curated    uint64 `json:"curated"` // generation of what is curated; imports of texts leave it
	Corpus     string `json:"corpus"`  // another store may have come to the same generation
}

var stampKey = []byte("seelex")

// Behind is the error of an index that is open, and could not be brought to the generation of
// its source, such as on a full disk: what it held before is searched.
type Behind struct{ Err error }

func (b *Behind) Error() string {
	return "searches do not see what was imported last: " + b.Err.Error()
}

func (b *Behind) Unwrap() error { return b.Err }

// Open opens the index in the data directory. When it is missing, damaged, or of
// another generation than the source, it is built anew, reporting progress. With the
// error [*Behind] it is open all the same.
func Open(dir string, source Source, progress func(done, total int)) (*Index, error) {
	x := &Index{source: source, folder: filepath.Join(dir, FolderName)}
	x.namesOf(source.Catalog())
	curated := make(chan *curated, 1)
	go func() {
		c, err := loadCurated(x.folder)
		if err != nil {
			c = nil // it is made again
		}
		curated <- c
	}()
	b, err := openTexts(x.folder)
	if err != nil {
		return x, x.Rebuild(progress)
	}
	if has := readStamp(b); has.Layout == layout && has.Corpus == source.Corpus() {
		if c := <-curated; c != nil && c.generation == has.Curated {
			if x.become(b, c, has) == nil {
				err := x.CatchUp(context.Background(), progress)
				if err != nil && x.broken != nil {
					err = &Behind{err}
				}
				return x, err
			}
		}
	}
	b.Close()
	return x, x.Rebuild(progress)
}

func readStamp(b bleve.Index) (s stamp) {
	data, err := b.GetInternal(stampKey)
	if err != nil || json.Unmarshal(data, &s) != nil {
		return stamp{}
	}
	return s
}

// Close closes the index; an Index is not used after it.
func (x *Index) Close() error {
	x.names.Load().reader() // or they would not be kept for the next start
	x.later.Load().Stop()
	x.update.Lock()
	defer x.update.Unlock()
	s := x.state.Load()
	s.present.Load().release()
	return s.bleve.Close()
}

// Rebuild builds the index of the source's present generation beside the old one
// and then takes its place.
func (x *Index) Rebuild(progress func(done, total int)) error {
	x.update.Lock()
	defer x.update.Unlock()
	return x.rebuild(progress)
}

func (x *Index) rebuild(progress func(done, total int)) error {
	x.torn = true
	fresh := x.folder + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	generation := x.source.Generation()
	if err := x.build(fresh, generation, progress); err != nil {
		return errors.Join(err, os.RemoveAll(fresh))
	}
	old := x.state.Load()
	if old != nil {
		old.bleve.Close()
	}
	if err := os.RemoveAll(x.folder); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	if err := os.Rename(fresh, x.folder); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	b, err := bleve.Open(x.folder)
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	c, err := loadCurated(x.folder)
	if err != nil {
		return errors.Join(err, b.Close())
	}
	var texts []legislation.ID
	for _, i := range x.source.Catalog().Instruments {
		if len(i.Expressions) > 0 {
			texts = append(texts, i.ID)
		}
	}
	now := stamp{layout, generation, generation, x.source.Corpus()}
	if err := x.addTexts(context.Background(), b, c.lexicon, texts, now, progress); err != nil {
		return errors.Join(err, b.Close())
	}
	if err := x.become(b, c, now); err != nil {
		return errors.Join(err, b.Close())
	}
	return nil
}

// become makes an index the present one.
func (x *Index) become(b bleve.Index, c *curated, of stamp) error {
	present, err := newSnapshot(b)
	if err != nil {
		return err
	}
	catalog := x.source.Catalog()
	s := &state{stamp: of, bleve: b, curated: c, catalog: catalog, textLangs: map[string]bool{}}
	s.present.Store(present)
	for _, i := range catalog.Instruments {
		for _, e := range i.Expressions {
			if l, ok := lang.Find(e.Language); ok {
				s.texts, s.textLangs[l.Code] = true, true
			}
		}
	}
	s.know, s.reader = newKnowledge(catalog, c.lexicon), x.namesOf(catalog).reader
	s.vocabulary = sync.OnceValue(func() *vocabulary { return newVocabulary(catalog, x.source) })
	s.entries = sync.OnceValue(func() *entries { return newEntries(catalog) })
	x.steady.Lock()
	old := x.state.Swap(s)
	x.steady.Unlock()
	if old != nil {
		old.present.Load().release()
	}
	x.torn = false
	// The first misspelt query should not wait for the vocabulary, nor the first answers
	// of all for its making.
	later := time.AfterFunc(600*time.Millisecond, func() {
		s.vocabulary()
		s.entries()
		x.renew(s)
	})
	if before := x.later.Swap(later); before != nil {
		before.Stop()
	}
	return nil
}

// renew lets searches see the segments that bleve has written and joined meanwhile: what
// they hold is the same, in less memory.
func (x *Index) renew(s *state) {
	x.update.Lock()
	defer x.update.Unlock()
	if x.state.Load() != s || x.torn {
		return
	}
	if fresh, err := newSnapshot(s.bleve); err == nil {
		s.present.Swap(fresh).release()
	}
}

// build writes the index of everything that is curated, and an empty one for texts,
// into a folder.
func (x *Index) build(folder string, generation uint64, progress func(done, total int)) error {
	catalog, curated := x.source.Catalog(), new(curatedMaker)
	lexicon := make(chan *lexicon, 1)
	go func() { lexicon <- newLexicon(catalog) }() // while bleve waits for the disk
	texts, err := bleve.New(folder, newMapping())
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	know := newKnowledge(catalog, <-lexicon)
	total := len(catalog.Instruments) + len(catalog.Positions) + catalog.Counts.ProvisionVersions
	err = x.documents(know, func(d *document) error {
		curated.add(d)
		if progress != nil {
			progress(len(curated.docs), total)
		}
		return nil
	})
	return errors.Join(err, texts.Close(), curated.save(folder, generation, know.lexicon))
}

// documents makes a document for each version of everything that is curated, on all
// cores, and hands them over finished and in their order.
func (x *Index) documents(know *knowledge, do func(*document) error) error {
	const ahead = 64
	queue := make(chan chan *document, ahead)
	read := make(chan error, 1)
	go func() {
		defer close(queue)
		read <- x.unfinished(know, func(d *document) {
			ready := make(chan *document, 1)
			queue <- ready
			go func() { ready <- d.finish(know) }()
		})
	}()
	var err error
	for ready := range queue {
		if d := <-ready; err == nil {
			err = do(d)
		}
	}
	return errors.Join(<-read, err)
}

func (x *Index) unfinished(know *knowledge, do func(*document)) error {
	catalog := know.catalog
	err := x.source.Provisions(func(p *legislation.Provision) error {
		for _, d := range know.provisionDocuments(p) {
			do(d)
		}
		return nil
	})
	for _, i := range catalog.Instruments {
		if !i.Imported {
			do(know.instrumentDocument(i))
		}
	}
	for _, j := range catalog.Jurisdictions {
		for _, t := range catalog.Topics {
			all := catalog.PositionsOf(j.Code, t.ID)
			for i := range all {
				do(know.positionDocument(all, i))
			}
		}
	}
	return err
}
