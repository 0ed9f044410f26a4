// Package docx reads statutes from Office Open XML (Word) files: paragraphs, headings, tables and automatic numbers.
// Macros, embedded objects and external references are never opened; deleted text of tracked changes is left out.
package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"seelex/legislation/official/structure"
)

// Format is the name of this reader in a document.
const Format = "docx"

var (
	zipMagic = []byte("PK\x03\x04")
	oleMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
)

// Is says whether data is an Office file, an encrypted one or one of the old binary format included.
func Is(data []byte) bool {
	return bytes.HasPrefix(data, zipMagic) || bytes.HasPrefix(data, []byte("PK\x05\x06")) || bytes.HasPrefix(data, oleMagic)
}

// maxMembers bounds the number of files in the archive.
const maxMembers = 5000

// Read splits a Word file into blocks.
func Read(ctx context.Context, data []byte, lim structure.Limits) (*structure.Source, error) {
	if bytes.HasPrefix(data, oleMagic) {
		return nil, errors.New("the file is an encrypted DOCX or an old DOC; save it as DOCX without a password")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("the DOCX is damaged: %w", err)
	}
	if len(z.File) > maxMembers {
		return nil, fmt.Errorf("the DOCX has %d members; at most %d are accepted", len(z.File), maxMembers)
	}
	a := archive{files: map[string]*zip.File{}, lim: lim}
	for _, f := range z.File {
		a.files[f.Name] = f
	}
	if a.files["word/document.xml"] == nil {
		return nil, errors.New("the archive is no DOCX: it has no word/document.xml")
	}
	src := &structure.Source{Format: Format}
	p := &parser{ctx: ctx, lim: lim, src: src, styles: map[string]int{}}
	if err := a.optional("word/styles.xml", p.readStyles); err != nil {
		return nil, err
	}
	if err := a.optional("word/numbering.xml", p.numbers.read); err != nil {
		return nil, err
	}
	if err := a.optional("docProps/core.xml", p.readCore); err != nil {
		return nil, err
	}
	if err := a.with("word/document.xml", p.readBody); err != nil {
		return nil, err
	}
	if a.files["word/footnotes.xml"] != nil && p.notes > 0 {
		src.Warnf("footnotes", "%d footnotes were left out", p.notes)
	}
	if a.files["word/vbaProject.bin"] != nil {
		src.Warnf("macros", "the file holds macros; they were left out")
	}
	return src, nil
}

// archive opens members within the limits.
type archive struct {
	files map[string]*zip.File
	lim   structure.Limits
	used  int64
}

// maxBeside bounds the files beside the text, in bytes of XML: those of Word have a hundredth of it.
const maxBeside = 8 << 20

func (a *archive) optional(name string, f func(*xml.Decoder) error) error {
	file := a.files[name]
	if file == nil {
		return nil
	}
	if file.UncompressedSize64 > maxBeside {
		return fmt.Errorf("%s expands to %d bytes; at most %d are accepted", name, file.UncompressedSize64, maxBeside)
	}
	return a.with(name, f)
}

func (a *archive) with(name string, f func(*xml.Decoder) error) error {
	file := a.files[name]
	if file.Flags&1 != 0 {
		return fmt.Errorf("%s is encrypted; save the file without a password", name)
	}
	if c := float64(file.CompressedSize64); c > 0 && float64(file.UncompressedSize64)/c > a.lim.Ratio && file.UncompressedSize64 > 1<<20 {
		return fmt.Errorf("%s expands to %d times its size; at most %.0f is accepted, and no text expands to more", name, file.UncompressedSize64/file.CompressedSize64, a.lim.Ratio)
	}
	rc, err := file.Open()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer rc.Close()
	r := &bounded{r: rc, left: a.lim.Expanded - a.used, err: fmt.Errorf("the file expands to more than %d bytes of XML, the most that is accepted: split it by the parts of the law", a.lim.Expanded)}
	if limit := int64(float64(file.CompressedSize64)*a.lim.Ratio) + 1<<20; limit < r.left { // the size in the directory may be a lie
		r.left, r.err = limit, fmt.Errorf("it expands to more than %.0f times its size, the most that is accepted: no text does", a.lim.Ratio)
	}
	start := r.left
	err = f(xml.NewDecoder(r))
	a.used += start - r.left
	if err != nil {
		var syntax *xml.SyntaxError
		if errors.As(err, &syntax) {
			return fmt.Errorf("%s is not well formed, line %d: %s", name, syntax.Line, syntax.Msg)
		}
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// bounded gives an error, not an end, when the limit is reached.
type bounded struct {
	r    io.Reader
	left int64
	err  error
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, b.err
	}
	if int64(len(p)) > b.left {
		p = p[:b.left]
	}
	n, err := b.r.Read(p)
	b.left -= int64(n)
	return n, err
}

// readStyles finds which paragraph styles are headings, by outline level.
func (p *parser) readStyles(d *xml.Decoder) error {
	id, name := "", ""
	return tokens(p.ctx, d, p.lim.Depth, func(t xml.StartElement) {
		switch t.Name.Local {
		case "style":
			id, name = attr(t, "styleId"), ""
		case "name":
			name = strings.ToLower(attr(t, "val"))
			if l := strings.TrimPrefix(name, "heading "); l != name && len(l) == 1 && l[0] >= '1' && l[0] <= '6' {
				p.styles[id] = int(l[0] - '0')
			} else if name == "title" {
				p.styles[id] = 1
			}
		case "outlineLvl":
			if v := attr(t, "val"); len(v) == 1 && v[0] >= '0' && v[0] < '6' && p.styles[id] == 0 {
				p.styles[id] = int(v[0]-'0') + 1
			}
		}
	}, nil, nil)
}

// readCore takes the title that the file's properties state.
func (p *parser) readCore(d *xml.Decoder) error {
	in := false
	return tokens(p.ctx, d, p.lim.Depth, func(t xml.StartElement) { in = t.Name.Local == "title" },
		func(string) error { in = false; return nil },
		func(s string) {
			if in && len(s) < 1000 {
				p.src.Title = strings.TrimSpace(s)
			}
		})
}

// tokens passes over a document without building it, with bounded nesting and no entities of its own.
func tokens(ctx context.Context, d *xml.Decoder, depth int, start func(xml.StartElement), end func(string) error, text func(string)) error {
	for level, n := 0, 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		tok, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.Directive:
			if bytes.Contains(t, []byte("ENTITY")) {
				return errors.New("it declares entities of its own; that is not accepted")
			}
		case xml.StartElement:
			if level++; level > depth {
				return fmt.Errorf("elements are nested more than %d deep, the most that is accepted", depth)
			}
			start(t)
		case xml.EndElement:
			level--
			if end == nil {
				continue
			}
			if err := end(t.Name.Local); err != nil {
				return err
			}
		case xml.CharData:
			if text != nil {
				text(string(t))
			}
		}
	}
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
