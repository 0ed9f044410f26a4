package index

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"

	"seelex/index/lang"
	"seelex/legislation"
)

// The kinds of documents, by the letter that their keys begin with.
const (
	kindProvision  = "provision"
	kindInstrument = "instrument"
	kindPosition   = "position"
)

// Kinds are the kinds of hits.
var Kinds = []string{kindProvision, kindInstrument, kindPosition}

// key names a document, and holds what ranking needs to know of it without reading it.
type key struct {
	kind    string
	id      legislation.ID
	version int
	from    legislation.Day // in force on these days
	to      legislation.Day
}

func (k key) String() string {
	return fmt.Sprintf("%c %s %d %d %d", k.kind[1], k.id, k.version, k.from, k.to)
}

// parseKey reads a key; it trusts what the index itself wrote.
func parseKey(s string) (k key, ok bool) {
	parts := strings.Split(s, " ")
	if len(parts) != 5 {
		return k, false
	}
	for _, kind := range append(Kinds, kindText) {
		if parts[0] == kind[1:2] {
			k.kind = kind
		}
	}
	version, err1 := strconv.Atoi(parts[2])
	from, err2 := strconv.Atoi(parts[3])
	to, err3 := strconv.Atoi(parts[4])
	k.id, k.version, k.from, k.to = legislation.ID(parts[1]), version, legislation.Day(from), legislation.Day(to)
	return k, k.kind != "" && err1 == nil && err2 == nil && err3 == nil
}

// document is what is indexed of one version of one thing.
type document struct {
	key    key
	fields map[string]any
	heads  map[string][]string // language family → texts
	bodies map[string][]string
	traits []uint32 // see traits
}

func newDocument(kind string, id legislation.ID, version int, p legislation.Period, first, last legislation.Day) *document {
	return &document{key: key{kind, id, version, p.From.First(), p.To.Last()},
		fields: map[string]any{fieldKind: kind, fieldOrigin: ofCurated, fieldJurisdiction: id.Jurisdiction(), fieldSince: float64(first), fieldUntil: float64(last)},
		heads:  map[string][]string{}, bodies: map[string][]string{}}
}

func (d *document) add(to map[string][]string, tag, text string) {
	if l, ok := lang.Find(tag); ok && text != "" {
		to[l.Code] = append(to[l.Code], text)
	}
}

func (d *document) addText(to map[string][]string, t legislation.Text) {
	for _, tag := range slices.Sorted(maps.Keys(t)) {
		d.add(to, tag, t[tag])
	}
}

// finish makes the fields of the texts, and finds the concepts that they name and,
// for what is curated, the traits that ranking needs. It may run beside others.
func (d *document) finish(k *knowledge) *document {
	d.fields[fieldFacets] = facetValue(d.fields)
	var inHead, inAll []string
	for code, texts := range d.heads {
		found := d.read(k, head, inHeadTrait, code, texts)
		inHead, inAll = append(inHead, found...), append(inAll, found...)
	}
	for code, texts := range d.bodies {
		inAll = append(inAll, d.read(k, body, inBodyTrait, code, texts)...)
	}
	if len(inHead) > 0 {
		d.fields[fieldConceptHead] = inHead
	}
	if len(inAll) > 0 {
		d.fields[fieldConcept] = inAll
	}
	if d.curated() {
		d.traits = append(d.traits, traitsOf(conceptInHead, inHead)...)
		d.traits = append(d.traits, traitsOf(conceptInBody, inAll)...)
		topics, _ := d.fields[fieldTopic].([]string)
		d.traits = append(d.traits, traitsOf(ofTopic, topics)...)
		slices.Sort(d.traits)
		d.traits = slices.Clip(slices.Compact(d.traits))
	}
	return d
}

func (d *document) curated() bool { return d.fields[fieldOrigin] == ofCurated }

// read makes the field of the texts of one language, and lists the concepts that they
// name, each as often as they do.
func (d *document) read(k *knowledge, prefix string, class byte, code string, texts []string) (concepts []string) {
	text := strings.Join(texts, " ¶ ")
	d.fields[prefix+code] = text
	tokens := lang.Tokens(code, []byte(text))
	if d.curated() {
		for _, t := range tokens {
			d.traits = append(d.traits, trait(class, code, string(t.Term)))
		}
	}
	return k.conceptsIn(code, tokens)
}

// conceptsIn lists the concepts that an analysed text names, each as often as it does.
func (k *knowledge) conceptsIn(code string, tokens analysis.TokenStream) (concepts []string) {
	for _, s := range k.concepts.find(code, distinctPlaces(tokens)) {
		for _, v := range s.values {
			concepts = append(concepts, k.catalog.Concepts[v].ID)
		}
	}
	return concepts
}

// provisionDocuments makes a document for each version of a provision.
func (k *knowledge) provisionDocuments(p *legislation.Provision) []*document {
	instrument, err := k.catalog.Instrument(p.ID.Instrument())
	if err != nil {
		return nil
	}
	docs := make([]*document, len(p.Versions))
	for i, v := range p.Versions {
		first, last := legislation.Window(p.Versions, legislation.Version.Valid, i)
		d := newDocument(kindProvision, p.ID, i, v.Valid(), first, last)
		d.fields[fieldInstrument], d.fields[fieldType] = string(instrument.ID), instrument.Type
		d.fields[fieldTopic], d.fields[fieldConfidence] = v.Topics, string(v.Confidence)
		d.fields[fieldLang] = nativeTags(v.Heading)
		d.addText(d.heads, v.Heading)
		for _, tag := range slices.Sorted(maps.Keys(v.Terms)) {
			for _, term := range v.Terms[tag] {
				d.add(d.heads, tag, term)
			}
		}
		d.add(d.bodies, "en", v.Digest)
		d.add(d.bodies, "en", instrument.TitleEn+" "+p.ID.Label())
		d.addText(d.bodies, instrument.Title)
		docs[i] = d
	}
	return docs
}

func (k *knowledge) instrumentDocument(i *legislation.Instrument) *document {
	d := newDocument(kindInstrument, i.ID, 0, i.Valid(), legislation.DayMin, legislation.DayMax)
	d.fields[fieldInstrument], d.fields[fieldType], d.fields[fieldConfidence] = string(i.ID), i.Type, string(i.Confidence)
	d.fields[fieldLang] = nativeTags(i.Title)
	d.add(d.heads, "en", i.TitleEn)
	d.addText(d.heads, i.Title)
	native := "en"
	for _, tag := range nativeTags(i.Title) {
		native = tag
	}
	d.add(d.heads, native, i.Abbreviation)
	d.add(d.heads, native, i.Number)
	d.add(d.bodies, "en", i.Summary)
	for _, g := range i.Gazette {
		d.add(d.bodies, native, g.Name+" "+g.Ref)
	}
	for _, a := range i.Amendments {
		d.add(d.bodies, "en", a.What)
	}
	d.add(d.bodies, "en", legislation.CodeWords(i.Type)+"; "+i.Responsible)
	return d
}

// positionDocument makes the document of one of the positions that a jurisdiction has
// had on a topic.
func (k *knowledge) positionDocument(all []*legislation.Position, i int) *document {
	p := all[i]
	first, last := legislation.Window(all, func(p *legislation.Position) legislation.Period { return p.Valid() }, i)
	d := newDocument(kindPosition, p.ID(), i, p.Valid(), first, last)
	d.fields[fieldTopic], d.fields[fieldConfidence] = []string{p.Topic}, string(p.Confidence)
	if t, err := k.catalog.Topic(p.Topic); err == nil {
		d.add(d.heads, "en", t.Label)
		d.add(d.bodies, "en", t.Question)
		for _, v := range t.Variables {
			if value, ok := p.Values[v.Name]; ok {
				d.add(d.bodies, "en", legislation.CodeWords(strings.ReplaceAll(v.Name, "_", " "))+": "+value.Words())
			}
		}
	}
	d.add(d.bodies, "en", p.Summary)
	return d
}

// nativeTags are the languages of a text other than English, sorted; English when
// there is none.
func nativeTags(t legislation.Text) []string {
	var tags []string
	for _, tag := range slices.Sorted(maps.Keys(t)) {
		if tag != "en" {
			tags = append(tags, tag)
		}
	}
	if tags == nil {
		tags = []string{"en"}
	}
	return tags
}
