package index

import (
	"encoding/gob"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"seelex/index/lang"
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
	inHead        = 'h' // term of a heading, title or term of art
	inBody        = 'b' // term of a digest, summary or text
	conceptInHead = 'c'
	conceptInBody = 'd'
	ofTopic       = 't'
)

// traitsFile is kept beside bleve's files.
const traitsFile = "traits.gob"

// trait hashes a term, concept or topic of a class; the language is "" for the last
// two.
func trait(class byte, language, value string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte{class, 0})
	_, _ = h.Write([]byte(language))
	_, _ = h.Write([]byte{0})
	_, _ = h.Write([]byte(value))
	return h.Sum32()
}

func newTraits() *traits { return &traits{docs: map[string][]uint32{}, count: map[uint32]int{}} }

// add takes the traits of a finished document.
func (t *traits) add(d *document) {
	var list []uint32
	terms := func(class byte, texts map[string][]string) {
		for code, all := range texts {
			for _, text := range all {
				for _, term := range lang.Terms(code, text) {
					list = append(list, trait(class, code, term))
				}
			}
		}
	}
	terms(inHead, d.heads)
	terms(inBody, d.bodies)
	values := func(class byte, field string) {
		all, _ := d.fields[field].([]string)
		for _, v := range all {
			list = append(list, trait(class, "", v))
		}
	}
	values(conceptInHead, fieldConceptHead)
	values(conceptInBody, fieldConcept)
	values(ofTopic, fieldTopic)
	slices.Sort(list)
	t.put(d.key.String(), slices.Clip(slices.Compact(list)))
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
