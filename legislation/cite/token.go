package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is a word, a number or a mark of a text.
type token struct {
	fold       string // lower-case Latin letters without marks, digits, or the mark itself
	stem       string // the fold without its ending; of words only
	raw        string // as typed
	start, end int    // in bytes of the text
	kind       tokenKind
	glued      bool // nothing stands between it and the token before
	upper      bool // a word in capitals only
}

type tokenKind uint8

const (
	wordToken tokenKind = iota
	numberToken
	markToken
)

// tokenize splits a text into tokens. Cost and size are linear in the text.
func tokenize(text string) []token {
	tokens := make([]token, 0, len(text)/4+4)
	space := true
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad':
			space, at = true, at+size
			continue
		case isDigit(r):
			end := span(text, at, isDigit)
			tokens = append(tokens, token{fold: text[at:end], raw: text[at:end], start: at, end: end, kind: numberToken, glued: !space})
			at = end
		case isLetter(r):
			word, end := wholeWord(text, at)
			tokens = append(tokens, wordOf(word, at, end, !space))
			at = end
		default:
			raw := text[at : at+size]
			tokens = append(tokens, token{fold: markOf(r), raw: raw, start: at, end: at + size, kind: markToken, glued: !space})
			at += size
		}
		space = false
	}
	return tokens
}

func isDigit(r rune) bool  { return r >= '0' && r <= '9' }
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

func span(text string, at int, in func(rune) bool) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !in(r) {
			break
		}
		at += size
	}
	return at
}

// wordEnd is the end of the word at a place. Single letters with full stops between
// them (Κ.Ν.Ν., π.δ.) are one word.
func wordEnd(text string, at int) int {
	end := span(text, at, isLetter)
	for utf8.RuneCountInString(text[at:end]) == 1 || strings.HasSuffix(text[at:end], ".") {
		if end >= len(text) || text[end] != '.' {
			break
		}
		next := span(text, end+1, isLetter)
		if utf8.RuneCountInString(text[end+1:next]) != 1 {
			break
		}
		at, end = end+1, next
	}
	return end
}

// maxPieces bounds the pieces that a word is put together of.
const maxPieces = 8

// maxGap bounds, in bytes, what lies between the pieces of a word at the end of a line.
const maxGap = 40

// wholeWord is the word at a place and its end. What a soft hyphen or the end of a line
// parted, as in text copied from a page, is one word.
func wholeWord(text string, at int) (word string, end int) {
	end = wordEnd(text, at)
	word = text[at:end]
	for range maxPieces {
		next := behindCut(text, end)
		if next == end {
			break
		}
		end = span(text, next, isLetter)
		word += text[next:end]
	}
	return word, end
}

// behindCut is where the word that is parted at a place goes on; the place itself
// where no word is parted there.
func behindCut(text string, at int) int {
	rest := text[at:]
	next := at
	if after, ok := strings.CutPrefix(rest, "\u00ad"); ok {
		next = len(text) - len(after)
	} else if strings.HasPrefix(rest, "-") { // a search box makes a space of the end of the line
		next = span(text, at+1, unicode.IsSpace)
		fold, _ := foldWord(text[next:span(text, next, isLetter)])
		if next == at+1 || next > at+maxGap || fillers[fold] || joins[fold] {
			return at
		}
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	behind, _ := utf8.DecodeRuneInString(text[next:])
	if next == at || !unicode.IsLower(before) || !unicode.IsLower(behind) {
		return at
	}
	return next
}

func wordOf(raw string, at, end int, glued bool) token {
	t := token{raw: raw, start: at, end: end, kind: wordToken, glued: glued, upper: true}
	for _, r := range raw {
		if unicode.IsLower(r) {
			t.upper = false
			break
		}
	}
	t.fold, t.stem = foldWord(raw)
	return t
}

// markOf makes the many dashes, quotes and primes of typed text one each.
func markOf(r rune) string {
	switch r {
	case '‐', '‑', '−', '-':
		return "-"
	case '–', '—':
		return "–"
	case '΄', '´', '’', '‘', '\'', 'ʹ', '′', '`':
		return "'"
	case '„', '“', '”', '"', '«', '»', '‟':
		return "\""
	case '¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹':
		return "^" + norm.NFKC.String(string(r))
	}
	return string(r)
}
