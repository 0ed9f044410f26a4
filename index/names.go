package index

import (
	"slices"
	"sync"

	"seelex/legislation"
	"seelex/legislation/cite"
	"seelex/legislation/derived"
)

// names are what the instruments of a catalog are called. To gather them takes longer
// than an index to open: it is begun at once and done beside it, and what was gathered
// is kept for the next start.
type names struct {
	catalog *legislation.Catalog
	reader  func() *cite.Reader
}

func (x *Index) namesOf(catalog *legislation.Catalog) *names {
	if n := x.names.Load(); n != nil && n.catalog == catalog {
		return n
	}
	n := &names{catalog, sync.OnceValue(func() *cite.Reader { return x.readerOf(catalog) })}
	x.names.Store(n)
	go n.reader()
	return n
}

// Reader reads citations, by the instruments that the source has now.
func (x *Index) Reader() *cite.Reader { return x.namesOf(x.source.Catalog()).reader() }

// namesFile is the file of what was gathered, for one generation of the store.
type namesFile struct {
	generation []uint64 // one
	corpus     []byte
	gathered   derived.Records
}

func (f *namesFile) sections() []derived.Section {
	return append(f.gathered.Sections(), derived.Numbers(&f.generation), derived.Numbers(&f.corpus))
}

// namesSuffix makes the name of the file of the name of the index.
const namesSuffix = ".names"

// sameStore reports whether two are of the same store, in the same generation.
func (f *namesFile) sameStore(as *namesFile) bool {
	return slices.Equal(f.generation, as.generation) && string(f.corpus) == string(as.corpus)
}

func (x *Index) readerOf(catalog *legislation.Catalog) *cite.Reader {
	path := x.folder + namesSuffix
	now := namesFile{generation: []uint64{x.source.Generation()}, corpus: []byte(x.source.Corpus())}
	present := x.source.Catalog() == catalog // then they are those of the catalog
	var kept namesFile
	if present && derived.Read(path, kept.sections()) == nil && kept.sameStore(&now) {
		if r, err := cite.Unpack(catalog, x.source, &kept.gathered); err == nil {
			return r
		}
	}
	r := cite.NewReader(catalog, x.source)
	if present {
		now.gathered = *r.Pack()
		_ = derived.Write(path, now.sections()) // else the next start gathers them anew
	}
	return r
}
