package index

import (
	"math"
	"path/filepath"
	"strings"
	"sync"

	"seelex/legislation"
	"seelex/legislation/derived"
)

// curated is what searching needs of everything that is curated, in memory: which
// documents have a term, concept or topic, what they are filtered and counted by, and
// where the words of their passages stand. Digests are short and a few thousand, so
// that a search of them costs microseconds; the official texts, of which there may be
// a hundred thousand, are bleve's.
type curated struct {
	curatedFile
	generation uint64                        // of the store, in which it was so
	docs       []item                        // in the order of the law
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
	first, last legislation.Day // for which it stands for the whole
	article     int32           // the same for the paragraphs of one article; -1 for what is in none
	values      []uint16        // places in curated.values
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

// appendMarks appends the marks of a document's passages, as passages lists their texts.
func (c *curated) appendMarks(to []marks, doc uint32) []marks {
	for _, p := range c.passages.at(doc) {
		to = append(to, marks{c.words.at(p), c.concepts.at(p)})
	}
	return to
}

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

// having are the documents that have a trait, ascending.
func (c *curated) having(trait uint32) []posting {
	n, ok := c.slots.find(trait, func(n uint32) bool { return c.traits[n] == trait })
	if !ok {
		return nil
	}
	return c.postings.at(n)
}

// knows reports whether a document has the term, in a heading or elsewhere.
func (c *curated) knows(code, term string) bool {
	return len(c.having(trait(inHeadTrait, code, term)))+len(c.having(trait(inBodyTrait, code, term))) > 0
}

// loadCurated reads what was saved.
func loadCurated(folder string) (*curated, error) {
	c := &curated{curatedFile: curatedFile{lexicon: emptyLexicon()}, value: map[facetValue]uint16{}, of: map[legislation.ID][]uint32{}}
	if err := derived.Read(filepath.Join(folder, curatedName), c.sections()); err != nil {
		return nil, err
	}
	if string(c.layout) != layout || len(c.generations) != 1 {
		return nil, errOther
	}
	c.generation = c.generations[0]
	for n, facet := range c.facets {
		v := facetValue{int(facet), c.facetTexts.at(uint32(n))}
		c.values, c.value[v] = append(c.values, v), uint16(n)
	}
	if err := c.list(); err != nil {
		return nil, err
	}
	c.countLanguages()
	c.scratch.New = func() any { return newScratch(c) }
	return c, nil
}

// list makes the documents.
func (c *curated) list() error {
	c.docs, c.number = make([]item, c.names.len()), make(map[string]uint32, c.names.len())
	articles := map[legislation.ID]int32{}
	for n := range c.docs {
		name := c.names.at(uint32(n))
		k, ok := parseKey(name)
		if !ok {
			return errOther
		}
		d := &c.docs[n]
		*d = item{key: k, first: c.first[n], last: c.last[n], article: -1, values: c.valuesOf.at(uint32(n))}
		if k.kind == kindProvision && strings.Count(string(k.id), "/") > 2 {
			article := k.id.Parent()
			if _, ok := articles[article]; !ok {
				articles[article] = int32(len(articles))
			}
			d.article = articles[article]
		}
		c.number[name] = uint32(n)
		if k.kind != kindPosition {
			c.of[k.id.Instrument()] = append(c.of[k.id.Instrument()], uint32(n))
		}
	}
	return nil
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
