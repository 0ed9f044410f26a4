package pdf

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"seelex/legislation/official/structure"
	"seelex/legislation/official/text"
)

// column is a column of print on a page.
type column struct{ left, right float64 }

func (c column) width() float64 { return c.right - c.left }

// centred says that a line stands in the middle of the column, away from both edges.
func (c column) centred(l line) bool {
	return math.Abs((l.left+l.right)-(c.left+c.right))/2 < 12 && l.left > c.left+18 && l.right < c.right-18
}

// paragraphs joins the lines of all pages to paragraphs.
func paragraphs(pages [][]line) []structure.Block {
	var blocks []structure.Block
	var j joiner
	for _, page := range pages {
		cols := columns(page)
		lead := leading(page)
		j.newPage = true
		for _, l := range page {
			blocks = j.add(blocks, l, columnOf(cols, l), lead)
		}
	}
	return blocks
}

// joiner decides for each line whether it continues the paragraph at hand.
type joiner struct {
	prev, first line
	col         column
	lines       int // of the paragraph at hand
	hanging     bool
	newPage     bool
	strong      bool
}

func (j *joiner) add(blocks []structure.Block, l line, c column, lead float64) []structure.Block {
	strong := l.bold || c.centred(l)
	if n := len(blocks); n > 0 && j.lines > 0 && len(blocks[n-1].Text) <= text.MaxParagraph && j.continues(l, c, lead, strong) {
		b := &blocks[n-1]
		b.Text = text.Join(b.Text, l.text)
		if j.lines == 1 {
			j.hanging = l.left > j.first.left+4
		}
		j.lines++
	} else {
		blocks = append(blocks, structure.Block{Text: l.text, Strong: strong})
		j.first, j.lines, j.hanging, j.strong = l, 1, false, strong
	}
	j.prev, j.col, j.newPage = l, c, false
	return blocks
}

func (j *joiner) continues(l line, c column, lead float64, strong bool) bool {
	short := j.prev.right < j.col.right-0.12*j.col.width() // a line of running text is full where it refers to an article
	if structure.StartsPart(l.text, strong || short) || structure.StartsItem(l.text) && (ends(j.prev.text) || !structure.ItemInSmall(l.text)) {
		return false
	}
	lower := startsLower(l.text)
	if !lower && j.lines == 1 && short && structure.IsLabel(j.prev.text) || !lower && j.prev.right < j.col.right-0.4*j.col.width() && !structure.StartsItem(j.first.text) {
		return false // running text breaks its lines at the edge of the column
	}
	if strong != j.strong || strong && l.bold != j.prev.bold {
		// Part of a line in bold, or the last line of a centred heading: it goes on only in small letters.
		return lower && strong && j.strong || lower && !j.strong && !ends(j.prev.text)
	}
	if strong {
		return !j.jumps(l, c, lead) && (lower || c.centred(l) && c.centred(j.prev) && j.prev.size == l.size && !upper(j.prev.text) && j.prev.right-j.prev.left > 0.6*c.width() || upper(l.text) && upper(j.prev.text) && l.size == j.prev.size && !structure.StartsPart(j.first.text, true))
	}
	if math.Abs(l.size-j.prev.size) > 1.2 && ends(j.prev.text) {
		return false
	}
	if j.newPage || j.jumps(l, c, lead) {
		return !ends(j.prev.text) || lower && !strings.HasSuffix(j.prev.text, ".")
	}
	if ends(j.prev.text) && (short || l.left > j.indent()+5) {
		return false
	}
	if l.left > j.indent()+5 && !(j.lines == 1 && marked(j.first.text)) && !lower {
		return false
	}
	return true
}

// indent is where the lines of the paragraph at hand start, but for the first.
func (j *joiner) indent() float64 {
	if j.lines == 1 && marked(j.first.text) {
		return j.prev.left + 30
	}
	return j.prev.left
}

// jumps says that a line does not stand right below the one before.
func (j *joiner) jumps(l line, c column, lead float64) bool {
	gap := j.prev.base - l.base
	return j.newPage || c != j.col || gap > 1.55*lead || gap < -2
}

func marked(s string) bool { return structure.StartsItem(s) }

func ends(s string) bool {
	s = strings.TrimRight(s, " )»”“\"'’]¹²³⁴⁵⁶⁷⁸⁹⁰")
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '.' || r == ';' || r == ':' || r == '!' || r == '?'
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "(„“\"«"))
	return unicode.IsLower(r)
}

func upper(s string) bool {
	seen := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}

// columns finds the columns of a page: two, where many lines keep to either half.
func columns(page []line) []column {
	if len(page) == 0 {
		return nil
	}
	left, right := page[0].left, page[0].right
	for _, l := range page {
		left, right = min(left, l.left), max(right, l.right)
	}
	mid := (left + right) / 2
	var a, b []line
	across := 0
	for _, l := range page {
		switch {
		case l.right < mid+8:
			a = append(a, l)
		case l.left > mid-8:
			b = append(b, l)
		default:
			across++
		}
	}
	if len(a) > 8 && len(b) > 8 && across*5 < len(page) {
		return []column{extent(a), extent(b)}
	}
	return []column{extent(page)}
}

// extent is the span of most lines; single lines that stick out do not count.
func extent(lines []line) column {
	var lefts, rights []float64
	for _, l := range lines {
		lefts = append(lefts, l.left)
		rights = append(rights, l.right)
	}
	sort.Float64s(lefts)
	sort.Float64s(rights)
	n := len(lines)
	return column{lefts[n/20], rights[n-1-n/20]}
}

func columnOf(cols []column, l line) column {
	if len(cols) == 2 && l.left > cols[1].left-12 {
		return cols[1]
	}
	return cols[0]
}

// leading is the usual distance of lines on a page.
func leading(page []line) float64 {
	var gaps []float64
	for i := 1; i < len(page); i++ {
		if g := page[i-1].base - page[i].base; g > 4 && g < 40 {
			gaps = append(gaps, g)
		}
	}
	if len(gaps) == 0 {
		return 14
	}
	sort.Float64s(gaps)
	return gaps[len(gaps)*2/5]
}
