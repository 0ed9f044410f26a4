// Package akn reads Akoma Ntoso 3.0 (OASIS LegalDocML), also its working drafts: the structure that the file states
// is taken as it is.
package akn

import (
	"bytes"
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"seelex/legislation/official/structure"
)

// Format is the name of this reader in a document.
const Format = "akn"

// Is says whether data is an Akoma Ntoso document, or a piece of one, which has eIds and no root.
func Is(data []byte) bool {
	head := data[:min(len(data), 4096)]
	return bytes.HasPrefix(head, []byte("<")) && (bytes.Contains(head, []byte("akomaNtoso")) || bytes.Contains(head, []byte(" eId=\"")) && !bytes.Contains(head, []byte("<html")))
}

// kinds of the hierarchical elements.
var kinds = map[string]structure.Kind{
	"book": structure.Book, "tome": structure.Book, "part": structure.Division, "title": structure.Title, "subtitle": structure.Title,
	"division": structure.Title, "chapter": structure.Chapter, "subchapter": structure.Section, "section": structure.Section,
	"subsection": structure.Subsection, "article": structure.Article, "rule": structure.Article, "paragraph": structure.Paragraph,
	"subparagraph": structure.Point, "clause": structure.Point, "point": structure.Point, "indent": structure.Point, "item": structure.Point,
	"alinea": structure.Text, "preface": structure.Preamble, "preamble": structure.Preamble, "conclusions": structure.Text,
	"attachment": structure.Annex, "component": structure.Annex, "quotedStructure": structure.Quoted, "remark": structure.VersionNote,
	"authorialNote": structure.VersionNote, "table": structure.Table, "hcontainer": structure.Section, "proviso": structure.Text,
}

// lines are the elements whose text is a line of its own.
var lines = map[string]bool{"p": true, "block": true, "num": true, "heading": true, "subheading": true, "tr": true, "listIntroduction": true,
	"listWrapUp": true, "docTitle": true, "longTitle": true, "li": true, "blockList": true, "formula": true}

// Read reads a document. Entities other than those of XML itself give an error, as does a document type with a
// subset of its own.
func Read(ctx context.Context, data []byte, language string, lim structure.Limits) (*structure.Document, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(label string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("the XML is declared as %q; save it as UTF-8", label)
	}
	r := &reader{ctx: ctx, d: d, lim: lim}
	r.meta(data)
	if language == "" {
		language = r.language
	}
	if language == "" {
		language = structure.LanguageOf(plainSample(data))
	}
	r.b = structure.NewBuilder(Format, language)
	if err := r.run(); err != nil {
		var syntax *xml.SyntaxError
		if errors.As(err, &syntax) {
			return nil, fmt.Errorf("the XML is not well formed, line %d: %s", syntax.Line, syntax.Msg)
		}
		return nil, err
	}
	r.b.Doc.Title = cmp.Or(r.title, r.docTitle, r.alias)
	r.b.Doc.Meta = r.m
	return r.b.Document(), nil
}

type reader struct {
	ctx context.Context
	d   *xml.Decoder
	lim structure.Limits
	b   *structure.Builder

	m        structure.Meta
	language string
	title    string
	docTitle string // as printed
	alias    string

	stack  []string
	buf    strings.Builder
	tokens int
	quoted int      // depth of quoted structures
	paths  []string // of our own export: the path that stands before those of the parts within each open one
	cells  []string
}

// run passes over the document once and builds it.
func (r *reader) run() error {
	for {
		if r.tokens++; r.tokens%4096 == 0 {
			if err := r.ctx.Err(); err != nil {
				return err
			}
		}
		if n := r.b.Parts(); n > r.lim.Blocks {
			return r.lim.TooMany(n)
		}
		tok, err := r.d.Token()
		if err == io.EOF {
			r.flush("")
			return nil
		}
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.Directive:
			if bytes.Contains(t, []byte("ENTITY")) {
				return errors.New("the XML declares entities of its own; that is not accepted")
			}
		case xml.StartElement:
			if err := r.start(t); err != nil {
				return err
			}
		case xml.EndElement:
			r.end(t.Name.Local)
		case xml.CharData:
			r.buf.Write(t)
		}
	}
}

func (r *reader) start(t xml.StartElement) error {
	name := t.Name.Local
	if len(r.stack) >= r.depth() {
		return r.tooDeep()
	}
	if name == "meta" || name == "script" || name == "style" {
		return r.skip()
	}
	kind, known := kinds[name]
	if known || lines[name] {
		r.flush(r.parent())
	}
	r.stack = append(r.stack, name)
	if !known {
		return nil
	}
	switch {
	case name == "quotedStructure":
		r.quoted++
	case r.quoted > 0:
		return nil // the structure of a quotation is not that of this act
	case kind == structure.Table && r.insideTable():
		return nil
	}
	r.b.Open(kind)
	above := ""
	if len(r.paths) > 0 {
		above = r.paths[len(r.paths)-1]
	}
	path := ownPathOf(t)
	if path != "" {
		r.b.Key(strings.TrimPrefix(strings.TrimPrefix(path, above), "/"))
	}
	if path == "" || !kind.Carries() {
		path = above
	}
	r.paths = append(r.paths, path)
	return nil
}

// maxDepth bounds the nesting whatever the limit: a statute nests its elements twenty deep, and every part costs the
// length of its path.
const maxDepth = 64

func (r *reader) depth() int { return min(r.lim.Depth, maxDepth) }

func (r *reader) tooDeep() error {
	return fmt.Errorf("elements are nested more than %d deep, the most that is accepted", r.depth())
}

// skip passes over the element at hand and what it holds.
func (r *reader) skip() error {
	for depth := 1; depth > 0; {
		tok, err := r.d.Token()
		if err != nil {
			return err
		}
		switch tok.(type) {
		case xml.StartElement:
			if depth++; depth+len(r.stack) > r.depth() {
				return r.tooDeep()
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// ownPathOf is the path that our own export names a part by in wId (art-246a/par-1);
// what others write there (art_246a__para_1) is none.
func ownPathOf(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "wId" && ownPath.MatchString(a.Value) {
			return a.Value
		}
	}
	return ""
}

var ownPath = regexp.MustCompile(`^[a-z]+(-[0-9A-Za-z.-]+)?(/[a-z]+(-[0-9A-Za-z.-]+)?)*$`)

func (r *reader) parent() string {
	if len(r.stack) == 0 {
		return ""
	}
	return r.stack[len(r.stack)-1]
}

func (r *reader) insideTable() bool {
	return slices.Contains(r.stack[:len(r.stack)-1], "table")
}

func (r *reader) end(name string) {
	switch name {
	case "td", "th":
		if c := strings.Join(strings.Fields(r.buf.String()), " "); c != "" {
			r.cells = append(r.cells, c)
		}
		r.buf.Reset()
	default:
		r.flush(name)
	}
	inTable := r.insideTableOr(name)
	if len(r.stack) > 0 {
		r.stack = r.stack[:len(r.stack)-1]
	}
	if _, known := kinds[name]; !known {
		return
	}
	if name == "quotedStructure" {
		r.quoted--
	} else if r.quoted > 0 || name == "table" && inTable {
		return
	}
	r.b.Close()
	if len(r.paths) > 0 {
		r.paths = r.paths[:len(r.paths)-1]
	}
}

func (r *reader) insideTableOr(name string) bool { return name == "table" && r.insideTable() }

// flush writes the text gathered so far as what the element says it is.
func (r *reader) flush(name string) {
	if name == "tr" && len(r.cells) > 0 {
		r.b.Text(strings.Join(r.cells, "\t"))
		r.cells = r.cells[:0]
		r.buf.Reset()
		return
	}
	if !lines[name] && kinds[name] == "" && name != "" && name != "content" && name != "intro" && name != "wrapUp" && name != "list" && name != "body" {
		return // inline markup
	}
	s := strings.Join(strings.Fields(r.buf.String()), " ")
	r.buf.Reset()
	if s == "" {
		return
	}
	switch {
	case r.cells != nil && len(r.cells) > 0:
		r.cells = append(r.cells, s)
	case name == "num" && r.quoted == 0:
		r.b.Label(s)
	case (name == "heading" || name == "subheading") && r.quoted == 0:
		r.b.Heading(s)
	default:
		if name == "docTitle" && r.docTitle == "" {
			r.docTitle = s
		}
		r.b.Text(s)
	}
}
