package structure

import (
	"cmp"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// document writes the text and the tree.
func (r *recogniser) document() *Document {
	r.write()
	opens := r.openings()
	doc := &Document{Format: r.src.Format, Language: r.lang, Title: r.src.Title, Meta: r.src.Meta, Text: r.text}
	doc.Parts = assemble(r.text, opens)
	if act := r.actTitle(); doc.Format == "html" && act != "" {
		doc.Title = act // the title of a page may be that of the site
	}
	if doc.Title == "" {
		doc.Title = r.title()
	}
	if doc.Meta.Number == "" {
		doc.Meta.Number = cmp.Or(actNumber(doc.Title), r.numberAbove())
	}
	doc.Warnings = append(doc.Warnings, r.src.Warnings...)
	for _, w := range r.warnings {
		if w.Offset >= 0 && w.Offset < len(r.offset) {
			w.Offset = r.offset[w.Offset]
		}
		doc.Warnings = append(doc.Warnings, w)
	}
	opening := len(r.text)
	if len(r.marks) > 0 {
		opening = r.offset[r.marks[0].block]
	}
	doc.consolidation(r.text[:opening])
	doc.review()
	return doc
}

// write joins the blocks, one a line.
func (r *recogniser) write() {
	size := 0
	for i := range r.blocks {
		size += len(r.blocks[i].Text) + 1
	}
	var b strings.Builder
	b.Grow(size)
	r.offset = make([]int, len(r.blocks)+1)
	for i := range r.blocks {
		r.offset[i] = b.Len()
		b.WriteString(r.blocks[i].Text)
		b.WriteByte('\n')
	}
	r.text = b.String()
	r.offset[len(r.blocks)] = len(r.text)
}

// openings lists where parts start.
func (r *recogniser) openings() []opening {
	p := &bodyParser{lang: r.lang}
	from := 0
	if len(r.marks) > 0 {
		from = r.startOf(0)
	}
	if from > 0 || len(r.marks) == 0 {
		kind, key := Preamble, "art-preamble"
		if len(r.marks) == 0 {
			kind, key = Text, ""
		}
		p.open(opening{kind: kind, rank: rankArticle, key: key})
	}
	for k := range r.marks {
		r.openMark(p, k)
	}
	if r.contentsTo > r.contentsFrom {
		start := r.offset[r.contentsFrom]
		p.open(opening{kind: Contents, rank: rankArticle, start: start, body: start})
		if next := r.firstMark(r.contentsTo); next == len(r.marks) || r.startOf(next) > r.contentsTo {
			p.open(opening{kind: Preamble, rank: rankArticle, start: r.offset[r.contentsTo], body: r.offset[r.contentsTo]})
		}
	}
	if r.translationFrom < len(r.blocks) {
		start := r.offset[r.translationFrom]
		p.open(opening{kind: Translation, rank: 1, start: start, body: start})
	}
	sort.SliceStable(p.opens, func(i, j int) bool { return p.opens[i].start < p.opens[j].start })
	return dropShadowed(p.opens)
}

// dropShadowed removes an opening that the next one replaces at the same place with the same or a higher rank.
func dropShadowed(opens []opening) []opening {
	out := opens[:0]
	for i, o := range opens {
		if i+1 < len(opens) && opens[i+1].start == o.start && opens[i+1].rank <= o.rank {
			continue
		}
		out = append(out, o)
	}
	return out
}

// startOf is the first block that belongs to mark k: headings above its label included.
func (r *recogniser) startOf(k int) int {
	h := r.heading[k]
	return r.marks[k].block - h.above - h.group
}

// openMark opens the part of mark k and what stands in it.
func (r *recogniser) openMark(p *bodyParser, k int) {
	m := &r.marks[k]
	h := r.heading[k]
	if m.starts > 0 {
		from := r.startOf(k)
		p.open(opening{kind: Appended, rank: ranks[Appended], start: r.offset[from], body: r.offset[m.block-h.above],
			heading: r.joined(from, m.block-h.above), key: "appended-" + itoa(m.starts)})
	}
	if h.group > 0 && m.starts == 0 {
		r.openGroup(p, m.block-h.above-h.group, m.block-h.above)
	}
	o := opening{kind: m.kind, rank: ranks[m.kind], number: m.number.Printed, key: m.key}
	o.start = r.offset[m.block-h.above]
	t := r.blocks[m.block].Text
	o.label = t[:m.end]
	bodyBlock, bodyAt := m.block, m.body
	heading := r.joined(m.block-h.above, m.block)
	if m.level > 0 || m.kind != Article && m.kind != Paragraph || r.headed(k) {
		heading = joinHeading(heading, strings.TrimSpace(t[m.body:]))
		bodyBlock, bodyAt = m.block+1, 0
	}
	if h.to > m.block+1 {
		heading = joinHeading(heading, r.joined(m.block+1, h.to))
		bodyBlock, bodyAt = h.to, 0
	} else if bodyBlock == m.block && m.body >= len(t) {
		bodyBlock, bodyAt = m.block+1, 0
	}
	if m.repeat > 0 {
		bodyBlock, bodyAt = m.repeat, m.again
	}
	o.heading = heading
	o.body = r.offset[bodyBlock] + bodyAt
	switch {
	case m.section:
		o.rank = rankArticle
		if m.quoted {
			return
		}
	case m.quoted:
		r.openQuoted(p, o, r.segments(k, bodyBlock, bodyAt))
		return
	}
	p.open(o)
	if m.kind == Article || m.section {
		p.countUnnumbered = r.lang != "el" && r.lang != "en" && !m.section
		p.parse(r.segments(k, bodyBlock, bodyAt))
	} else {
		r.openLoose(p, bodyBlock, r.next(k))
	}
}

// openQuoted opens a quoted article within the article that quotes it. Where the quotation ends before the next label,
// the quoting article goes on behind it.
func (r *recogniser) openQuoted(p *bodyParser, o opening, segs []segment) {
	o.kind, o.rank, o.key = Quoted, p.inner(), ""
	p.open(o)
	depth := quoteDepth(0, r.text[o.start:o.body])
	if depth == 0 {
		return
	}
	for i := range segs {
		if depth = quoteDepth(depth, segs[i].text); depth == 0 {
			p.goOn(segs[i+1:], segs[i].text)
			return
		}
	}
}

// openGroup opens a heading over a group of articles, such as "2. Pokušaj".
func (r *recogniser) openGroup(p *bodyParser, from, to int) {
	o := opening{kind: Subsection, rank: ranks[Subsection], start: r.offset[from], body: r.offset[to], heading: r.joined(from, to)}
	p.open(o)
}

// openLoose marks tables and notes that stand between a division's heading and its first article.
func (r *recogniser) openLoose(p *bodyParser, from, to int) {
	after := false
	for i := from; i < to; i++ {
		if r.blocks[i].Kind != "" {
			p.open(opening{kind: r.blocks[i].Kind, rank: rankParagraph, start: r.offset[i], body: r.offset[i]})
			after = true
		} else if after {
			p.open(opening{kind: Text, rank: rankParagraph, start: r.offset[i], body: r.offset[i]})
			after = false
		}
	}
}

// segments are the stretches of article k behind its heading, up to the next mark or the headings above it.
func (r *recogniser) segments(k, block, at int) []segment {
	end := r.next(k)
	if k+1 < len(r.marks) {
		end = r.startOf(k + 1)
	}
	if end > r.contentsFrom && r.contentsFrom > block && r.contentsTo > r.contentsFrom {
		end = r.contentsFrom
	}
	var segs []segment
	for i := block; i < end; i++ {
		b := &r.blocks[i]
		s := segment{start: r.offset[i] + at, text: b.Text[at:], kind: b.Kind}
		if s.kind == "" && isNote(s.text) && bracketEnd(s.text, 0) >= len(strings.TrimRight(s.text, " .")) {
			s.kind = VersionNote
		}
		at = 0
		if r.lang == "ro" {
			segs = append(segs, inlineNotes(s)...)
			continue
		}
		segs = append(segs, s)
	}
	markQuoted(segs)
	return r.repeatedLabel(k, segs)
}

// repeatedLabel takes the article's number off the first line where the text repeats it below its heading: "Madde 5-
// (1) …", "Чл. 33б. (1) …", and, in statutes of Cyprus, "5.-(1) …".
func (r *recogniser) repeatedLabel(k int, segs []segment) []segment {
	if len(segs) == 0 || segs[0].kind != "" {
		return segs
	}
	m := &r.marks[k]
	s := &segs[0]
	if n, size, ok := parseNumber(s.text, r.lang); ok && n.Key == m.number.Key && (m.level > 0 || strings.HasPrefix(s.text[size:], ".-(")) && r.lang == "el" {
		rest := s.text[size:]
		if strings.HasPrefix(rest, ".") && (r.numbersRepeated() || strings.HasPrefix(rest, ".-(")) {
			cutAt := size + separators(rest)
			s.start += cutAt
			s.text = s.text[cutAt:]
		}
	}
	return segs
}

// numbersRepeated says that the articles of this text begin with their own number, as "7." under "Άρθρο 7".
func (r *recogniser) numbersRepeated() bool {
	n, repeated := 0, 0
	for k := range r.marks {
		m := &r.marks[k]
		if m.kind != Article || m.quoted || m.number.Value < 2 || m.block+1 >= len(r.blocks) {
			continue
		}
		n++
		if v, size, ok := parseNumber(r.blocks[m.block+1].Text, r.lang); ok && v.Key == m.number.Key && strings.HasPrefix(r.blocks[m.block+1].Text[size:], ".") {
			repeated++
		}
	}
	return n > 2 && repeated*2 > n
}

// joined is the text of blocks as one line.
func (r *recogniser) joined(from, to int) string {
	if to-from == 1 {
		return r.blocks[from].Text
	}
	s := ""
	for i := from; i < to; i++ {
		s = joinHeading(s, r.blocks[i].Text)
	}
	return s
}

func joinHeading(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// review cleans the title and metadata, makes keys unique among siblings and reports gaps, duplicates and text that was not understood.
func (d *Document) review() {
	d.Title = Clean(d.Title)
	for _, f := range []*string{&d.Meta.Number, &d.Meta.Gazette, &d.Meta.Adopted, &d.Meta.Published, &d.Meta.Consolidation, &d.Meta.Source} {
		*f = Clean(*f)
	}
	for k, v := range d.Meta.Extra {
		d.Meta.Extra[k] = Clean(v)
	}
	seen := map[string]int{}
	unknown, count := 0, 0
	lastValue, lastStart, first, illegible := 0, 0, true, false
	d.Walk(func(path string, p *Part) {
		switch p.Kind {
		case Text, Translation:
			unknown += len(p.Text)
			count++
		case Annex, Appended:
			lastValue, first = 0, true
		case Article:
			if strings.HasPrefix(p.Key, "art-ek") || strings.HasPrefix(p.Key, "art-gecici") {
				return
			}
			n, _, ok := parseNumber(p.Number, "")
			illegible = illegible || !ok // these are reported by inferNumbers
			if ok && !first && !illegible && n.Value > lastValue+1 && n.Value < lastValue+1000 {
				d.warn("gap", p.Start, "article %s follows article %d; %s", p.Number, lastValue, d.missing(lastStart, p, lastValue, n.Value))
			}
			if ok {
				lastValue, lastStart, first, illegible = n.Value, p.Start, false, false
			}
			if seen[path]++; seen[path] > 1 && path != "" {
				d.warn("duplicate", p.Start, "article %s is there for the %s time", p.Number, nth(seen[path]))
			}
		}
	})
	dedupe(d.Parts, map[string]int{}, "")
	if unknown > 0 {
		d.Warnings = append(d.Warnings, Warning{Code: "not-understood", Offset: -1, Bytes: unknown,
			Text: fmt.Sprintf("%d bytes in %d places were kept as text without further structure", unknown, count)})
	}
}

// missing says what became of the articles between two: whether their labels stand in the text before p.
func (d *Document) missing(from int, p *Part, last, next int) string {
	text := d.Text[from:p.Start]
	for v := last + 1; v < next && v < last+20; v++ {
		label := strings.TrimRight(strings.Replace(p.Label, p.Number, itoa(v), 1), ". ")
		if i := strings.Index(text, label); i > 0 && label != p.Label && boundary(text[i+len(label):]) && !opensQuote(text[:i]) {
			return fmt.Sprintf("%q stands within the text of article %d and was not taken for a label", label, last)
		}
	}
	if next == last+2 {
		return fmt.Sprintf("the file has no label of article %d: what is left of its text, if anything, is at the end of article %d", last+1, last)
	}
	return fmt.Sprintf("the file has no labels of articles %d to %d: what is left of their text, if anything, is at the end of article %d", last+1, next-1, last)
}

// opensQuote says that a text ends with the mark of a quotation: what follows is another act's.
func opensQuote(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(quoteOpeners, r)
}

func (d *Document) warn(code string, offset int, format string, args ...any) {
	d.Warnings = append(d.Warnings, Warning{Code: code, Offset: offset, Text: fmt.Sprintf(format, args...)})
}

func nth(n int) string {
	switch n {
	case 2:
		return "second"
	case 3:
		return "third"
	}
	return itoa(n) + "th"
}

// dedupe gives the second part of one path the key art-5~2, so that every path names one part.
func dedupe(parts []Part, seen map[string]int, path string) {
	for i := range parts {
		p := &parts[i]
		inner := path
		if p.Key != "" {
			full := path + "/" + p.Key
			seen[full]++
			if n := seen[full]; n > 1 {
				p.Key += "~" + itoa(n)
				full = path + "/" + p.Key
			}
			if p.Kind == Article || p.Kind == Paragraph || p.Kind == Annex || p.Kind == Appended || p.Kind == Point {
				inner = full
			}
		}
		dedupe(p.Children, seen, inner)
	}
}
