package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/maypok86/otter/v2"
	bolt "go.etcd.io/bbolt"

	"seelex/legislation"
)

// Bytes of decompressed outlines and blocks that are kept at hand.
const (
	outlineMemory = 32 << 20
	blockMemory   = 32 << 20
)

// textCache keeps what was decompressed. Keys name contents that never change: the
// checksum of the file comes in.
type textCache struct {
	outlines *otter.Cache[string, legislation.Outline]
	blocks   *otter.Cache[string, []byte]
}

func newTextCache() *textCache {
	return &textCache{
		outlines: otter.Must(&otter.Options[string, legislation.Outline]{MaximumWeight: outlineMemory,
			Weigher: func(_ string, o legislation.Outline) uint32 { return uint32(200*len(o) + 100) }}),
		blocks: otter.Must(&otter.Options[string, []byte]{MaximumWeight: blockMemory,
			Weigher: func(_ string, b []byte) uint32 { return uint32(len(b) + 100) }}),
	}
}

// edition reads one edition within a transaction.
type edition struct {
	legislation.Edition
	outline legislation.Outline
	key     []byte
	name    string // in the caches
}

func (s *Store) openEdition(tx *bolt.Tx, id legislation.ID, e legislation.Edition) (*edition, error) {
	out := &edition{Edition: e, key: editionKey(id, e.Key)}
	out.name = string(out.key) + "\x00" + e.SHA256 + e.TopicRules + e.Retrieved.String()
	if o, ok := s.texts.outlines.GetIfPresent(out.name); ok {
		out.outline = o
		return out, nil
	}
	data, err := unpack(tx, outlineBucket, out.key)
	if err != nil {
		return nil, err
	}
	if out.outline, err = decodeOutline(data); err != nil {
		return nil, flaw(outlineBucket, out.key, "cannot be read: "+err.Error())
	}
	s.texts.outlines.Set(out.name, out.outline)
	return out, nil
}

// text reads bytes of the edition's text.
func (s *Store) text(tx *bolt.Tx, e *edition, from, to int) (string, error) {
	var b strings.Builder
	b.Grow(to - from)
	for at := from; at < to; {
		i := at / blockSize
		block, err := s.block(tx, e, i)
		if err != nil {
			return "", err
		}
		start := at - i*blockSize
		end := min(to-i*blockSize, len(block))
		if start >= end {
			return "", flaw(blockBucket, e.key, fmt.Sprintf("ends before byte %d", to))
		}
		b.Write(block[start:end])
		at += end - start
	}
	return b.String(), nil
}

func (s *Store) block(tx *bolt.Tx, e *edition, i int) ([]byte, error) {
	key := blockKey(e.key, i)
	name := e.name + string(key)
	if b, ok := s.texts.blocks.GetIfPresent(name); ok {
		return b, nil
	}
	b, err := unpack(tx, blockBucket, key)
	if err != nil {
		return nil, err
	}
	s.texts.blocks.Set(name, b)
	return b, nil
}

func unpack(tx *bolt.Tx, bucket, key []byte) ([]byte, error) {
	sealed := tx.Bucket(bucket).Get(key)
	if sealed == nil {
		return nil, flaw(bucket, key, "is missing")
	}
	data, err := unseal(bucket, key, sealed)
	if err != nil {
		return nil, err
	}
	out, err := decoder.DecodeAll(data, nil)
	if err != nil {
		return nil, flaw(bucket, key, "cannot be unpacked: "+err.Error())
	}
	return out, nil
}

// chains are an instrument's editions by language, by day. Of two of one day the one
// that was imported last stands for the day.
func (s *Store) chains(tx *bolt.Tx, id legislation.ID) (chains [][]*edition, err error) {
	record, err := readImported(tx, id)
	if record == nil || err != nil {
		return nil, err
	}
	byLanguage := map[string][]legislation.Edition{}
	var languages []string
	for _, e := range record.Editions {
		if byLanguage[e.Language] == nil {
			languages = append(languages, e.Language)
		}
		list := slices.DeleteFunc(byLanguage[e.Language], func(o legislation.Edition) bool { return o.Consolidated == e.Consolidated })
		byLanguage[e.Language] = append(list, e)
	}
	slices.Sort(languages)
	for _, language := range languages {
		list := byLanguage[language]
		slices.SortStableFunc(list, func(a, b legislation.Edition) int {
			return cmp.Compare(a.Consolidated.First(), b.Consolidated.First())
		})
		var chain []*edition
		for _, e := range list {
			opened, err := s.openEdition(tx, id, e)
			if err != nil {
				return nil, err
			}
			chain = append(chain, opened)
		}
		chains = append(chains, chain)
	}
	return chains, nil
}
