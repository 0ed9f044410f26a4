// Package fold turns the words of the region's scripts into ASCII keys: diacritics fall away, Cyrillic and Greek are
// written in Latin letters, capitals become small. Two spellings of one word are the same word when their keys are equal.
//
// A language builds its key in two steps: a Table writes every letter in ASCII, then Rules bring the spellings that
// people use for one sound (zh and z, dj and đ, th and 8) to one.
package fold

import (
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	plainEnd   = 0x0530 // Latin, IPA, Greek and Cyrillic letters lie below
	greekStart = 0x1F00 // polytonic Greek
	greekEnd   = 0x2000
)

// Table writes single letters in ASCII. How a letter is written is found out when it
// first comes up: of some thousand letters, texts have a hundred. It is safe for
// concurrent use.
type Table struct {
	own   map[rune]string
	plain [plainEnd]atomic.Pointer[string]
	greek [greekEnd - greekStart]atomic.Pointer[string]
}

// NewTable returns the common table with a language's own letters laid over it. The keys of own are small letters;
// their capitals follow. An accented letter that is not in own is written as its base letter.
func NewTable(own map[rune]string) *Table { return &Table{own: own} }

// written is how a letter is written, which is remembered at its place.
func (t *Table) written(r rune, place *atomic.Pointer[string]) string {
	if known := place.Load(); known != nil {
		return *known
	}
	s := letter(r, t.own)
	place.Store(&s)
	return s
}

// Append appends the key of word to dst. Combining marks, soft hyphens and other invisible characters leave no trace.
// Letters of scripts that the table does not know are kept as small letters.
func (t *Table) Append(dst, word []byte) []byte {
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRune(word[i:])
		i += size
		switch {
		case r < plainEnd:
			dst = append(dst, t.written(r, &t.plain[r])...)
		case greekStart <= r && r < greekEnd:
			dst = append(dst, t.written(r, &t.greek[r-greekStart])...)
		default:
			dst = append(dst, letter(r, nil)...)
		}
	}
	return dst
}

// letter writes one character: the language's own way first, then the common one, then the base letter's.
func letter(r rune, own map[rune]string) string {
	if r == utf8.RuneError || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
		return ""
	}
	small := unicode.ToLower(r)
	if s, ok := lookup(small, own); ok {
		return s
	}
	out := ""
	for _, base := range norm.NFKD.String(string(small)) {
		if unicode.Is(unicode.Mn, base) {
			continue
		}
		base = unicode.ToLower(base)
		s, ok := lookup(base, own)
		if !ok {
			s = string(base)
		}
		out += s
	}
	return out
}

func lookup(r rune, own map[rune]string) (string, bool) {
	if s, ok := own[r]; ok {
		return s, true
	}
	s, ok := common[r]
	return s, ok
}
