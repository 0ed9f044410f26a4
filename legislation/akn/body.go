package akn

import (
	"slices"
	"strings"

	"seelex/legislation"
)

// node is a segment of an id: a provision, or what stands above provisions.
type node struct {
	id        legislation.ID
	provision *legislation.Provision // nil for a segment without a row of its own
	children  []*node
}

// grow arranges provisions, which come in the order of the law, by their segments.
func grow(provisions []*legislation.Provision) []*node {
	var root node
	for _, p := range provisions {
		at := &root
		id := p.ID.Instrument()
		for _, segment := range p.ID.Segments() {
			id += legislation.ID("/" + segment)
			at = at.child(id)
		}
		if at != &root {
			at.provision = p
		}
	}
	return root.children
}

func (n *node) child(id legislation.ID) *node {
	for _, c := range n.children {
		if strings.EqualFold(string(c.id), string(id)) {
			return c
		}
	}
	c := &node{id: id}
	n.children = append(n.children, c)
	return c
}

// elements are the elements of Akoma Ntoso for the kinds of segments, and the
// abbreviations that its naming convention has for their eIds.
var elements = map[string][2]string{
	"art": {"article", "art"}, "par": {"paragraph", "para"}, "pt": {"point", "point"}, "sec": {"section", "sec"}, "ch": {"chapter", "chp"},
	"part": {"part", "part"}, "title": {"title", "title"}, "rule": {"rule", "rule"},
}

// element names a segment; what Akoma Ntoso has no element for is a container that
// is named for what it is.
func (n *node) element() (element, name, eID string) {
	segments := n.id.Segments()
	kind, number, _ := strings.Cut(segments[len(segments)-1], "-")
	known, ok := elements[kind]
	if !ok {
		return "hcontainer", kind, strings.TrimSuffix(kind+"_"+number, "_")
	}
	return known[0], "", strings.TrimSuffix(known[1]+"_"+number, "_")
}

// number is how the segment is numbered in print: "Art. 246a", "(1)".
func (n *node) number() string {
	label := n.id.Label()
	if parent := n.id.Parent(); !parent.IsInstrument() {
		label = strings.TrimLeft(strings.TrimPrefix(label, parent.Label()), ", ")
	}
	return label
}

func (d *document) provision(n *node, above string) {
	element, name, eID := n.element()
	if above != "" {
		eID = above + "__" + eID
	}
	version, wording := d.standing(n.provision)
	attributes := []pair{{"name", name}, {"eId", eID}, {"wId", strings.Join(n.id.Segments(), "/")}}
	if version != nil {
		attributes = append(attributes, pair{"period", d.period(version)}, pair{"seelex:confidence", string(version.Confidence)})
		if version.Valid().Ended(d.On) {
			attributes = append(attributes, pair{"status", "removed"})
		}
	}
	d.in(element, attributes, func() {
		d.text("num", n.number())
		d.heading(version, wording)
		d.content(n, eID, version, wording)
	})
}

// standing finds the version and the official wording that stand for a provision on
// the day; nil where there is none.
func (d *document) standing(p *legislation.Provision) (*legislation.Version, *legislation.Wording) {
	if p == nil {
		return nil, nil
	}
	var version *legislation.Version
	if at := legislation.Pick(p.Versions, legislation.Version.Valid, d.On); at >= 0 {
		version = &p.Versions[at]
	}
	for i := range p.Texts {
		if w := &p.Texts[i]; d.Language != "" && w.Language == d.Language && w.Valid().Contains(d.On) {
			return version, w
		}
	}
	return version, nil
}

func (d *document) heading(v *legislation.Version, w *legislation.Wording) {
	if w != nil && len(w.Parts) > 0 && w.Parts[0].Heading != "" {
		d.text("heading", w.Parts[0].Heading)
		return
	}
	if v == nil {
		return
	}
	tag := d.Language
	if v.Heading[tag] == "" {
		tag = "en"
	}
	d.text("heading", v.Heading[tag], pair{"xml:lang", tag})
}

// content writes the text, the mark of the digest's note and what stands below.
func (d *document) content(n *node, eID string, v *legislation.Version, w *legislation.Wording) {
	write := func() {
		if w != nil {
			for line := range strings.Lines(ownText(w)) {
				if line = strings.TrimSpace(line); line != "" {
					d.text("p", line)
				}
			}
		}
		if v != nil {
			d.in("p", nil, func() {
				d.empty("noteRef", pair{"href", "#" + noteID(eID)}, pair{"marker", "digest"})
			})
		}
	}
	switch {
	case len(n.children) == 0 && (v != nil || w != nil):
		d.in("content", nil, write)
	case v != nil || w != nil:
		d.in("intro", nil, write)
	}
	for _, c := range n.children {
		d.provision(c, eID)
	}
}

// ownText is the official text behind its label and heading, which stand in elements of
// their own.
func ownText(w *legislation.Wording) string {
	if len(w.Parts) == 0 || w.Parts[0].Body > len(w.Text) {
		return w.Text
	}
	return w.Text[w.Parts[0].Body:]
}

func noteID(eID string) string { return "note_" + eID }

// notes are the digests, in the order of the provisions.
func (d *document) notes() {
	d.in("notes", []pair{{"source", "#seelex"}, {"xml:lang", "en"}}, func() {
		d.note("note_summary", d.Instrument.Summary, d.Instrument.Sources, d.Instrument.Confidence)
		d.digests(d.tree, "")
	})
}

func (d *document) digests(nodes []*node, above string) {
	for _, n := range nodes {
		_, _, eID := n.element()
		if above != "" {
			eID = above + "__" + eID
		}
		if v, _ := d.standing(n.provision); v != nil {
			d.note(noteID(eID), v.Digest, v.Sources, v.Confidence)
		}
		d.digests(n.children, eID)
	}
}

func (d *document) note(eID, text string, sources []string, confidence legislation.Confidence) {
	d.in("note", []pair{{"eId", eID}, {"seelex:confidence", string(confidence)}}, func() {
		d.in("p", nil, func() { d.token(charData(strings.TrimSpace(text))) })
		d.text("p", "Curators' digest in own words, not the official text. Confidence: "+string(confidence)+".")
		for _, s := range d.Sources(sources) {
			words := slices.DeleteFunc([]string{s.Title, s.Publisher, s.Date.String()}, func(w string) bool { return w == "" })
			if !linkable(s.URL) {
				d.text("p", "Source "+s.ID+": "+strings.Join(words, ", "))
				continue
			}
			d.in("p", nil, func() {
				d.token(charData("Source " + s.ID + ": "))
				d.text("a", strings.Join(words, ", "), pair{"href", s.URL})
			})
		}
	})
}
