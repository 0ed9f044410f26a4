package store

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"seelex/legislation"
)

// sheetRecord is a jurisdiction with what belongs to its whole sheet.
type sheetRecord struct {
	legislation.Jurisdiction
	Sources       []legislation.Source `json:"sources"`
	OpenQuestions []string             `json:"open_questions"`
}

// Load puts a curated corpus in the place of the one before it, in one
// transaction, and keeps what was imported. The hash names the corpus.
func (s *Store) Load(c *legislation.Corpus, hash string) error {
	return s.write(func(tx *bolt.Tx) error {
		for _, name := range curatedBuckets {
			if err := tx.DeleteBucket(name); err != nil {
				return err
			}
			if _, err := tx.CreateBucket(name); err != nil {
				return err
			}
		}
		if err := loadShared(tx, c); err != nil {
			return err
		}
		for i := range c.Sheets {
			if err := loadSheet(tx, &c.Sheets[i]); err != nil {
				return err
			}
		}
		if err := put(tx.Bucket(metaBucket), string(countsKey), c.Count()); err != nil {
			return err
		}
		if err := recordChange(tx, change{All: true}); err != nil {
			return err
		}
		return mark(tx, corpusKey, []byte(hash))
	})
}

func loadShared(tx *bolt.Tx, c *legislation.Corpus) error {
	if err := putAll(tx.Bucket(topicBucket), c.Topics, ordinal); err != nil {
		return err
	}
	if err := putAll(tx.Bucket(conceptBucket), c.Concepts, ordinal); err != nil {
		return err
	}
	return putAll(tx.Bucket(movedBucket), c.Moved, func(_ int, m legislation.Moved) string { return m.From.Key() })
}

func loadSheet(tx *bolt.Tx, s *legislation.Sheet) error {
	code := s.Jurisdiction.Code
	if err := put(tx.Bucket(jurisdictionBucket), code, sheetRecord{s.Jurisdiction, s.Sources, s.OpenQuestions}); err != nil {
		return err
	}
	if err := putAll(tx.Bucket(instrumentBucket), s.Instruments, func(_ int, i legislation.Instrument) string { return i.ID.Key() }); err != nil {
		return err
	}
	if err := putAll(tx.Bucket(provisionBucket), legislation.Fold(s.Provisions), func(_ int, p legislation.Provision) string { return p.ID.Key() }); err != nil {
		return err
	}
	within := func(i int) string { return fmt.Sprintf("%s/%05d", code, i) }
	if err := putAll(tx.Bucket(positionBucket), s.Positions, func(i int, _ legislation.Position) string { return within(i) }); err != nil {
		return err
	}
	if err := putAll(tx.Bucket(reformBucket), s.Reforms, func(i int, _ legislation.Reform) string { return within(i) }); err != nil {
		return err
	}
	if err := putAll(tx.Bucket(practiceBucket), s.Practice, func(i int, _ legislation.Figure) string { return within(i) }); err != nil {
		return err
	}
	return putAll(tx.Bucket(ratificationBucket), s.Ratifications, func(i int, _ legislation.Ratification) string { return within(i) })
}

func ordinal[T any](i int, _ T) string { return fmt.Sprintf("%05d", i) }

func putAll[T any](b *bolt.Bucket, records []T, key func(int, T) string) error {
	for i, r := range records {
		k := key(i, r)
		if b.Get([]byte(k)) != nil {
			return &legislation.Error{Code: legislation.Conflict, Field: "id", Value: k, Message: "stands twice in the corpus", Want: "one record per id; 'seelex lint' shows where"}
		}
		if err := put(b, k, r); err != nil {
			return err
		}
	}
	return nil
}
