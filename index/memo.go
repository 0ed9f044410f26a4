package index

import (
	"github.com/blevesearch/bleve/v2/analysis"

	"seelex/index/lang"
)

// memo keeps the analysis of a query's words: each is needed several times.
type memo struct {
	query    *typed
	analysed map[string]*analysed // by language
}

// analysed is a query in one language.
type analysed struct {
	words []termsOf            // those of the query, and what else was asked for
	whole analysis.TokenStream // of the text, one token for each place
}

type termsOf struct {
	word  string
	terms []string
}

func newMemo(q *typed) *memo { return &memo{q, make(map[string]*analysed, 9)} }

func (m *memo) in(code string) *analysed {
	a, ok := m.analysed[code]
	if ok {
		return a
	}
	tokens := lang.Tokens(code, []byte(m.query.text))
	a = &analysed{words: make([]termsOf, 0, len(m.query.words)), whole: distinctPlaces(tokens)}
	for _, w := range m.query.words {
		var terms []string
		for _, t := range tokens {
			if w.start <= t.Start && t.End <= w.end {
				terms = append(terms, string(t.Term))
			}
		}
		a.words = append(a.words, termsOf{w.text, terms})
	}
	m.analysed[code] = a
	return a
}

// terms are the terms of a word in a language.
func (m *memo) terms(code, word string) []string {
	a := m.in(code)
	for i := len(a.words) - 1; i >= 0; i-- {
		if a.words[i].word == word {
			return a.words[i].terms
		}
	}
	terms := lang.Terms(code, word)
	a.words = append(a.words, termsOf{word, terms})
	return terms
}

// tokens are the tokens of the whole text in a language.
func (m *memo) tokens(code string) analysis.TokenStream { return m.in(code).whole }
