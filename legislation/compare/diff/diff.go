// Package diff shows what changed between two wordings of a text, word by word.
package diff

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Op says where a piece of text is found.
type Op string

// The operations.
const (
	Equal  Op = "equal"  // in both
	Delete Op = "delete" // in the earlier only
	Insert Op = "insert" // in the later only
)

// Edit is a piece of text. The equal and deleted pieces together are the earlier
// text, the equal and inserted ones the later.
type Edit struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// The search for a short difference costs the square of the pieces compared, so it is
// bounded: texts of up to maxPieces words are compared word by word, longer ones
// sentence by sentence first and word by word where they differ, for as long as the
// budget lasts. What is over the bounds is shown as taken out and put in: correct, if
// not short.
const (
	maxPieces = 4000
	budget    = time.Second
)

// Words compares two texts at the boundaries of words. Pieces are gathered so that
// they read well: a word that happens to stand in the middle of two changed passages
// does not cut them up.
func Words(before, after string) []Edit {
	deadline := time.Now().Add(budget)
	if edits, ok := compare(before, after, wordEnd, true); ok {
		return edits
	}
	prefix, before, after, suffix := trim(before, after)
	edits := add([]Edit{}, Equal, prefix)
	for _, pair := range bySentence(before, after) {
		finer, ok := []Edit(nil), false
		if pair.before != "" && pair.after != "" && pair.before != pair.after && time.Now().Before(deadline) {
			finer, ok = compare(pair.before, pair.after, wordEnd, true)
		}
		switch {
		case ok:
			for _, e := range finer {
				edits = add(edits, e.Op, e.Text)
			}
		case pair.before == pair.after:
			edits = add(edits, Equal, pair.before)
		default:
			edits = add(add(edits, Delete, pair.before), Insert, pair.after)
		}
	}
	return add(edits, Equal, suffix)
}

// pair is a passage of the earlier text and the one that stands in its place.
type pair struct{ before, after string }

// bySentence lines the texts up by the sentences that they share. Texts of too many
// sentences are one pair.
func bySentence(before, after string) (pairs []pair) {
	edits, ok := compare(before, after, sentenceEnd, false)
	if !ok {
		return []pair{{before, after}}
	}
	var open pair
	for _, e := range edits {
		switch e.Op {
		case Delete:
			open.before += e.Text
		case Insert:
			open.after += e.Text
		default:
			pairs = append(pairs, open, pair{e.Text, e.Text})
			open = pair{}
		}
	}
	return append(pairs, open)
}

// trim takes off what the texts share at both ends, in whole sentences.
func trim(before, after string) (prefix, b, a, suffix string) {
	at := 0
	for at < len(before) && at < len(after) {
		n := sentenceEnd(before[at:])
		if !strings.HasPrefix(after[at:], before[at:at+n]) || sentenceEnd(after[at:]) != n {
			break
		}
		at += n
	}
	prefix, before, after = before[:at], before[at:], after[at:]
	shared, end := 0, 0 // of the common end: all bytes, and those that begin with a sentence
	for shared < len(before) && shared < len(after) && before[len(before)-1-shared] == after[len(after)-1-shared] {
		if shared++; endsSentence(before[:len(before)-shared]) && endsSentence(after[:len(after)-shared]) {
			end = shared
		}
	}
	return prefix, before[:len(before)-end], after[:len(after)-end], before[len(before)-end:]
}

// compare finds the difference in pieces of the given kind; it is not ok where there
// are too many of them.
func compare(before, after string, pieceEnd func(string) int, gather bool) (edits []Edit, ok bool) {
	var dictionary dictionary
	a, okA := dictionary.encode(before, pieceEnd)
	b, okB := dictionary.encode(after, pieceEnd)
	if !okA || !okB {
		return nil, false
	}
	matcher := diffmatchpatch.New()
	matcher.DiffTimeout = budget / 10
	diffs := matcher.DiffMainRunes(a, b, false)
	if gather {
		diffs = matcher.DiffCleanupSemantic(diffs)
	}
	edits = []Edit{}
	for _, d := range diffs {
		edits = add(edits, ops[d.Type], dictionary.decode(d.Text))
	}
	return edits, true
}

var ops = map[diffmatchpatch.Operation]Op{diffmatchpatch.DiffEqual: Equal, diffmatchpatch.DiffDelete: Delete, diffmatchpatch.DiffInsert: Insert}

func add(edits []Edit, op Op, text string) []Edit {
	if text == "" {
		return edits
	}
	if n := len(edits); n > 0 && edits[n-1].Op == op {
		edits[n-1].Text += text
		return edits
	}
	return append(edits, Edit{op, text})
}

// dictionary gives every piece a rune of its own, so that a difference of runes is
// one of pieces. It holds at most 2 × maxPieces, which is under the surrogates.
type dictionary struct {
	pieces []string
	runes  map[string]rune
}

// encode writes a text as one rune for each piece; not ok over maxPieces.
func (d *dictionary) encode(text string, pieceEnd func(string) int) (out []rune, ok bool) {
	if d.runes == nil {
		d.runes = map[string]rune{}
	}
	for text != "" {
		if len(out) == maxPieces {
			return nil, false
		}
		piece := text[:pieceEnd(text)]
		text = text[len(piece):]
		r, known := d.runes[piece]
		if !known {
			r = rune(len(d.pieces))
			d.runes[piece] = r
			d.pieces = append(d.pieces, piece)
		}
		out = append(out, r)
	}
	return out, true
}

func (d *dictionary) decode(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteString(d.pieces[r])
	}
	return b.String()
}

// sentenceEnd is the end of the first sentence of a text that is not empty: behind a
// line break, or behind the space that follows a full stop, semicolon or the like.
func sentenceEnd(text string) int {
	for at := 1; at < len(text); at++ {
		if endsSentence(text[:at]) {
			return at
		}
	}
	return len(text)
}

func endsSentence(text string) bool {
	n := len(text)
	return n == 0 || text[n-1] == '\n' || n > 1 && text[n-1] == ' ' && strings.IndexByte(".;:!?", text[n-2]) >= 0
}

// wordEnd is the end of the first word, run of spaces or other sign of a text that is
// not empty. Combining marks belong to their word, and so do the apostrophe and the
// hyphen inside one.
func wordEnd(text string) int {
	first, size := utf8.DecodeRuneInString(text)
	class := classOf(first)
	if class == sign {
		return size
	}
	for at := size; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if classOf(r) != class {
			next, _ := utf8.DecodeRuneInString(text[at+n:])
			if class != letter || !strings.ContainsRune("-'’", r) || classOf(next) != letter {
				return at
			}
		}
		at += n
	}
	return len(text)
}

type class int

const (
	sign class = iota
	letter
	space
)

func classOf(r rune) class {
	switch {
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
		return letter
	case unicode.IsSpace(r):
		return space
	}
	return sign
}
