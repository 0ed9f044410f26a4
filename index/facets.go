package index

import (
	"cmp"
	"slices"

	"github.com/blevesearch/bleve/v2/search"
)

var facetFields = map[string]string{"jurisdiction": fieldJurisdiction, "topic": fieldTopic, "type": fieldType, "lang": fieldLang,
	"confidence": fieldConfidence, "kind": fieldKind}

func facetsOf(results search.FacetResults) Facets {
	counts := func(name string) []Count {
		out := []Count{}
		if r := results[name]; r != nil && r.Terms != nil {
			for _, t := range r.Terms.Terms() {
				out = append(out, Count{t.Term, t.Count})
			}
		}
		slices.SortFunc(out, func(a, b Count) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value)) })
		return out
	}
	return Facets{counts("jurisdiction"), counts("topic"), counts("type"), counts("lang"), counts("confidence"), counts("kind")}
}
