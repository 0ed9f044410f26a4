// Package skos writes the topics and the thesaurus as SKOS, in Turtle and in JSON-LD,
// for library catalogues and other systems to link to.
//
// Topics are one concept scheme, the entries of the thesaurus another; an entry is
// related to the topics that it belongs to.
package skos

import (
	"maps"
	"slices"
	"strings"

	"seelex/api/export"
	"seelex/legislation"
)

// Media types of the forms.
const (
	Turtle = "text/turtle; charset=utf-8"
	JSONLD = "application/ld+json; charset=utf-8"
)

// Graph is the topics and the thesaurus as resources.
type Graph struct {
	base      string
	resources []resource
}

// resource is one subject and what is said of it.
type resource struct {
	iri        string
	kind       string // skos:Concept or skos:ConceptScheme
	statements []statement
}

// statement is a property with its values.
type statement struct {
	property string // with its prefix
	values   []value
}

// value is an address, or a text in a language.
type value struct{ iri, text, lang string }

// New makes the graph. The base is the scheme and host of the site: the addresses of
// topics and concepts begin with it.
func New(c *legislation.Catalog, base string, modified legislation.Day) *Graph {
	g := &Graph{base: strings.TrimSuffix(base, "/")}
	topics, thesaurus := g.base+"/topics", g.base+"/concepts"
	g.scheme(topics, "Topics of seelex", "Questions that are put to the drug law and drug strategies of every jurisdiction.", modified)
	g.scheme(thesaurus, "Thesaurus of drug law and policy",
		"Terms of drug law in the languages of South East Europe. The labels are editorial knowledge of the national codes; not each was checked against a statute.", modified)
	related := map[string][]value{}
	for _, concept := range c.Concepts {
		for _, topic := range concept.Topics {
			related[topic] = append(related[topic], value{iri: thesaurus + "/" + concept.ID})
		}
	}
	for _, t := range c.Topics {
		g.add(resource{topics + "/" + t.ID, "skos:Concept", []statement{
			{"skos:inScheme", []value{{iri: topics}}}, {"skos:topConceptOf", []value{{iri: topics}}}, {"skos:notation", []value{{text: t.ID}}},
			{"skos:prefLabel", []value{{text: t.Label, lang: "en"}}}, {"skos:definition", []value{{text: t.Question, lang: "en"}}}, {"skos:related", related[t.ID]}}})
	}
	for i := range c.Concepts {
		g.concept(&c.Concepts[i], topics, thesaurus)
	}
	return g
}

func (g *Graph) add(r resource) {
	r.statements = slices.DeleteFunc(r.statements, func(s statement) bool { return len(s.values) == 0 })
	g.resources = append(g.resources, r)
}

func (g *Graph) scheme(iri, title, description string, modified legislation.Day) {
	g.add(resource{iri, "skos:ConceptScheme", []statement{
		{"dcterms:title", []value{{text: title, lang: "en"}}}, {"dcterms:description", []value{{text: description, lang: "en"}}},
		{"dcterms:license", []value{{iri: export.LicenceURL}}}, {"dcterms:modified", []value{{text: modified.String()}}}, {"dcterms:publisher", []value{{text: "seelex"}}}}})
}

func (g *Graph) concept(c *legislation.Concept, topics, thesaurus string) {
	var preferred, others, hidden, related []value
	for _, tag := range slices.Sorted(maps.Keys(c.Labels)) {
		for i, label := range c.Labels[tag] {
			switch v := (value{text: label, lang: tag}); {
			case i == 0:
				preferred = append(preferred, v)
			case label != c.Labels[tag][0] && !slices.Contains(others, v): // SKOS keeps preferred and other labels apart
				others = append(others, v)
			}
		}
	}
	for _, tag := range slices.Sorted(maps.Keys(c.Hidden)) {
		for _, label := range c.Hidden[tag] {
			hidden = append(hidden, value{text: label, lang: tag})
		}
	}
	for _, topic := range c.Topics {
		related = append(related, value{iri: topics + "/" + topic})
	}
	var definition []value
	if c.Definition != "" {
		definition = []value{{text: strings.TrimSpace(c.Definition), lang: "en"}}
	}
	g.add(resource{thesaurus + "/" + c.ID, "skos:Concept", []statement{
		{"skos:inScheme", []value{{iri: thesaurus}}}, {"skos:topConceptOf", []value{{iri: thesaurus}}}, {"skos:notation", []value{{text: c.ID}}},
		{"skos:prefLabel", preferred}, {"skos:altLabel", others}, {"skos:hiddenLabel", hidden}, {"skos:definition", definition}, {"skos:related", related}}})
}
