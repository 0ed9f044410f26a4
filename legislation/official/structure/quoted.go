package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotations marks the articles that an amending act quotes: they belong to the act that it amends.
//
// An article is quoted when a quotation mark stands before it; when it stands within a quotation that is still open,
// or behind a colon, and is not the next in the sequence; and everywhere in a Bulgarian amending act, whose own
// provisions are §§.
func (r *recogniser) quotations() {
	if r.amendingBulgarian() {
		for k := range r.marks {
			m := &r.marks[k]
			m.quoted = m.quoted || !m.section
		}
		r.dropQuotedDivisions()
		return
	}
	r.amendingRomanian()
	last, quotedLast, from := 0, 0, 0
	for k := range r.marks {
		m := &r.marks[k]
		if m.kind == Appended || m.kind == Annex && !m.quoted {
			last, quotedLast = 0, 0
		}
		if m.section {
			continue
		}
		if m.kind == Appended {
			from = m.block
			continue
		}
		if m.kind != Article {
			if m.quoted || m.level == 0 && r.openQuote(from, m.block) {
				m.quoted = true
			}
			continue
		}
		next := m.number.Value == last+1 || m.number.Value == last && m.number.Suffix != ""
		switch {
		case m.absent, strings.HasPrefix(m.key, "art-ek"), strings.HasPrefix(m.key, "art-gecici"):
			continue
		case m.quoted:
		case !next && last > 0 && r.introduced(k):
		case !next && r.takenOver(m):
			m.quoted = true
		case next && !(quotedLast > 0 && m.number.Value == quotedLast+1 && r.openQuote(from, m.block)):
		case m.level == 0 && (r.afterColon(m.block) && !(last > 0 && m.number.Value > last && m.number.Value <= last+3 && r.colonHeading(m.block-1)) || r.openQuote(from, m.block)):
			m.quoted = true
		case m.unsure && last > 0 && (m.number.Value < last || m.number.Value > last+10):
			m.quoted = true
		}
		if m.quoted {
			quotedLast = m.number.Value
			continue
		}
		last, quotedLast = m.number.Value, 0
		from = m.block
	}
	r.dropQuotedDivisions()
}

// takenOver says that the line below an article of a Greek codification names the act it comes from: the label is that
// act's.
func (r *recogniser) takenOver(m *mark) bool {
	if r.lang != "el" || m.block+1 >= len(r.blocks) || m.body < len(r.blocks[m.block].Text) {
		return false
	}
	t := r.blocks[m.block+1].Text
	for _, act := range [...]string{"ν. ", "Ν. ", "ν.δ. ", "π.δ. ", "Π.Δ. ", "υ.α. "} {
		if strings.HasPrefix(t, act) {
			return true
		}
	}
	return false
}

// dropQuotedDivisions forgets quoted chapters: their lines are text of the article that quotes them.
func (r *recogniser) dropQuotedDivisions() {
	kept := r.marks[:0]
	for _, m := range r.marks {
		if m.quoted && m.kind != Article {
			continue
		}
		kept = append(kept, m)
	}
	r.marks = kept
}

// amendingBulgarian says that the text consists of §§: one at least stands before the transitional provisions, or the
// title says that the act amends another.
func (r *recogniser) amendingBulgarian() bool {
	if r.lang != "bg" {
		return false
	}
	sections, articles := 0, 0
	for k := range r.marks {
		switch {
		case r.marks[k].section && !r.marks[k].quoted:
			sections++
		case r.marks[k].kind == Article && !r.marks[k].quoted:
			articles++
		}
	}
	if sections == 0 {
		return false
	}
	for i := 0; i < len(r.blocks) && i < 20; i++ {
		t := strings.ToLower(r.blocks[i].Text)
		if strings.Contains(t, "за изменение") || strings.Contains(t, "за допълнение") {
			return len(t) < 3000
		}
	}
	return sections > articles
}

// afterColon says that the text before a block introduces a wording: "… мења се и гласи:".
func (r *recogniser) afterColon(block int) bool {
	if block == 0 {
		return false
	}
	t := strings.TrimRight(r.blocks[block-1].Text, " ")
	return strings.HasSuffix(t, ":") || strings.HasSuffix(t, ": «") || strings.HasSuffix(t, "«")
}

// colonHeading says that a block is a heading with a colon, "Genel olarak:", as some laws print theirs; what introduces a
// wording says of which article.
func (r *recogniser) colonHeading(block int) bool {
	t := r.blocks[block].Text
	return len(t) <= 80 && strings.HasSuffix(t, ":") && !startsLower(t) && !strings.ContainsAny(t, "0123456789(„“\"«")
}

// amendingRomanian marks the articles that a Romanian amending act quotes: its own are numbered I, II, III, those of the
// act that it amends 1, 2, 3, or it has a single one. In a consolidated act, Roman numbers are those of its amendments.
func (r *recogniser) amendingRomanian() {
	if r.lang != "ro" {
		return
	}
	own, first := "", true
	for k := range r.marks {
		m := &r.marks[k]
		if m.kind == Annex || m.kind == Appended {
			return
		}
		if m.kind != Article || m.quoted {
			continue
		}
		roman := m.number.roman()
		switch {
		case first && roman && m.number.Value == 1:
			own = "roman"
		case first && m.number.Words && r.amends(k):
			own = "only"
		case first:
			own = "arabic"
		case own == "only":
			m.quoted = true
		default:
			m.quoted = roman != (own == "roman")
		}
		first = false
	}
}

// amends says that the text of Romanian article k changes another act.
func (r *recogniser) amends(k int) bool {
	for i := r.marks[k].block; i < r.next(k); i++ {
		t := strings.ToLower(r.blocks[i].Text)
		for _, phrase := range [...]string{"se modifică", "se completează", "următorul cuprins", "se introduc"} {
			if strings.Contains(t, phrase) {
				return true
			}
		}
	}
	return false
}

// openQuote says that a quotation opened in the blocks from..to is not closed yet.
func (r *recogniser) openQuote(from, to int) bool {
	open := 0
	for i := max(from, to-200); i < to; i++ {
		open = quoteDepth(open, r.blocks[i].Text)
	}
	return open > 0
}

// inferNumbers gives the articles whose number is lost the numbers that are missing between their neighbours, if
// there are exactly as many; otherwise they stay without.
func (r *recogniser) inferNumbers() {
	last := 0
	for k := 0; k < len(r.marks); k++ {
		m := &r.marks[k]
		if m.kind != Article || m.quoted {
			continue
		}
		if !m.absent {
			last = m.number.Value
			continue
		}
		var lost []*mark
		next := 0
		for j := k; j < len(r.marks); j++ {
			if n := &r.marks[j]; n.kind == Article && !n.quoted {
				if !n.absent {
					next = n.number.Value
					break
				}
				lost = append(lost, n)
			}
		}
		if next-last-1 != len(lost) {
			r.warnf("number", m.block, "%d articles between %d and %d carry no legible number, the first is %q", len(lost), last, next, cutRunes(r.blocks[m.block].Text, 80))
			for k+1 < len(r.marks) && (r.marks[k+1].absent || r.marks[k+1].kind != Article) {
				k++
			}
			continue
		}
		for i, n := range lost {
			v := last + 1 + i
			n.number = Number{Key: itoa(v), Value: v}
			n.key = "art-" + itoa(v)
			r.warnf("number", n.block, "article %d is known by its place only, its number is not printed: %q", v, cutRunes(r.blocks[n.block].Text, 80))
		}
		last = next - 1
	}
}

// maxQuoted is how many blocks a quotation may hold, maxUnclosed how many are looked through in one article for the ends
// of quotations that have none.
const (
	maxQuoted   = 2000
	maxUnclosed = 50_000
)

// markQuoted gives the segments that stand within a quotation the kind Quoted: their paragraphs are those of the act
// that is amended. A quotation counts only if it is closed within the article.
func markQuoted(segs []segment) {
	unclosed := 0
	for i := 0; i < len(segs); i++ {
		if segs[i].kind != "" {
			continue
		}
		depth := quoteDepth(0, segs[i].text)
		whole := startsQuoted(segs[i].text) && i > 0 && strings.HasSuffix(strings.TrimRight(segs[i-1].text, " "), ":")
		if depth <= 0 {
			if whole && endsQuoted(segs[i].text) {
				segs[i].kind = Quoted
			}
			continue
		}
		end := 0
		for j := i + 1; j < min(len(segs), i+maxQuoted) && unclosed < maxUnclosed; j++ {
			if depth = quoteDepth(depth, segs[j].text); depth <= 0 {
				end = j
				break
			}
			unclosed++
		}
		if end == 0 {
			continue
		}
		unclosed -= end - i - 1
		from := i + 1
		if whole {
			from = i
		}
		for j := from; j <= end; j++ {
			if segs[j].kind == "" {
				segs[j].kind = Quoted
			}
		}
		i = end
	}
}

// quoteDepth follows the quotation marks of a text. Which of them open and which close differs by language: «Greek»,
// »Croatian«, „Serbian“ or „Serbian”, “Albanian”, "any". A mark opens where a word starts behind it and none ends
// before it.
func quoteDepth(depth int, t string) int {
	if !strings.ContainsAny(t, "«»„“”\"") {
		return depth
	}
	before := ' '
	for i, r := range t {
		opens, isMark := false, true
		switch r {
		case '„':
			opens = true
		case '«':
			opens = !joins(before) || startsWord(t[i+len("«"):])
		case '»':
			opens = !joins(before) && startsWord(t[i+len("»"):])
		case '“', '”':
			opens = !joins(before) && startsWord(t[i+len(string(r)):])
		case '"': // the sign of inches, too: outside a quotation it opens one at the start of a line or behind a colon
			opens = !joins(before) && startsWord(t[i+1:])
			isMark = !opens || depth > 0 || i == 0 || strings.HasSuffix(strings.TrimRight(t[:i], " "), ":")
		default:
			isMark = false
		}
		switch {
		case !isMark:
		case opens:
			depth++
		default:
			depth = max(0, depth-1)
		}
		before = r
	}
	return depth
}

// joins says that what follows the letter or sign without a blank belongs to its word or sentence.
func joins(r rune) bool { return !unicode.IsSpace(r) && !strings.ContainsRune("([/–—-:", r) }

// startsWord says that a word, number or further quotation starts here.
func startsWord(t string) bool {
	r, _ := utf8.DecodeRuneInString(t)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '(' || r == '§' || strings.ContainsRune(quoteOpeners, r) && t != ""
}

func startsQuoted(t string) bool {
	r, _ := utf8.DecodeRuneInString(t)
	return t != "" && strings.ContainsRune(quoteOpeners, r)
}

func endsQuoted(t string) bool {
	t = strings.TrimRight(t, " .;,")
	r, _ := utf8.DecodeLastRuneInString(t)
	return t != "" && strings.ContainsRune("»«“”\"", r)
}
