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

// keyOf is the key of what applies during a period.
func keyOf(kind string, id legislation.ID, version int, p legislation.Period) key {
	return key{kind, id, version, p.From.First(), p.To.Last()}
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
	key         key
	first, last legislation.Day // for which it stands for the whole
	fields      map[string]any
	official    bool                // of an official text, or of a law that is known by its text only
	heads       map[string][]string // language family → texts
	bodies      map[string][]string
	rests       map[string]uint8 // topics on which positions rest on it
	passages    []passage        // what snippets are cut from; of what is curated only
	traits      map[uint32]uint8 // see curated: how strongly each stands in the document
	marks       []marks
}

func newDocument(kind string, id legislation.ID, version int, p legislation.Period, first, last legislation.Day) *document {
	return &document{key: keyOf(kind, id, version, p), first: first, last: last,
		fields: map[string]any{fieldKind: kind, fieldJurisdiction: id.Jurisdiction()},
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

// finish analyses the texts, finds the concepts that they name, and makes what the
// document is searched by: the fields of an official text, the traits and marks of what
// is curated. It may run beside others.
func (d *document) finish(k *knowledge) *document {
	r := newReading(k)
	inHead := r.concepts(d.heads)
	inAll := append(slices.Clone(inHead), r.concepts(d.bodies)...)
	if d.official {
		d.fields[fieldFacets] = facetText(d.fields)
		if d.first > legislation.DayMin || d.last < legislation.DayMax {
			d.fields[fieldWindow] = windowText(d.first, d.last)
		}
		for prefix, texts := range map[string]map[string][]string{head: d.heads, body: d.bodies} {
			for code, list := range texts {
				d.fields[prefix+code] = strings.Join(list, " ¶ ")
			}
		}
		d.fields[fieldConceptHead], d.fields[fieldConcept] = inHead, inAll
		return d
	}
	d.traits = map[uint32]uint8{}
	r.terms(d.traits, inHeadTrait, d.heads, usualHead)
	r.terms(d.traits, inBodyTrait, d.bodies, usualBody)
	strengthen(d.traits, traitsOf(conceptInHead, inHead), len(inHead), usualConcepts)
	strengthen(d.traits, traitsOf(conceptInBody, inAll), len(inAll), usualConcepts)
	topics, _ := d.fields[fieldTopic].([]string)
	for _, t := range traitsOf(ofTopic, topics) {
		d.traits[t] = full
	}
	if d.key.kind == kindPosition {
		for _, of := range []string{"", d.key.id.Jurisdiction()} {
			for _, concept := range inHead {
				d.traits[trait(namesTopic, of, concept)] = full
			}
			for _, topic := range topics {
				d.traits[trait(onTopic, of, topic)] = full
			}
		}
	}
	for code, texts := range d.heads {
		if code != "en" {
			for _, text := range texts {
				for beginning := range beginnings(text) {
					d.traits[trait(spelt, d.key.id.Jurisdiction(), beginning)] = full
				}
			}
		}
	}
	if kind, ok := d.fields[fieldType].(string); ok && d.key.kind == kindInstrument {
		d.traits[trait(ofType, "", kind)] = full
	}
	for topic, strength := range d.rests {
		d.traits[trait(ruleOf, "", topic)] = strength
	}
	for _, p := range d.passages {
		d.marks = append(d.marks, r.marks(p))
	}
	return d
}

// windowText is how a segment's shelf reads it.
func windowText(first, last legislation.Day) string { return fmt.Sprint(int(first), int(last)) }

// reading is the analysis of a document's texts, each once.
type reading struct {
	*knowledge
	tokens map[passage]analysis.TokenStream
}

func newReading(k *knowledge) reading { return reading{k, map[passage]analysis.TokenStream{}} }

func (r reading) of(code, text string) analysis.TokenStream {
	at := passage{code, text}
	tokens, ok := r.tokens[at]
	if !ok {
		tokens = lang.Tokens(code, []byte(text))
		r.tokens[at] = tokens
	}
	return tokens
}

// concepts lists the concepts that texts name, each as often as they do.
func (r reading) concepts(texts map[string][]string) (ids []string) {
	for code, list := range texts {
		for _, text := range list {
			ids = append(ids, r.conceptsIn(code, r.of(code, text))...)
		}
	}
	return ids
}

// terms adds the terms of texts, by language.
func (r reading) terms(to map[uint32]uint8, class byte, texts map[string][]string, usual int) {
	for code, list := range texts {
		var all []uint32
		for _, text := range list {
			for _, t := range r.of(code, text) {
				all = append(all, trait(class, code, string(t.Term)))
			}
		}
		strengthen(to, all, len(all), usual)
	}
}

// How many terms a heading and a body usually have, and concepts a document.
const (
	usualHead     = 12
	usualBody     = 60
	usualConcepts = 10
)

// full is the strength of a trait that a document has wholly.
const full = 255

// strengthen adds traits with the strength that BM25 gives to a term: it grows with how
// often a trait stands there, ever more slowly, and is less in a long text.
func strengthen(to map[uint32]uint8, traits []uint32, length, usual int) {
	const saturation, lengths = 1.2, 0.75
	times := map[uint32]int{}
	for _, t := range traits {
		times[t]++
	}
	for t, n := range times {
		share := float64(n) / (float64(n) + saturation*(1-lengths+lengths*float64(length)/float64(usual)))
		to[t] = uint8(full * share)
	}
}

func (r reading) marks(p passage) (m marks) {
	l, ok := lang.Find(p.tag)
	if !ok {
		return m
	}
	tokens := r.of(l.Code, p.text)
	for _, t := range tokens {
		m.words = append(m.words, trait(inPassage, l.Code, string(t.Term)), uint32(t.Start), uint32(t.End))
	}
	for _, s := range r.knowledge.concepts.find(l.Code, distinctPlaces(tokens)) {
		for _, v := range s.values {
			m.concepts = append(m.concepts, uint32(v), uint32(s.start), uint32(s.end))
		}
	}
	return m
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

// namesTopic is the class of traits of the positions on a topic that is called by a concept.
const namesTopic = 'n'

// provisionDocuments makes a document for each version of a provision.
func (k *knowledge) provisionDocuments(p *legislation.Provision) []*document {
	instrument, err := k.catalog.Instrument(p.ID.Instrument())
	if err != nil {
		return nil
	}
	docs := make([]*document, len(p.Versions))
	for i, v := range p.Versions {
		first, last := legislation.Window(p.Versions, legislation.Version.Valid, i)
		d := newDocument(kindProvision, p.ID, i, v.Within(instrument), first, last)
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
		d.passages = provisionPassages(&p.Versions[i])
		d.rests = k.restOn(p.ID, v.Within(instrument))
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
	d.passages = instrumentPassages(i)
	d.rests = k.restOn(i.ID, i.Valid())
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
	d.passages = positionPassages(p)
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
