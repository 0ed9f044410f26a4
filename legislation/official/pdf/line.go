package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/responses"

	"seelex/legislation/official/markdown"
)

// line is a line of print. Coordinates are points from the lower left corner.
type line struct {
	text        string
	left, right float64
	top, base   float64
	size        float64
	bold        bool
}

// pageLines joins the runs of a page to lines, in the order of the page's content, which follows columns.
func pageLines(rects []*responses.GetPageTextStructuredRect) []line {
	var out []line
	var cur builder
	for _, r := range rects {
		t := strings.Map(printable, r.Text)
		if strings.TrimSpace(t) == "" {
			continue
		}
		if !cur.takes(r) {
			out = cur.end(out)
		}
		cur.add(r, t)
	}
	return cur.end(out)
}

func printable(r rune) rune {
	switch {
	case r == '\r' || r == '\n' || r == '\t':
		return ' '
	case r == 2, r == '\u00ad': // PDFium's sign for a hyphen that parts a word, and the soft hyphen
		return '-'
	case r < 0x20 || r == utf8.RuneError || r == 0xfffe || r == 0xffff:
		return -1
	}
	return r
}

type builder struct {
	line
	buf    strings.Builder
	weight int // letters in bold
	total  int
	prev   *responses.GetPageTextStructuredRect
}

// takes says that a run stands on the line at hand, to the right of what it holds.
func (b *builder) takes(r *responses.GetPageTextStructuredRect) bool {
	if b.prev == nil {
		return false
	}
	p := r.PointPosition
	overlap := min(b.top, p.Top) - max(b.base, p.Bottom)
	smaller := min(b.top-b.base, p.Top-p.Bottom)
	if overlap < 0.4*smaller || p.Left < b.right-3 {
		return false
	}
	return p.Left-b.right < 12*size(r) // a wider gap parts columns
}

func size(r *responses.GetPageTextStructuredRect) float64 {
	if r.FontInformation != nil && r.FontInformation.RenderedSize > 1 {
		return r.FontInformation.RenderedSize
	}
	if h := r.PointPosition.Top - r.PointPosition.Bottom; h > 1 {
		return h
	}
	return 10
}

func (b *builder) add(r *responses.GetPageTextStructuredRect, t string) {
	p := r.PointPosition
	s := size(r)
	if b.prev == nil {
		b.line = line{left: p.Left, right: p.Right, top: p.Top, base: p.Bottom, size: s}
	} else {
		if raised(b, p, s, t) {
			t = markdown.Superscript(strings.TrimSpace(t))
		} else if p.Left-b.right > 0.18*s && !strings.HasSuffix(b.buf.String(), " ") && !strings.HasPrefix(t, " ") {
			b.buf.WriteByte(' ')
		}
		b.right = max(b.right, p.Right)
		b.top = max(b.top, p.Top)
		b.base = min(b.base, p.Bottom)
		b.size = max(b.size, s)
	}
	n := len(t)
	b.total += n
	if r.FontInformation != nil && (r.FontInformation.Weight >= 600 || strings.Contains(r.FontInformation.Name, "Bold")) {
		b.weight += n
	}
	b.buf.WriteString(t)
	b.prev = r
}

// raised says that a run of digits is set small and high: an article 217¹, or the sign of a footnote.
func raised(b *builder, p responses.CharPosition, s float64, t string) bool {
	t = strings.TrimSpace(t)
	for i := 0; i < len(t); i++ {
		if t[i] < '0' || t[i] > '9' {
			return false
		}
	}
	return t != "" && len(t) < 3 && s < 0.8*b.size && p.Bottom > b.base+0.2*b.size
}

func (b *builder) end(out []line) []line {
	if b.prev == nil {
		return out
	}
	l := b.line
	l.text = strings.TrimSpace(collapse(b.buf.String()))
	l.bold = b.weight*10 > b.total*6
	*b = builder{}
	if l.text == "" {
		return out
	}
	return append(out, l)
}

func collapse(s string) string {
	if !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
}
