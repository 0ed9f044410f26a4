package cite

import "strings"

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
	if e.level > article && e.level != noLevel && shortLevels[tokens[i].fold] && s.step() == nil && !articleBehind(tokens, next) {
		return nil, i
	}
	s.adjust(&e, i, next)
	out := []part{{kind: pinPart, from: i, to: next, event: e}}
	for _, sub := range readInner(tokens, next) {
		out = append(out, sub)
		next = sub.to
	}
	if e.behind {
		s.joinBefore(e.level, i)
		return out, behindLevel(tokens, next)
	}
	if e.level >= article && !e.named {
		out, next = r.members(tokens, out, next)
	}
	return out, next
}

// articleBehind reports whether the word for an article stands at a token, with at most
// one word before it: παρ. 1 του άρθρου 29.
func articleBehind(tokens []token, at int) bool {
	for n := at; n < len(tokens) && n < at+2; n++ {
		if levelWords[tokens[n].fold] == article && !shortLevels[tokens[n].fold] {
			return true
		}
	}
	return false
}

// adjust makes of a step what it is behind those before it: § after an article is its
// paragraph, and an εδάφιο after a paragraph a sentence of it.
func (s *scanned) adjust(e *event, i, next int) {
	t, last := s.tokens[i], s.step()
	switch {
	case t.fold == "§" && (last != nil && last.event.level == article || next < len(s.tokens) && levelWords[s.tokens[next].fold] == article):
		e.level, e.section = paragraph, false
	case subsections[t.fold] && (e.level == point || last != nil && last.event.level == paragraph):
		e.level = sentence
	}
}

// step is the step of a pinpoint, or the bare number, that stands before; the law may stand
// between, as in чл. 354а НК, ал. 5. It is nil where there is none.
func (s *scanned) step() *part {
	for n := len(s.parts) - 1; n >= 0 && n >= len(s.parts)-maxBetween; n-- {
		switch s.parts[n].kind {
		case pinPart, barePart:
			return &s.parts[n]
		case namePart, numberPart, placePart:
		default:
			return nil
		}
	}
	return nil
}

// maxBetween bounds the parts of a law between an article and its paragraph, with the last
// step before them.
const maxBetween = 4

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
		e.section, e.sign = true, t.fold == "§"
		return e, next
	case t.fold == "[":
		return readBracket(tokens, i)
	case t.fold == "c" && gluedNumber(tokens, i+1) && tokens[i+1].fold == "1" && glued(tokens, i+2, "."): // č1., as it is read from paper
		return readNumber(tokens, i+3, article)
	case t.kind == wordToken && ordinalAt(tokens, i) != "":
		return event{level: levelBehind(tokens[behindOrdinal(tokens, i+1)]), forms: []string{ordinalAt(tokens, i)}, behind: true}, i + 1
	case t.kind == numberToken || t.fold == "(":
		e, next := readNumber(tokens, i, paragraph)
		if len(e.forms) == 0 {
			return none, i
		}
		word := next // behind "186." and, with its paragraph, "188/3"
		if inner := readInner(tokens, next); len(inner) > 0 && t.kind == numberToken {
			word = inner[len(inner)-1].to
		}
		word = behindOrdinal(tokens, word)
		if word < len(tokens) && tokens[word].kind == wordToken && (postfixed[tokens[word].fold] || numberedBefore(tokens, word)) {
			e.level, e.behind = levelBehind(tokens[word]), true
			return e, next
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

// ordinalAt is the number that a word in front of its level says, prvi odstavek, II.
// odstavek; "" where none stands at a token.
func ordinalAt(tokens []token, i int) string {
	if next := behindOrdinal(tokens, i+1); next >= len(tokens) || !postfixed[tokens[next].fold] {
		return ""
	}
	if n := ordinals[tokens[i].fold]; n != "" || !tokens[i].upper || !glued(tokens, i+1, ".") {
		return n
	}
	return roman(tokens[i].fold)
}

// levelBehind is the level that a word behind its number says: an alineja stands in a
// paragraph.
func levelBehind(t token) level {
	if subsections[t.fold] {
		return sentence
	}
	return levelWords[t.fold]
}

// behindOrdinal is the token behind what makes a number an ordinal: 186., 191'inci.
func behindOrdinal(tokens []token, at int) int {
	for at < len(tokens) && (tokens[at].fold == "." || tokens[at].fold == "'" || turkishOrdinal[tokens[at].fold]) {
		at++
	}
	return at
}

// behindLevel is the token behind the word for the level of the number before it.
func behindLevel(tokens []token, at int) int {
	if word := behindOrdinal(tokens, at); word < len(tokens) && levelWords[tokens[word].fold] != noLevel {
		return word + 1
	}
	return at
}

var turkishOrdinal = words("inci nci uncu ncu unci inc numarali nolu")

// sections are level words that ids may keep apart from articles.
var sections = words("rule rules section sections sec secs s sect odeljak odeljku odjeljak odjeljka odelek seksioni seksionit sectiunea sectiunii enotita razdel oddelek odeljka")

func readWorded(tokens []token, i int) (event, int) {
	l := levelWords[tokens[i].fold]
	at := i + 1
	for at < len(tokens) && at < i+4 && (tokens[at].fold == "." || tokens[at].kind == wordToken && numberSigns[tokens[at].fold] && levelWords[tokens[at].fold] == noLevel && utfLen(tokens[at].raw) > 1) {
		at++
	}
	if at < len(tokens) && subsections[tokens[i].fold] && tokens[at].kind == wordToken {
		l = point // εδ. β΄
	}
	if l == paragraph {
		if e, next := readOrdinalBehind(tokens, at); next > at {
			return e, next
		}
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

// readOrdinalBehind reads "i parë", "prvi" behind the word for a paragraph.
func readOrdinalBehind(tokens []token, i int) (event, int) {
	at := i
	if at+1 < len(tokens) && (tokens[at].fold == "i" || tokens[at].fold == "e") {
		at++
	}
	if at < len(tokens) && ordinalsBehind[tokens[at].fold] != "" {
		return event{level: paragraph, forms: []string{ordinalsBehind[tokens[at].fold]}}, at + 1
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
	case sentence:
		return nil
	}
	return []string{"pt", "par"}
}

// maxInner bounds the steps that stand directly behind a number.
const maxInner = 5

// readInner reads what stands in brackets or behind a slash directly after a number:
// (1)(a)(i), /1; in the Turkish gazette also - (2).
func readInner(tokens []token, i int) []part {
	out := behindSlash(tokens, i)
	if len(out) > 0 {
		i = out[len(out)-1].to
	} else if i+2 < len(tokens) && tokens[i].fold == "-" && tokens[i+1].fold == "(" && tokens[i-1].kind == numberToken && tokens[i+2].kind == numberToken {
		i++
	}
	for len(out) < maxInner && i+1 < len(tokens) && tokens[i].fold == "(" {
		l := paragraph
		if tokens[i+1].kind == wordToken {
			l = point
		}
		e, next := readNumber(tokens, i, l)
		if len(e.forms) == 0 && tokens[i].glued {
			e, next = readNamed(tokens, "", i+1, true)
		}
		if len(e.forms) == 0 || tokens[next-1].fold != ")" || yearLike(e.forms[0]) {
			break
		}
		e.inner = true
		out = append(out, part{kind: pinPart, from: i, to: next, event: e})
		i = next
	}
	return out
}

// behindSlash reads the paragraph behind the slash after a number, with its point or the
// end of a range: 186/I, 283/1, 188/4-a, 188/3-4.
func behindSlash(tokens []token, i int) []part {
	if !glued(tokens, i, "/") {
		return nil
	}
	if romanParagraph(tokens, i+1) {
		return []part{{kind: pinPart, from: i, to: i + 2, event: event{level: paragraph, forms: []string{roman(tokens[i+1].fold)}, inner: true}}}
	}
	if !gluedNumber(tokens, i+1) || len(tokens[i+1].fold) > 2 || glued(tokens, i+2, "/") {
		return nil
	}
	out := []part{{kind: pinPart, from: i, to: i + 2, event: event{level: paragraph, forms: []string{trimZeros(tokens[i+1].fold)}, inner: true, slash: true}}}
	i += 2
	if !glued(tokens, i, "-") || i+1 >= len(tokens) || !tokens[i+1].glued || utfLen(tokens[i+1].raw) > 2 {
		return out
	}
	switch last := tokens[i+1]; {
	case last.kind == numberToken && less(tokens[i-1].fold, last.fold):
		out[0].event.members, out[0].to = between(out[0].event.forms[0], []string{trimZeros(last.fold)}), i+2
	case utfLen(last.raw) == 1:
		out = append(out, part{kind: pinPart, from: i, to: i + 2, event: event{level: point, forms: letterForms(last.raw), inner: true}})
	}
	return out
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
