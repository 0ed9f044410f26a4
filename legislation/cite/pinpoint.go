package cite

import "strings"

// joins are what stands between the members of a list of articles.
var joins = words("i and und dhe si kai ve in te as a и")

// pins reads a step of a pinpoint at a token, with what belongs to it: the numbers
// in brackets and the members of a list.
func (r *Reader) pins(s *scanned, i int) ([]part, int) {
	tokens := s.tokens
	if i+1 < len(tokens) && tokens[i].fold == "[" {
		if name, end := r.names.match(tokens, i+1); name != nil && (end >= len(tokens) || tokens[end].fold == "]") {
			return nil, i // the translation of a title
		}
		if _, end := r.places.at(tokens, i+1); end > i+1 && end < len(tokens) && tokens[end].fold == "]" {
			return nil, i
		}
	}
	e, next := readPin(tokens, i)
	if next == i {
		return nil, i
	}
	if e.level > article && e.level != noLevel && shortLevels[tokens[i].fold] && !s.pinned() {
		return nil, i
	}
	out := []part{{kind: pinPart, from: i, to: next, event: e}}
	for _, sub := range readInner(tokens, next) {
		out = append(out, sub)
		next = sub.to
	}
	for len(out) < 40 && e.level >= article && !e.named && !e.behind {
		at := next
		if at < len(tokens) && (tokens[at].fold == "," || tokens[at].fold == "–" || tokens[at].kind == wordToken && joins[tokens[at].fold]) {
			at++
		}
		if at < len(tokens) && tokens[at-1].fold == "," && joins[tokens[at].fold] {
			at++
		}
		bracketed := at+1 < len(tokens) && tokens[at].fold == "(" && e.level > article && tokens[at+1].kind == numberToken && len(tokens[at+1].fold) <= 3
		if at == next || at >= len(tokens) || !bracketed && (tokens[at].kind != numberToken || len(tokens[at].fold) > 3) {
			break
		}
		more, end := readNumber(tokens, at, e.level)
		if len(more.forms) == 0 || end < len(tokens) && (glued(tokens, end, "/") || end+1 < len(tokens) && tokens[end].fold == "." && levelWords[tokens[end+1].fold] != noLevel) {
			break
		}
		if name, to := r.names.match(tokens, at); name != nil && to > end {
			break
		}
		if dateAt(tokens, at) > at || glued(tokens, at+1, "-") && gluedNumber(tokens, at+2) {
			break
		}
		more.level, more.listed, more.section = e.level, true, e.section
		out = append(out, part{kind: pinPart, from: at, to: end, event: more})
		next = end
		for _, sub := range readInner(tokens, next) {
			out = append(out, sub)
			next = sub.to
		}
	}
	return out, next
}

// pinned reports whether the part before is a step of a pinpoint, or a bare number.
func (s *scanned) pinned() bool { return s.last(pinPart) != nil || s.last(barePart) != nil }

// readPin reads "čl. 246a", "186. člen", "prvi odstavek", "§ 5", "[section on aims]"
// at a token.
func readPin(tokens []token, i int) (event, int) {
	t := tokens[i]
	none := event{}
	switch {
	case t.fold == "§" || t.fold == "¶":
		for i++; i < len(tokens) && tokens[i].fold == "§"; {
			i++
		}
		e, next := readNumber(tokens, i, article)
		if len(e.forms) == 0 {
			return none, i
		}
		e.section = true
		return e, next
	case t.fold == "[":
		return readBracket(tokens, i)
	case t.kind == wordToken && ordinals[t.fold] != "" && i+1 < len(tokens) && postfixed[tokens[i+1].fold]:
		l := levelWords[tokens[i+1].fold]
		return event{level: l, forms: []string{ordinals[t.fold]}, behind: true}, i + 2
	case t.kind == numberToken || t.fold == "(":
		e, next := readNumber(tokens, i, paragraph)
		if len(e.forms) == 0 {
			return none, i
		}
		for next < len(tokens) && (tokens[next].fold == "." || tokens[next].fold == "'" || turkishOrdinal[tokens[next].fold]) {
			next++
		}
		if next < len(tokens) && tokens[next].kind == wordToken && (postfixed[tokens[next].fold] || numberedBefore(tokens, next)) {
			e.level, e.behind = levelWords[tokens[next].fold], true
			return e, next + 1
		}
		return none, i
	case t.kind != wordToken || levelWords[t.fold] == noLevel:
		return none, i
	}
	return readWorded(tokens, i)
}

// numberedBefore reports whether the abbreviation čl. at a token belongs to the number before it,
// as in Slovene: 186. čl., 186. čl. 3. odst.; elsewhere the number stands behind it.
func numberedBefore(tokens []token, at int) bool {
	if tokens[at].fold != "cl" || tokens[at-1].fold != "." {
		return false
	}
	for at++; at < len(tokens) && tokens[at].fold == "."; {
		at++
	}
	if at >= len(tokens) || tokens[at].kind != numberToken {
		return true
	}
	return at+2 < len(tokens) && tokens[at+1].fold == "." && postfixed[tokens[at+2].fold]
}

var turkishOrdinal = words("inci nci uncu ncu unci inc")

// sections are level words that ids may keep apart from articles.
var sections = words("rule rules section sections sec secs s sect odeljak odeljku odjeljak odjeljka odelek seksioni seksionit sectiunea sectiunii enotita razdel oddelek odeljka")

func readWorded(tokens []token, i int) (event, int) {
	l := levelWords[tokens[i].fold]
	at := i + 1
	for at < len(tokens) && at < i+4 && (tokens[at].fold == "." || tokens[at].kind == wordToken && numberSigns[tokens[at].fold] && utfLen(tokens[at].raw) > 1) {
		at++
	}
	e, next := readNumber(tokens, at, l)
	if len(e.forms) > 0 {
		e.section = sections[tokens[i].fold]
		if first := e.forms[0]; l == paragraph && first != "" && first[0] > '9' {
			e.level = point // the παράγραφος of Cyprus is a letter
		}
		return e, next
	}
	if at < len(tokens) && (tokens[at].fold == "on" || tokens[at].fold == ":") && (l == article || l == chapter || l == annex) && at == i+1 {
		if e, next := readNamed(tokens, tokens[i].fold, at+1, false); next > at+1 {
			return e, next
		}
	}
	if l == annex && (tokens[i].fold != "ek" || i+1 == len(tokens)) {
		return event{level: annex, named: true, forms: []string{"annex"}}, i + 1
	}
	return event{}, i
}

// kindsOf are the kinds of segments that a level may be in ids.
func kindsOf(e event) []string {
	switch e.level {
	case annex:
		return []string{"annex", "annex-schedule", "annex-table"}
	case chapter:
		return []string{"ch", "part", "title", "sec"}
	case article:
		if e.section {
			return []string{"sec", "art", "rule"}
		}
		return []string{"art", "sec", "rule"}
	case paragraph:
		return []string{"par", "pt", "sec"}
	}
	return []string{"pt", "par"}
}

// readInner reads what stands in brackets or behind a slash directly after a number:
// (1)(a)(i), /1.
func readInner(tokens []token, i int) []part {
	var out []part
	for len(out) < 5 && i+1 < len(tokens) {
		switch {
		case glued(tokens, i, "/") && gluedNumber(tokens, i+1) && len(tokens[i+1].fold) <= 2 && len(out) == 0 && !glued(tokens, i+2, "/"):
			e := event{level: paragraph, forms: []string{trimZeros(tokens[i+1].fold)}, inner: true}
			out = append(out, part{kind: pinPart, from: i, to: i + 2, event: e})
			i += 2
			if glued(tokens, i, "-") && i+1 < len(tokens) && tokens[i+1].glued && utfLen(tokens[i+1].raw) == 1 {
				e := event{level: point, forms: letterForms(tokens[i+1].raw), inner: true}
				out = append(out, part{kind: pinPart, from: i, to: i + 2, event: e}) // 188/4-a
				i += 2
			}
			continue
		case tokens[i].fold == "(":
			l := paragraph
			if tokens[i+1].kind == wordToken {
				l = point
			}
			e, next := readNumber(tokens, i, l)
			if len(e.forms) == 0 && tokens[i].glued {
				e, next = readNamed(tokens, "", i+1, true)
			}
			if len(e.forms) == 0 || tokens[next-1].fold != ")" || len(e.forms) > 0 && yearLike(e.forms[0]) {
				return out
			}
			e.inner = true
			out = append(out, part{kind: pinPart, from: i, to: next, event: e})
			i = next
			continue
		}
		break
	}
	return out
}

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
		e.forms, i = numberForms(tokens, i)
	case t.kind == wordToken && (l == annex || l == chapter) && !t.upper:
		return e, start
	case t.kind == wordToken && l != article && (utfLen(t.raw) <= 2 || isRoman(t.fold)):
		if next := i + 1; !open && l == paragraph && !glued(tokens, next, ")") {
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

func numberForms(tokens []token, i int) ([]string, int) {
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
	case (glued(tokens, i, "/") || glued(tokens, i, "-")) && isLetters(i+1, 2), glued(tokens, i, ".") && isLetters(i+1, 1):
		return suffixed(tokens[i+1].raw, i+2)
	case glued(tokens, i, "-") && gluedNumber(tokens, i+1) && len(tokens[i+1].fold) <= 3:
		return []string{base + "-" + tokens[i+1].fold, base}, i + 2
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

// readBracket reads "[section on harm reduction]", as the writer marks a place that
// has a name instead of a number.
func readBracket(tokens []token, i int) (event, int) {
	if i+1 >= len(tokens) || tokens[i+1].kind == markToken || yearLike(tokens[i+1].fold) {
		return event{}, i
	}
	at, word := i+1, ""
	if l := levelWords[tokens[at].fold]; l != noLevel && at+1 < len(tokens) {
		word = tokens[at].fold
		if tokens[at+1].fold == "on" || tokens[at+1].fold == ":" {
			at++
		}
		at++
	}
	e, next := readNamed(tokens, word, at, true)
	if next == at || tokens[next-1].fold != "]" {
		return event{}, i
	}
	return e, next
}

// segmentKinds are the kinds of named segments, by the word for them.
var segmentKinds = map[string][]string{
	"section": {"sec-", ""}, "sec": {"sec-"}, "chapter": {"ch-"}, "ch": {"ch-"}, "article": {"art-"}, "annex": {"annex-", "annex"},
	"": {"", "pt-", "sec-", "art-", "ch-"},
}

// readNamed reads the name of a segment up to a closing bracket, or, without one, as
// many words as may belong to it.
func readNamed(tokens []token, word string, i int, closed bool) (event, int) {
	e := event{named: true, level: point}
	if l := levelWords[word]; l != noLevel {
		e.level = l
	}
	kinds, known := segmentKinds[word]
	if !known {
		kinds = []string{word + "-", ""}
	}
	var slug []string
	at := i
	for at < len(tokens) && len(slug) < 10 && (tokens[at].kind != markToken || tokens[at].fold == "-") {
		if tokens[at].kind != markToken {
			slug = append(slug, tokens[at].fold)
		}
		at++
	}
	if closed {
		if at >= len(tokens) || tokens[at].fold != ")" && tokens[at].fold != "]" || len(slug) == 0 {
			return event{}, i
		}
		at++
	}
	if len(slug) == 0 {
		return event{}, i
	}
	for n := len(slug); n > 0 && (n == len(slug) || !closed); n-- {
		for _, kind := range kinds {
			e.forms = append(e.forms, kind+strings.Join(slug[:n], "-"))
		}
	}
	return e, at
}
