package index

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"hash/crc32"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"seelex/legislation"
)

// curated is what searching needs of everything that is curated, in memory: which
// documents have a term, concept or topic, what they are filtered and counted by, and
// where the words of their passages stand. Digests are short and a few thousand, so
// that a search of them costs microseconds; the official texts, of which there may be
// a hundred thousand, are bleve's.
type curated struct {
	generation uint64                        // of the store, in which it was so
	docs       []item                        // in the order of the law
	postings   map[uint32][]posting          // trait → documents, ascending
	of         map[legislation.ID][]uint32   // instrument → its documents and those of its provisions
	number     map[string]uint32             // name of a document → its place
	values     []facetValue                  // what documents are counted by
	value      map[facetValue]uint16         // → its place in values
	speaks     map[uint16]map[uint16]float64 // language → jurisdiction → share of its documents
	scratch    sync.Pool                     // *scratch
}

// item is a document.
type item struct {
	key         key
	name        string          // the key as text
	first, last legislation.Day // for which it stands for the whole
	article     int32           // the same for the paragraphs of one article; -1 for what is in none
	values      []uint16        // places in curated.values
	passages    []marks         // as passages lists their texts
}

// posting is a document that has a trait, and how strongly, from 0 to 1.
type posting struct {
	doc      uint32
	strength float32
}

// marks are where words and concepts stand in a passage, each three numbers: the hash
// of the term or the place of the concept in the catalog, the first byte, the byte
// behind the last.
type marks struct{ words, concepts []uint32 }

// The classes of traits.
const (
	inHeadTrait   = 'h' // term of a heading, title or term of art
	inBodyTrait   = 'b' // term of a digest, summary or text
	conceptInHead = 'c'
	conceptInBody = 'd'
	ofTopic       = 't'
	onTopic       = 'p' // the position on a topic
	ruleOf        = 'r' // the position on a topic rests on it
	ofType        = 'y' // an instrument of a type
	spelt         = 's' // the beginning of a word as the law of a jurisdiction spells it
	inPassage     = 'w' // term of a passage, for marks only
)

// trait hashes a term, concept or topic of a class (FNV-1a); the language is "" for
// all but terms, and the jurisdiction for beginnings of words.
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

func traitsOf(class byte, values []string) []uint32 {
	out := make([]uint32, len(values))
	for i, v := range values {
		out[i] = trait(class, "", v)
	}
	return out
}

// rarity is how much a trait tells: large for what few documents have.
func (c *curated) rarity(count int) float64 {
	return math.Log(1 + float64(len(c.docs))/float64(1+count))
}

// knows reports whether a document has the term, in a heading or elsewhere.
func (c *curated) knows(code, term string) bool {
	return len(c.postings[trait(inHeadTrait, code, term)])+len(c.postings[trait(inBodyTrait, code, term)]) > 0
}

// curatedFile is the form in which it is kept beside bleve's files: a checksum, then this.
type curatedFile struct {
	Layout        string
	Generation    uint64
	Names, Facets []string
	First, Last   []legislation.Day
	Hashes        []uint32          // all traits
	Traits        [][]uint32        // of a document: places in Hashes
	Strengths     [][]uint8         // of the traits, from 0 to full
	number        map[uint32]uint32 // trait → its place in Hashes, while the file is made
	Marks         [][]uint32        // of a document: per passage the length of words, words, the length of concepts, concepts
}

const curatedName = "curated.gob"

func newCuratedFile(generation uint64) *curatedFile {
	return &curatedFile{Layout: layout, Generation: generation, number: map[uint32]uint32{}}
}

func (f *curatedFile) add(d *document) {
	f.Names = append(f.Names, d.key.String())
	f.Facets = append(f.Facets, facetText(d.fields))
	f.First, f.Last = append(f.First, d.first), append(f.Last, d.last)
	traits := slices.Sorted(maps.Keys(d.traits))
	strengths := make([]uint8, len(traits))
	for i, t := range traits {
		n, ok := f.number[t]
		if !ok {
			n = uint32(len(f.Hashes))
			f.Hashes, f.number[t] = append(f.Hashes, t), n
		}
		traits[i], strengths[i] = n, d.traits[t]
	}
	f.Traits, f.Strengths = append(f.Traits, traits), append(f.Strengths, strengths)
	var all []uint32
	for _, m := range d.marks {
		all = append(append(all, uint32(len(m.words))), m.words...)
		all = append(append(all, uint32(len(m.concepts))), m.concepts...)
	}
	f.Marks = append(f.Marks, all)
}

func (f *curatedFile) save(folder string) error {
	var b bytes.Buffer
	b.Write(make([]byte, crc32.Size))
	if err := gob.NewEncoder(&b).Encode(f); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	data := b.Bytes()
	binary.LittleEndian.PutUint32(data, crc32.ChecksumIEEE(data[crc32.Size:]))
	if err := os.WriteFile(filepath.Join(folder, curatedName), data, 0o600); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	return nil
}

var errOther = errors.New("index: of another generation, or damaged")

// loadCurated reads what was saved.
func loadCurated(folder string) (*curated, error) {
	data, err := os.ReadFile(filepath.Join(folder, curatedName))
	if err != nil {
		return nil, err
	}
	if len(data) < crc32.Size || binary.LittleEndian.Uint32(data) != crc32.ChecksumIEEE(data[crc32.Size:]) {
		return nil, errOther
	}
	f := new(curatedFile)
	if err := gob.NewDecoder(bytes.NewReader(data[crc32.Size:])).Decode(f); err != nil {
		return nil, err
	}
	if f.Layout != layout {
		return nil, errOther
	}
	return f.arrange()
}

// arrange puts the documents in the order of the law and turns their traits round.
func (f *curatedFile) arrange() (*curated, error) {
	c := &curated{generation: f.Generation, docs: make([]item, len(f.Names)), postings: map[uint32][]posting{}, number: make(map[string]uint32, len(f.Names)), value: map[facetValue]uint16{}, of: map[legislation.ID][]uint32{}}
	keys, order := make([]string, len(f.Names)), make([]int, len(f.Names))
	for i, name := range f.Names {
		k, ok := parseKey(name)
		if !ok {
			return nil, errOther
		}
		c.docs[i].key, keys[i], order[i] = k, k.id.Key(), i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(strings.Compare(keys[a], keys[b]), cmp.Compare(c.docs[a].key.version, c.docs[b].key.version), strings.Compare(f.Names[a], f.Names[b]))
	})
	docs, articles := make([]item, len(order)), map[legislation.ID]int32{}
	for to, from := range order {
		d := item{key: c.docs[from].key, name: f.Names[from], first: f.First[from], last: f.Last[from], article: -1, values: c.valuesOf(f.Facets[from])}
		if id := d.key.id; d.key.kind == kindProvision && len(id.Segments()) > 1 {
			if _, ok := articles[id.Parent()]; !ok {
				articles[id.Parent()] = int32(len(articles))
			}
			d.article = articles[id.Parent()]
		}
		d.passages = splitMarks(f.Marks[from])
		c.number[d.name] = uint32(to)
		if d.key.kind != kindPosition {
			c.of[d.key.id.Instrument()] = append(c.of[d.key.id.Instrument()], uint32(to))
		}
		docs[to] = d
	}
	c.docs = docs
	c.post(f, order)
	c.countLanguages()
	c.scratch.New = func() any { return &scratch{cells: make([]cell, len(docs))} }
	return c, nil
}

// post turns the traits of the documents round. The lists are parts of one, whose
// lengths are counted first.
func (c *curated) post(f *curatedFile, order []int) {
	total, counts := 0, make([]int, len(f.Hashes))
	for _, traits := range f.Traits {
		total += len(traits)
		for _, n := range traits {
			counts[n]++
		}
	}
	all, lists, at := make([]posting, total), make([][]posting, len(counts)), 0
	for n, count := range counts {
		lists[n] = all[at : at : at+count]
		at += count
	}
	for to, from := range order {
		for i, n := range f.Traits[from] {
			lists[n] = append(lists[n], posting{uint32(to), float32(f.Strengths[from][i]) / full})
		}
	}
	c.postings = make(map[uint32][]posting, len(lists))
	for n, hash := range f.Hashes {
		c.postings[hash] = lists[n]
	}
}

func (c *curated) countLanguages() {
	c.speaks = map[uint16]map[uint16]float64{}
	documents := map[uint16]float64{}
	for i := range c.docs {
		values, counted := c.docs[i].values, false
		for _, v := range values {
			if c.values[v].facet != facetLang {
				continue
			}
			if c.speaks[v] == nil {
				c.speaks[v] = map[uint16]float64{}
			}
			c.speaks[v][values[0]]++
			counted = true
		}
		if counted {
			documents[values[0]]++
		}
	}
	for _, of := range c.speaks {
		for place := range of {
			of[place] /= documents[place]
		}
	}
}

func splitMarks(all []uint32) []marks {
	var out []marks
	next := func() []uint32 {
		n := int(all[0]) + 1
		list := all[1:n:n]
		all = all[n:]
		return list
	}
	for len(all) > 0 {
		words := next()
		out = append(out, marks{words, next()})
	}
	return out
}

// valuesOf are the places of the values of a document's facets, known from now on.
func (c *curated) valuesOf(facets string) []uint16 {
	var out []uint16
	eachFacet(facets, func(v facetValue) {
		at, ok := c.value[v]
		if !ok {
			at = uint16(len(c.values))
			c.values, c.value[v] = append(c.values, v), at
		}
		out = append(out, at)
	})
	return out
}
