package skos

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// prefixes are the vocabularies, in the order in which they are declared.
var prefixes = [][2]string{{"skos", "http://www.w3.org/2004/02/skos/core#"}, {"dcterms", "http://purl.org/dc/terms/"}}

// Turtle writes the graph as Turtle.
func (g *Graph) Turtle(to io.Writer) error {
	w := bufio.NewWriter(to)
	for _, p := range prefixes {
		fmt.Fprintf(w, "@prefix %s: <%s> .\n", p[0], p[1])
	}
	for _, r := range g.resources {
		fmt.Fprintf(w, "\n<%s> a %s", iri(r.iri), r.kind)
		for _, s := range r.statements {
			w.WriteString(" ;\n    " + s.property + " ")
			for i, v := range s.values {
				if i > 0 {
					w.WriteString(" , ")
				}
				w.WriteString(v.turtle())
			}
		}
		w.WriteString(" .\n")
	}
	return w.Flush()
}

func (v value) turtle() string {
	if v.iri != "" {
		return "<" + iri(v.iri) + ">"
	}
	text := `"` + literal.Replace(v.text) + `"`
	if v.lang != "" {
		text += "@" + v.lang
	}
	return text
}

var literal = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "\b", `\b`, "\f", `\f`)

// iri escapes what an IRI in angle brackets may not hold.
func iri(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) {
			fmt.Fprintf(&b, "%%%02X", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
