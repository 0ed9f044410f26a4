package index

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"

	"seelex/index/lang"
	"seelex/legislation/derived"
)

// terms number the terms that expressions are known by, each with its language.
type terms struct {
	keys  textList // sh zakon
	slots slots
}

// noTerm is the number of a term that no expression has.
const noTerm = ^uint32(0)

func termHash(code, term string) uint32 { return trait(inPassage, code, term) }

// number is the number of a term, or noTerm.
func (t *terms) number(code, term string) uint32 {
	n, ok := t.slots.find(termHash(code, term), func(n uint32) bool {
		key := t.keys.at(n)
		return len(key) == len(code)+1+len(term) && key[:len(code)] == code && key[len(code)+1:] == term
	})
	if !ok {
		return noTerm
	}
	return n
}

// phrasebook recognises known expressions in a text of any inflection: labels of the
// thesaurus, names of jurisdictions. An expression is known by the terms that the
// analysis of its language leaves of it.
type phrasebook struct {
	*terms
	begun  []uint32      // term → the phrases before this number begin with it or one before it
	words  lists[uint32] // phrase → its terms; of those that begin alike the longest first
	values lists[int32]  // phrase → what it stands for
}

func (b *phrasebook) sections() []derived.Section {
	return slices.Concat([]derived.Section{derived.Numbers(&b.begun)}, b.words.sections(), b.values.sections())
}

// compound reports whether an expression of several words is one to the analysis: 06/L-074.
func compound(expression string) bool { return strings.ContainsAny(expression, "0123456789") }

// span is a place of a text where an expression stands.
type span struct {
	start, end int // bytes
	terms      int // how many terms it has
	lang       string
	values     []int
}

// begin are the phrases that begin with a term: from the first number to before the second.
func (b *phrasebook) begin(term uint32) (from, to uint32) {
	if int(term) >= len(b.begun) {
		return 0, 0
	}
	if term > 0 {
		from = b.begun[term-1]
	}
	return from, b.begun[term]
}

// find yields the longest expressions in an analysed text, from left to right.
func (b *phrasebook) find(code string, tokens analysis.TokenStream) []span {
	var few [32]uint32
	numbers := few[:0]
	for _, t := range tokens {
		numbers = append(numbers, b.number(code, string(t.Term)))
	}
	var out []span
	for i := 0; i < len(numbers); i++ {
		from, to := b.begin(numbers[i])
		for p := from; p < to; p++ {
			words := b.words.at(p)
			if len(words) <= len(numbers)-i && slices.Equal(words, numbers[i:i+len(words)]) {
				last := tokens[i+len(words)-1]
				out = append(out, span{tokens[i].Start, last.End, len(words), code, ints(b.values.at(p))})
				i += len(words) - 1
				break
			}
		}
	}
	return out
}

// pair is what the expression of just two terms stands for.
func (b *phrasebook) pair(code, first, second string) []int32 {
	one, two := b.number(code, first), b.number(code, second)
	from, to := b.begin(one)
	for p := from; p < to; p++ {
		if words := b.words.at(p); len(words) == 2 && words[1] == two {
			return b.values.at(p)
		}
	}
	return nil
}

func ints(list []int32) []int {
	out := make([]int, len(list))
	for i, n := range list {
		out[i] = int(n)
	}
	return out
}

// distinctPlaces keeps one token per place: of a compound number the whole.
func distinctPlaces(tokens analysis.TokenStream) analysis.TokenStream {
	apart := 1
	for apart < len(tokens) && tokens[apart].Start >= tokens[apart-1].End {
		apart++
	}
	if apart >= len(tokens) {
		return tokens // as nearly always
	}
	out := slices.Clone(tokens[:apart])
	for _, t := range tokens[apart:] {
		if t.Start >= out[len(out)-1].End {
			out = append(out, t)
		}
	}
	return out
}

// findAll yields the best expressions of a text whose language is not known: the longest
// first, none overlapping; expressions of the same place in several languages are one.
func findAll(m *memo, codes []string, books ...*phrasebook) []span {
	var all []span
	for _, b := range books {
		for _, code := range codes {
			for _, s := range b.find(code, m.tokens(code)) {
				if lang.Possible(code, s.text(m.query.text)) {
					all = append(all, s)
				}
			}
		}
	}
	return longest(all)
}

// longest keeps the longest of spans that overlap; those of the same place are one.
func longest(all []span) []span {
	slices.SortStableFunc(all, func(x, y span) int { return (y.end - y.start) - (x.end - x.start) })
	var out []span
next:
	for _, s := range all {
		for i, o := range out {
			if s.start == o.start && s.end == o.end {
				for _, v := range s.values {
					if !slices.Contains(o.values, v) {
						out[i].values = append(slices.Clip(out[i].values), v)
					}
				}
				continue next
			}
			if s.start < o.end && o.start < s.end {
				continue next
			}
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(x, y span) int { return x.start - y.start })
	return out
}

// text is what was written for the span.
func (s span) text(of string) string { return strings.TrimSpace(of[s.start:s.end]) }

// termMaker numbers terms while phrasebooks are made.
type termMaker struct {
	terms
	numbers map[string]uint32
	hashes  []uint32
}

func newTermMaker() *termMaker { return &termMaker{numbers: map[string]uint32{}} }

func (m *termMaker) number(code, term string) uint32 {
	key := code + " " + term
	n, known := m.numbers[key]
	if !known {
		n = uint32(len(m.hashes))
		m.numbers[key] = n
		m.keys.add(key)
		m.hashes = append(m.hashes, termHash(code, term))
	}
	return n
}

// done are the terms, when all are known.
func (m *termMaker) done() *terms {
	m.slots = newSlots(m.hashes)
	return &m.terms
}

// phraseMaker makes a phrasebook.
type phraseMaker struct {
	terms  *termMaker
	begins map[uint32][]phrase // by their first terms
}

type phrase struct {
	words  []uint32
	values []int32 // what the phrase stands for
}

func newPhraseMaker(t *termMaker) *phraseMaker { return &phraseMaker{t, map[uint32][]phrase{}} }

// add makes an expression known, unless too little of it is left to tell it by.
func (m *phraseMaker) add(language, expression string, value int) {
	if l, ok := lang.Find(language); ok {
		m.addAnalysed(l.Code, expression, lang.Tokens(l.Code, []byte(expression)), value)
	}
}

// addAnalysed is add for an expression whose tokens in the language of a code are known.
func (m *phraseMaker) addAnalysed(code, expression string, tokens analysis.TokenStream, value int) {
	// Of "own use" only the stem of "use" is left, which stands everywhere: an expression
	// that loses all but one of its words is none.
	places := distinctPlaces(tokens)
	if len(places) == 1 && strings.ContainsAny(strings.TrimSpace(expression), " -") && !compound(expression) {
		return
	}
	m.put(code, places, value)
}

// addAll makes an expression known whatever is left of it.
func (m *phraseMaker) addAll(language, expression string, value int) {
	if l, ok := lang.Find(language); ok {
		m.put(l.Code, distinctPlaces(lang.Tokens(l.Code, []byte(expression))), value)
	}
}

func (m *phraseMaker) put(code string, places analysis.TokenStream, value int) {
	if len(places) == 0 {
		return
	}
	words := make([]uint32, len(places))
	for i, t := range places {
		words[i] = m.terms.number(code, string(t.Term))
	}
	list := m.begins[words[0]]
	for i, p := range list {
		if slices.Equal(p.words, words) {
			if !slices.Contains(p.values, int32(value)) {
				list[i].values = append(p.values, int32(value))
			}
			return
		}
	}
	m.begins[words[0]] = append(list, phrase{words, []int32{int32(value)}})
}

// done is a phrasebook that has its terms to itself.
func (m *phraseMaker) done() *phrasebook {
	m.terms.done()
	return m.book()
}

// book is the phrasebook, when all terms are known.
func (m *phraseMaker) book() *phrasebook {
	b := &phrasebook{terms: &m.terms.terms}
	for first := range uint32(m.terms.keys.len()) {
		list := m.begins[first]
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
		for _, p := range list {
			b.words.add(p.words...)
			b.values.add(p.values...)
		}
		b.begun = append(b.begun, uint32(b.words.len()))
	}
	return b
}
