package ui

import (
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/cite"
	"seelex/legislation/compare"
)

// Limits of a dossier. Its link is all there is of it, and an address has its own limit.
const (
	maxItems = 100
	maxNote  = 1000 // bytes
)

// A dossier is what a reader collected, as its link says it: items in order, notes, and
// the style of citation. Nothing of it is stored on the server, and nothing in the link
// is taken to be true: every item is looked up.
type dossier struct {
	Items []dossierItem
	Style string
}

// dossierItem names a provision or instrument ("rs/criminal-code/art-246a"), or a cell of
// a comparison ("topic:personal-possession/RS", and with a variable behind it one value),
// as of a day.
type dossierItem struct {
	Ref, Note string
	On        legislation.Day
}

// String is the item as the link has it.
func (i dossierItem) String() string { return i.Ref + "@" + i.On.String() }

// readDossier reads the link.
func readDossier(r *request) (dossier, error) {
	d := dossier{Style: first(r.OneOf("style", textStyles()))}
	if d.Style == "" {
		d.Style = cite.Styles[0].ID
	}
	given := r.http.QueryArray("item")
	if len(given) > maxItems {
		return d, &legislation.Error{Code: legislation.Invalid, Field: "item", Message: "are too many: " + strconv.Itoa(len(given)), Want: "at most " + strconv.Itoa(maxItems)}
	}
	for n, text := range given {
		item, err := readItem(text, r.on)
		if err != nil {
			return d, err
		}
		item.Note = r.Text("note."+strconv.Itoa(n), maxNote)
		d.Items = append(d.Items, item)
	}
	return d, r.Err()
}

// readItem reads "ref@2026-11-25"; without a day, the day of the page is meant.
func readItem(text string, on legislation.Day) (dossierItem, error) {
	const longest = 300
	ref, day, dated := strings.Cut(strings.TrimSpace(text), "@")
	item := dossierItem{Ref: ref, On: on}
	if ref == "" || len(text) > longest {
		return item, &legislation.Error{Code: legislation.Invalid, Field: "item", Value: clip(text, 80), Message: "names nothing", Want: "an id and a day, such as rs/criminal-code/art-246a@2026-11-25"}
	}
	if dated {
		d, err := legislation.ParseDay(day)
		if err != nil {
			return item, err
		}
		item.On = d
	}
	return item, nil
}

func textStyles() (ids []string) {
	for _, s := range cite.Styles {
		if !s.File {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// address is the link of the dossier; more are further parameters.
func (d dossier) address(more ...string) string {
	v := url.Values{}
	for n, item := range d.Items {
		v.Add("item", item.String())
		if item.Note != "" {
			v.Set("note."+strconv.Itoa(n), item.Note)
		}
	}
	if d.Style != cite.Styles[0].ID {
		v.Set("style", d.Style)
	}
	for i := 0; i+1 < len(more); i += 2 {
		v.Set(more[i], more[i+1])
	}
	if len(v) == 0 {
		return "/dossier"
	}
	return "/dossier?" + strings.NewReplacer("%2F", "/", "%40", "@", "%3A", ":").Replace(v.Encode())
}

// swapped is the dossier with two items changed about, without is it with one left out.
func (d dossier) swapped(a, b int) dossier {
	d.Items = append([]dossierItem(nil), d.Items...)
	d.Items[a], d.Items[b] = d.Items[b], d.Items[a]
	return d
}

func (d dossier) without(n int) dossier {
	d.Items = append(append([]dossierItem(nil), d.Items[:n]...), d.Items[n+1:]...)
	return d
}

// dossierPage shows a dossier.
type dossierPage struct {
	Frame
	Entries   []dossierEntry
	Count     string
	Styles    Select
	Hidden    []Hidden
	Exports   []Link
	Permanent string
	Sources   []Source
}

// dossierEntry is one item with what it says and how it is cited.
type dossierEntry struct {
	N, Index         int // as people count, and as the link does
	ID, Item         string
	Title, URL, Kind string
	Where            Jurisdiction
	AsItStood        AsItStood
	Status           *Status
	Text             string
	Native           *Text
	Values           []Definition
	Citations        []citedIn
	Note             string
	Confidence       string
	Marks            Marks
	Missing          string // why there is nothing to show
	Up, Down, Remove string

	laws []legislation.ID // what the files for reference managers hold of it
	on   legislation.Day
}

// citedIn is a citation in the style chosen.
type citedIn struct {
	HTML template.HTML
	Text string
	Lang string
	URL  string
}

func (s *Site) dossier(r *request) (any, error) {
	d, err := readDossier(r)
	if err != nil {
		return nil, err
	}
	format := first(r.OneOf("format", dossierFormats()))
	if err := r.Err(); err != nil {
		return nil, err
	}
	base, notes := r.base, &footnotes{}
	page := &dossierPage{Frame: Frame{Title: "Dossier", Section: "dossier", Description: "Provisions and answers collected while reading, in order, with notes and full citations."},
		Count: plural(len(d.Items), "item", "items"), Permanent: base + d.address(), Styles: Select{ID: "style", Name: "style", Label: "Style of citation"}}
	for n, item := range d.Items {
		page.Entries = append(page.Entries, s.dossierEntry(r, n, item, d, base, notes))
		if err := r.context().Err(); err != nil {
			return nil, err // of a time that is over, an entry would say that there is nothing
		}
	}
	if format != "" {
		return s.dossierFile(page, format, base)
	}
	page.Canonical, page.Sources = d.address(), notes.List
	for _, style := range cite.Styles {
		if !style.File {
			page.Styles.Options = append(page.Styles.Options, Option{Value: style.ID, Label: style.Label, Selected: style.ID == d.Style})
		}
	}
	for _, format := range dossierFormats() {
		page.Exports = append(page.Exports, Link{Label: formatLabel(format), URL: d.address("format", format)})
	}
	return page, nil
}

func (s *Site) dossierEntry(r *request, n int, item dossierItem, d dossier, base string, notes *footnotes) dossierEntry {
	e := dossierEntry{N: n + 1, Index: n, ID: "item-" + strconv.Itoa(n+1), Item: item.String(), AsItStood: asItStood(item.On), Note: item.Note, Remove: d.without(n).address(), on: item.On}
	if n > 0 {
		e.Up = d.swapped(n, n-1).address() + "#item-" + strconv.Itoa(n)
	}
	if n+1 < len(d.Items) {
		e.Down = d.swapped(n, n+1).address() + "#item-" + strconv.Itoa(n+2)
	}
	var err error
	if cell, ok := strings.CutPrefix(item.Ref, "topic:"); ok {
		err = s.fillCell(r, &e, cell, item.On, notes)
	} else {
		err = s.fillLaw(&e, legislation.ID(item.Ref), item.On, notes)
	}
	if err != nil {
		e.Title, e.Missing = item.Ref, "There is nothing under this name in the knowledge base."
		return e
	}
	for _, id := range e.laws {
		c, err := s.service.Cite(answer.CiteRequest{ID: id, Style: d.Style, On: item.On, Base: base})
		if err == nil {
			// Package cite escapes what it writes and adds <em> only.
			e.Citations = append(e.Citations, citedIn{template.HTML(c.HTML), c.Text, c.Lang, answer.LawURL(id, item.On, s.service.Today())})
		}
	}
	return e
}

// fillLaw looks up a provision or instrument.
func (s *Site) fillLaw(e *dossierEntry, id legislation.ID, on legislation.Day, notes *footnotes) error {
	if err := id.Valid(); err != nil {
		return err
	}
	e.Where = s.jurisdictionLink(id.Jurisdiction())
	if id.IsInstrument() {
		i, err := s.service.Instrument(id, on)
		if err != nil {
			return err
		}
		st := status(i.Status, i.InForce, i.Ended)
		e.Kind, e.Title, e.URL, e.Text, e.Status, e.Confidence = typeName(i.Type), i.TitleEn, i.URL, i.Summary, &st, string(i.Confidence)
		e.Native, e.Marks, e.laws = native(i.Title), notes.marks(id.Jurisdiction(), i.Sources), []legislation.ID{i.ID}
		return nil
	}
	p, err := s.service.Provision(id, on)
	if err != nil {
		return err
	}
	e.Kind, e.Title, e.URL, e.laws = "Provision", p.Instrument.TitleEn+", "+p.Label, p.URL, []legislation.ID{legislation.ID(p.ID)}
	parts := p.Children
	if p.Version != nil {
		parts = []answer.Provision{*p}
	}
	var texts []string
	for i := range parts {
		v := parts[i].Version
		if v == nil {
			continue
		}
		if e.Status == nil {
			st := status(parts[i].Status, v.InForce, v.Ended)
			e.Status, e.Confidence = &st, string(v.Confidence)
			var english string
			if english, e.Native = heading(v.Heading); english != "" {
				e.Title += ": " + english
			}
		}
		text := v.Digest
		if len(parts) > 1 {
			text = strings.TrimPrefix(parts[i].Label, p.Label) + " " + text
		}
		texts = append(texts, text)
		e.Marks = append(e.Marks, notes.marks(id.Jurisdiction(), v.Sources)...)
	}
	e.Text, e.Marks = strings.Join(texts, "\n"), distinct(e.Marks)
	return nil
}

// fillCell looks up a jurisdiction's answer to a topic, or to one of its variables.
func (s *Site) fillCell(r *request, e *dossierEntry, cell string, on legislation.Day, notes *footnotes) error {
	topic, rest, _ := strings.Cut(cell, "/")
	code, variable, _ := strings.Cut(rest, "/")
	found, err := s.service.Compare(r.context(), compare.Request{Topics: []string{topic}, Jurisdictions: []string{code}, On: on, Today: s.service.Today()})
	if err != nil {
		return err
	}
	column := found.Block.Columns[0]
	e.Kind, e.Where = "Answer", s.jurisdictionLink(column.Jurisdiction.Code)
	e.Title, e.URL = found.Topic.Label, compareURL(topic, column.Jurisdiction.Code, on)
	p := column.Position
	if p == nil {
		e.Missing = column.Gap.Words
		return nil
	}
	for _, v := range found.Topic.Variables {
		if words, ok := p.Words[v.Name]; ok && (variable == "" || variable == v.Name) {
			e.Values = append(e.Values, Definition{variableLabel(v.Name), []Value{{Text: words}}})
		}
	}
	e.Text, e.Confidence, e.Marks = p.Summary, string(p.Confidence), notes.marks(column.Jurisdiction.Code, p.Sources)
	for _, c := range p.Citations {
		e.laws = append(e.laws, c.ID)
	}
	return nil
}
