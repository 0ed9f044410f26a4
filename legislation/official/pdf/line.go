package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"seelex/legislation/official/markdown"
)

// box is the place of a character. Coordinates are points from the lower left corner of the page.
type box struct{ left, right, top, bottom float64 }

// line is a line of print.
type line struct {
	text        string
	left, right float64
	base        float64
	size        float64
	bold        bool
}

// unit is a letter of a line and its index in the text of the page, counted in units of UTF-16.
type unit struct {
	r  rune
	at int
}

// lines splits the text of a page at the ends of its printed lines and finds the place and type of each.
func (p *pageText) lines() ([]line, error) {
	all, err := p.all()
	if err != nil {
		return nil, err
	}
	var out []line
	var cur []unit
	at := 0
	for _, r := range all {
		if r == '\r' || r == '\n' {
			out = p.line(out, cur)
			cur = cur[:0]
		} else {
			cur = append(cur, unit{r, at})
		}
		at++
		if r > 0xffff {
			at++
		}
	}
	return p.visible(p.line(out, cur)), nil
}

// visible leaves out the lines beside the part of the page that a viewer shows: a booklet cut into pages holds the text
// of both pages of a sheet in each half. A part that shows next to nothing is taken for a mistake.
func (p *pageText) visible(all []line) []line {
	c := p.shown
	var out []line
	for _, l := range all {
		if x := (l.left + l.right) / 2; x > c.left-2 && x < c.right+2 && l.base > c.bottom-4 && l.base < c.top+4 {
			out = append(out, l)
		}
	}
	if len(out)*4 < len(all) {
		return all
	}
	p.hidden = len(all) - len(out)
	return out
}

// line appends the line that the units make, if it is visible.
func (p *pageText) line(out []line, units []unit) []line {
	for len(units) > 0 && blank(units[0].r) {
		units = units[1:]
	}
	for len(units) > 0 && blank(units[len(units)-1].r) {
		units = units[:len(units)-1]
	}
	if len(units) == 0 {
		return out
	}
	first, last := p.char(units[0].at), p.char(units[len(units)-1].at)
	a, okA := p.box(first)
	b, okB := p.box(last)
	if !okA && !okB {
		a, b = box{}, box{}
	} else if !okB {
		b = a
	} else if !okA {
		a = b
	}
	l := line{left: a.left, right: b.right, base: min(a.bottom, b.bottom), size: p.size(first)}
	if l.size < 2 {
		l.size = max(a.top-a.bottom, 2) // scaled by a matrix: the height of a letter must do
	}
	l.bold = p.mostlyBold(units, first, last)
	l.text = p.render(units, l.size)
	return append(out, l)
}

// mostlyBold samples the first and the last letter of the line and, where they differ, one in the middle.
func (p *pageText) mostlyBold(units []unit, first, last int) bool {
	a, b := p.bold(first), p.bold(last)
	if a == b {
		return a
	}
	i := len(units) / 2
	for i > 0 && blank(units[i].r) {
		i--
	}
	return p.bold(p.char(units[i].at))
}

// render writes the letters; digits set small and high become superscripts: article 217¹, signs of footnotes.
func (p *pageText) render(units []unit, size float64) string {
	var b strings.Builder
	short := len(units) < 30
	for i, u := range units {
		r := printable(u.r)
		if r < 0 || blank(r) && i > 0 && blank(units[i-1].r) {
			continue
		}
		if r >= '0' && r <= '9' && i > 0 && !blank(units[i-1].r) && (short || !isDigit(units[i-1].r) && units[i-1].r != '.' && units[i-1].r != '/') && p.raised(units, i, size) {
			b.WriteString(markdown.Superscript(string(r)))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// raised says that the digit at i is set smaller than the letter before it, and higher.
func (p *pageText) raised(units []unit, i int, size float64) bool {
	c := p.char(units[i].at)
	s := p.size(c)
	scaled := s <= 2 // by a matrix: the boxes alone must tell
	prev := units[i-1].r
	if !scaled && s > 0.85*size || scaled && !unicode.IsLetter(prev) && !isDigit(prev) {
		return false
	}
	own, ok := p.box(c)
	before, ok2 := p.box(p.char(units[i-1].at))
	if !ok || !ok2 {
		return false
	}
	height := before.top - before.bottom
	return own.bottom > before.bottom+0.2*height && (!scaled || own.top-own.bottom < 0.8*height)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func blank(r rune) bool { return unicode.IsSpace(r) }

// printable maps PDFium's sign for a hyphen that parts a word, and the soft hyphen, to a hyphen, and drops what is no
// letter.
func printable(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case r == 2, r == '\u00ad':
		return '-'
	case r < 0x20 || r == utf8.RuneError || r == 0xfffe || r == 0xffff:
		return -1
	}
	return r
}
