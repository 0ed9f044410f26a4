package store

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"
	bolt "go.etcd.io/bbolt"

	"seelex/legislation"
)

// Official texts live in buckets of their own, which a load of the curated corpus
// does not touch: the instruments with their editions, the outlines and the blocks of
// text of each edition, and which instruments each generation changed.
var (
	importedBucket = []byte("imported")
	outlineBucket  = []byte("outlines")
	blockBucket    = []byte("texts")
	changeBucket   = []byte("changes")
	textBuckets    = [][]byte{importedBucket, outlineBucket, blockBucket, changeBucket}
)

// blockSize is how many bytes of a text are compressed together: enough to compress
// well, little enough to read one article quickly.
const blockSize = 64 << 10

// importedRecord is what is known of an instrument by its official texts.
type importedRecord struct {
	// Instrument is the whole record where no curated one is known; only its id counts
	// once the corpus has it.
	Instrument legislation.Instrument `json:"instrument"`
	Editions   []legislation.Edition  `json:"editions"` // in the order of import
}

// Packed is an official text ready to be stored.
type Packed struct {
	instrument legislation.Instrument
	edition    legislation.Edition
	size       int
	outline    []byte
	blocks     [][]byte
}

var (
	encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBetterCompression), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(128<<10))
	decoder, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(16<<20))
)

// Pack compresses the text of an edition. It may run on many texts at once.
func Pack(text string, o legislation.Outline) *Packed {
	p := &Packed{size: len(text), outline: encoder.EncodeAll(encodeOutline(o), nil)}
	for at := 0; at < len(text); at += blockSize {
		p.blocks = append(p.blocks, encoder.EncodeAll([]byte(text[at:min(at+blockSize, len(text))]), nil))
	}
	return p
}

// Outlined gives the text another outline.
func (p *Packed) Outlined(o legislation.Outline) {
	p.outline = encoder.EncodeAll(encodeOutline(o), nil)
}

// For says what the text is an edition of. Of the instrument only the id is needed
// where the knowledge base has it already.
func (p *Packed) For(i legislation.Instrument, e legislation.Edition) *Packed {
	i.Expressions = nil
	e.Bytes = p.size
	p.instrument, p.edition = i, e
	return p
}

// Bytes is about how much memory the packed text takes.
func (p *Packed) Bytes() int {
	n := len(p.outline)
	for _, b := range p.blocks {
		n += len(b)
	}
	return n
}

// Import stores official texts, all of them or none, in one transaction. A text
// takes the place of an edition with the same key.
func (s *Store) Import(texts ...*Packed) error {
	if len(texts) == 0 {
		return nil
	}
	return s.write(func(tx *bolt.Tx) error {
		var changed []legislation.ID
		for _, t := range texts {
			if err := t.put(tx); err != nil {
				return fmt.Errorf("%s: %w", t.instrument.ID, err)
			}
			if id := t.instrument.ID; !slices.Contains(changed, id) {
				changed = append(changed, id)
			}
		}
		return recordChange(tx, change{Instruments: changed})
	})
}

func (p *Packed) put(tx *bolt.Tx) error {
	record, err := readImported(tx, p.instrument.ID)
	if err != nil {
		return err
	}
	if record == nil {
		record = &importedRecord{Instrument: p.instrument}
	}
	record.Editions = slices.DeleteFunc(record.Editions, func(e legislation.Edition) bool { return e.Key == p.edition.Key })
	record.Editions = append(record.Editions, p.edition)
	if err := put(tx.Bucket(importedBucket), p.instrument.ID.Key(), record); err != nil {
		return err
	}
	key := editionKey(p.instrument.ID, p.edition.Key)
	if err := tx.Bucket(outlineBucket).Put(key, seal(key, p.outline)); err != nil {
		return err
	}
	blocks := tx.Bucket(blockBucket)
	for i, b := range p.blocks {
		k := blockKey(key, i)
		if err := blocks.Put(k, seal(k, b)); err != nil {
			return err
		}
	}
	for i := len(p.blocks); ; i++ { // of a longer text in whose place this one is
		k := blockKey(key, i)
		if blocks.Get(k) == nil {
			return nil
		}
		if err := blocks.Delete(k); err != nil {
			return err
		}
	}
}

func editionKey(id legislation.ID, edition string) []byte {
	return []byte(id.Key() + "\x00" + edition)
}

func blockKey(edition []byte, i int) []byte {
	return binary.BigEndian.AppendUint32(append(slices.Clip(edition), 0), uint32(i))
}

func readImported(tx *bolt.Tx, id legislation.ID) (*importedRecord, error) {
	key := []byte(id.Key())
	sealed := tx.Bucket(importedBucket).Get(key)
	if sealed == nil {
		return nil, nil
	}
	r := new(importedRecord)
	return r, decode(importedBucket, key, sealed, r)
}

// keptChanges is for how many generations it is known what they changed.
const keptChanges = 10_000

// change is what a generation changed.
type change struct {
	All         bool             `json:"all,omitempty"` // the whole curated corpus
	Instruments []legislation.ID `json:"instruments,omitempty"`
}

// recordChange notes what the generation that is being written changes.
func recordChange(tx *bolt.Tx, c change) error {
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	generation, err := generationOf(tx)
	if err != nil {
		return err
	}
	if generation >= keptChanges {
		if err := tx.Bucket(changeBucket).Delete(bytesOf(generation - keptChanges)); err != nil {
			return err
		}
	}
	key := bytesOf(generation + 1)
	return tx.Bucket(changeBucket).Put(key, seal(key, data))
}

// Changed lists the instruments whose official texts were imported after a
// generation. It is false where that is not all that changed since, or not known.
func (s *Store) Changed(since uint64) (ids []legislation.ID, known bool) {
	known = since > 0
	seen := map[string]bool{}
	err := s.view(func(tx *bolt.Tx) error {
		present, err := generationOf(tx)
		if err != nil {
			return err
		}
		known = known && since <= present
		for g := since + 1; known && g <= present; g++ {
			sealed := tx.Bucket(changeBucket).Get(bytesOf(g))
			if sealed == nil {
				known = false
				return nil
			}
			var c change
			if err := decode(changeBucket, bytesOf(g), sealed, &c); err != nil {
				return err
			}
			known = known && !c.All
			for _, id := range c.Instruments {
				if !seen[id.Key()] {
					seen[id.Key()] = true
					ids = append(ids, id)
				}
			}
		}
		return nil
	})
	return ids, known && err == nil
}

// joinImported adds to the instruments of the corpus what is known of them by their
// texts, and the instruments that are known by their texts only.
func joinImported(tx *bolt.Tx, instruments []legislation.Instrument) ([]legislation.Instrument, error) {
	// What changed when is asked later; that it can be read is found now.
	err := tx.Bucket(changeBucket).ForEach(func(k, sealed []byte) error { _, err := unseal(changeBucket, k, sealed); return err })
	if err != nil {
		return nil, err
	}
	records, err := all[importedRecord](tx, importedBucket)
	if err != nil || len(records) == 0 {
		return instruments, err
	}
	at := make(map[string]int, len(instruments))
	for i := range instruments {
		at[instruments[i].ID.Key()] = i
	}
	for _, r := range records {
		if i, curated := at[r.Instrument.ID.Key()]; curated {
			instruments[i].Expressions = r.Editions
			continue
		}
		i := r.Instrument
		i.Imported, i.Expressions = true, r.Editions
		instruments = append(instruments, i)
	}
	return instruments, nil
}

// EditionKey names an edition in its instrument.
func EditionKey(language string, day legislation.Date, format string) string {
	return strings.TrimSuffix(language+"@"+day.String(), "@") + "." + format
}
