package index

import (
	"cmp"
	"slices"
	"strings"
)

// A document's facets are one text. Few different texts occur: the documents are
// filtered and counted in as many groups.
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
type tally [facetCount][]Count

// newTally takes up how often each value was counted.
func newTally(values []facetValue, counts []int) (t tally) {
	var sizes [facetCount]int
	all := 0
	for at, n := range counts {
		if n > 0 {
			sizes[values[at].facet]++
			all++
		}
	}
	space := make([]Count, all)
	for facet, size := range sizes {
		t[facet], space = space[:0:size], space[size:]
	}
	for at, n := range counts {
		if n > 0 {
			t.add(values[at], n)
		}
	}
	return t
}

func (t *tally) add(v facetValue, n int) { t[v.facet] = append(t[v.facet], Count{v.text, n}) }

// addTexts adds what was counted among the official texts to what was counted before.
func (t *tally) addTexts(counts map[facetValue]int) {
	for facet, list := range t {
		for i := range list {
			v := facetValue{facet, list[i].Value}
			list[i].Count += counts[v]
			delete(counts, v)
		}
	}
	for v, n := range counts {
		t.add(v, n)
	}
}

func (t *tally) facets() Facets {
	for facet, list := range t {
		t[facet] = orEmpty(list)
		slices.SortFunc(list, func(a, b Count) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value)) })
	}
	return Facets{Jurisdiction: t[facetJurisdiction], Topic: t[facetTopic], Type: t[facetType], Lang: t[facetLang], Confidence: t[facetConfidence], Kind: t[facetKind]}
}
