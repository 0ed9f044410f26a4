package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"sync"

	bolt "go.etcd.io/bbolt"

	"seelex/legislation"
)

// read reads what is carried in memory of the generation that a transaction reads or writes.
func (s *Store) read(tx *bolt.Tx) (*state, error) {
	var c legislation.Corpus
	out, counts := &state{transaction: tx.ID()}, legislation.Counts{}
	if err := out.readMarks(tx, &counts); err != nil {
		return nil, err
	}
	carried, err := checkCarried(tx)
	if err != nil {
		return nil, err
	}
	rest := fnv.New64a() // what is not carried, and not decoded here
	provisions, err := checkBucket(tx, provisionBucket, rest)
	if err != nil {
		return nil, err
	}
	if _, err := checkBucket(tx, importedBucket, rest); err != nil {
		return nil, err
	}
	out.contents = carried ^ rest.Sum64()
	if err := s.carried(tx, carried, &c); err != nil {
		return nil, err
	}
	if err := complete(counts, &c, provisions); err != nil {
		return nil, err
	}
	sheet := &c.Sheets[len(c.Sheets)-1]
	if sheet.Instruments, err = joinImported(tx, sheet.Instruments); err != nil {
		return nil, err
	}
	out.catalog = legislation.NewCatalog(&c)
	out.catalog.Counts = counts
	return out, nil
}

// readMarks reads what is said of the file as a whole: all of it, or nothing before
// the first load.
func (s *state) readMarks(tx *bolt.Tx, counts *legislation.Counts) (err error) {
	if s.generation, err = generationOf(tx); err != nil {
		return err
	}
	hash, err := marked(tx, corpusKey)
	if err != nil {
		return err
	}
	s.corpus = string(hash)
	sealed := tx.Bucket(metaBucket).Get(countsKey)
	if loaded := s.generation > 0; loaded != (hash != nil) || loaded != (sealed != nil) {
		return fmt.Errorf("%w: what it says of itself is not complete", errDamaged)
	}
	if sealed == nil {
		return nil
	}
	return decode(metaBucket, countsKey, sealed, counts)
}

// inOrder reads the records of a bucket and finds where a part of its tree has been
// taken from another place: there the keys do not rise.
func inOrder(tx *bolt.Tx, bucket []byte, do func(k, sealed []byte) error) error {
	var last []byte
	return tx.Bucket(bucket).ForEach(func(k, sealed []byte) error {
		if last != nil && bytes.Compare(last, k) >= 0 {
			return flaw(bucket, k, "is out of order")
		}
		last = k
		return do(k, sealed)
	})
}

// complete finds records that a damaged file has lost without a trace.
func complete(want legislation.Counts, c *legislation.Corpus, provisions int) error {
	got := legislation.Counts{Jurisdictions: len(c.Sheets) - 1, Concepts: len(c.Concepts), Provisions: provisions, ProvisionVersions: want.ProvisionVersions}
	for _, s := range c.Sheets {
		got.Instruments += len(s.Instruments)
		got.Positions += len(s.Positions)
		got.Reforms += len(s.Reforms)
		got.Practice += len(s.Practice)
		got.Ratifications += len(s.Ratifications)
		got.Sources += len(s.Sources)
	}
	if got != want {
		return fmt.Errorf("%w: records are missing: it has %s", errDamaged, unlike(got, want))
	}
	return nil
}

// readCorpus reads all records but the provisions.
func readCorpus(tx *bolt.Tx, c *legislation.Corpus) (err error) {
	if c.Topics, err = all[legislation.Topic](tx, topicBucket); err != nil {
		return err
	}
	topics := make(map[string]*legislation.Topic, len(c.Topics))
	for i := range c.Topics {
		topics[c.Topics[i].ID] = &c.Topics[i]
	}
	// The catalog orders all rows itself, so what is not said of a whole sheet can come
	// in one heap.
	var sheets []sheetRecord
	var rest legislation.Sheet
	var positions []positionRecord
	err = together(
		func() (err error) { sheets, err = all[sheetRecord](tx, jurisdictionBucket); return },
		func() (err error) { c.Concepts, err = all[legislation.Concept](tx, conceptBucket); return },
		func() (err error) { c.Moved, err = all[legislation.Moved](tx, movedBucket); return },
		func() (err error) { rest.Instruments, err = all[legislation.Instrument](tx, instrumentBucket); return },
		func() (err error) { positions, err = all[positionRecord](tx, positionBucket); return },
		func() (err error) { rest.Reforms, err = all[legislation.Reform](tx, reformBucket); return },
		func() (err error) { rest.Practice, err = all[legislation.Figure](tx, practiceBucket); return },
		func() (err error) {
			rest.Ratifications, err = all[legislation.Ratification](tx, ratificationBucket)
			return
		},
	)
	if err != nil {
		return err
	}
	for _, record := range positions {
		p, err := record.position(topics)
		if err != nil {
			return err
		}
		rest.Positions = append(rest.Positions, p)
	}
	for _, s := range sheets {
		c.Sheets = append(c.Sheets, legislation.Sheet{Jurisdiction: s.Jurisdiction, Sources: s.Sources, OpenQuestions: s.OpenQuestions})
	}
	c.Sheets = append(c.Sheets, rest)
	return nil
}

// positionRecord holds the values as plain data until the codebook gives them types.
type positionRecord struct {
	legislation.Position
	Values map[string]any `json:"values"`
}

func (r positionRecord) position(topics map[string]*legislation.Topic) (legislation.Position, error) {
	p := r.Position
	topic := topics[p.Topic]
	if topic == nil {
		return p, fmt.Errorf("%w: position %s has the topic %q, which is not there", errDamaged, p.ID(), p.Topic)
	}
	p.Values = make(map[string]legislation.Value, len(r.Values))
	for name, raw := range r.Values {
		variable, _ := topic.Variable(name)
		value, ok, err := variable.Decode(raw)
		if err != nil {
			return p, fmt.Errorf("%w: position %s, value of %s: %w", errDamaged, p.ID(), name, err)
		}
		if ok {
			p.Values[name] = value
		}
	}
	return p, nil
}

// together runs readers of one read transaction side by side.
func together(readers ...func() error) error {
	errs := make([]error, len(readers))
	var wait sync.WaitGroup
	for i, read := range readers {
		wait.Go(func() { errs[i] = caught(read) })
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func all[T any](tx *bolt.Tx, bucket []byte) ([]T, error) {
	var out []T
	err := inOrder(tx, bucket, func(k, sealed []byte) error {
		out = append(out, *new(T))
		return decode(bucket, k, sealed, &out[len(out)-1])
	})
	return out, err
}

func decode(bucket, key, sealed []byte, into any) error {
	data, err := unseal(bucket, key, sealed)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return flaw(bucket, key, "cannot be read: "+misread(err))
	}
	return nil
}

// Provision reads a provision by its id, in any case of letters. An id that has no
// row of its own but rows below it (an article of which only paragraphs are curated)
// gives [legislation.NotFound]; ask [Store.Below] for those.
//
// What is returned is shared with other callers and must not be changed.
func (s *Store) Provision(id legislation.ID) (p *legislation.Provision, err error) {
	key, state := []byte(id.Key()), s.state.Load()
	if known, ok := state.provisions.Load(string(key)); ok {
		return known.(*legislation.Provision), nil
	}
	err = s.view(func(tx *bolt.Tx) error {
		sealed := tx.Bucket(provisionBucket).Get(key)
		if sealed == nil {
			return &legislation.Error{Code: legislation.NotFound, Field: "id", Value: string(id), Message: "is not a provision of the knowledge base"}
		}
		p, err = state.provision(key, sealed)
		return err
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// provision is the record of a key, decoded once for each generation: what is curated
// is small enough to be kept.
func (s *state) provision(key, sealed []byte) (*legislation.Provision, error) {
	if known, ok := s.provisions.Load(string(key)); ok {
		return known.(*legislation.Provision), nil
	}
	p := new(legislation.Provision)
	if err := decode(provisionBucket, key, sealed, p); err != nil {
		return nil, err
	}
	known, _ := s.provisions.LoadOrStore(string(key), p)
	return known.(*legislation.Provision), nil
}

// Below reads the curated provisions that stand under an instrument, article or
// chapter, in the order of the law, the one with the id itself included.
func (s *Store) Below(id legislation.ID) ([]*legislation.Provision, error) {
	var out []*legislation.Provision
	state := s.state.Load()
	err := s.view(func(tx *bolt.Tx) error {
		prefix := []byte(id.Key())
		cursor := tx.Bucket(provisionBucket).Cursor()
		for k, sealed := cursor.Seek(prefix); bytes.HasPrefix(k, prefix); k, sealed = cursor.Next() {
			if len(k) > len(prefix) && k[len(prefix)] != 1 {
				continue // art-246a is not below art-246
			}
			p, err := state.provision(k, sealed)
			if err != nil {
				return err
			}
			out = append(out, p)
		}
		return nil
	})
	return out, err
}

// Provisions calls do for every curated provision, ordered by id, until it returns
// an error. It reads all of them: it is for building an index, not for a request.
func (s *Store) Provisions(do func(*legislation.Provision) error) error {
	state := s.state.Load()
	return s.view(func(tx *bolt.Tx) error {
		return inOrder(tx, provisionBucket, func(k, sealed []byte) error {
			p, err := state.provision(k, sealed)
			if err != nil {
				return err
			}
			return do(p)
		})
	})
}

// view reads in one transaction. Nobody waits in it for an import.
func (s *Store) view(read func(tx *bolt.Tx) error) error {
	return guard(s.path, func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			s.see(tx)
			return read(tx)
		})
	})
}
