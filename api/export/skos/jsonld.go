package skos

import (
	"encoding/json"
	"io"
	"strings"
)

// JSONLD writes the graph as JSON-LD.
func (g *Graph) JSONLD(w io.Writer) error {
	context := map[string]any{}
	for _, p := range prefixes {
		context[p[0]] = p[1]
	}
	nodes := make([]map[string]any, len(g.resources))
	for i, r := range g.resources {
		node := map[string]any{"@id": r.iri, "@type": r.kind}
		for _, s := range r.statements {
			values := make([]any, len(s.values))
			for j, v := range s.values {
				values[j] = v.jsonld()
			}
			node[s.property] = values
		}
		nodes[i] = node
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(map[string]any{"@context": context, "@graph": nodes})
}

func (v value) jsonld() any {
	switch {
	case v.iri != "":
		return map[string]string{"@id": v.iri}
	case v.lang != "":
		return map[string]string{"@value": v.text, "@language": strings.ToLower(v.lang)}
	}
	return v.text
}
