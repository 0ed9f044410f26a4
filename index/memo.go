package index

import (
	"github.com/blevesearch/bleve/v2/analysis"

	"seelex/index/lang"
)

// memo keeps the analysis of a query's words: each is needed several times.
type memo struct {
	words map[[2]string][]string
	whole map[string]analysis.TokenStream // of the text, one token for each place
	text  string
}

func newMemo(text string) *memo {
	return &memo{map[[2]string][]string{}, map[string]analysis.TokenStream{}, text}
}

// terms are the terms of a word in a language.
func (m *memo) terms(code, word string) []string {
	key := [2]string{code, word}
	terms, ok := m.words[key]
	if !ok {
		terms = lang.Terms(code, word)
		m.words[key] = terms
	}
	return terms
}

// tokens are the tokens of the whole text in a language.
func (m *memo) tokens(code string) analysis.TokenStream {
	tokens, ok := m.whole[code]
	if !ok {
		tokens = distinctPlaces(lang.Tokens(code, []byte(m.text)))
		m.whole[code] = tokens
	}
	return tokens
}
