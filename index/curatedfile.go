package index

import (
	"cmp"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"seelex/legislation"
	"seelex/legislation/derived"
)

// curatedFile is what is kept beside bleve's files of all that is curated, for one
// generation of the store: the documents and the lexicon.
type curatedFile struct {
	layout      []byte
	generations []uint64 // one
	names       textList // keys of the documents, in the order of the law
	first, last []legislation.Day
	facets      []uint8       // what documents are counted by: the facet, and
	facetTexts  textList      // the value
	valuesOf    lists[uint16] // document → places in facets
	passages    lists[uint32] // document → its passages
	words       lists[uint32] // passage → see marks
	concepts    lists[uint32]
	traits      []uint32 // hashes of all traits
	slots       slots    // trait → its place in traits
	postings    lists[posting]
	lexicon     *lexicon
}

const curatedName = "curated"

func (f *curatedFile) sections() []derived.Section {
	return slices.Concat([]derived.Section{derived.Numbers(&f.layout), derived.Numbers(&f.generations)}, f.names.sections(),
		[]derived.Section{derived.Numbers(&f.first), derived.Numbers(&f.last), derived.Numbers(&f.facets)}, f.facetTexts.sections(), f.valuesOf.sections(),
		f.passages.sections(), f.words.sections(), f.concepts.sections(),
		[]derived.Section{derived.Numbers(&f.traits), derived.Numbers(&f.slots)}, f.postings.sections(), f.lexicon.sections())
}

// curatedMaker gathers documents, in whatever order they come.
type curatedMaker struct {
	docs []*document
}

func (m *curatedMaker) add(d *document) { m.docs = append(m.docs, d) }

// save writes the file.
func (m *curatedMaker) save(folder string, generation uint64, l *lexicon) error {
	f := &curatedFile{layout: []byte(layout), generations: []uint64{generation}, lexicon: l}
	m.sort()
	values := map[facetValue]uint16{}
	for _, d := range m.docs {
		f.names.add(d.key.String())
		f.first, f.last = append(f.first, d.first), append(f.last, d.last)
		f.valuesOf.add(f.countedBy(d, values)...)
		var passages []uint32
		for _, p := range d.marks {
			passages = append(passages, uint32(f.words.len()))
			f.words.add(p.words...)
			f.concepts.add(p.concepts...)
		}
		f.passages.add(passages...)
	}
	f.post(m.docs)
	return derived.Write(filepath.Join(folder, curatedName), f.sections())
}

// sort puts the documents in the order of the law.
func (m *curatedMaker) sort() {
	type names struct{ inOrder, whole string }
	of := make(map[*document]names, len(m.docs))
	for _, d := range m.docs {
		of[d] = names{d.key.id.Key(), d.key.String()}
	}
	slices.SortFunc(m.docs, func(a, b *document) int {
		x, y := of[a], of[b]
		return cmp.Or(strings.Compare(x.inOrder, y.inOrder), cmp.Compare(a.key.version, b.key.version), strings.Compare(x.whole, y.whole))
	})
}

// countedBy are the places of what a document is counted by, known from now on.
func (f *curatedFile) countedBy(d *document, known map[facetValue]uint16) (out []uint16) {
	eachFacet(facetText(d.fields), func(v facetValue) {
		at, ok := known[v]
		if !ok {
			at = uint16(len(f.facets))
			f.facets, known[v] = append(f.facets, uint8(v.facet)), at
			f.facetTexts.add(v.text)
		}
		out = append(out, at)
	})
	return out
}

// post turns the traits of the documents round.
func (f *curatedFile) post(docs []*document) {
	having := map[uint32][]posting{}
	for n, d := range docs {
		for trait, strength := range d.traits {
			having[trait] = append(having[trait], posting{uint32(n), float32(strength) / full})
		}
	}
	f.traits = slices.Sorted(maps.Keys(having))
	f.slots = newSlots(f.traits)
	for _, trait := range f.traits {
		f.postings.add(having[trait]...)
	}
}
