package index

import (
	"cmp"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search"
)

// A document's facets are one value: counting the hits of a query then reads one value
// of each, not six. Few different values occur, and they are taken apart afterwards.
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

// maxFacets bounds the different values that are counted.
const maxFacets = 20_000

// facetValue joins what a document is counted by.
func facetValue(fields map[string]any) string {
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

func facetsOf(results search.FacetResults) Facets {
	var counts [facetCount]map[string]int
	for i := range counts {
		counts[i] = map[string]int{}
	}
	if r := results[fieldFacets]; r != nil && r.Terms != nil {
		for _, t := range r.Terms.Terms() {
			for i, part := range strings.SplitN(t.Term, "|", facetCount) {
				for value := range strings.SplitSeq(part, ",") {
					if value != "" {
						counts[i][value] += t.Count
					}
				}
			}
		}
	}
	list := func(at int) []Count {
		out := []Count{}
		for value, n := range counts[at] {
			out = append(out, Count{value, n})
		}
		slices.SortFunc(out, func(a, b Count) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value)) })
		return out
	}
	return Facets{list(facetJurisdiction), list(facetTopic), list(facetType), list(facetLang), list(facetConfidence), list(facetKind)}
}
