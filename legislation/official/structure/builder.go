package structure

import "strings"

// Builder makes a document from a format that states its structure itself, such as Akoma Ntoso.
type Builder struct {
	Doc   Document
	text  strings.Builder
	opens []opening
	stack []int // indexes of the openings that stand open
	lang  string
}

// NewBuilder returns a builder for a document in a language, which may be empty.
func NewBuilder(format, language string) *Builder {
	return &Builder{Doc: Document{Format: format, Language: language}, lang: language}
}

// Parts returns how many parts were opened so far.
func (b *Builder) Parts() int { return len(b.opens) }

// Open starts a part within those that are open.
func (b *Builder) Open(k Kind) {
	b.stack = append(b.stack, len(b.opens))
	b.opens = append(b.opens, opening{kind: k, rank: len(b.stack), start: b.text.Len(), body: b.text.Len()})
}

// Close ends the innermost open part.
func (b *Builder) Close() {
	if len(b.stack) > 0 {
		b.stack = b.stack[:len(b.stack)-1]
	}
}

// Label writes the printed number of the open part and derives its number and key.
func (b *Builder) Label(s string) {
	s = Clean(s)
	if s == "" || len(b.stack) == 0 {
		return
	}
	if b.begun() {
		b.Text(s)
		return
	}
	b.line(s)
	o := b.open()
	o.label = s
	o.body = b.text.Len()
	number, key := b.number(o.kind, s)
	if o.number = number; !o.fixed {
		o.key = key
	}
}

// Key states the key of the open part, for formats that name their parts.
func (b *Builder) Key(key string) {
	if len(b.stack) > 0 {
		b.open().key, b.open().fixed = key, true
	}
}

// number derives number and key from a printed label.
func (b *Builder) number(k Kind, s string) (number, key string) {
	if slugs[k] == "" {
		return strings.Trim(s, "()."), ""
	}
	if k == Paragraph || k == Point {
		n := strings.Trim(s, "() .§-–")
		low := strings.ToLower(n)
		if k == Point {
			return n, "pt-" + pointKey(low)
		}
		if p, _, ok := parseNumber(n, b.lang); ok && b.lang == "el" {
			return n, "par-" + p.Key
		}
		return n, "par-" + strings.ToLower(ascii(n))
	}
	if m, ok := (classifier{lang: b.lang}).classify(0, &Block{Text: s, Level: 1}); ok && m.number.Key != "" {
		return m.number.Printed, slugs[k] + "-" + m.number.Key
	}
	bare := strings.Trim(s, "() .§-–")
	if n, _, ok := parseNumber(bare, b.lang); ok {
		return n.Printed, slugs[k] + "-" + n.Key
	}
	if _, v, size := (classifier{lang: b.lang}).divisionNumber(bare); size > 0 {
		return bare, slugs[k] + "-" + itoa(v)
	}
	return bare, ""
}

// maxHeading is how many bytes a heading has that further lines are still joined to.
const maxHeading = 4 << 10

// Heading writes the heading of the open part. Behind text or a child it is text.
func (b *Builder) Heading(s string) {
	s = Clean(s)
	if s == "" {
		return
	}
	if len(b.stack) == 0 || b.begun() || len(b.open().heading) > maxHeading {
		b.Text(s)
		return
	}
	b.line(s)
	o := b.open()
	o.heading = joinHeading(o.heading, s)
	o.body = b.text.Len()
}

// begun says that the open part has text or children already.
func (b *Builder) begun() bool {
	return len(b.opens)-1 != b.stack[len(b.stack)-1] || b.open().body != b.text.Len()
}

// Text writes a line of text into the open part. Behind a child it becomes a part of its own.
func (b *Builder) Text(s string) {
	s = Clean(s)
	if s == "" {
		return
	}
	if len(b.opens) > 0 && (len(b.stack) == 0 || len(b.opens)-1 != b.stack[len(b.stack)-1]) {
		last := &b.opens[len(b.opens)-1]
		if last.kind != Text || last.rank != len(b.stack)+1 {
			b.Open(Text)
			b.line(s)
			b.Close()
			return
		}
	}
	b.line(s)
}

func (b *Builder) open() *opening { return &b.opens[b.stack[len(b.stack)-1]] }

func (b *Builder) line(s string) {
	b.text.WriteString(s)
	b.text.WriteByte('\n')
}

// Document ends the building. Paragraphs without a number get one by their place among their siblings.
func (b *Builder) Document() *Document {
	d := &b.Doc
	d.Text = b.text.String()
	if d.Language == "" {
		d.Language = detectLanguage([]Block{{Text: d.Text[:min(len(d.Text), 64<<10)]}})
	}
	if len(b.opens) > 0 && b.opens[0].start > 0 {
		b.opens = append([]opening{{kind: Preamble, rank: 1, key: "art-preamble"}}, b.opens...)
	} else if len(b.opens) == 0 && d.Text != "" {
		b.opens = []opening{{kind: Text, rank: 1}}
	}
	d.Parts = assemble(d.Text, b.opens)
	placeUnnumbered(d.Parts, "")
	if len(d.Articles()) == 0 {
		d.sectionsAsProvisions()
	}
	d.review()
	return d
}

// placeUnnumbered counts paragraphs and points that carry no number, and prefixes points within points.
func placeUnnumbered(parts []Part, prefix string) {
	n := map[Kind]int{}
	for i := range parts {
		p := &parts[i]
		if p.Kind == Paragraph || p.Kind == Point {
			n[p.Kind]++
			if p.Key == "" {
				p.Key = slugs[p.Kind] + "-" + itoa(n[p.Kind])
			}
		}
		inner := ""
		if p.Kind == Point {
			if prefix != "" {
				p.Key = prefix + "-" + strings.TrimPrefix(p.Key, "pt-")
			}
			inner = p.Key
		}
		placeUnnumbered(p.Children, inner)
	}
}

// sectionsAsProvisions makes the sections of a text without articles citable: strategies are cited by section.
func (d *Document) sectionsAsProvisions() {
	d.Walk(func(_ string, p *Part) {
		if p.Kind == Section && strings.HasPrefix(p.Key, "section-") {
			p.Key = "sec-" + strings.TrimPrefix(p.Key, "section-")
		}
	})
}
