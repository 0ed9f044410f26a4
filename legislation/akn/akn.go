// Package akn writes instruments as Akoma Ntoso 3.0 (OASIS LegalDocML): identified as
// FRBR work, expression and manifestation, with their lifecycle and provisions.
//
// The official text stands in the body where it has been imported. What was written by
// curators — digests and summaries — stands in notes, with sources and confidence, so
// that nobody takes it for the words of the law.
package akn

import (
	"encoding/xml"
	"io"

	"seelex/legislation"
)

// MediaType is the Internet media type of Akoma Ntoso.
const MediaType = "application/akn+xml"

// Namespaces of the document.
const (
	Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
	// Own marks attributes that Akoma Ntoso has no place for: confidence, and dates as
	// exactly as they are known.
	Own = "urn:seelex:1"
)

// Act is an instrument as of a day, with what is known of its provisions.
type Act struct {
	Instrument *legislation.Instrument
	Provisions []*legislation.Provision                // in the order of the law
	Sources    func(ids []string) []legislation.Source // resolves the sources of the instrument's file
	On         legislation.Day                         // the day whose law is given
	Exported   legislation.Day
	Language   string // of the official text (BCP 47); "" for none: digests, in English
	Base       string // of permanent addresses: scheme and host
}

// Write writes the document.
func (a Act) Write(w io.Writer) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	d := &document{Act: a, xml: e, tree: grow(a.Provisions)}
	d.collectEvents()
	d.akomaNtoso()
	if d.err != nil {
		return d.err
	}
	return e.Close()
}

// document is one document being written; err keeps the first failure to write.
type document struct {
	Act
	xml    *xml.Encoder
	tree   []*node
	events []event
	err    error
}

// pair is an attribute.
type pair struct{ name, value string }

func (d *document) token(t xml.Token) {
	if d.err == nil {
		d.err = d.xml.EncodeToken(t)
	}
}

// in writes an element around what write writes. Attributes without a value are left
// out.
func (d *document) in(name string, attributes []pair, write func()) {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	for _, a := range attributes {
		if a.value != "" {
			start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: a.name}, Value: a.value})
		}
	}
	d.token(start)
	if write != nil {
		write()
	}
	d.token(start.End())
}

func (d *document) empty(name string, attributes ...pair) { d.in(name, attributes, nil) }

func (d *document) text(name, text string, attributes ...pair) {
	if text != "" {
		d.in(name, attributes, func() { d.token(xml.CharData(text)) })
	}
}

func (d *document) akomaNtoso() {
	d.in("akomaNtoso", []pair{{"xmlns", Namespace}, {"xmlns:seelex", Own}}, func() {
		kind, body := d.form()
		d.in(kind, []pair{{"name", d.Instrument.Type}, {"contains", "singleVersion"}}, func() {
			d.meta()
			d.in("preface", nil, func() {
				d.in("p", nil, func() { d.text("docTitle", d.title()) })
			})
			d.in(body, nil, func() {
				if len(d.tree) == 0 {
					d.in("hcontainer", []pair{{"name", "none"}, {"eId", "hcontainer_1"}}, func() {
						d.in("content", nil, func() { d.text("p", "No provision of this instrument is known.") })
					})
				}
				for _, n := range d.tree {
					d.provision(n, "")
				}
			})
		})
	})
}

// form is the element of the document and of its body. What is adopted as law is an
// act; strategies, plans and guidelines are documents.
func (d *document) form() (kind, body string) {
	if d.Instrument.IsStrategy() || d.Instrument.Type == "guideline" {
		return "doc", "mainBody"
	}
	return "act", "body"
}

// title is the title in the language of the expression.
func (d *document) title() string {
	if text := d.Instrument.Title[d.Language]; text != "" {
		return text
	}
	return d.Instrument.TitleEn
}
