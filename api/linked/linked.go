// Package linked describes instruments and provisions as linked data: schema.org
// Legislation with properties of the ELI ontology beside it, as JSON-LD for law pages
// and for content negotiation.
package linked

import (
	"maps"
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/legislation"
)

// MediaType is the Internet media type of JSON-LD.
const MediaType = "application/ld+json"

const licence = "https://creativecommons.org/licenses/by/4.0/"

// Law is a JSON-LD description of an instrument or provision. What is not known is
// left out; dates are as exact as they are known.
type Law struct {
	Context       map[string]string `json:"@context"`
	ID            string            `json:"@id"`
	Type          []string          `json:"@type"`
	Identifier    string            `json:"legislationIdentifier"`
	Name          []Text            `json:"name,omitempty"`
	AlternateName string            `json:"alternateName,omitempty"`
	URL           string            `json:"url"`
	Kind          string            `json:"legislationType,omitempty"`
	Jurisdiction  *Place            `json:"legislationJurisdiction,omitempty"`
	Adopted       string            `json:"legislationDate,omitempty"`
	Version       string            `json:"legislationDateVersion,omitempty"` // the day whose law is described
	Force         string            `json:"legislationLegalForce,omitempty"`
	InForce       string            `json:"eli:first_date_entry_in_force,omitempty"`
	Ended         string            `json:"eli:date_no_longer_in_force,omitempty"`
	Number        string            `json:"eli:number,omitempty"`
	Responsible   string            `json:"eli:responsibility_of,omitempty"`
	Published     []string          `json:"eli:published_in,omitempty"`
	AmendedBy     []string          `json:"eli:amended_by,omitempty"`
	PartOf        *Node             `json:"isPartOf,omitempty"`
	Parts         []Node            `json:"hasPart,omitempty"`
	Implements    []Node            `json:"eli:implements,omitempty"`
	ImplementedBy []Node            `json:"eli:implemented_by,omitempty"`
	Repeals       []Node            `json:"legislationRepeals,omitempty"`
	RepealedBy    *Node             `json:"eli:repealed_by,omitempty"`
	About         []Node            `json:"about,omitempty"`
	SubjectOf     *Description      `json:"subjectOf,omitempty"`
}

// Text is a text in a language (BCP 47).
type Text struct {
	Value    string `json:"@value"`
	Language string `json:"@language"`
}

// Node names another resource.
type Node struct {
	ID   string `json:"@id"`
	Type string `json:"@type,omitempty"`
	Name string `json:"name,omitempty"`
}

// Place is a jurisdiction.
type Place struct {
	ID   string `json:"@id"`
	Type string `json:"@type"`
	Name string `json:"name"`
}

// Description is what curators wrote about the law: a work of its own, with a licence,
// sources and confidence, so that it is not taken for the law.
type Description struct {
	Type       string   `json:"@type"`
	Abstract   Text     `json:"abstract"`
	License    string   `json:"license"`
	Publisher  Node     `json:"publisher"`
	Citations  []string `json:"citation,omitempty"`
	Confidence string   `json:"creativeWorkStatus"` // primary, secondary or unverified
}

// Instrument describes an instrument. The base is the scheme and host of the site.
func Instrument(i *answer.Instrument, base string) *Law {
	l := law(string(i.ID), i.URL, base, i.On, i.Status)
	l.Type = []string{"Legislation", "eli:LegalResource"}
	l.Name, l.AlternateName, l.Number, l.Responsible = titles(i.TitleEn, i.Title), i.Abbreviation, i.Number, i.Responsible
	l.Kind, l.Adopted, l.InForce, l.Ended = i.Type, i.Adopted.String(), i.InForce.String(), i.Ended.String()
	l.Jurisdiction = place(i.Jurisdiction, base)
	for _, g := range i.Gazette {
		l.Published = append(l.Published, strings.TrimSpace(g.Name+" "+g.Ref))
	}
	for _, a := range i.Amendments {
		if a.Ref != "" {
			l.AmendedBy = append(l.AmendedBy, a.Ref)
		}
	}
	for _, p := range i.Provisions {
		l.Parts = append(l.Parts, Node{base + "/law/" + p.ID, "Legislation", p.Label})
	}
	l.Implements, l.ImplementedBy, l.Repeals = nodes(i.Implements, base), nodes(i.ImplementedBy, base), nodes(i.Replaces, base)
	if i.ReplacedBy != nil {
		l.RepealedBy = &nodes([]answer.Ref{*i.ReplacedBy}, base)[0]
	}
	l.About = topics(i.Topics, base)
	l.SubjectOf = description(i.Summary, i.Sources, i.Confidence, base)
	return l
}

// Provision describes a provision in its version of the day.
func Provision(p *answer.Provision, base string) *Law {
	l := law(p.ID, p.URL, base, p.On, p.Status)
	l.Type = []string{"Legislation", "eli:LegalResourceSubdivision"}
	l.Kind, l.Jurisdiction = p.Instrument.Type, place(p.Jurisdiction, base)
	l.Name = []Text{{p.Instrument.TitleEn + ", " + p.Label, "en"}}
	l.ImplementedBy = nodes(p.ImplementedBy, base)
	if n := len(p.Parents); n > 0 {
		above := nodes(p.Parents[n-1:], base)[0]
		above.Type = "Legislation"
		l.PartOf = &above
	}
	for _, c := range p.Children {
		l.Parts = append(l.Parts, Node{base + "/law/" + c.ID, "Legislation", c.Label})
	}
	if v := p.Version; v != nil {
		l.AlternateName = v.Heading["en"]
		l.InForce, l.Ended = v.InForce.String(), v.Ended.String()
		l.Implements, l.About = nodes(v.Implements, base), topics(v.Topics, base)
		l.SubjectOf = description(v.Digest, v.Sources, v.Confidence, base)
	}
	return l
}

func law(id, url, base string, on legislation.Day, status legislation.Status) *Law {
	l := &Law{Context: map[string]string{"@vocab": "https://schema.org/", "eli": "http://data.europa.eu/eli/ontology#"},
		ID: base + "/law/" + id, Identifier: id, URL: base + url, Version: on.String(), Force: "https://schema.org/NotInForce"}
	if status == legislation.InForce {
		l.Force = "https://schema.org/InForce"
	}
	return l
}

func titles(english string, native legislation.Text) []Text {
	out := []Text{{english, "en"}}
	for _, tag := range slices.Sorted(maps.Keys(native)) {
		if tag != "en" {
			out = append(out, Text{native[tag], tag})
		}
	}
	return out
}

func place(j answer.Ref, base string) *Place {
	return &Place{base + j.URL, "AdministrativeArea", j.Title}
}

// nodes name the resources without the day on which they are seen.
func nodes(refs []answer.Ref, base string) []Node {
	out := make([]Node, len(refs))
	for i, r := range refs {
		out[i] = Node{ID: base + "/law/" + r.ID, Name: r.Title}
	}
	return out
}

func topics(ids []string, base string) []Node {
	out := make([]Node, len(ids))
	for i, id := range ids {
		out[i] = Node{ID: base + "/topics/" + id}
	}
	return out
}

func description(text string, sources []legislation.Source, confidence legislation.Confidence, base string) *Description {
	d := &Description{Type: "CreativeWork", Abstract: Text{strings.TrimSpace(text), "en"}, License: licence, Confidence: string(confidence),
		Publisher: Node{ID: base + "/", Type: "Organization", Name: "seelex"}}
	for _, s := range sources {
		words := s.Title
		for _, more := range []string{s.Publisher, s.Date.String(), s.URL} {
			if more != "" {
				words += ", " + more
			}
		}
		d.Citations = append(d.Citations, words)
	}
	return d
}
