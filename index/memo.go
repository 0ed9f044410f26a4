package index

import (
	"unsafe"

	"github.com/blevesearch/bleve/v2/analysis"

	"seelex/index/lang"
)

// memo keeps the analysis of a query's words: each is needed several times.
type memo struct {
	query    *typed
	text     []byte       // of the query
	analysed [10]analysed // of the languages, of which there are nine
	guessed  []string
}

// analysed is a query in one language.
type analysed struct {
	code  string
	words []termsOf            // those of the query, and what else was asked for
	whole analysis.TokenStream // of the text, one token for each place
}

type termsOf struct {
	word  string
	terms []string
}

func newMemo(q *typed) *memo { return &memo{query: q, text: []byte(q.text)} }

func (m *memo) in(code string) *analysed {
	for i := range m.analysed {
		switch a := &m.analysed[i]; a.code {
		case code:
			return a
		case "":
			m.analyse(a, code)
			return a
		}
	}
	panic("index: more languages than expected")
}

func (m *memo) analyse(a *analysed, code string) {
	tokens := lang.Tokens(code, m.text)
	*a = analysed{code: code, words: make([]termsOf, 0, len(m.query.words)), whole: distinctPlaces(tokens)}
	terms, next := make([]string, len(tokens)), 0
	for i, t := range tokens {
		terms[i] = unsafe.String(unsafe.SliceData(t.Term), len(t.Term)) // nobody changes a token
	}
	for _, w := range m.query.words { // words and tokens are in the order of the text
		for next < len(tokens) && tokens[next].Start < w.start {
			next++
		}
		from := next
		for next < len(tokens) && tokens[next].End <= w.end {
			next++
		}
		a.words = append(a.words, termsOf{w.text, terms[from:next:next]})
	}
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

// guess are the languages that the query may be written in, by its letters and little words.
func (m *memo) guess() []string {
	if m.guessed == nil {
		m.guessed = lang.Guess(m.query.text)
	}
	return m.guessed
}
