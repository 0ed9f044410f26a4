// Package store keeps the knowledge base in one bbolt file: the source of truth,
// from which the search index is derived.
//
// Every load and every import is one transaction, which raises the generation: a
// reader sees all of it or nothing, a kill at any moment leaves the old state or the
// new one. What a request needs of everything but the provisions is carried in
// memory as the generation's [legislation.Catalog]; provisions are read by their id.
//
// Opening checks every record. What is carried in memory is then taken as it was there
// before, from a file that names the records it was made of (see [CatalogName]).
package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"seelex/legislation"
)

// FileName is the name of the file in the data directory.
const FileName = "seelex.db"

// format is raised when an older program could not read what is written.
const format = 1

// lockWait is how long a second process waits for the first to let go.
const lockWait = 500 * time.Millisecond

var (
	metaBucket         = []byte("meta")
	topicBucket        = []byte("topics")
	conceptBucket      = []byte("concepts")
	movedBucket        = []byte("moved")
	jurisdictionBucket = []byte("jurisdictions")
	instrumentBucket   = []byte("instruments")
	provisionBucket    = []byte("provisions")
	positionBucket     = []byte("positions")
	reformBucket       = []byte("reforms")
	practiceBucket     = []byte("practice")
	ratificationBucket = []byte("ratifications")
	curatedBuckets     = [][]byte{topicBucket, conceptBucket, movedBucket, jurisdictionBucket, instrumentBucket, provisionBucket, positionBucket, reformBucket, practiceBucket, ratificationBucket}
)

var (
	formatKey     = []byte("format")
	generationKey = []byte("generation")
	corpusKey     = []byte("corpus")
	countsKey     = []byte("counts")
)

// Store is an open knowledge base. Its methods may be called from many goroutines.
type Store struct {
	db    *bolt.DB
	path  string
	state atomic.Pointer[state]
	texts *textCache

	next   atomic.Pointer[state] // that which is being put on disk
	steady sync.RWMutex          // held from when it is until it is the present one
}

// state is what a generation carries in memory.
type state struct {
	transaction int // that wrote it
	generation  uint64
	contents    uint64
	corpus      string
	catalog     *legislation.Catalog
	provisions  sync.Map // key → *legislation.Provision, those that have been read
}

// Open opens the knowledge base in the directory, making both when they are
// missing. Errors are [*legislation.Error] that say the way out: the directory
// cannot be written, another process has it open, the file is damaged or written by a
// newer program.
func Open(dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, unavailable(dir, "cannot be made: "+reason(err), "a directory that you may write to, by --data")
	}
	path := filepath.Join(dir, FileName)
	if err := checkWhole(path); err != nil {
		return nil, err
	}
	db, err := openFile(path, &bolt.Options{Timeout: lockWait, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return nil, err
	}
	s := &Store{db: db, path: path, texts: newTextCache()}
	if err := s.begin(); err != nil {
		db.Close()
		return nil, err
	}
	return s, nil
}

// openFile opens the bbolt file; what a damaged one does to bbolt is an error.
func openFile(path string, options *bolt.Options) (db *bolt.DB, err error) {
	err = guard(path, func() (err error) {
		if db, err = bolt.Open(path, 0o644, options); err != nil {
			return openError(path, err)
		}
		return nil
	})
	return db, err
}

// begin makes the buckets of a new file, or reads what an old one holds.
func (s *Store) begin() error {
	var found uint64
	err := s.view(func(tx *bolt.Tx) error {
		meta := tx.Bucket(metaBucket)
		if meta != nil {
			found = number(meta.Get(formatKey))
		}
		// Transaction 1 is the empty file that bbolt makes; anything later has a format.
		if found == 0 && tx.ID() > 1 {
			return fmt.Errorf("%w: it is not a seelex file, or its directory of records is lost", errDamaged)
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case found > format:
		return unavailable(s.path, fmt.Sprintf("was written by a newer seelex (format %d; this one reads up to %d)", found, format),
			"the newer seelex, or another --data directory")
	case found == 0:
		if err := guard(s.path, func() error { return s.db.Update(initialise) }); err != nil {
			return err
		}
	}
	return s.view(func(tx *bolt.Tx) error {
		now, err := s.read(tx)
		s.state.Store(now)
		return err
	})
}

func initialise(tx *bolt.Tx) error {
	meta, err := tx.CreateBucketIfNotExists(metaBucket)
	if err != nil {
		return err
	}
	for _, name := range append(curatedBuckets, textBuckets...) {
		if _, err := tx.CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	return meta.Put(formatKey, bytesOf(format))
}

// Close closes the file; a Store is not used after it.
func (s *Store) Close() error { return s.db.Close() }

// Path is the file's path.
func (s *Store) Path() string { return s.path }

// Catalog is everything but the provisions, as of the present generation.
func (s *Store) Catalog() *legislation.Catalog { return s.state.Load().catalog }

// Generation numbers the states of the knowledge base: 0 is empty, and each load or
// import adds one.
func (s *Store) Generation() uint64 { return s.state.Load().generation }

// Contents is a checksum of the curated records and of what is known of the imported texts, so that two
// knowledge bases of one generation can be told apart.
func (s *Store) Contents() uint64 { return s.state.Load().contents }

// Corpus is the hash of the curated corpus that was loaded last, "" before the first.
func (s *Store) Corpus() string { return s.state.Load().corpus }

// write runs one transaction that raises the generation, and makes it the present one once it
// is on disk. What is carried in memory of it is read before that: readers never wait for it.
func (s *Store) write(change func(tx *bolt.Tx) error) error {
	settled := func() {}
	defer func() { settled() }()
	return guard(s.path, func() error {
		defer s.next.Store(nil)
		var next *state
		err := s.db.Update(func(tx *bolt.Tx) (err error) {
			if err := change(tx); err != nil {
				return err
			}
			generation, err := generationOf(tx)
			if err != nil {
				return err
			}
			if err := mark(tx, generationKey, bytesOf(generation+1)); err != nil {
				return err
			}
			if next, err = s.read(tx); err != nil {
				return err
			}
			s.steady.Lock()
			settled = s.steady.Unlock
			s.next.Store(next)
			return nil
		})
		if err == nil {
			s.present(next)
		}
		return err
	})
}

// present makes a generation the present one, if that or a later one is not yet.
func (s *Store) present(next *state) {
	if now := s.state.Load(); now.transaction < next.transaction {
		s.state.CompareAndSwap(now, next)
	}
}

// see makes the generation that a transaction reads the present one: whoever is the first to
// read it does, so that records and texts are never newer than the catalog.
func (s *Store) see(tx *bolt.Tx) {
	if next := s.next.Load(); next != nil && next.transaction == tx.ID() {
		s.present(next)
	}
}

// Steady does something while no generation becomes the present one: an import that is ready
// waits for its end.
func (s *Store) Steady(do func()) {
	s.steady.RLock()
	defer s.steady.RUnlock()
	do()
}

// mark writes what is said of the file as a whole.
func mark(tx *bolt.Tx, key, value []byte) error {
	return tx.Bucket(metaBucket).Put(key, seal(key, value))
}

// marked reads it; nil when it has never been written.
func marked(tx *bolt.Tx, key []byte) ([]byte, error) {
	sealed := tx.Bucket(metaBucket).Get(key)
	if sealed == nil {
		return nil, nil
	}
	return unseal(metaBucket, key, sealed)
}

func generationOf(tx *bolt.Tx) (uint64, error) {
	b, err := marked(tx, generationKey)
	return number(b), err
}

func bytesOf(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func number(b []byte) uint64 {
	if len(b) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b)
}

func unavailable(path, message, want string) error {
	return &legislation.Error{Code: legislation.Unavailable, Field: "data", Value: path, Message: message, Want: want}
}

// reason is the last part of an error of the file system, without the path again.
func reason(err error) string {
	var pathError *os.PathError
	if errors.As(err, &pathError) {
		return pathError.Err.Error()
	}
	return err.Error()
}

const inUse = "is in use by another seelex"

func openError(path string, err error) error {
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return unavailable(path, inUse, "one process per data directory: stop the other one, or choose another by --data")
	case errors.Is(err, os.ErrPermission):
		return unavailable(path, "cannot be opened for writing: "+reason(err), "a directory that you may write to, by --data")
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
		return damaged(path, err)
	}
	return unavailable(path, "cannot be opened: "+reason(err), "a readable data directory")
}

// put writes a record; it fits the loops of a load.
func put(b *bolt.Bucket, key string, record any) error {
	data, err := json.Marshal(record)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	return b.Put([]byte(key), seal([]byte(key), data))
}
