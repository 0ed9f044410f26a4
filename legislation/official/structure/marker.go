package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// style is the form of a list marker.
type style byte

const (
	styleNone    style = iota
	styleParen         // (1)
	styleDot           // 1.
	styleNumber        // 1)
	styleLetter        // a)
	styleBracket       // (a)
	styleDecimal       // 1.1.
	styleStop          // α.
)

// marker is the number or letter that opens a paragraph or a point.
type marker struct {
	style style
	text  string // lower case, without punctuation: "1", "1a", "β", "iv", "2.1"
	index string // of a point that was put between two: d^1
	value int    // the leading integer of a number
	start int    // offset of the marker, behind a list dash
	size  int    // bytes up to the end of the marker, start included
	body  int    // offset of the text behind it
}

func (m marker) numeric() bool { return m.value > 0 }

// parseMarker reads the marker at the start of s.
func parseMarker(s string) (m marker, ok bool) {
	at := 0
	if len(s) > 2 && (strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "– ") || strings.HasPrefix(s, "• ")) {
		at = strings.IndexByte(s, ' ') + 1
	}
	m.start = at
	if at >= len(s) {
		return m, false
	}
	open := s[at] == '('
	if open {
		at++
		at += spaces(s[at:])
	}
	d := digits(s[at:])
	if d > 3 {
		return m, false
	}
	var ok2 bool
	if d > 0 {
		ok2 = m.readNumber(s, at, d, open)
	} else {
		ok2 = m.readLetter(s, at, open)
	}
	if !ok2 {
		return m, false
	}
	m.body = m.size + markerGap(s[m.size:])
	return m, true
}

// markerGap skips blanks and the dash of "2.-(1)" behind a marker.
func markerGap(s string) int {
	i := 0
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}

func (m *marker) readNumber(s string, at, d int, open bool) bool {
	for i := range d {
		m.value = m.value*10 + int(s[at+i]-'0')
	}
	if m.value == 0 {
		return false
	}
	end := at + d
	if w := letters(s[end:], 2); w > 0 && end+w < len(s) && (s[end+w] == ')' || s[end+w] == '.') {
		end += w // (1a), 2Α.
	}
	_, w := superscript(s[end:])
	end += w
	end += caret(s[end:])
	m.text = s[at:end]
	if end >= len(s) {
		return false
	}
	switch {
	case s[end] == ')' && open:
		m.style = styleParen
	case s[end] == ')':
		m.style = styleNumber
	case s[end] == '.' && !open:
		return m.readDecimal(s, at, end)
	default:
		return false
	}
	m.size = end + 1
	return true
}

// readDecimal reads "1." or "1.1." or "1.1 ".
func (m *marker) readDecimal(s string, at, end int) bool {
	m.style = styleDot
	for end+1 < len(s) && s[end] == '.' {
		d := digits(s[end+1:])
		if d == 0 || d > 3 {
			break
		}
		m.style = styleDecimal
		end += 1 + d
	}
	m.text = s[at:end]
	if end < len(s) && s[end] == '.' {
		end++
	} else if m.style == styleDot || end >= len(s) || s[end] != ' ' {
		return false
	}
	if m.style == styleDecimal && strings.Count(m.text, ".") > 3 {
		return false
	}
	if end < len(s) {
		// "14.5.2014" and "1.234" are no markers, "3.a" of a number is none either.
		if r, _ := utf8.DecodeRuneInString(s[end:]); unicode.IsDigit(r) || r == ',' || r == ';' || r == ')' {
			return false
		}
	}
	m.size = end
	return true
}

func (m *marker) readLetter(s string, at int, open bool) bool {
	w := letters(s[at:], 5)
	if w == 0 || w > 10 || at+w >= len(s) {
		return false
	}
	end := at + w
	for _, p := range [...]string{"΄", "'", "’"} { // α΄)
		if strings.HasPrefix(s[end:], p) {
			end += len(p)
			break
		}
	}
	if w := caret(s[end:]); w > 0 {
		m.index = s[end+1 : end+w]
		end += w
	}
	m.text = strings.ToLower(s[at : at+w])
	if len(places[m.text]) == 0 || end >= len(s) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s[at:]); unicode.IsUpper(r) {
		return false
	}
	if s[end] == '.' && !open && end+1 < len(s) && s[end+1] == ' ' && w <= 4 {
		m.style = styleStop
		m.size = end + 1
		return true
	}
	if s[end] != ')' {
		return false
	}
	m.style = styleLetter
	if open {
		m.style = styleBracket
	}
	m.size = end + 1
	return true
}

// caret is the length of the index in "2^1", "d^1"; 0 where there is none.
func caret(s string) int {
	if s == "" || s[0] != '^' {
		return 0
	}
	if d := digits(s[1:]); d > 0 && d < 3 {
		return 1 + d
	}
	return 0
}

// follows says whether marker b continues the list in which a stands; skip allows for that many missing items.
func follows(a, b marker, skip int) bool {
	if a.numeric() != b.numeric() {
		return false
	}
	if a.numeric() {
		if b.style != a.style {
			return false
		}
		if b.style == styleDecimal {
			return decimalFollows(a.text, b.text, skip)
		}
		d := b.value - a.value
		return d >= 1 && d <= 1+skip || d == 0 && (len(b.text) > len(a.text) || len(b.text) == len(a.text) && b.text > a.text)
	}
	if a.text == b.text {
		return atoi(b.index) > atoi(a.index)
	}
	for _, p := range places[a.text] {
		for _, q := range places[b.text] {
			if p.alphabet == q.alphabet && q.place > p.place && q.place <= p.place+1+skip {
				return true
			}
		}
	}
	return false
}

func decimalFollows(a, b string, skip int) bool {
	i, j := strings.LastIndexByte(a, '.'), strings.LastIndexByte(b, '.')
	if a[:i+1] != b[:j+1] {
		return false
	}
	d := atoi(b[j+1:]) - atoi(a[i+1:])
	return d >= 1 && d <= 1+skip
}

// first says whether a list can start with this marker.
func (m marker) first() bool {
	if m.style == styleDecimal {
		return strings.HasSuffix(m.text, ".1")
	}
	if m.numeric() {
		return m.value == 1
	}
	if m.index != "" {
		return false
	}
	for _, p := range places[m.text] {
		if p.place == 1 {
			return true
		}
	}
	return false
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && s[i] >= '0' && s[i] <= '9' && n < 1e6; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
