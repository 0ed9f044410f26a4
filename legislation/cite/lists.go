package cite

import (
	"slices"
	"strconv"
	"strings"

	"seelex/legislation"
)

// joins are what stands between the members of a list of articles.
var joins = words("i and und dhe si kai ve in te e as a и")

// upTos are what stands between the ends of a range of articles.
var upTos = words("- – do ila pana deri gjer eos mechri to through")

// maxMembers bounds the members of one list.
const maxMembers = 40

// members reads what continues the step read last: 246 i 246a, (1) and (2), 2-4.
func (r *Reader) members(tokens []token, out []part, next int) ([]part, int) {
	for len(out) < maxMembers {
		last := out[len(out)-1].event
		if end := readUpTo(tokens, next, &last); end > next {
			out[len(out)-1].event, out[len(out)-1].to, next = last, end, end
		}
		at := behindJoin(tokens, next)
		if at == next || at >= len(tokens) {
			break
		}
		l := out[0].event.level
		if e, end := readOrdinalBehind(tokens, at); end > at && l == paragraph { // paragrafi i parë dhe i dytë
			e.listed = true
			out, next = append(out, part{kind: pinPart, from: at, to: end, event: e}), end
			continue
		}
		bracketed := at+2 < len(tokens) && tokens[at].fold == "(" && tokens[at+2].fold == ")" && utfLen(tokens[at+1].raw) <= 3 && (l > article || last.inner)
		lettered := bracketed && tokens[at+1].kind == wordToken || last.level == point && letterOfList(tokens, at)
		switch {
		case lettered:
			l = point // Art. 3(1)(b) and (c), περ. α΄ και β΄
		case bracketed && l == article:
			l = paragraph // Art. 6(1) and (2)
		case !bracketed && (tokens[at].kind != numberToken || len(tokens[at].fold) > 3):
			return out, next
		}
		if l > article && !bracketed && !lettered && paragraphAt(tokens, at+1) {
			l = article // άρθρα 20 παρ. 1, 29 παρ. 1
		}
		more, end := readNumber(tokens, at, l)
		if len(more.forms) == 0 || r.another(tokens, at, end) {
			break
		}
		more.level, more.listed, more.section = l, true, out[0].event.section
		out = append(out, part{kind: pinPart, from: at, to: end, event: more})
		next = end
		for _, sub := range readInner(tokens, next) {
			out = append(out, sub)
			next = sub.to
		}
	}
	return out, next
}

// letterOfList reports whether the letter of another point stands at a token: lit. a) și b),
// 188/4-a, b. One that is a word of its own needs a mark behind it.
func letterOfList(tokens []token, at int) bool {
	switch {
	case tokens[at].kind != wordToken || utfLen(tokens[at].raw) != 1:
		return false
	case glued(tokens, at+1, ")") || glued(tokens, at+1, "'"):
		return true
	}
	word := fillers[tokens[at].fold] || joins[tokens[at].fold]
	return !word && (at+1 == len(tokens) || tokens[at+1].kind == markToken || levelWords[tokens[at+1].fold] == point)
}

// joinBefore makes steps of the numbers that stand in a list before one with the word for
// its level behind it: 186. in 187. člen, prvi in drugi odstavek, 188/3 ve 52. maddeleri.
func (s *scanned) joinBefore(l level, i int) {
	for n := len(s.parts) - 1; n >= 0; n-- {
		p := &s.parts[n]
		if behindJoin(s.tokens, p.to) != i {
			return
		}
		for n > 0 && p.kind == pinPart && p.event.inner {
			n--
			p = &s.parts[n]
		}
		if word := s.tokens[p.from].fold; p.kind == unknownPart && ordinals[word] != "" {
			p.event.forms = []string{ordinals[word]}
		} else if p.kind != barePart {
			return
		}
		p.kind, p.event.level, p.event.bare, p.event.behind, p.event.listed = pinPart, l, false, true, true
		i = p.from
	}
}

// behindJoin is the token behind the comma or "and" of a list; the token itself where
// none is there.
func behindJoin(tokens []token, at int) int {
	start := at
	join := func(at int) bool {
		return at < len(tokens) && (tokens[at].fold == "," || tokens[at].kind == wordToken && joins[tokens[at].fold])
	}
	if at < len(tokens) && tokens[at].fold == "." && join(at+1) {
		at++ // st. 1. i 2.
	}
	if !join(at) {
		return start
	}
	at++
	if at < len(tokens) && tokens[at-1].fold == "," && joins[tokens[at].fold] {
		at++
	}
	return at
}

// another reports whether a number in a list belongs to something else: a date, the name
// of a law, the number of a file, a word for another level behind it.
func (r *Reader) another(tokens []token, at, end int) bool {
	if end < len(tokens) && glued(tokens, end, "/") || end+1 < len(tokens) && tokens[end].fold == "." && levelWords[tokens[end+1].fold] != noLevel {
		return true
	}
	if name, to := r.names.match(tokens, at); name != nil && to > end {
		return true
	}
	return dateAt(tokens, at) > at || end == at+1 && glued(tokens, at+1, "-") && gluedNumber(tokens, at+2) && !less(tokens[at].fold, tokens[at+2].fold)
}

// readUpTo reads the end of a range into the step that it begins with and gives the
// token behind it: 2-4, 188 ila 191, 354а – 354в.
func readUpTo(tokens []token, at int, e *event) int {
	if len(e.forms) == 0 || e.named || e.behind || len(e.members) > 0 {
		return at
	}
	to := at
	for to < len(tokens) && to < at+2 && tokens[to].fold == "." {
		to++
	}
	if to >= len(tokens) || !upTos[tokens[to].fold] {
		return at
	}
	if to++; to < len(tokens) && (tokens[to].fold == "la" || tokens[to].fold == "ne") {
		to++
	}
	digits := to
	if to < len(tokens) && tokens[to].fold == "(" && e.level > article { // (1)-(3)
		digits++
	}
	if digits >= len(tokens) || tokens[digits].kind != numberToken || len(tokens[digits].fold) > 3 || dateAt(tokens, digits) > digits {
		return at
	}
	last, end := readNumber(tokens, to, e.level)
	if len(last.forms) == 0 {
		return at
	}
	if glued(tokens, end, "/") {
		if !gluedNumber(tokens, end+1) || last.forms[0] != e.forms[0] {
			return at
		}
		e.members = [][]string{e.forms, {last.forms[0] + "-" + tokens[end+1].fold}} // 217-217/1
		return end + 2
	}
	if e.members = between(e.forms[0], last.forms); e.members == nil {
		return at
	}
	return end
}

// between are the numbers from one to another, the first included, as ids may write
// them; nil where there are none or too many.
func between(first string, last []string) [][]string {
	from, fromLetter := apartNumber(first)
	to, toLetter := apartNumber(last[0])
	out := [][]string{{first}}
	switch {
	case from == to && len(fromLetter) <= 1 && len(toLetter) == 1 && fromLetter < toLetter:
		start := byte('a')
		if fromLetter != "" {
			start = fromLetter[0] + 1
		}
		for letter := start; letter < toLetter[0]; letter++ {
			out = append(out, []string{strconv.Itoa(from) + string(letter), strconv.Itoa(from) + "-" + string(letter)})
		}
	case from < to && to-from < maxMembers:
		for n := from + 1; n < to; n++ {
			out = append(out, []string{strconv.Itoa(n)})
		}
	default:
		return nil
	}
	return append(out, slices.Clone(last))
}

// apartNumber takes the number of an article apart: 354a is 354 and a.
func apartNumber(form string) (n int, letters string) {
	at := 0
	for at < len(form) && form[at] >= '0' && form[at] <= '9' {
		at++
	}
	n, _ = strconv.Atoi(form[:at])
	return n, form[at:]
}

// spread makes a pinpoint of each member of a range that there is in one of the laws.
// Where a slash may lead to a paragraph or to an article (217/1), both are given.
func (r *Reader) spread(paths []path, laws []*legislation.Instrument) (out []path, several bool) {
	for _, p := range paths {
		at := slices.IndexFunc(p.steps, func(s part) bool { return s.event.members != nil })
		slash := slices.IndexFunc(p.steps, func(s part) bool { return s.event.slash })
		second := p.secondParagraph()
		switch {
		case at >= 0:
			several = true
			for n, forms := range p.steps[at].event.members {
				one := p.with(at, forms)
				if ends := n == 0 || n == len(p.steps[at].event.members)-1; ends || r.anywhere(one, laws) {
					out = append(out, one)
				}
			}
		case slash > 0 && p.steps[slash-1].event.level == article:
			raised := p.with(slash-1, []string{p.steps[slash-1].event.forms[0] + "-" + p.steps[slash].event.forms[0]})
			raised.steps = slices.Delete(raised.steps, slash, slash+1)
			article, paragraph := r.anywhere(raised, laws), r.anywhere(p, laws)
			if several = several || article && paragraph; article {
				out = append(out, raised)
			}
			if !article || paragraph {
				out = append(out, p)
			}
		case second > 0 && !r.anywhere(p, laws):
			several = true
			first := slices.Delete(slices.Clone(p.steps), second, second+1)
			other := slices.Delete(slices.Clone(p.steps), second-1, second)
			out = append(out, path{first}, path{other})
		default:
			if lower, ok := r.lowered(p, laws); ok {
				out, several = append(out, lower), true
				continue
			}
			out = append(out, p)
		}
	}
	return out, several
}

// secondParagraph is the place of the second of two paragraphs in brackets, as in
// 6(1)(2); 0 where there are no two.
func (p path) secondParagraph() int {
	for n := 1; n < len(p.steps); n++ {
		before, e := p.steps[n-1].event, p.steps[n].event
		if before.inner && e.inner && before.level == paragraph && e.level == paragraph && !before.slash {
			return n
		}
	}
	return 0
}

// lowered is the path with the last digit of its article as a raised one, 217¹ for 2171:
// copying a page loses that it stands higher. It is none where the laws have the article
// as it was typed, or have not the other.
func (r *Reader) lowered(p path, laws []*legislation.Instrument) (path, bool) {
	forms := p.head().forms
	if p.head().level != article || p.head().named || len(forms) != 1 || len(forms[0]) < 3 || strings.Trim(forms[0], "0123456789") != "" {
		return path{}, false
	}
	head := path{p.steps[:1]}
	last := len(forms[0]) - 1
	raised := []string{forms[0][:last] + "-" + forms[0][last:]}
	if r.anywhere(head, laws) || !r.anywhere(head.with(0, raised), laws) {
		return path{}, false
	}
	return p.with(0, raised), true
}

// with is the path with other numbers in one of its steps.
func (p path) with(at int, forms []string) path {
	steps := slices.Clone(p.steps)
	steps[at].event.forms, steps[at].event.members = forms, nil
	return path{steps}
}

// anywhere reports whether one of the laws has the place.
func (r *Reader) anywhere(p path, laws []*legislation.Instrument) bool {
	return slices.ContainsFunc(laws, func(i *legislation.Instrument) bool {
		_, taken := r.follow(i, p)
		return taken == len(p.steps)
	})
}
