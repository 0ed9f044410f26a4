package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// layOut decides whether headings stand above or below the labels of articles, by what most articles do.
func (r *recogniser) layOut() {
	above, below, n := 0, 0, 0
	for k := range r.marks {
		m := &r.marks[k]
		if m.kind != Article || m.quoted {
			continue
		}
		n++
		if r.belowHeading(k) > m.block+1 {
			below++
		}
		if m.block > 0 && !r.isMark(m.block-1, k) && r.mayHead(m.block-1, m) && r.leads(m.block-1, k) {
			above++
		}
	}
	r.above = above > below && above*3 >= n
}

// leads says that the block before article k is not what the article before ends with: its text has ended.
func (r *recogniser) leads(block, k int) bool {
	if k == 0 || block == 0 {
		return true
	}
	if r.marks[k-1].block == block-1 {
		return r.marks[k-1].kind != Article || r.marks[k-1].body < len(r.blocks[block-1].Text)
	}
	b := &r.blocks[block-1]
	return b.Kind != "" || endsSentence(b.Text) || footnoted(b.Text) || r.headingLike(block-1) || struckOut(b.Text)
}

// footnoted says that a text ends with a sentence and the number of a footnote that stood raised in print:
// "… artırılır.85".
func footnoted(t string) bool {
	left := strings.TrimRight(t, "0123456789")
	return len(t)-len(left) <= 3 && strings.HasSuffix(left, ".") && len(lastWord(left[:len(left)-1])) > 6
}

// struckOut says that a line is all that is left of an article: "- brisan -", "– abrogat –".
func struckOut(t string) bool {
	return len(t) < 60 && strings.TrimLeft(t, "-–—") != t && strings.TrimRight(t, "-–—.") != t
}

func (r *recogniser) isMark(block, k int) bool {
	return k > 0 && r.marks[k-1].block == block
}

// next is the block at which the stretch of mark k ends.
func (r *recogniser) next(k int) int {
	if k+1 < len(r.marks) {
		return r.marks[k+1].block
	}
	return r.translationFrom
}

// headingLike says that a block may be a heading: short, no sentence, not a list item.
func (r *recogniser) headingLike(i int) bool {
	b := &r.blocks[i]
	t := b.Text
	if b.Kind != "" || t == "" || len(t) > 400 {
		return false
	}
	if quoteDepth(0, t) > 0 {
		return false // it introduces a quoted wording
	}
	if b.Level > 0 {
		return true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(t, "«„“\"'([ "))
	if !unicode.IsUpper(first) && !(first >= '1' && first <= '9' && b.Strong) {
		return false
	}
	if m, ok := parseMarker(t); ok && !(b.Strong && m.style == styleDot) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(t)
	switch last {
	case ':', ';', ',':
		return false
	case '.':
		return b.Strong && len(t) < 200
	}
	if strings.HasPrefix(t, "- ") || strings.HasPrefix(t, "– ") {
		return false
	}
	return b.Strong || len(t) <= 250 && !strings.Contains(t, ". ") || t[0] == '(' && last == ')'
}

// mayHead says that a block above article m may be its heading: not the title of the whole, nor a heading of a level
// above the article's own.
func (r *recogniser) mayHead(i int, m *mark) bool {
	l := r.blocks[i].Level
	return i > 0 && (l == 0 || m.level == 0 || l >= m.level) && (r.headingLike(i) || r.lang == "tr" && r.colonHeading(i))
}

// belowHeading returns the block behind the heading that stands below the label of article k.
func (r *recogniser) belowHeading(k int) int {
	m := &r.marks[k]
	i := m.block + 1
	end := r.next(k)
	if m.body < len(r.blocks[m.block].Text) {
		return i
	}
	if m.repeat > 0 {
		return m.repeat
	}
	if i < end && r.headingLike(i) && !isNote(r.blocks[i].Text) && (i+1 < end || r.blocks[i].Level > 0 || r.blocks[i].Strong) && !r.bodyFollowsLower(i, end) {
		i++
		for i < end-1 && r.blocks[i].Strong && r.blocks[i-1].Strong && r.headingLike(i) && !isNote(r.blocks[i].Text) && i < m.block+4 {
			i++
		}
	}
	return i
}

// bodyFollowsLower says that block i+1 continues the sentence of block i, which therefore is no heading.
func (r *recogniser) bodyFollowsLower(i, end int) bool {
	if i+1 >= end || r.blocks[i].Strong || r.blocks[i].Level > 0 {
		return false
	}
	t := r.blocks[i+1].Text
	if _, ok := parseMarker(t); ok {
		return false
	}
	first, _ := utf8.DecodeRuneInString(t)
	return unicode.IsLower(first)
}

// headings assigns heading blocks to marks.
func (r *recogniser) headings() {
	r.heading = make(map[int]headingOf, len(r.marks))
	for k := range r.marks {
		m := &r.marks[k]
		if m.quoted {
			continue
		}
		if m.kind == Article {
			r.articleHeading(k)
		} else if m.kind != Paragraph {
			r.divisionHeading(k)
		}
	}
}

func (r *recogniser) articleHeading(k int) {
	m := &r.marks[k]
	h := headingOf{from: m.block + 1, to: m.block + 1}
	inline := m.body < len(r.blocks[m.block].Text) && (m.level > 0 || r.headed(k))
	low := 0
	if k > 0 {
		low = r.marks[k-1].block + 1
		if p, ok := r.heading[k-1]; ok && p.to > low {
			low = p.to
		}
	}
	if m.block >= r.contentsTo {
		low = max(low, r.contentsTo) // the entries of a table of contents head nothing
	}
	i := m.block
	if inline && r.groupInline(m) && i-1 > low && r.mayHead(i-1, m) && r.leads(i-1, k) {
		h.above = 1
		i--
	} else if r.above && !inline {
		for n := 0; i-1 >= low && n < 3 && r.mayHead(i-1, m) && r.leads(i-1, k) && (n == 0 || r.sameHeading(i-1)); n++ {
			i--
			h.above++
		}
	} else if !inline {
		h.to = r.belowHeading(k)
	}
	if m.repeat > 0 {
		h.to = m.repeat // what stands between label and repeated label
	}
	if m.starts > 0 {
		for i-1 >= low && h.group < 5 && (r.headingLike(i-1) || r.headsAct(i-1)) {
			i--
			h.group++
		}
	}
	for i-1 >= low && r.mayHead(i-1, m) && (r.blocks[i-1].Strong && !r.sentence(i-1) || r.blocks[i-1].Level > 0) && h.group < 3 && !isNote(r.blocks[i-1].Text) {
		i--
		h.group++
	}
	r.heading[k] = h
}

// groupInline says that behind the label of an article stands, on its line, the heading of the group that begins with
// it: "Члан 85. а) Саслушање окривљеног". Its own heading is then the line above.
func (r *recogniser) groupInline(m *mark) bool {
	t := r.blocks[m.block].Text[m.body:]
	_, ok := parseMarker(t)
	return ok && t[0] != '(' && len(t) < 200 && !endsSentence(t) && !strings.HasSuffix(t, ",")
}

// sentence says that a block is one, though it stands out: a paragraph of few words in the middle of a page.
func (r *recogniser) sentence(i int) bool {
	t := r.blocks[i].Text
	return strings.HasSuffix(t, ".") && !upperWords(t) && len(t) > 20
}

// headed says that a heading stands behind the label of article k on its line, and the text below: "Член 2 Значење".
func (r *recogniser) headed(k int) bool {
	m := &r.marks[k]
	t := r.blocks[m.block].Text[m.body:]
	first, _ := utf8.DecodeRuneInString(t)
	last, _ := utf8.DecodeLastRuneInString(t)
	return m.kind == Article && len(t) <= 200 && unicode.IsUpper(first) && !strings.ContainsRune(".;:,!?–-", last) && !strings.Contains(t, ". ") && !strings.Contains(t, " (1) ") &&
		m.block+1 < r.next(k) && r.blocks[m.block+1].Kind == "" && !startsLower(r.blocks[m.block+1].Text)
}

// sameHeading says that block i is the first line of a heading that goes on in block i+1.
func (r *recogniser) sameHeading(i int) bool {
	a, b := &r.blocks[i], &r.blocks[i+1]
	return a.Strong && b.Strong && startsLower(b.Text)
}

func (r *recogniser) divisionHeading(k int) {
	m := &r.marks[k]
	h := headingOf{from: m.block + 1, to: m.block + 1}
	end := r.next(k)
	if m.body >= len(r.blocks[m.block].Text) || upperWords(r.blocks[m.block].Text) {
		for h.to < end && h.to < m.block+5 && r.headingLike(h.to) {
			b := &r.blocks[h.to]
			t := b.Text
			reserved := r.above && h.to == end-1 && k+1 < len(r.marks) && r.marks[k+1].kind == Article && !(upperWords(t) && h.to == h.from)
			if reserved || h.to > h.from && !upperWords(t) || m.body < len(r.blocks[m.block].Text) && !upperWords(t) {
				break
			}
			h.to++
		}
	}
	r.heading[k] = h
}

// isNote says that a text is an amendment note in brackets: "(Shtuar me ligjin nr. …)", "(brisan)".
func isNote(t string) bool {
	if t == "" || t[0] != '(' && t[0] != '[' {
		return false
	}
	t = strings.ToLower(t)
	for _, w := range noteWords {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

var noteWords = [...]string{"shtuar", "ndryshuar", "shfuqizuar", "hequr", "nn ", "sl. ", "službeni", "službene", "сл. ", "службени", "службен весник",
	"ek:", "değişik", "mülga", "дв, бр", "изм.", "нова –", "нова -", "m. of.", "monitorul", "abrogat", "ur. l.", "uradni list", "брисан", "brisan", "τροπ", "φεκ"}
