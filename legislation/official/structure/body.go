package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// segment is a stretch of an article's text: a block, or what of it stands behind the article's label.
type segment struct {
	start int // offset in the text
	text  string
	kind  Kind
	// within says that the segment is a note within a line, or goes on behind one.
	within bool
}

// bodyParser splits the text of one article into paragraphs and points.
type bodyParser struct {
	opens []opening
	// countUnnumbered says that unnumbered paragraphs are cited by their place, as most countries of the region do.
	countUnnumbered bool
	lang            string

	style   style // of the paragraphs of this article
	par     marker
	levels  []listLevel
	prev    string // the text before the marker at hand
	noted   bool   // a version note or table stands open
	quoted  bool   // a quotation stands open
	ordinal int    // of unnumbered paragraphs
	rest    []segment
	gaps    int
}

type listLevel struct {
	last marker
	key  string // of the point, without prefix
}

// parse appends the openings of the article's paragraphs, points, tables and notes.
func (p *bodyParser) parse(segs []segment) {
	p.style, p.par, p.levels, p.prev, p.noted, p.quoted, p.ordinal = styleNone, marker{}, p.levels[:0], "", false, false, 0
	p.style = paragraphStyle(segs)
	unnumbered := p.style == styleNone && p.countUnnumbered && countUnnumbered(segs) > 1
	for i := range segs {
		s := &segs[i]
		switch s.kind {
		case Quoted:
			if i == 0 || segs[i-1].kind != Quoted {
				p.open(opening{kind: Quoted, rank: p.inner(), start: s.start, body: s.start})
				p.quoted = true
			}
			p.prev = strings.TrimSpace(s.text)
			continue
		case VersionNote, Table:
			if s.within {
				p.open(opening{kind: s.kind, rank: p.inner(), start: s.start, body: s.start})
				continue
			}
			p.open(opening{kind: s.kind, rank: rankParagraph, start: s.start, body: s.start})
			p.noted = true
			continue
		}
		p.rest = segs[i+1:]
		p.block(s, unnumbered)
	}
}

// goOn appends the openings of what stands behind a quotation that ends with prev.
func (p *bodyParser) goOn(segs []segment, prev string) {
	p.prev, p.quoted = prev, true
	for i := range segs {
		p.rest = segs[i+1:]
		if segs[i].kind == "" {
			p.block(&segs[i], false)
		}
	}
}

// inner is the rank of what stands within the paragraph or point at hand.
func (p *bodyParser) inner() int {
	if len(p.levels) == 0 && p.par.value == 0 && p.ordinal == 0 {
		return rankParagraph
	}
	return rankPoint + len(p.levels)
}

// block places one block: at its own marker, at markers within it, or as unmarked text.
func (p *bodyParser) block(s *segment, unnumbered bool) {
	at := 0
	if m, ok := parseMarker(s.text); ok && p.place(m, s, 0, true) {
		at = m.body
		if m2, ok := parseMarker(s.text[at:]); ok && p.place(m2, s, at, true) { // "(1) a) …"
			at += m2.body
		}
	} else if s.within {
		if endsSentence(p.prev) && startsLower(s.text) { // "…; (la 24-07-2023, …) se pedepsește cu …"
			p.levels = p.levels[:0]
		}
		p.open(opening{kind: Text, rank: p.inner(), start: s.start, body: s.start})
	} else {
		p.unmarked(s, unnumbered)
	}
	p.within(s, at)
	if t := strings.TrimSpace(s.text); t != "" {
		p.prev = t
	}
}

// unmarked places a block that carries no marker.
func (p *bodyParser) unmarked(s *segment, unnumbered bool) {
	goesOn := p.prev != "" && (startsLower(s.text) || !endsSentence(p.prev))
	if len(p.levels) > 0 && !goesOn && p.listGoesOn() {
		p.open(opening{kind: Text, rank: p.inner(), start: s.start, body: s.start})
		p.noted, p.quoted = false, false
		return
	}
	switch {
	case unnumbered && (!goesOn || p.noted || p.ordinal == 0):
		p.ordinal++
		p.levels = p.levels[:0]
		p.open(opening{kind: Paragraph, rank: rankParagraph, start: s.start, body: s.start, key: "par-" + itoa(p.ordinal)})
	case p.noted:
		p.open(opening{kind: Text, rank: rankParagraph, start: s.start, body: s.start})
	case p.quoted:
		p.open(opening{kind: Text, rank: p.inner(), start: s.start, body: s.start})
	case goesOn:
	case len(p.levels) > 0:
		p.levels = p.levels[:0]
		p.open(opening{kind: Text, rank: rankPoint, start: s.start, body: s.start})
	}
	p.noted, p.quoted = false, false
}

// listGoesOn says that the list at hand continues behind a block without a marker.
func (p *bodyParser) listGoesOn() bool {
	for i := 0; i < len(p.rest) && i < 60; i++ {
		m, ok := parseMarker(p.rest[i].text)
		if !ok {
			continue
		}
		if m.style == p.style && p.style != styleNone {
			return false
		}
		for _, l := range p.levels {
			if sameStyle(l.last, m) && follows(l.last, m, 1) || partOf(m, l.last) {
				return true
			}
		}
	}
	return false
}

// place opens a paragraph or point at marker m, which stands at offset at of the segment; atStart says that it
// begins its line. It reports whether the marker was one.
func (p *bodyParser) place(m marker, s *segment, at int, atStart bool) bool {
	if p.style != styleNone && m.style == p.style && p.paragraph(m, s, at, atStart) {
		return true
	}
	if m.style == styleParen && !atStart {
		return false
	}
	return p.point(m, s, at, atStart)
}

func (p *bodyParser) paragraph(m marker, s *segment, at int, atStart bool) bool {
	switch {
	case p.par.value == 0 && !atStart:
		if m.value != 1 {
			return false
		}
	case p.par.value == 0:
	case follows(p.par, m, 0):
	case atStart && follows(p.par, m, 2) && endsSentence(p.prev):
		p.gaps++
	default:
		return false
	}
	p.par = m
	p.levels = p.levels[:0]
	p.noted, p.quoted = false, false
	p.openMarker(Paragraph, rankParagraph, m, s, at, "par-"+paragraphKey(m.text, p.lang))
	return true
}

func paragraphKey(text, lang string) string {
	if n, size, ok := parseNumber(text, lang); ok && (lang == "el" || size == len(text)) {
		return n.Key
	}
	return strings.ToLower(ascii(text))
}

// point opens a point of the list that m continues, or of a new list within it.
func (p *bodyParser) point(m marker, s *segment, at int, atStart bool) bool {
	for i := len(p.levels) - 1; i >= 0; i-- {
		if !sameStyle(p.levels[i].last, m) || !follows(p.levels[i].last, m, 0) && !((atStart || m.style == styleStop) && follows(p.levels[i].last, m, 3)) {
			continue
		}
		if !atStart && !listBreak(p.prev, true) {
			return false
		}
		p.levels = p.levels[:i]
		p.openPoint(m, s, at)
		return true
	}
	if !m.first() && !(atStart && m.style == styleDecimal) {
		return false
	}
	if !atStart && !listBreak(p.prev, false) {
		return false
	}
	if m.style == styleDecimal {
		p.popDecimals(m.text)
	}
	if len(p.levels) >= 5 {
		return false
	}
	p.openPoint(m, s, at)
	return true
}

// popDecimals leaves the levels that m is not a part of: 2.1 does not stand within 1.3.
func (p *bodyParser) popDecimals(text string) {
	for n := len(p.levels); n > 0; n-- {
		last := p.levels[n-1].last
		if last.style == styleDecimal && !strings.HasPrefix(text, last.text+".") {
			p.levels = p.levels[:n-1]
		}
	}
}

func sameStyle(a, b marker) bool {
	return a.style == b.style || !a.numeric() && !b.numeric()
}

func (p *bodyParser) openPoint(m marker, s *segment, at int) {
	own := pointKey(m.text)
	if m.index != "" {
		own += "-" + m.index
	}
	if m.style == styleDecimal {
		own = m.text[strings.LastIndexByte(m.text, '.')+1:]
		if strings.Count(m.text, ".") == 1 && p.par.value == 0 && len(p.levels) == 0 {
			own = strings.ReplaceAll(m.text, ".", "-")
		}
	}
	if n := len(p.levels); n > 0 {
		own = p.levels[n-1].key + "-" + own
	}
	p.levels = append(p.levels, listLevel{last: m, key: own})
	p.noted, p.quoted = false, false
	p.openMarker(Point, rankPoint+len(p.levels)-1, m, s, at, "pt-"+own)
}

func (p *bodyParser) openMarker(k Kind, rank int, m marker, s *segment, at int, key string) {
	start := s.start + at
	label := s.text[at+m.start : at+m.size]
	p.open(opening{kind: k, rank: rank, start: start, body: start + m.body, label: label, number: strings.Trim(label, "()."), key: key})
}

func (p *bodyParser) open(o opening) { p.opens = append(p.opens, o) }

// within looks for markers inside a line: "(1) … (2) …", "a) … ; b) …", "τέλεσης: α. … β. …".
func (p *bodyParser) within(s *segment, from int) {
	t := s.text
	ends := ")"
	if strings.Contains(t, ": α. ") || strings.Contains(t, ": a. ") || strings.Contains(t, ": а. ") || p.top().style == styleStop {
		ends = ")."
	}
	at := from
	for {
		i := strings.IndexByte(t[at:], ')')
		if len(ends) > 1 {
			i = strings.IndexAny(t[at:], ends)
		}
		if i < 0 {
			return
		}
		end := at + i + 1
		at = end
		start := markerStart(t, end, from)
		if start <= 0 {
			continue
		}
		m, ok := parseMarker(t[start:])
		if !ok || start+m.size != end || m.style == styleDot || m.style == styleDecimal {
			continue
		}
		before := strings.TrimRight(t[:start], " ")
		if left, ok := strings.CutSuffix(before, "; ..."); ok { // a copy that leaves notes out: "a) …; ... b) …"
			before = left + ";"
		}
		p.prev = before
		if m.style == styleParen && (!endsSentence(before) && p.par.value > 0 || refersBefore(before)) {
			continue
		}
		if p.place(m, s, start, false) {
			at = start + m.body
			from = at
		}
	}
}

// top is the marker of the innermost point at hand.
func (p *bodyParser) top() marker {
	if n := len(p.levels); n > 0 {
		return p.levels[n-1].last
	}
	return marker{}
}

// markerStart finds where the marker that ends at end starts: behind a blank, at most five letters back.
func markerStart(t string, end, from int) int {
	i := end - 1
	for n := 0; n < 6 && i > from; n++ {
		r, w := utf8.DecodeLastRuneInString(t[:i])
		if r == ' ' || r == '\t' {
			if i == end-1 {
				return -1
			}
			return i
		}
		if next, _ := utf8.DecodeRuneInString(t[i:]); r == ':' && unicode.IsLetter(next) {
			return i // a copy that lost the blank: "următoarele cazuri:a) …"
		}
		i -= w
	}
	return -1
}

// listBreak says that a point may start behind s. The first one needs a colon or a dash.
func listBreak(s string, going bool) bool {
	r, w := utf8.DecodeLastRuneInString(s)
	switch r {
	case ':', '-', '–', '—':
		return true
	case ')':
		if i := strings.LastIndexByte(s, '('); i >= 0 && isNote(s[i:]) {
			return true // "(4) (Değişik: 27/3/2015-6638/11 md.) a) …"
		}
	case ';', ',', '·', '“', '”', '"', '»':
		return going
	case '.':
		return going && len(lastWord(s[:len(s)-w])) > 6
	}
	if !going {
		return false
	}
	switch lastWord(s) {
	case "και", "ή", "i", "ili", "и", "или", "si", "și", "sau", "ose", "dhe", "ve", "veya", "in", "ali", "ter", "and", "or", "te":
		return true
	}
	return false
}

// citing are abbreviations that stand before the number of what is cited: "alin. (2)", "ст. (1)".
var citing = map[string]bool{"alin": true, "art": true, "lit": true, "par": true, "pct": true, "st": true, "stav": true, "čl": true, "cl": true, "tač": true, "toč": true,
	"ст": true, "став": true, "чл": true, "ал": true, "т": true, "тач": true, "παρ": true, "εδ": true, "αρ": true, "αρθ": true, "περ": true, "odst": true, "člen": true, "paragrafi": true}

// refersBefore says that what follows s is the number of something that is cited.
func refersBefore(s string) bool {
	return citing[strings.ToLower(lastWord(strings.TrimRight(s, ". ")))]
}

func lastWord(s string) string {
	for i := len(s); i > 0; {
		r, w := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) {
			return s[i:]
		}
		i -= w
	}
	return s
}

// endsSentence says that s ends where a paragraph may end.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \t")
	if s == "" {
		return true
	}
	r, w := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', ';', ':', '!', '?', '·', '…':
		return true
	case ')', '»', '”', '“', '"', ']', '\'', '’', '*':
		return len(s) > w && endsSentence(s[:len(s)-w]) || r == ']' || r == '"' || r == '”' || r == '»' || r == ')'
	}
	return false
}
