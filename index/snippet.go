package index

import (
	"html"
	"html/template"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
)

// snippetRunes is about how long a snippet is.
const snippetRunes = 260

// passage is a text of a hit that a snippet can be cut from.
type passage struct {
	tag  string
	text string
}

func termPassage(tag string, terms []string) passage {
	return passage{tag, strings.Join(terms, " · ")}
}

// marker marks what matched a query: the typed words in any inflection, and the
// labels of its concepts in the language of the text.
type marker struct {
	book     *phrasebook
	concepts []uint32 // few
	words    traits   // of the class inPassage
	most     int      // words of the query
}

// traits are looked up again and again, and nearly always in vain.
type traits struct {
	sorted []uint32
	hints  [4]uint64 // a bit for each that there is, by its last eight bits
}

func newTraits(list []uint32) traits {
	slices.Sort(list)
	t := traits{sorted: slices.Compact(list)}
	for _, n := range t.sorted {
		t.hints[n>>6&3] |= 1 << (n & 63)
	}
	return t
}

func (t *traits) has(n uint32) bool {
	if t.hints[n>>6&3]&(1<<(n&63)) == 0 {
		return false
	}
	_, found := slices.BinarySearch(t.sorted, n)
	return found
}

func (k *knowledge) marker(u *understood) *marker {
	if u.marks != nil {
		return u.marks
	}
	m := &marker{book: k.concepts}
	var concepts []string
	texts := slices.Clone(u.phrases)
	for _, un := range u.units {
		concepts = append(concepts, un.concepts...)
		for _, w := range un.sought() {
			texts = append(texts, w.text)
		}
	}
	for i := range k.catalog.Concepts {
		if slices.Contains(concepts, k.catalog.Concepts[i].ID) {
			m.concepts = append(m.concepts, uint32(i))
		}
	}
	m.most = len(texts)
	words := make([]uint32, 0, len(u.langs)*len(texts))
	for _, code := range u.langs {
		for _, t := range texts {
			for _, term := range u.memo.terms(code, t) {
				words = append(words, trait(inPassage, code, term))
			}
		}
	}
	m.words = newTraits(words)
	u.marks = m
	return m
}

// place is a marked place of a text, in bytes; exact when a typed word stands there.
type place struct {
	start, end int
	exact      bool
	what       uint32 // the term or concept, to count different ones
}

// places are the marked places of an official text, in order, none overlapping.
func (m *marker) places(code string, tokens analysis.TokenStream) []place {
	var out []place
	for _, t := range tokens {
		if term := trait(inPassage, code, string(t.Term)); m.words.has(term) {
			out = append(out, place{t.Start, t.End, true, term})
		}
	}
	for _, s := range m.book.find(code, distinctPlaces(tokens)) {
		for _, v := range s.values {
			if slices.Contains(m.concepts, uint32(v)) {
				out = append(out, place{s.start, s.end, false, uint32(v)})
				break
			}
		}
	}
	return apart(out)
}

// placesOf puts the marked places of a passage of what is curated into a list.
func (m *marker) placesOf(out []place, p marks) []place {
	for i := 0; i < len(p.words); i += 3 {
		if term := p.words[i]; m.words.has(term) {
			out = append(out, place{int(p.words[i+1]), int(p.words[i+2]), true, term})
		}
	}
	for i := 0; i < len(p.concepts); i += 3 {
		if v := p.concepts[i]; slices.Contains(m.concepts, v) {
			out = append(out, place{int(p.concepts[i+1]), int(p.concepts[i+2]), false, v})
		}
	}
	return apart(out)
}

// apart orders places and leaves out those that overlap others.
func apart(out []place) []place {
	slices.SortStableFunc(out, func(a, b place) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	kept := out[:0]
	for _, p := range out {
		if len(kept) == 0 || p.start >= kept[len(kept)-1].end {
			kept = append(kept, p)
		}
	}
	return kept
}

// best cuts a snippet from the passage in which most of the query matches. What is shown
// as the heading anyway is none, unless nothing else matches; the first passage stands
// when nothing matches at all.
func (c *cutter) best(m *marker, passages []passage, shown ...string) (template.HTML, string) {
	chosen, top := passage{}, -1
	c.chosen = c.chosen[:0]
	for i, p := range passages {
		if p.text == "" || i >= len(c.marks) {
			continue
		}
		c.places = m.placesOf(c.places[:0], c.marks[i])
		worth := worth(c.places)
		if worth > 0 && !slices.Contains(shown, p.text) {
			worth += aside
		}
		if worth > top {
			chosen, top = p, worth
			c.chosen, c.places = c.places, c.chosen
		}
	}
	return cutSnippet(chosen.text, c.chosen), chosen.tag
}

// cutter cuts the snippets of one hit after another, in the same space.
type cutter struct {
	marks          []marks // of the hit's passages
	places, chosen []place
}

// aside is more than any passage is worth.
const aside = 1 << 20

// worth counts the different things that match; a typed word counts more.
func worth(places []place) int {
	var seen []uint32 // few: they are of one query
	n := 0
	for _, p := range places {
		if !slices.Contains(seen, p.what) {
			seen = append(seen, p.what)
			n += 2
			if p.exact {
				n++
			}
		}
	}
	return n
}

// cutSnippet cuts the part of a text with most marks and marks them. The result is
// text with <mark> and nothing else.
func cutSnippet(text string, places []place) template.HTML {
	start, end := window(text, places)
	var b strings.Builder
	b.Grow(end - start + 16*len(places) + 16)
	if start > 0 {
		b.WriteString("… ")
	}
	at := start
	for _, p := range places {
		if p.start < at || p.end > end {
			continue
		}
		b.WriteString(html.EscapeString(text[at:p.start]))
		b.WriteString("<mark>")
		b.WriteString(html.EscapeString(text[p.start:p.end]))
		b.WriteString("</mark>")
		at = p.end
	}
	b.WriteString(html.EscapeString(text[at:end]))
	if end < len(text) {
		b.WriteString(" …")
	}
	return template.HTML(b.String())
}

// window chooses the bytes of a text to show: whole words, around the place from
// which most marks follow.
func window(text string, places []place) (start, end int) {
	runes := utf8.RuneCountInString(text)
	if runes <= snippetRunes*5/4 {
		return 0, len(text)
	}
	reach := snippetRunes * len(text) / runes
	most, seen := 0, []uint32(nil)
	for i, p := range places {
		seen = seen[:0]
		for _, q := range places[i:] {
			if q.end > p.start+reach*3/4 {
				break
			}
			if !slices.Contains(seen, q.what) {
				seen = append(seen, q.what)
			}
		}
		if len(seen) > most {
			most, start = len(seen), p.start
		}
	}
	start = max(0, start-reach/4)
	end = min(len(text), start+reach)
	start = max(0, min(start, end-reach))
	return boundary(text, start, 0), boundary(text, end, len(text))
}

// boundary moves a place to the next white space, unless it is at the given end.
func boundary(text string, at, fixed int) int {
	if at == fixed {
		return at
	}
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if utf8.RuneStart(text[at]) && unicode.IsSpace(r) {
			if fixed == 0 {
				return at + size
			}
			return at
		}
		at++
	}
	return at
}
