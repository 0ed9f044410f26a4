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

// suffixes read what may belong to the whole number before a token, the first that finds
// something: they give the forms in which ids may write both, and the token behind.
var suffixes = []func(tokens []token, i int, base string, l level) (forms []string, next int){raised, adverb, letters, inserted, decimal}

func numberForms(tokens []token, i int, l level) ([]string, int) {
	base := trimZeros(tokens[i].fold)
	for _, suffix := range suffixes {
		if forms, next := suffix(tokens, i+1, base, l); next > i+1 {
			return forms, next
		}
	}
	return []string{base}, i + 1
}

// raised reads a number that stands higher: 217¹, 217^1.
func raised(tokens []token, i int, base string, _ level) ([]string, int) {
	if glued(tokens, i, "^") && gluedNumber(tokens, i+1) {
		return []string{base + "-" + tokens[i+1].fold}, i + 2
	}
	digits := ""
	for i < len(tokens) && tokens[i].glued && len(tokens[i].fold) == 2 && tokens[i].fold[0] == '^' {
		digits += tokens[i].fold[1:]
		i++
	}
	return []string{base + "-" + digits}, i
}

// adverb reads what is said of an article put in later: 14 bis, 217 ind. 1.
func adverb(tokens []token, i int, base string, _ level) ([]string, int) {
	if i >= len(tokens) || !adverbs[tokens[i].fold] {
		return nil, i
	}
	if !strings.HasPrefix(tokens[i].fold, "ind") {
		return []string{base + "-" + tokens[i].fold}, i + 1
	}
	number := i + 1
	if number < len(tokens) && tokens[number].fold == "." {
		number++
	}
	if number >= len(tokens) || tokens[number].kind != numberToken {
		return nil, i
	}
	return []string{base + "-" + tokens[number].fold}, number + 1
}

var adverbs = words("bis ter quater ind indice indicele")

// letters reads the letters of a number: 246a, 283/ç, 48-а, 206.d and, of an article,
// 354 а and 191. a.
func letters(tokens []token, i int, base string, l level) (forms []string, next int) {
	are := func(at, most int) bool {
		return at < len(tokens) && tokens[at].glued && tokens[at].kind == wordToken && utfLen(tokens[at].raw) <= most
	}
	at := i
	switch {
	case are(i, 3), l == article && letterApart(tokens, i):
	case glued(tokens, i, "/") && !romanParagraph(tokens, i+1) && are(i+1, 2), glued(tokens, i, "-") && are(i+1, 2),
		glued(tokens, i, ".") && (are(i+1, 1) || l == article && letterApart(tokens, i+1)):
		at++
	default:
		return nil, i
	}
	for _, f := range letterForms(tokens[at].raw) {
		forms = append(forms, base+f, base+"-"+f)
	}
	return forms, at + 1
}

// inserted reads the number of an article put in later: 217-1 and, where its paragraph
// follows, art. 217/1 alin. (3). A greater number ends a range: 2-4.
func inserted(tokens []token, i int, base string, l level) ([]string, int) {
	switch {
	case !gluedNumber(tokens, i+1):
	case glued(tokens, i, "/") && l == article && paragraphAt(tokens, i+2),
		glued(tokens, i, "-") && !less(base, tokens[i+1].fold) && len(tokens[i+1].fold) <= 3:
		return []string{base + "-" + tokens[i+1].fold}, i + 2
	}
	return nil, i
}

// decimal reads 5.3.3, which ids write with points or with hyphens.
func decimal(tokens []token, i int, base string, _ level) ([]string, int) {
	parts := []string{base}
	for len(parts) < 5 && glued(tokens, i, ".") && gluedNumber(tokens, i+1) {
		parts = append(parts, tokens[i+1].fold)
		i += 2
	}
	return []string{strings.Join(parts, "."), strings.Join(parts, "-")}, i
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
	return i+1 < len(tokens) && (levelWords[tokens[i].fold] == paragraph || tokens[i].fold == "§")
}

// less compares two whole numbers.
func less(a, b string) bool {
	a, b = trimZeros(a), trimZeros(b)
	return len(a) < len(b) || len(a) == len(b) && a < b
}
