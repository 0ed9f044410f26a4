// Package svg is the small drawing board that every chart of the project shares: elements and escaping, the frame with
// title, description and caption, the palette in both themes, scales with round ticks, legends, and an estimate of how
// wide a text will be.
//
// A chart is drawn on the server and is complete without a script. Its marks form one image with a name and a
// description; its links lie above the marks as a layer of their own, because what is inside an image cannot be reached
// by a screen reader.
package svg

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// Builder collects the elements of one chart. Attributes are given as name, value, name, value; a value is a string,
// an int, a float64 (written with one decimal: a tenth of a pixel is below what can be seen) or a Paint.
type Builder struct {
	head       Heading
	body       *strings.Builder // where elements go at the moment
	defs       strings.Builder
	defined    map[string]bool
	targets    strings.Builder
	companions strings.Builder // pictures that stand with the chart
	openTags   []string
}

// Open writes a start tag; the matching Close ends it.
func (b *Builder) Open(name string, attributes ...any) {
	b.tag(b.body, name, attributes, ">")
	b.openTags = append(b.openTags, name)
}

// Close ends the element that was opened last.
func (b *Builder) Close() {
	last := len(b.openTags) - 1
	b.body.WriteString("</" + b.openTags[last] + ">")
	b.openTags = b.openTags[:last]
}

// Leaf writes an element without content.
func (b *Builder) Leaf(name string, attributes ...any) {
	b.tag(b.body, name, attributes, "/>")
}

// Rect draws a rectangle from its upper left corner; a negative size counts as none.
func (b *Builder) Rect(x, y, width, height float64, attributes ...any) {
	b.Leaf("rect", append([]any{"x", x, "y", y, "width", max(width, 0), "height", max(height, 0)}, attributes...)...)
}

// Line draws from one point to another.
func (b *Builder) Line(x1, y1, x2, y2 float64, attributes ...any) {
	b.Leaf("line", append([]any{"x1", x1, "y1", y1, "x2", x2, "y2", y2}, attributes...)...)
}

// Path draws the path data d.
func (b *Builder) Path(d string, attributes ...any) {
	b.Leaf("path", append([]any{"d", d}, attributes...)...)
}

// Text writes a line of text with its baseline at y.
func (b *Builder) Text(x, y float64, text string, attributes ...any) {
	b.tag(b.body, "text", append([]any{"x", x, "y", y}, attributes...), ">")
	escape(b.body, text)
	b.body.WriteString("</text>")
}

// Lines writes lines of text one below the other around the middle y.
func (b *Builder) Lines(x, y float64, lines []string, size, leading float64, attributes ...any) {
	y += size*0.35 - float64(len(lines)-1)*leading/2
	for _, line := range lines {
		b.Text(x, y, line, append([]any{"font-size", size}, attributes...)...)
		y += leading
	}
}

// Define puts the elements that draw writes into the chart's <defs>, once per id, and returns the full id, which
// carries the chart's own prefix: several charts share one page.
func (b *Builder) Define(id string, draw func(full string)) string {
	full := b.head.ID + "-" + id
	if b.defined[full] {
		return full
	}
	if b.defined == nil {
		b.defined = map[string]bool{}
	}
	b.defined[full] = true
	b.defs.WriteString(b.aside(func() { draw(full) }))
	return full
}

// aside collects what draw writes instead of putting it into the drawing.
func (b *Builder) aside(draw func()) string {
	drawing := b.body
	b.body = &strings.Builder{}
	draw()
	drawn := b.body.String()
	b.body = drawing
	return drawn
}

// Target lays the shapes that draw writes invisibly over a mark: they carry the tooltip, and the link where href is a
// safe address. They should cover at least 24 × 24 px at the size at which the chart is read.
func (b *Builder) Target(href, tooltip string, draw func()) {
	address, linked := b.address(href)
	if !linked && tooltip == "" {
		return
	}
	b.targets.WriteString(b.aside(func() {
		if linked {
			b.Open("a", "href", address)
		} else {
			b.Open("g")
		}
		if tooltip != "" {
			b.Open("title")
			escape(b.body, tooltip)
			b.Close()
		}
		draw()
		b.Close()
	}))
}

// address says whether href may be followed, and completes it for a file that has left the site: there a relative
// address leads nowhere unless the site's own address is known.
func (b *Builder) address(href string) (string, bool) {
	parsed, err := url.Parse(href)
	switch {
	case href == "" || err != nil:
		return "", false
	case parsed.Scheme == "http" || parsed.Scheme == "https":
		return href, true
	case parsed.Scheme != "" || parsed.Host != "":
		return "", false
	case !b.head.Standalone:
		return href, true
	case b.head.Base == "" || !strings.HasPrefix(href, "/"):
		return "", false
	}
	return strings.TrimSuffix(b.head.Base, "/") + href, true
}

func (b *Builder) tag(out *strings.Builder, name string, attributes []any, end string) {
	out.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		out.WriteString(" " + attributes[i].(string) + `="`)
		escape(out, b.value(attributes[i+1]))
		out.WriteString(`"`)
	}
	out.WriteString(end)
}

func (b *Builder) value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case float64:
		return Number(v)
	case Paint:
		return v.css(b.head.Standalone)
	}
	panic(fmt.Sprintf("svg: an attribute is a string, int, float64 or Paint, not %T", v))
}

// escape writes text so that it is content in HTML and in XML alike: characters that XML forbids become U+FFFD.
func escape(out *strings.Builder, text string) {
	if plain(text) {
		out.WriteString(text)
		return
	}
	// Writing to a strings.Builder cannot fail.
	_ = xml.EscapeText(out, []byte(text))
}

// plain says that text is what most of a drawing is: numbers and commands, nothing to escape.
func plain(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ' || c > '~', c == '<', c == '>', c == '&', c == '"', c == '\'':
			return false
		}
	}
	return true
}

// Number writes v with one decimal at most and no trailing zero, so that equal drawings are equal bytes.
func Number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 1, 64)
	s = strings.TrimSuffix(s, ".0")
	if s == "-0" {
		return "0"
	}
	return s
}
