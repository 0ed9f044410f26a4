package structure

import "strings"

// quotations marks the articles that an amending act quotes: they belong to the act that it amends.
//
// An article is quoted when a quotation mark stands before it; when it stands within a quotation that is still open,
// or behind a colon, and is not the next in the sequence; and everywhere in a Bulgarian amending act, whose own
// provisions are §§.
func (r *recogniser) quotations() {
	if r.amendingBulgarian() {
		for k := range r.marks {
			if m := &r.marks[k]; m.kind == Article || m.quoted {
				m.quoted = true
			}
		}
		r.dropQuotedDivisions()
		return
	}
	last, quotedLast, from := 0, 0, 0
	for k := range r.marks {
		m := &r.marks[k]
		if m.kind == Annex && !m.quoted {
			last, quotedLast = 0, 0
		}
		if m.section {
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
		case m.absent:
		case m.quoted:
		case next && !(quotedLast > 0 && m.number.Value == quotedLast+1 && r.openQuote(from, m.block)):
		case m.level == 0 && (r.afterColon(m.block) || r.openQuote(from, m.block)):
			m.quoted = true
		case m.unsure && last > 0 && (m.number.Value < last || m.number.Value > last+10):
			m.quoted = true
		}
		if m.quoted {
			quotedLast = m.number.Value
			continue
		}
		if !m.absent {
			last, quotedLast = m.number.Value, 0
		} else {
			last++
		}
		from = m.block
	}
	r.dropQuotedDivisions()
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

// openQuote says that a quotation opened in the blocks from..to is not closed yet.
func (r *recogniser) openQuote(from, to int) bool {
	open := 0
	low := from
	if to-low > 200 {
		low = to - 200
	}
	for i := low; i < to; i++ {
		t := r.blocks[i].Text
		open += strings.Count(t, "«") - strings.Count(t, "»")
		open += strings.Count(t, "„")
		if strings.Contains(t, "„") || open > 0 {
			open -= strings.Count(t, "“") + strings.Count(t, "”")
		}
		if open < 0 {
			open = 0
		}
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
			r.warnf("number", m.block, "the number of an article behind article %d is not legible: %q", last, cutRunes(r.blocks[m.block].Text, 80))
			k += len(lost) - 1
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
