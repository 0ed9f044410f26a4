package structure

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Romanian consolidations print notes within the lines of an article: "(la 26-06-2025, Alineatul (2) … a fost modificat
// de …)" behind what was amended, and "Notă …" with decisions of the courts. They are not the wording of the law.
var (
	amendedOn  = regexp.MustCompile(`\(la \d{2}-\d{2}-\d{4},? `)
	courtNote  = regexp.MustCompile(`(?:^| )Notă (?:\*+\)? ?)?\p{Lu}`)
	referredTo = regexp.MustCompile(`^Incep[aâ]nd cu \d{1,2}-\pL{3}-\d{4} `)
	numeral    = regexp.MustCompile(`(?:^|[ ^])\((\d+)(?:\^\d+)?\) `)
	littera    = regexp.MustCompile(`(?:^|[ ;,:])([a-z])(?:\^\d+)?\) `)
)

// inlineNotes parts a line of an article at the notes within it. What stands behind a note goes on within the paragraph
// or point that the note stands in.
func inlineNotes(s segment) []segment {
	if s.kind != "" || !strings.Contains(s.text, "(la ") && !strings.Contains(s.text, "Notă ") && !strings.HasPrefix(s.text, "Incep") {
		return []segment{s}
	}
	if referredTo.MatchString(s.text) {
		s.kind, s.within = VersionNote, true
		return []segment{s}
	}
	var out []segment
	put := func(from, to int, kind Kind) {
		if len(out) > 0 && kind == "" { // blanks and the dots of a copy that leaves them out belong to the note
			from += len(s.text[from:to]) - len(strings.TrimLeft(s.text[from:to], " ."))
		}
		if strings.TrimSpace(s.text[from:to]) != "" {
			out = append(out, segment{start: s.start + from, text: s.text[from:to], kind: kind, within: len(out) > 0 || kind != ""})
		}
	}
	at := 0
	for at < len(s.text) {
		from, to := nextNote(s.text, at)
		if from < 0 {
			break
		}
		put(at, from, "")
		put(from, to, VersionNote)
		at = to
	}
	put(at, len(s.text), "")
	return out
}

// nextNote finds the first note of a line behind a place, with the blank in front of it left to what is before.
func nextNote(t string, at int) (from, to int) {
	amended, court := amendedOn.FindStringIndex(t[at:]), courtNote.FindStringIndex(t[at:])
	switch {
	case amended == nil && court == nil:
		return -1, -1
	case court == nil || amended != nil && amended[0] < court[0]:
		from = at + amended[0]
		return from, bracketEnd(t, from)
	}
	from = at + court[0] + strings.Index(t[at+court[0]:], "N")
	return from, courtNoteEnd(t, from)
}

// bracketEnd is behind the bracket that closes the one at a place; the end of the line where none does.
func bracketEnd(t string, from int) int {
	depth, opens, closes := 0, byte('('), byte(')')
	if t[from] == '[' {
		opens, closes = '[', ']'
	}
	for i := from; i < len(t); i++ {
		switch t[i] {
		case opens:
			depth++
		case closes:
			if m := littera.FindStringIndex(t[max(0, i-6):i+1] + " "); m != nil && max(0, i-6)+m[1] == i+2 {
				continue // "Litera d^1) din Alineatul (1)"
			}
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(t)
}

// courtNoteEnd is where the law goes on behind a note: at its next paragraph or point, or at the end of the line.
func courtNoteEnd(t string, from int) int {
	paragraph, point := "0", ""
	for _, m := range numeral.FindAllStringSubmatchIndex(t[:from], -1) {
		if goesOnWith(t, m[1]) {
			paragraph, point = t[m[2]:m[3]], ""
		}
	}
	for _, m := range littera.FindAllStringSubmatch(t[:from], -1) {
		point = m[1]
	}
	end := len(t)
	for _, m := range numeral.FindAllStringSubmatchIndex(t[from:], -1) {
		n := t[from+m[2] : from+m[3]]
		if (n == numberAfter(paragraph) || n == paragraph && t[from+m[3]] == '^') && goesOnWith(t, from+m[1]) && endsSentence(t[:from+m[0]]) && !refersBefore(t[:from+m[0]]) {
			end = from + m[0] + 1
			break
		}
	}
	if point == "" {
		return end
	}
	for _, m := range littera.FindAllStringSubmatchIndex(t[from:end], -1) {
		if l := t[from+m[2] : from+m[3]]; l[0] == point[0]+1 && endsSentence(strings.TrimRight(t[:from+m[2]], " ")) {
			return from + m[2]
		}
	}
	return end
}

// goesOnWith says that a sentence starts at a place.
func goesOnWith(t string, at int) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(t[min(at, len(t)):], " „\"«"))
	return unicode.IsUpper(r)
}

// numberAfter is the number behind one.
func numberAfter(number string) string {
	n := 0
	for _, r := range number {
		n = n*10 + int(r-'0')
	}
	return itoa(n + 1)
}
