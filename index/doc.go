// Package index finds provisions, instruments and positions: it understands what a
// researcher types in any language of the region, matches, ranks, and marks the words
// that matched.
//
// What is curated, a few thousand digests, is held in memory as postings that are made
// by the analyzers of index/lang and kept in a file beside bleve's: a search of it takes
// well under a millisecond, sees every hit and ranks it by what the corpus knows, such
// as the provisions that a position rests on. The official texts, of which there may be
// a hundred thousand articles, are bleve's. A search asks both and puts their hits in
// one order.
//
// The index is derived from the store. It carries the store's generation and the name
// of its corpus, and is built again when it is missing, damaged or of another one. So
// are the words of the thesaurus and the names of laws, analysed, which lie beside it. Nothing of bleve shows
// outside the package and its language packages.
package index
