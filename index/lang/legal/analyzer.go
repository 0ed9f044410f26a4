// Package legal cuts the text of statutes into terms. Ordinary words are folded and stemmed by their language; numbers
// of articles, acts and gazettes (246a, 354а, 29Α, 217¹, 283/a, 06/L-074, 4139/2013) stay whole, in one form for all
// languages. Every term knows the bytes of the original text that it stands for.
package legal

import (
	"bytes"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"seelex/index/lang/fold"
)

// maxKey is the number of bytes of its key by which a word is known; what follows does not count. It bounds the size of a
// term.
const maxKey = 64

// Language says how the words of one language become terms. Its functions are called from many goroutines at once.
type Language struct {
	Name string // of the bleve analyzer, such as seelex_sq
	// Fold appends the ASCII key of word to dst.
	Fold func(dst, word []byte) []byte
	// Stem returns the stem of key, which it may change in place. The key is never empty and has no digits.
	Stem func(key []byte) []byte
	// Stop lists words that carry no meaning, in the language's own spelling, separated by white space.
	Stop string
	// Apostrophe: what follows an apostrophe inside a word is an ending (Türkiye'nin, drug's), not a word of its own.
	Apostrophe bool
}

// Analyzer is a bleve analyzer for one language. It is safe for concurrent use.
type Analyzer struct {
	Language
	stop   map[string]bool
	recent recent
}

// New prepares the analyzer of a language.
func New(l Language) *Analyzer {
	a := &Analyzer{Language: l, stop: map[string]bool{}}
	for w := range strings.FieldsSeq(l.Stop) {
		a.stop[string(l.Fold(nil, []byte(w)))] = true
	}
	return a
}

// Register makes the analyzer known to bleve under its name and returns it. Registering one name twice panics.
func Register(l Language) *Analyzer {
	a := New(l)
	err := registry.RegisterAnalyzer(l.Name, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return a, nil
	})
	if err != nil {
		panic("lang: " + l.Name + ": " + err.Error())
	}
	return a
}

// Analyze returns the terms of text in order. A compound number comes whole and in its parts; all point at the whole.
func (a *Analyzer) Analyze(text []byte) analysis.TokenStream {
	w := writer{
		Analyzer: a,
		text:     text,
		stream:   make(analysis.TokenStream, 0, len(text)/8+4),
		arena:    make([]byte, 0, len(text)/2+maxKey),
	}
	s := scanner{text: text, apostrophe: a.Apostrophe}
	for s.next() {
		w.chunk(&s)
	}
	return w.stream
}

// IsStop reports whether word, in any spelling, is a stop word.
func (a *Analyzer) IsStop(word string) bool {
	read := unsafe.Slice(unsafe.StringData(word), len(word)) // and not changed
	if term, known := a.recent.get(read); known && term != "" {
		return false
	}
	return a.stop[string(a.Fold(nil, read))]
}

// writer collects the tokens of one text. Tokens and terms lie in large blocks: one allocation serves hundreds.
type writer struct {
	*Analyzer
	text     []byte
	stream   analysis.TokenStream
	slab     []analysis.Token
	arena    []byte
	position int
}

// term returns the term of a word, "" for a stop word.
func (a *Analyzer) term(word []byte) string {
	if t, ok := a.recent.get(word); ok {
		return t
	}
	key := a.Fold(make([]byte, 0, 2*maxKey), word[:cut(word, maxRemembered)])
	key = key[:cut(key, maxKey)]
	t := ""
	if len(key) > 0 && !a.stop[string(key)] {
		t = string(key)
		if stemmed := a.Stem(key); len(stemmed) > 0 {
			t = string(stemmed)
		}
	}
	a.recent.put(word, t)
	return t
}

// word adds the term of an ordinary word, unless it is a stop word.
func (w *writer) word(p piece) {
	w.position++
	from := len(w.arena)
	word := w.text[p.start:p.bare]
	if p.dotted {
		word = bytes.ReplaceAll(word, []byte{'.'}, nil)
	}
	w.arena = append(w.arena, w.term(word)...)
	if len(w.arena) == from {
		return
	}
	w.add(p.start, p.end, from, analysis.AlphaNumeric)
}

// number adds the term of a number with its letters and superscripts: 246a, 217-1.
func (w *writer) number(p piece) {
	from := len(w.arena)
	w.arena = appendNumber(w.arena, w.text[p.start:p.bare])
	w.add(p.start, p.end, from, analysis.Numeric)
}

// add adds a token whose term is the end of the arena.
func (w *writer) add(start, end, from int, kind analysis.TokenType) {
	w.arena = w.arena[:from+cut(w.arena[from:], maxKey)]
	if len(w.slab) == 0 {
		w.slab = make([]analysis.Token, min(max((len(w.text)-start)/6, 2), 1024))
	}
	t := &w.slab[0]
	w.slab = w.slab[1:]
	*t = analysis.Token{Start: start, End: end, Term: w.arena[from:len(w.arena):len(w.arena)], Position: w.position, Type: kind}
	w.stream = append(w.stream, t)
}

// cut returns the length of the whole characters in the first most bytes of text.
func cut(text []byte, most int) int {
	if len(text) <= most {
		return len(text)
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return most
}

// appendNumber writes a number: letters in ASCII whatever their script, superscripts after a hyphen.
func appendNumber(dst, word []byte) []byte {
	raised := false
	for i := 0; i < len(word); {
		r, size := decode(word[i:])
		switch d, ok := superscript(r); {
		case r == '^':
			dst = append(dst, '-')
		case ok && !raised:
			dst, raised = append(dst, '-', d), true
		case ok:
			dst = append(dst, d)
		default:
			dst, raised = fold.Plain.Append(dst, word[i:i+size]), false
		}
		i += size
	}
	return dst
}
