// Package docx writes word-processor documents (Office Open XML, ECMA-376) that people
// go on to edit: titles, headings, text with links and footnotes, and tables whose
// header comes again on every page. Everything is a named style, so that a change of
// style changes the whole document.
package docx

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"time"
)

// Document is a document that is written from its start to its end.
type Document struct {
	Title, Subject, Description string
	Language                    string // BCP 47
	Created                     time.Time
	Landscape                   bool   // A4 across; upright when false
	Footer                      string // at the foot of every page, before the number of the page

	body, notes part
	footnotes   int
}

// Style is the style of a paragraph.
type Style string

// The styles of paragraphs.
const (
	Title     Style = "Title"
	Subtitle  Style = "Subtitle"
	Heading1  Style = "Heading1"
	Heading2  Style = "Heading2"
	Heading3  Style = "Heading3"
	Body      Style = "BodyText"
	Small     Style = "Small"     // remarks under a title or table
	Imprint   Style = "Imprint"   // the last line under a title
	Lead      Style = "Lead"      // a remark that stays with what follows it
	Reference Style = "Reference" // an entry of a list of sources
	Item      Style = "ListItem"  // an entry of a list: its mark, a tab, its text
	Cell      Style = "TableText"
	HeadCell  Style = "TableHeading"
	noteText  Style = "FootnoteText"
)

// Run is a piece of text in a paragraph.
type Run struct {
	Text   string // a line feed begins a new line, a tab is a tab
	Bold   bool
	Italic bool
	Faint  bool
	Link   string // an absolute address
	Note   []Run  // the text of a footnote that the run ends with

	Removed, Added bool // struck through; underlined
}

// Text is a run of plain text.
func Text(s string) Run { return Run{Text: s} }

// part is one XML file of the package, with the links that it refers to.
type part struct {
	strings.Builder
	links []string
}

// Paragraph adds a paragraph.
func (d *Document) Paragraph(style Style, runs ...Run) { d.paragraph(&d.body, style, runs) }

func (d *Document) paragraph(p *part, style Style, runs []Run) { d.styled(p, style, "", runs) }

// styled adds a paragraph with properties beside those of its style.
func (d *Document) styled(p *part, style Style, properties string, runs []Run) {
	p.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + string(style) + `"/>` + properties + `</w:pPr>`)
	if style == noteText {
		p.WriteString(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>`)
	}
	for _, r := range runs {
		d.run(p, r)
	}
	p.WriteString(`</w:p>`)
}

func (d *Document) run(p *part, r Run) {
	if r.Link != "" {
		p.links = append(p.links, r.Link)
		p.WriteString(`<w:hyperlink r:id="link` + strconv.Itoa(len(p.links)) + `" w:history="1">`)
	}
	if r.Text != "" {
		p.WriteString(`<w:r>` + look(r))
		for i, line := range strings.Split(r.Text, "\n") {
			if i > 0 {
				p.WriteString(`<w:br/>`)
			}
			for j, piece := range strings.Split(line, "\t") {
				if j > 0 {
					p.WriteString(`<w:tab/>`)
				}
				p.WriteString(`<w:t xml:space="preserve">` + escape(piece) + `</w:t>`)
			}
		}
		p.WriteString(`</w:r>`)
	}
	if r.Link != "" {
		p.WriteString(`</w:hyperlink>`)
	}
	if len(r.Note) > 0 && p == &d.body {
		d.footnotes++
		id := strconv.Itoa(d.footnotes)
		p.WriteString(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="` + id + `"/></w:r>`)
		d.notes.WriteString(`<w:footnote w:id="` + id + `">`)
		d.paragraph(&d.notes, noteText, r.Note)
		d.notes.WriteString(`</w:footnote>`)
	}
}

func look(r Run) string {
	var b strings.Builder
	if r.Link != "" {
		b.WriteString(`<w:rStyle w:val="Hyperlink"/>`)
	}
	if r.Bold {
		b.WriteString(`<w:b/>`)
	}
	if r.Italic {
		b.WriteString(`<w:i/>`)
	}
	switch {
	case r.Faint:
		b.WriteString(`<w:color w:val="5B6773"/>`)
	case r.Link != "":
		b.WriteString(`<w:color w:val="1B4F8A"/>`) // in tables the colour of the style is not taken by all programs
	case r.Removed:
		b.WriteString(`<w:strike/><w:color w:val="8C1D18"/>`)
	case r.Added:
		b.WriteString(`<w:color w:val="14532D"/><w:u w:val="single"/>`)
	}
	if b.Len() == 0 {
		return ""
	}
	return `<w:rPr>` + b.String() + `</w:rPr>`
}

// escape makes text of XML; characters that XML cannot hold become U+FFFD.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}

// Width is the room between the margins, in twentieths of a point.
func (d *Document) Width() int {
	width, _ := d.paper()
	return width - 2*margin
}

const margin = 1020 // 1.8 cm

func (d *Document) paper() (width, height int) {
	if d.Landscape {
		return 16838, 11906
	}
	return 11906, 16838
}

// Write writes the document.
func (d *Document) Write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, file := range d.files() {
		f, err := z.CreateHeader(&zip.FileHeader{Name: file.name, Method: zip.Deflate, Modified: d.Created})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, file.text); err != nil {
			return err
		}
	}
	return z.Close()
}
