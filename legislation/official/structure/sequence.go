package structure

import "strings"

// glued mends numbers whose superscript was lost: "1121" between 112 and 113 is article 112¹.
func (r *recogniser) glued() {
	last := 0
	for k := range r.marks {
		m := &r.marks[k]
		if m.kind != Article || m.quoted || m.absent || m.number.Value == 0 {
			continue
		}
		v := m.number.Value
		if last > 0 && m.number.Suffix == "" && v > last+5 && v/10 == last && r.goesOn(k, last) {
			m.number.Value, m.number.Suffix, m.number.Key = last, itoa(v%10), itoa(last)+"-"+itoa(v%10)
			if l := r.letterBetween(k, last); l != "" {
				m.number.Suffix, m.number.Key = l, itoa(last)+l
			}
			m.key = "art-" + m.number.Key
			r.warnf("superscript", m.block, "article %d stands between %d and %d: it was read as article %s", v, last, last+1, m.number.Key)
		}
		last = m.number.Value
	}
}

// letterBetween returns the letter that is missing between the articles before and behind k: "4476" between 447a and
// 447c is 447b.
func (r *recogniser) letterBetween(k, value int) string {
	if k == 0 || k+1 >= len(r.marks) {
		return ""
	}
	a, b := r.marks[k-1].number, r.marks[k+1].number
	if a.Value != value || b.Value != value || len(a.Suffix) != 1 || len(b.Suffix) != 1 || a.Suffix[0]+2 != b.Suffix[0] || a.Suffix[0] < 'a' {
		return ""
	}
	return string(rune(a.Suffix[0] + 1))
}

// goesOn says that the next article whose number is not glued as well is last + 1.
func (r *recogniser) goesOn(k, last int) bool {
	for k++; k < len(r.marks); k++ {
		if m := &r.marks[k]; m.kind == Article && !m.quoted && m.number.Value/10 != last {
			return m.number.Value == last || m.number.Value == last+1
		}
	}
	return false
}

// misprints finds labels with a wrong or missing letter, "Nen 34", where exactly that number is missing.
func (r *recogniser) misprints() {
	word := r.articleWord()
	if word == "" {
		return
	}
	var out []mark
	last := 0
	for k := range r.marks {
		m := r.marks[k]
		if m.kind == Article && !m.quoted && !m.absent {
			if last > 0 && m.number.Value > last+1 && m.number.Value <= last+6 {
				out = r.misprintsBetween(out, word, last, m.number.Value, m.block)
			}
			last = m.number.Value
		}
		out = append(out, m)
	}
	r.marks = out
}

// misprintsBetween looks at the blocks behind the last article up to the next one. Marks of divisions that stand
// between keep their order, since a label is a line of its own.
func (r *recogniser) misprintsBetween(out []mark, word string, last, next, end int) []mark {
	from := 0
	if len(out) > 0 {
		from = out[len(out)-1].block + 1
	}
	first := []rune(fold(word))[0]
	for i := from; i < end && last+1 < next; i++ {
		t := r.blocks[i].Text
		if len(t) > len(word)+8 || r.blocks[i].Kind != "" {
			continue
		}
		w := wordLen(t)
		n, size, ok := parseNumber(strings.TrimLeft(t[w:], " ."), r.lang)
		if w < 2 || !ok || n.Value != last+1 || []rune(fold(t[:w]))[0] != first || strings.Trim(t[len(t)-len(strings.TrimLeft(t[w:], " ."))+size:], " .") != "" {
			continue
		}
		last++
		out = append(out, mark{block: i, kind: Article, number: n, key: "art-" + n.Key, end: len(t), body: len(t), level: r.blocks[i].Level, word: word})
		r.warnf("misprint", i, "%q was read as article %s", t, n.Printed)
	}
	return out
}
