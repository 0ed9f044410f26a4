package cite

import "strings"

// readNumber reads the number of a segment: 246a, 354а, 283/ç, 48-а, 206.d, 217¹, 14 bis,
// 5.3.3, (1), а), II.
func readNumber(tokens []token, i int, l level) (event, int) {
	e := event{level: l}
	start := i
	open := i < len(tokens) && tokens[i].fold == "("
	if open {
		i++
	}
	if i >= len(tokens) {
		return e, start
	}
	t := tokens[i]
	switch {
	case t.kind == numberToken && len(t.fold) <= 4:
		e.forms, i = numberForms(tokens, i, l)
	case t.kind == wordToken && (l == annex || l == chapter) && !t.upper:
		return e, start
	case t.kind == wordToken && l != article && (utfLen(t.raw) <= 2 || isRoman(t.fold)):
		if next := i + 1; !open && l == paragraph && !glued(tokens, next, ")") {
			if t.raw == "l" || t.raw == "I" { // 1, as it is read from paper
				e.forms = []string{"1"}
				return e, next
			}
			return e, start
		}
		e.forms = letterForms(t.raw)
		if n := roman(t.fold); n != "" && (l == annex || l == chapter) {
			e.forms = append([]string{n}, e.forms...)
		}
		i++
		for glued(tokens, i, "'") {
			i++
		}
		if l == point && !open && !glued(tokens, i, ")") && utfLen(t.raw) > 1 && !isRoman(t.fold) && !glued(tokens, i, "'") && small[t.fold] {
			return event{level: l}, start
		}
	default:
		return e, start
	}
	if i < len(tokens) && tokens[i].fold == ")" && (open || l == point && tokens[i].glued) {
		i++
	} else if open {
		return event{level: l}, start
	}
	return e, i
}

func numberForms(tokens []token, i int, l level) ([]string, int) {
	base := trimZeros(tokens[i].fold)
	i++
	suffixed := func(raw string, next int) ([]string, int) {
		var forms []string
		for _, f := range letterForms(raw) {
			forms = append(forms, base+f, base+"-"+f)
		}
		return forms, next
	}
	isLetters := func(at, most int) bool {
		return at < len(tokens) && tokens[at].glued && tokens[at].kind == wordToken && utfLen(tokens[at].raw) <= most
	}
	raised := ""
	for i < len(tokens) && tokens[i].glued && len(tokens[i].fold) == 2 && tokens[i].fold[0] == '^' {
		raised += tokens[i].fold[1:]
		i++
	}
	switch {
	case raised != "":
		return []string{base + "-" + raised}, i
	case glued(tokens, i, "^") && gluedNumber(tokens, i+1):
		return []string{base + "-" + tokens[i+1].fold}, i + 2
	case i < len(tokens) && (tokens[i].fold == "bis" || tokens[i].fold == "ter" || tokens[i].fold == "quater"):
		return []string{base + "-" + tokens[i].fold}, i + 1
	case isLetters(i, 3):
		return suffixed(tokens[i].raw, i+1)
	case glued(tokens, i, "/") && romanParagraph(tokens, i+1):
		return []string{base}, i
	case l == article && letterApart(tokens, i):
		return suffixed(tokens[i].raw, i+1)
	case l == article && glued(tokens, i, "/") && gluedNumber(tokens, i+1) && paragraphAt(tokens, i+2):
		return []string{base + "-" + tokens[i+1].fold}, i + 2 // art. 217/1 alin. (3)
	case (glued(tokens, i, "/") || glued(tokens, i, "-")) && isLetters(i+1, 2), glued(tokens, i, ".") && isLetters(i+1, 1):
		return suffixed(tokens[i+1].raw, i+2)
	case glued(tokens, i, "-") && gluedNumber(tokens, i+1) && less(base, tokens[i+1].fold):
		return []string{base}, i // a range: 2-4
	case glued(tokens, i, "-") && gluedNumber(tokens, i+1) && len(tokens[i+1].fold) <= 3:
		return []string{base + "-" + tokens[i+1].fold}, i + 2
	case glued(tokens, i, ".") && gluedNumber(tokens, i+1):
		parts := []string{base}
		for len(parts) < 5 && glued(tokens, i, ".") && gluedNumber(tokens, i+1) {
			parts = append(parts, tokens[i+1].fold)
			i += 2
		}
		return []string{strings.Join(parts, "."), strings.Join(parts, "-")}, i
	}
	return []string{base}, i
}

// romanParagraph reports whether a paragraph in Roman numbers stands behind the slash
// before a token, as in Slovenia: 186/I.
func romanParagraph(tokens []token, i int) bool {
	return i < len(tokens) && tokens[i].glued && tokens[i].kind == wordToken && tokens[i].upper && strings.Trim(tokens[i].raw, "IVX") == ""
}

// letterApart reports whether the letter at a token belongs to the number that it stands
// apart from: чл. 354 а, ал. 3. An а or d may also be a word.
func letterApart(tokens []token, i int) bool {
	if i >= len(tokens) || tokens[i].glued || tokens[i].kind != wordToken || utfLen(tokens[i].raw) != 1 || !strings.Contains("abcdgvабвгдАБВГДABCDGV", tokens[i].raw) {
		return false
	}
	if i+1 == len(tokens) {
		return true
	}
	next := tokens[i+1]
	if next.kind == wordToken {
		return next.upper && utfLen(next.raw) > 1 || levelWords[next.fold] >= paragraph || next.fold == "od" || next.fold == "ot"
	}
	return next.fold == ","
}

// paragraphAt reports whether a paragraph stands at a token, by its word and number.
func paragraphAt(tokens []token, i int) bool {
	for i < len(tokens) && tokens[i].fold == "," {
		i++
	}
	return i+1 < len(tokens) && levelWords[tokens[i].fold] == paragraph
}

// less compares two whole numbers.
func less(a, b string) bool {
	a, b = trimZeros(a), trimZeros(b)
	return len(a) < len(b) || len(a) == len(b) && a < b
}
