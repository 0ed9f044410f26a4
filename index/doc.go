// Package index finds provisions, instruments and positions: it understands what a
// researcher types in any language of the region, asks bleve, ranks, and marks the
// words that matched.
//
// The index is derived from the store. It carries the store's generation, and is
// built again when it is missing, damaged or of another one. Nothing of bleve shows
// outside the package and its language packages.
package index
