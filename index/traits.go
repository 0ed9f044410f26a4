package index

import (
	"encoding/gob"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// traits are what ranking knows of each curated document: the terms and concepts in
// its headings and bodies, and its topics, as sorted hashes. bleve finds the
// documents; how well each answers the parts of the query is judged by these.
type traits struct {
	docs  map[string][]uint32 // key of the document → hashes
	count map[uint32]int      // documents that have a hash
}

// The classes of traits.
const (
	inHeadTrait   = 'h' // term of a heading, title or term of art
	inBodyTrait   = 'b' // term of a digest, summary or text
	conceptInHead = 'c'
	conceptInBody = 'd'
	ofTopic       = 't'
)

// traitsFile is kept beside bleve's files.
const traitsFile = "traits.gob"

// trait hashes a term, concept or topic of a class (FNV-1a); the language is "" for
// the last two.
func trait(class byte, language, value string) uint32 {
	const prime = 16777619
	h := (uint32(2166136261) ^ uint32(class)) * prime
	for i := range len(language) {
		h = (h ^ uint32(language[i])) * prime
	}
	h *= prime
	for i := range len(value) {
		h = (h ^ uint32(value[i])) * prime
	}
	return h
}

func newTraits() *traits { return &traits{docs: map[string][]uint32{}, count: map[uint32]int{}} }

func traitsOf(class byte, values []string) []uint32 {
	out := make([]uint32, len(values))
	for i, v := range values {
		out[i] = trait(class, "", v)
	}
	return out
}

func (t *traits) put(key string, list []uint32) {
	t.docs[key] = list
	for _, h := range list {
		t.count[h]++
	}
}

func (t *traits) has(list []uint32, h uint32) bool {
	_, ok := slices.BinarySearch(list, h)
	return ok
}

// rarity is how much a trait tells: large for what few documents have.
func (t *traits) rarity(count int) float64 {
	return math.Log(1 + float64(len(t.docs))/float64(1+count))
}

func (t *traits) save(folder string) error {
	f, err := os.Create(filepath.Join(folder, traitsFile))
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	defer f.Close()
	if err := gob.NewEncoder(f).Encode(t.docs); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	return f.Close()
}

func loadTraits(folder string) (*traits, error) {
	f, err := os.Open(filepath.Join(folder, traitsFile))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs := map[string][]uint32{}
	if err := gob.NewDecoder(f).Decode(&docs); err != nil {
		return nil, err
	}
	t := newTraits()
	for key, list := range docs {
		t.put(strings.Clone(key), list)
	}
	return t, nil
}
