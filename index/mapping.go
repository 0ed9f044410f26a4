package index

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/mapping"

	"seelex/index/lang"
)

// The fields of a document. Texts are held per language: head_el, body_el …
const (
	fieldKind         = "kind"
	fieldJurisdiction = "jurisdiction"
	fieldInstrument   = "instrument"
	fieldType         = "type"
	fieldTopic        = "topic"
	fieldLang         = "lang"
	fieldConfidence   = "confidence"
	fieldConcept      = "concept"      // concepts of the thesaurus that the texts name, as often as they do
	fieldConceptHead  = "concept_head" // those in headings and terms of art
	fieldFacets       = "facets"       // what the hits are counted by
	fieldWindow       = "window"       // days on which an official text stands for the whole, when not on all

	head = "head_" // headings, terms of art, titles
	body = "body_" // digests, summaries, official text
)

// layout names the form of the documents; an index of another layout is rebuilt.
const layout = "15"

// newMapping says how bleve holds a document: no stored text and no term vectors, since snippets are
// cut from the store's text and phrases are checked there; that keeps the index small.
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	doc := bleve.NewDocumentStaticMapping()
	for _, name := range []string{fieldInstrument, fieldFacets, fieldWindow, fieldConcept, fieldConceptHead} {
		f := plain()
		f.Analyzer = keyword.Name
		doc.AddFieldMappingsAt(name, f)
	}
	for _, l := range lang.All() {
		for _, prefix := range []string{head, body} {
			f := plain()
			f.Analyzer = l.Analyzer
			doc.AddFieldMappingsAt(prefix+l.Code, f)
		}
	}
	m.DefaultMapping = doc
	return m
}

func plain() *mapping.FieldMapping {
	f := bleve.NewTextFieldMapping()
	f.Store, f.IncludeTermVectors, f.IncludeInAll, f.DocValues = false, false, false, false
	return f
}
