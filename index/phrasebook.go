package index

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"

	"seelex/index/lang"
)

// phrasebook recognises known expressions in a text of any inflection: labels of the
// thesaurus, names of jurisdictions. An expression is known by the terms that the
// analysis of its language leaves of it.
type phrasebook struct {
	byFirst map[string]map[string][]phrase // language → first term → phrases, longest first
}

// compound reports whether an expression of several words is one to the analysis: 06/L-074.
func compound(expression string) bool { return strings.ContainsAny(expression, "0123456789") }

type phrase struct {
	terms  []string
	values []int // what the phrase stands for
}

// span is a place of a text where an expression stands.
type span struct {
	start, end int // bytes
	terms      int // how many terms it has
	lang       string
	values     []int
}

func newPhrasebook() *phrasebook { return &phrasebook{byFirst: map[string]map[string][]phrase{}} }

// add makes an expression known, unless too little of it is left to tell it by.
func (b *phrasebook) add(language, expression string, value int) {
	if l, ok := lang.Find(language); ok {
		b.addAnalysed(l.Code, expression, lang.Tokens(l.Code, []byte(expression)), value)
	}
}

// addAnalysed is add for an expression whose tokens in the language of a code are known.
func (b *phrasebook) addAnalysed(code, expression string, tokens analysis.TokenStream, value int) {
	// Of "own use" only the stem of "use" is left, which stands everywhere: an expression
	// that loses all but one of its words is none.
	places := distinctPlaces(tokens)
	if len(places) == 1 && strings.ContainsAny(strings.TrimSpace(expression), " -") && !compound(expression) {
		return
	}
	b.put(code, places, value)
}

// addAll makes an expression known whatever is left of it.
func (b *phrasebook) addAll(language, expression string, value int) {
	if l, ok := lang.Find(language); ok {
		b.put(l.Code, distinctPlaces(lang.Tokens(l.Code, []byte(expression))), value)
	}
}

func (b *phrasebook) put(code string, places analysis.TokenStream, value int) {
	if len(places) == 0 {
		return
	}
	terms := make([]string, len(places))
	for i, t := range places {
		terms[i] = string(t.Term)
	}
	first := b.byFirst[code]
	if first == nil {
		first = map[string][]phrase{}
		b.byFirst[code] = first
	}
	for i, p := range first[terms[0]] {
		if slices.Equal(p.terms, terms) {
			if !slices.Contains(p.values, value) {
				first[terms[0]][i].values = append(p.values, value)
			}
			return
		}
	}
	list := append(first[terms[0]], phrase{terms, []int{value}})
	slices.SortStableFunc(list, func(a, b phrase) int { return len(b.terms) - len(a.terms) })
	first[terms[0]] = list
}

// find yields the longest expressions in an analysed text, from left to right.
func (b *phrasebook) find(code string, tokens analysis.TokenStream) []span {
	first := b.byFirst[code]
	if len(first) == 0 {
		return nil
	}
	var out []span
	for i := 0; i < len(tokens); i++ {
		for _, p := range first[string(tokens[i].Term)] {
			if stands(p.terms, tokens[i:]) {
				last := tokens[i+len(p.terms)-1]
				out = append(out, span{tokens[i].Start, last.End, len(p.terms), code, p.values})
				i += len(p.terms) - 1
				break
			}
		}
	}
	return out
}

func stands(terms []string, tokens analysis.TokenStream) bool {
	if len(tokens) < len(terms) {
		return false
	}
	for i, t := range terms {
		if t != string(tokens[i].Term) {
			return false
		}
	}
	return true
}

// distinctPlaces keeps one token per place: of a compound number the whole.
func distinctPlaces(tokens analysis.TokenStream) analysis.TokenStream {
	out := tokens[:0:0]
	for _, t := range tokens {
		if n := len(out); n > 0 && t.Start < out[n-1].End {
			continue
		}
		out = append(out, t)
	}
	return out
}

// findAll yields the best expressions of a text whose language is not known: the longest
// first, none overlapping; expressions of the same place in several languages are one.
func findAll(m *memo, codes []string, books ...*phrasebook) []span {
	var all []span
	for _, b := range books {
		for _, code := range codes {
			all = append(all, b.find(code, m.tokens(code))...)
		}
	}
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
