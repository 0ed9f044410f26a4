package index

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of a query, in one place. What is beyond them is not read, and the answer
// says so.
const (
	MaxQueryBytes = 2_000  // of the text that is understood
	MaxWords      = 24     // words and phrases
	MaxConcepts   = 8      // recognised concepts that are widened
	MaxWindow     = 10_000 // how far the hits can be paged
)

// typed is a query as it was typed: words, phrases and what is excluded. Every text
// has one; nothing is a syntax error.
type typed struct {
	words   []word
	phrases []string // in quotes
	not     []string // words and phrases behind "-"
	filters []Filter // field:value, of the known fields
	text    string   // the text without filters, phrases' quotes and exclusions
	ignored string   // what was beyond the limits
}

// word is a word of the text, at its place.
type word struct {
	text       string
	start, end int  // bytes in typed.text
	or         bool // stands beside the word before it: either will do
}

// filterFields are the fields that can be written in a query, with their other names.
var filterFields = map[string]string{"country": "jurisdiction", "jurisdiction": "jurisdiction", "topic": "topic", "type": "type",
	"kind": "kind", "lang": "lang", "language": "lang", "confidence": "confidence", "on": "on"}

// parse reads a query.
func parse(s string) typed {
	var q typed
	if len(s) > MaxQueryBytes {
		at := MaxQueryBytes
		for at > 0 && !utf8.RuneStart(s[at]) {
			at--
		}
		s, q.ignored = s[:at], s[at:]
	}
	var text strings.Builder
	or := false
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if unicode.IsSpace(r) || r == utf8.RuneError {
			s = s[size:]
			continue
		}
		if len(q.words)+len(q.phrases)+len(q.not) >= MaxWords {
			q.ignored = strings.TrimSpace(s + " " + q.ignored)
			break
		}
		exclude := r == '-' && len(s) > size && !startsWithSpace(s[size:])
		if exclude {
			s = s[size:]
		}
		token, quoted, rest := nextToken(s)
		s = rest
		switch {
		case exclude:
			if token != "" {
				q.not = append(q.not, token)
			}
		case quoted:
			if token != "" {
				q.phrases = append(q.phrases, token)
			}
		case token == "OR" || token == "|":
			or = len(q.words) > 0
			continue
		case q.filter(token):
		default:
			if text.Len() > 0 {
				text.WriteByte(' ')
			}
			start := text.Len()
			text.WriteString(token)
			q.words = append(q.words, word{text: token, start: start, end: text.Len(), or: or})
		}
		or = false
	}
	q.text = text.String()
	return q
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// quotes are the marks that open a phrase, with those that close it.
var quotes = map[rune]string{'"': `"`, '„': `“”"`, '“': `”"`, '«': `»`, '»': `«`, '”': `”`}

// nextToken takes a word or a quoted phrase from the front. A quote that nothing
// closes is no quote.
func nextToken(s string) (token string, quoted bool, rest string) {
	r, size := utf8.DecodeRuneInString(s)
	if closing, ok := quotes[r]; ok {
		if at := strings.IndexAny(s[size:], closing); at >= 0 {
			_, closeSize := utf8.DecodeRuneInString(s[size+at:])
			return strings.TrimSpace(s[size : size+at]), true, s[size+at+closeSize:]
		}
		s = s[size:]
	}
	at := strings.IndexFunc(s, unicode.IsSpace)
	if at < 0 {
		at = len(s)
	}
	return strings.Trim(s[:at], `"„“”«»`), false, s[at:]
}

// filter takes a token such as country:RS as a filter.
func (q *typed) filter(token string) bool {
	name, value, ok := strings.Cut(token, ":")
	field, known := filterFields[strings.ToLower(name)]
	if !ok || !known || value == "" {
		return false
	}
	q.filters = append(q.filters, Filter{field, value})
	return true
}
