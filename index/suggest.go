package index

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"seelex/index/lang/fold"
	"seelex/legislation"
	"seelex/legislation/cite"
)

// Suggestion is something that a person may be typing, and why it is offered.
type Suggestion struct {
	Text   string `json:"text"`   // what to search for
	Label  string `json:"label"`  // what it is, in English
	Kind   string `json:"kind"`   // citation, concept, jurisdiction, topic or instrument
	Reason string `json:"reason"` // why it is offered, in words
	Lang   string `json:"lang,omitempty"`
	URL    string `json:"url"`
}

// entries are the texts that can be suggested, by the beginnings of their words. There
// are 15,000: they lie in few large pieces.
type entries struct {
	things []Suggestion // without text and language
	langs  []string
	all    []entry
	texts  textList // of the entries
	typed  textList // what they are found by, folded
	starts []start  // ordered by text
}

// entry is a text by which a thing is offered.
type entry struct {
	thing      uint32 // laws known by their texts only may be many
	lang, rank uint16
}

// start is an entry from the start of one of its words.
type start struct{ entry, at uint32 }

func (e *entries) from(s start) string { return e.typed.at(s.entry)[s.at:] }

// maxSuggestions bounds an answer.
const maxSuggestions = 10

func newEntries(c *legislation.Catalog) *entries {
	e := new(entries)
	for i := range c.Jurisdictions {
		j := &c.Jurisdictions[i]
		e.thing(Suggestion{Label: j.Name, Kind: "jurisdiction", URL: "/jurisdictions/" + j.Code, Reason: "jurisdiction"})
		e.add("en", j.Name, 0)
		for _, tag := range slices.Sorted(maps.Keys(j.NativeNames)) {
			e.add(tag, j.NativeNames[tag], 0)
		}
	}
	for _, t := range c.Topics {
		e.thing(Suggestion{Label: t.Question, Kind: "topic", URL: "/topics/" + t.ID, Reason: "topic: compare all jurisdictions"})
		e.add("en", t.Label, 1)
	}
	for i := range c.Concepts {
		concept := &c.Concepts[i]
		e.thing(Suggestion{Label: concept.Label(), Kind: "concept", Reason: "concept, searched in all languages"})
		for _, tag := range slices.Sorted(maps.Keys(concept.Labels)) {
			for n, label := range concept.Labels[tag] {
				e.add(tag, label, 2+min(n, 3))
			}
		}
		e.addHidden(concept)
	}
	for _, i := range c.Instruments {
		e.thing(Suggestion{Label: i.TitleEn, Kind: "instrument", URL: "/law/" + string(i.ID), Reason: i.ID.Jurisdiction() + ", " + legislation.CodeWords(i.Type)})
		e.add("en", i.TitleEn, 4)
		for _, tag := range slices.Sorted(maps.Keys(i.Title)) {
			e.add(tag, i.Title[tag], 4)
		}
		for _, short := range []string{i.Abbreviation, i.Number} {
			e.add("", short, 3)
		}
	}
	slices.SortFunc(e.starts, func(a, b start) int {
		return cmp.Or(strings.Compare(e.from(a), e.from(b)), cmp.Compare(a.entry, b.entry))
	})
	return e
}

// addHidden lets hidden labels find a concept: what is offered for them is its preferred
// label in their language.
func (e *entries) addHidden(c *legislation.Concept) {
	for _, tag := range slices.Sorted(maps.Keys(c.Hidden)) {
		if len(c.Labels[tag]) == 0 {
			continue
		}
		for _, label := range c.Hidden[tag] {
			e.addAs(tag, label, c.Labels[tag][0], 5)
		}
	}
}

// thing makes known what the texts that are added next stand for.
func (e *entries) thing(s Suggestion) { e.things = append(e.things, s) }

// add offers a text of the last thing.
func (e *entries) add(tag, text string, rank int) { e.addAs(tag, text, text, rank) }

// addAs offers a text of the last thing to those who type another.
func (e *entries) addAs(tag, typed, text string, rank int) {
	if text == "" {
		return
	}
	lang := slices.Index(e.langs, tag)
	if lang < 0 {
		lang, e.langs = len(e.langs), append(e.langs, tag)
	}
	folded := foldText(typed)
	e.all = append(e.all, entry{uint32(len(e.things) - 1), uint16(lang), uint16(rank)})
	e.texts.add(text)
	e.typed.add(folded)
	for at := 0; at < len(folded); {
		e.starts = append(e.starts, start{uint32(len(e.all) - 1), uint32(at)})
		space := strings.IndexByte(folded[at:], ' ')
		if space < 0 {
			break
		}
		at += space + 1
	}
}

// find returns the entries that begin with the text, or have a word that does.
func (e *entries) find(text string) []Suggestion {
	prefix := foldText(text)
	if prefix == "" {
		return nil
	}
	type found struct {
		entry uint32
		cost  int
	}
	var all []found
	script := scriptOf(text)
	seen := map[uint32]bool{}
	from, _ := slices.BinarySearchFunc(e.starts, prefix, func(s start, p string) int { return strings.Compare(e.from(s), p) })
	for _, s := range e.starts[from:] {
		text := e.from(s)
		if !strings.HasPrefix(text, prefix) || len(all) >= 400 {
			break
		}
		if seen[s.entry] {
			continue
		}
		seen[s.entry] = true
		cost := int(e.all[s.entry].rank)*10 + len(text)/20
		switch {
		case s.at > 0:
			cost += 25
		case !strings.Contains(text, " "): // zapor before what only begins with it
			cost -= 35
		}
		// Who types марих reads Macedonian, not Albanian: the same concept has a name in these letters too.
		if scriptOf(e.texts.at(s.entry)) != script {
			cost += 40
		}
		all = append(all, found{s.entry, cost})
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Or(a.cost-b.cost, cmp.Compare(a.entry, b.entry)) })
	var out []Suggestion
	shown := map[string]bool{}
	for _, f := range all {
		s := e.suggestion(f.entry)
		what := s.Kind + s.Label + s.Reason
		if len(out) == maxSuggestions || shown[what] {
			continue
		}
		shown[what] = true
		out = append(out, s)
	}
	return out
}

func (e *entries) suggestion(n uint32) Suggestion {
	s := e.things[e.all[n].thing]
	s.Text, s.Lang = e.texts.at(n), e.langs[e.all[n].lang]
	if s.URL == "" {
		s.URL = "/search?q=" + url.QueryEscape(s.Text)
	}
	return s
}

// Suggest offers what a person may be typing: the citation that it reads as, then
// jurisdictions, topics, concepts and instruments.
func (x *Index) Suggest(text string, on legislation.Day) []Suggestion {
	s := x.state.Load()
	out := []Suggestion{}
	if text = strings.TrimSpace(text); len(text) > cite.MaxQuery {
		return out
	}
	r := s.reader().Read(text, on)
	if r.ID != "" {
		out = append(out, Suggestion{Text: text, Label: r.Label, Kind: "citation", Reason: "citation", URL: lawURL(r.ID, 0)})
	}
	for _, c := range r.Candidates[:min(3, len(r.Candidates))] {
		out = append(out, Suggestion{Text: text, Label: c.Label, Kind: "citation", Reason: "may be this in " + c.Jurisdiction, URL: lawURL(c.ID, 0)})
	}
	for _, found := range s.entries().find(text) {
		if len(out) < maxSuggestions {
			out = append(out, found)
		}
	}
	return out
}

// scriptOf is the alphabet of the first letter of a text, nil where there is none.
func scriptOf(text string) *unicode.RangeTable {
	for _, r := range text {
		for _, script := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek} {
			if unicode.Is(script, r) {
				return script
			}
		}
	}
	return nil
}

// foldText writes a text in small Latin letters without diacritics, its words one
// space apart.
func foldText(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("„“”\"«»()", r) })
	return string(fold.Plain.Append(nil, []byte(strings.Join(words, " "))))
}

// LabelHas reports whether a label of the concept, hidden or not and in any language, has
// the text in it, without regard to case, diacritics and script.
func LabelHas(c *legislation.Concept, text string) bool {
	folded := foldText(text)
	for _, texts := range []map[string][]string{c.Labels, c.Hidden} {
		for _, labels := range texts {
			if slices.ContainsFunc(labels, func(label string) bool { return strings.Contains(foldText(label), folded) }) {
				return true
			}
		}
	}
	return strings.Contains(c.ID, folded)
}
