package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphStyle finds how the paragraphs of an article are numbered: (1), else 1., unless these are a list.
func paragraphStyle(segs []segment) style {
	dot := styleNone
	lead := ""
	for i := range segs {
		if segs[i].kind != "" {
			continue
		}
		t := segs[i].text
		if len(t) > 2 && (t[0] == '(' || t[0] == '-') {
			if m, ok := parseMarker(t); ok && m.style == styleParen {
				return styleParen
			}
		}
		if i == 0 && hasFirstParagraph(t) {
			return styleParen
		}
		if dot == styleNone && t != "" && t[0] >= '0' && t[0] <= '9' {
			if m, ok := parseMarker(t); ok && m.style == styleDot {
				if strings.HasSuffix(lead, ":") {
					return restStyle(segs[i:])
				}
				dot = styleDot
			}
		}
		if t != "" {
			lead = strings.TrimSpace(t)
		}
	}
	return dot
}

// restStyle looks for (1) behind a list that the article begins with.
func restStyle(segs []segment) style {
	for i := range segs {
		if m, ok := parseMarker(segs[i].text); ok && m.style == styleParen && segs[i].kind == "" {
			return styleParen
		}
	}
	return styleNone
}

// hasFirstParagraph finds "(1) " behind a heading that shares its line.
func hasFirstParagraph(t string) bool {
	i := strings.Index(t, " (1) ")
	if i < 0 || i > 400 {
		return false
	}
	rest := strings.TrimLeft(t[i+5:], " „\"«")
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) && (strings.Contains(rest, " (2) ") || !endsSentence(t[:i]) || len(t[:i]) < 200)
}

// countUnnumbered counts the blocks that start a paragraph of their own.
func countUnnumbered(segs []segment) int {
	n := 0
	prev := ""
	noted := false
	var dot marker
	for i := range segs {
		if segs[i].kind != "" || segs[i].within {
			if segs[i].kind == VersionNote && !segs[i].within {
				noted = true
			}
			continue
		}
		t := segs[i].text
		m, ok := parseMarker(t)
		if ok && m.style == styleDot {
			dot = m
		}
		if !ok && (prev == "" || !startsLower(t) && endsSentence(prev)) && !dotGoesOn(segs[i+1:], dot) {
			n++
			if noted && n == 1 {
				n++ // a note stands before: the text needs a part of its own
			}
		}
		if t = strings.TrimSpace(t); t != "" {
			prev = t
		}
	}
	return n
}

// dotGoesOn says that a list 1., 2., … continues behind a block: the block belongs to its last item.
func dotGoesOn(segs []segment, dot marker) bool {
	if dot.value == 0 {
		return false
	}
	for i := 0; i < len(segs) && i < 60; i++ {
		if m, ok := parseMarker(segs[i].text); ok && m.style == styleDot {
			return follows(dot, m, 0)
		} else if ok && partOf(m, dot) {
			return true
		}
	}
	return false
}

// partOf says that m is a decimal of the item, as 40.1 is of 40.
func partOf(m, item marker) bool {
	return m.style == styleDecimal && item.numeric() && strings.HasPrefix(m.text, item.text+".")
}
