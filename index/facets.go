package index

import (
	"cmp"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search"
)

// A document's facets are one text: counting the hits of a query then reads one value
// of each, not six. Few different texts occur, and they are taken apart afterwards.
//
//	jurisdiction|type|confidence|kind|lang,lang|topic,topic
const (
	facetJurisdiction = iota
	facetType
	facetConfidence
	facetKind
	facetLang
	facetTopic
	facetCount
)

// maxFacets bounds the different texts that are counted.
const maxFacets = 20_000

// facetValue is something that documents are counted by.
type facetValue struct {
	facet int
	text  string
}

// facetText joins what a document is counted by.
func facetText(fields map[string]any) string {
	var parts [facetCount]string
	for at, field := range map[int]string{facetJurisdiction: fieldJurisdiction, facetType: fieldType, facetConfidence: fieldConfidence, facetKind: fieldKind, facetLang: fieldLang, facetTopic: fieldTopic} {
		switch v := fields[field].(type) {
		case string:
			parts[at] = v
		case []string:
			parts[at] = strings.Join(v, ",")
		}
	}
	return strings.Join(parts[:], "|")
}

// eachFacet takes the text apart.
func eachFacet(text string, do func(facetValue)) {
	for facet, part := range strings.SplitN(text, "|", facetCount) {
		for value := range strings.SplitSeq(part, ",") {
			if value != "" {
				do(facetValue{facet, value})
			}
		}
	}
}

// tally counts hits by what they are filtered by.
type tally map[facetValue]int

// addTexts adds what bleve has counted.
func (t tally) addTexts(results search.FacetResults) {
	if r := results[fieldFacets]; r != nil && r.Terms != nil {
		for _, term := range r.Terms.Terms() {
			eachFacet(term.Term, func(v facetValue) { t[v] += term.Count })
		}
	}
}

func (t tally) facets() Facets {
	var lists [facetCount][]Count
	for i := range lists {
		lists[i] = []Count{}
	}
	for v, n := range t {
		lists[v.facet] = append(lists[v.facet], Count{v.text, n})
	}
	for _, list := range lists {
		slices.SortFunc(list, func(a, b Count) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value)) })
	}
	return Facets{Jurisdiction: lists[facetJurisdiction], Topic: lists[facetTopic], Type: lists[facetType], Lang: lists[facetLang], Confidence: lists[facetConfidence], Kind: lists[facetKind]}
}
