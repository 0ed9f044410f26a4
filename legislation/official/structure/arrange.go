package structure

import (
	"slices"
	"strings"
)

// findMarks classifies every block.
func (r *recogniser) findMarks() {
	c := classifier{lang: r.lang}
	acts := 0
	for i := range r.blocks {
		if c.amendmentList(&r.blocks[i]) && len(r.marks) > 0 {
			r.marks = append(r.marks, mark{block: i, kind: Annex, key: "annex-amendments", level: 1})
			break
		}
		if c.act(&r.blocks[i]) {
			if acts++; acts > 1 {
				end := len(r.blocks[i].Text)
				r.marks = append(r.marks, mark{block: i, kind: Appended, key: "appended-" + itoa(acts-1), end: end, body: end, level: r.blocks[i].Level})
			}
		} else if m, ok := c.classify(i, &r.blocks[i]); ok {
			r.marks = append(r.marks, m)
		}
	}
	r.translationFrom = len(r.blocks)
}

// mergeRepeated joins a heading "Madde 5" with the text below that says "Madde 5 – (1) …" again.
func (r *recogniser) mergeRepeated() {
	kept := r.marks[:0]
	for k, m := range r.marks {
		if n := len(kept); n > 0 && m.kind == Article && !r.introduced(k) {
			prev := &kept[n-1]
			if prev.kind == Article && m.key != "" && prev.key == m.key && prev.number.roman() == m.number.roman() && prev.repeat == 0 && m.block <= prev.block+3 &&
				(prev.body >= len(r.blocks[prev.block].Text) || prev.level > 0) && !m.quoted {
				prev.repeat, prev.again = m.block, m.body
				continue
			}
		}
		kept = append(kept, m)
	}
	r.marks = kept
}

// firstMark returns the index of the first mark at or behind a block.
func (r *recogniser) firstMark(block int) int {
	for k := range r.marks {
		if r.marks[k].block >= block {
			return k
		}
	}
	return len(r.marks)
}

// translation finds where a further language version starts: the articles begin again under another word.
func (r *recogniser) translation() {
	word, count, last := "", 0, 0
	for k := range r.marks {
		m := &r.marks[k]
		if m.kind != Article || m.quoted || m.word == "" {
			continue
		}
		w := fold(m.word)
		switch {
		case word == "":
			word, count, last = w, 1, m.number.Value
		case w == word:
			count++
			last = m.number.Value
		case count >= 3 && last >= 3 && m.number.Value == 1 && r.restarts(k, w):
			r.cutTranslation(k)
			return
		}
	}
}

// restarts says that the marks from k on go on under word w.
func (r *recogniser) restarts(k int, w string) bool {
	n := 0
	for ; k < len(r.marks) && n < 3; k++ {
		if r.marks[k].kind == Article {
			if fold(r.marks[k].word) != w {
				return false
			}
			n++
		}
	}
	return n >= 2
}

// cutTranslation leaves the rest from mark k on unstructured; its title and recitals stand up to the last heading
// before the preceding article's own blocks.
func (r *recogniser) cutTranslation(k int) {
	from := r.marks[k].block
	low := 0
	for j := k - 1; j >= 0; j-- {
		if r.marks[j].kind == Article || r.marks[j].kind == Annex {
			low = r.marks[j].block + 1
			break
		}
	}
	for b := from - 1; b > low && from-b < 12; b-- {
		if r.blocks[b].Level > 0 {
			from = b
		}
	}
	r.translationFrom = from
	r.marks = r.marks[:r.firstMark(from)]
	r.warnf("translation", from, "the file goes on in another language from here; that version is kept as text without structure")
}

// splitInline finds articles that start in the middle of a block, which conversions of gazettes leave behind: a
// capital "Άρθρο 71" followed by a capital, exactly where the sequence has a gap, or numbered in words.
func (r *recogniser) splitInline() {
	word := r.articleWord()
	if word == "" {
		return
	}
	cuts := r.inlineCuts(word)
	if len(cuts) == 0 {
		return
	}
	var blocks []Block
	n := 0
	for i := range r.blocks {
		b := r.blocks[i]
		at := 0
		for n < len(cuts) && cuts[n].block == i {
			part := b
			part.Text = strings.TrimSpace(b.Text[at:cuts[n].at])
			if part.Text != "" {
				blocks = append(blocks, part)
			}
			at = cuts[n].at
			n++
			b.Level = 0
		}
		if i == r.translationFrom {
			r.translationFrom = len(blocks)
		}
		b.Text = strings.TrimSpace(b.Text[at:])
		blocks = append(blocks, b)
	}
	if r.translationFrom == len(r.blocks) {
		r.translationFrom = len(blocks)
	}
	r.reread(blocks)
}

// reread finds the marks anew in blocks that have been parted.
func (r *recogniser) reread(blocks []Block) {
	cutAt := r.translationFrom
	r.blocks, r.marks = blocks, nil
	r.findMarks()
	r.keepLoose()
	r.mergeRepeated()
	r.translationFrom = cutAt
	r.marks = r.marks[:r.firstMark(cutAt)]
}

// articleWord is the word for "article" as this text prints it at the start of lines.
func (r *recogniser) articleWord() string {
	for k := range r.marks {
		if m := &r.marks[k]; m.kind == Article && !m.quoted && m.lang != "sl" && len(m.word) > 3 {
			return m.word
		}
	}
	return map[string]string{"el": "Άρθρο"}[r.lang]
}

type cut struct{ block, at int }

// inlineCuts walks the sequence of articles and looks for the missing ones between their neighbours.
func (r *recogniser) inlineCuts(word string) []cut {
	var cuts []cut
	last, next := 0, 0
	c := classifier{lang: r.lang}
	needle := word + " "
	for i := 0; i < r.translationFrom; i++ {
		b := &r.blocks[i]
		for next < len(r.marks) && r.marks[next].block == i {
			if m := &r.marks[next]; m.kind == Article && !m.quoted && !m.absent {
				last = m.number.Value
			}
			next++
		}
		for at := 1; at < len(b.Text) && b.Kind == ""; {
			k := strings.Index(b.Text[at:], needle)
			if k < 0 {
				break
			}
			at += k
			if v, ok := r.inlineArticle(c, b, at, last, next); ok {
				cuts = append(cuts, cut{i, at})
				last = v
			}
			at += len(needle)
		}
	}
	return cuts
}

// inlineArticle judges the candidate at an offset of a block.
func (r *recogniser) inlineArticle(c classifier, b *Block, at, last, next int) (value int, ok bool) {
	before := strings.TrimRight(b.Text[:at], " ")
	if before == b.Text[:at] || strings.HasSuffix(before, "«") || strings.HasSuffix(before, "„") || strings.HasSuffix(before, "“") || strings.HasSuffix(before, "\"") {
		return 0, false
	}
	rest := b.Text[at:]
	if len(rest) > 180 {
		rest = cutRunes(rest, 180)
	}
	m, ok := c.classify(0, &Block{Text: rest, Strong: true})
	if !ok || m.kind != Article || m.body >= len(rest) {
		return 0, false
	}
	v := m.number.Value
	if m.number.Words {
		return v, v > last && v <= last+5 || v == 1 && last > 2
	}
	if v != last+1 || last == 0 || !endsSentence(before) && !upperWords(lastWord(before)) {
		return 0, false
	}
	for ; next < len(r.marks); next++ {
		if n := &r.marks[next]; n.kind == Article && !n.quoted {
			return v, n.number.Value > v && n.number.Value <= v+5
		}
	}
	return v, true
}

// cutRunes shortens s to at most n bytes without cutting a letter.
func cutRunes(s string, n int) string {
	if n >= len(s) {
		return s
	}
	for n > 0 && n < len(s) && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:n]
}

// contents finds a printed table of contents: the sequence of articles, or of chapters before the first article,
// starts again behind it. Some are printed twice, in short and in full.
func (r *recogniser) contents() {
	for n := range 3 {
		from, to, ok := r.articleContents()
		if !ok && n == 0 {
			from, to, ok = r.chapterContents()
		}
		if !ok || n > 0 && from > r.contentsTo+5 {
			return
		}
		if n == 0 {
			r.contentsFrom = from
		}
		r.contentsTo = to
		r.marks = slices.DeleteFunc(r.marks, func(m mark) bool { return m.block >= r.contentsFrom && m.block < to })
	}
}

func (r *recogniser) articleContents() (from, to int, ok bool) {
	first, n, bytes, last := -1, 0, 0, 0
	for k := range r.marks {
		m := &r.marks[k]
		if m.kind == Annex && n > 0 && bytes/n > 400 {
			return 0, 0, false
		}
		if m.kind != Article || m.quoted || m.absent {
			continue
		}
		if first >= 0 && m.number.Value > last+20 && r.openQuote(r.marks[r.previousArticle(k)].block, m.block) {
			continue // an article that an amending act quotes
		}
		if first >= 0 && n >= 3 && m.number.Value <= 3 && m.number.Value < last && m.number.Suffix == "" {
			prev := r.marks[r.previousArticle(k)].block
			if bytes/n > 400 {
				return 0, 0, false
			}
			if m.number.Value > 1 && r.nextArticleIsFirst(k) {
				continue // "Άρθρο δεύτερο" ends the contents of a law that puts a code into force
			}
			if m.number.Value > 1 {
				return r.contentsStart(first), prev + 1, true // the label of article 1 is lost
			}
			return r.contentsStart(first), r.contentsEnd(prev, k), true
		}
		if first < 0 {
			first = k
		}
		n++
		last = m.number.Value
		own := 0
		end := r.translationFrom
		if k+1 < len(r.marks) {
			end = r.marks[k+1].block
		}
		for b := m.block; b < end && own < 2000; b++ {
			own += len(r.blocks[b].Text)
		}
		bytes += min(own, 2000)
	}
	return 0, 0, false
}

func (r *recogniser) nextArticleIsFirst(k int) bool {
	for k++; k < len(r.marks); k++ {
		if m := &r.marks[k]; m.kind == Article && !m.quoted {
			return m.number.Value == 1
		}
	}
	return false
}

func (r *recogniser) previousArticle(k int) int {
	for k--; k > 0 && r.marks[k].kind != Article; k-- {
	}
	return k
}

// contentsStart goes back from the first article to the divisions that stand over it.
func (r *recogniser) contentsStart(k int) int {
	for k > 0 && r.marks[k-1].kind != Article {
		k--
	}
	return r.marks[k].block
}

// contentsEnd finds the first division behind the last entry that leads to article mark k.
func (r *recogniser) contentsEnd(lastEntry, k int) int {
	to := r.marks[k].block
	for j := k - 1; j >= 0 && r.marks[j].block > lastEntry; j-- {
		to = r.marks[j].block
	}
	return to
}

// chapterContents finds a list of chapters in front of the first article: the division that it begins with comes
// again behind it.
func (r *recogniser) chapterContents() (from, to int, ok bool) {
	first := 0
	for first < len(r.marks) && (r.marks[first].kind == Article || r.marks[first].kind == Annex) {
		first++
	}
	if first == len(r.marks) || first > 0 {
		return 0, 0, false
	}
	m := &r.marks[0]
	for j := 1; j < len(r.marks) && r.marks[j].kind != Article && r.marks[j].kind != Paragraph; j++ {
		if j >= 3 && r.marks[j].kind == m.kind && r.marks[j].key == m.key {
			from, to, ok = m.block, r.marks[j].block, true
		}
	}
	return from, to, ok
}
