// Package html reads statutes from web pages. The page becomes a stream of plain blocks; scripts, styles, forms and
// navigation are left out, nothing is fetched.
package html

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"seelex/legislation/official/markdown"
	"seelex/legislation/official/structure"
	"seelex/legislation/official/text"
)

// Format is the name of this reader in a document.
const Format = "html"

// Is says whether data is a web page.
func Is(data []byte) bool {
	head := bytes.ToLower(data[:min(len(data), 2048)])
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) ||
		bytes.HasPrefix(head, []byte("<")) && (bytes.Contains(head, []byte("<html")) || bytes.Contains(head, []byte("<body")) || bytes.Contains(head, []byte("<head")) ||
			bytes.HasPrefix(head, []byte("<div")) || bytes.HasPrefix(head, []byte("<p>")) || bytes.HasPrefix(head, []byte("<p ")) || bytes.HasPrefix(head, []byte("<script")))
}

// maxToken bounds a tag, and a text between two.
const maxToken = 8 << 20

// Read splits a page into blocks.
func Read(ctx context.Context, data []byte, lim structure.Limits) (*structure.Source, error) {
	src := &structure.Source{Format: Format}
	s, err := decode(data, src)
	if err != nil {
		return nil, err
	}
	w := &walker{src: src, lim: lim, ctx: ctx, z: html.NewTokenizer(strings.NewReader(s))}
	w.z.SetMaxBuf(maxToken)
	if err := w.run(); err != nil {
		return nil, err
	}
	return src, nil
}

// decode follows the page's own declaration where the text is not UTF-8.
func decode(data []byte, src *structure.Source) (string, error) {
	_, name, certain := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	if certain && name != "utf-8" && bytes.IndexByte(data, 0) < 0 {
		enc, _ := charset.Lookup(name)
		if out, err := enc.NewDecoder().Bytes(data); err == nil {
			text.NoteEncoding(src, name)
			return string(out), nil
		}
	}
	data = bytes.ReplaceAll(data, []byte{0}, nil) // the HTML standard drops them too
	s, enc, err := text.Decode(data)
	if err != nil {
		return "", err
	}
	text.NoteEncoding(src, enc)
	return s, nil
}

// walker goes through the tokens of a page. It builds no tree, so that nesting costs no memory.
type walker struct {
	src *structure.Source
	lim structure.Limits
	ctx context.Context
	z   *html.Tokenizer

	buf     strings.Builder
	level   int
	strong  int // depth of bold or centred elements
	marked  bool
	plain   bool // the block holds text that is not bold
	super   bool
	skip    atom.Atom // the element whose content is left out
	skipped int
	title   bool
	tables  []*table // that stand open
	tokens  int
	blocks  int // so far, those of tables included
}

// void of text: their content is left out.
var leftOut = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Object: true,
	atom.Svg: true, atom.Math: true, atom.Nav: true, atom.Select: true, atom.Button: true, atom.Textarea: true, atom.Xmp: true, atom.Noembed: true,
	atom.Noframes: true, atom.Audio: true, atom.Video: true, atom.Canvas: true}

var blockElements = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Table: true, atom.Tr: true,
	atom.Td: true, atom.Th: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Blockquote: true,
	atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Main: true, atom.Body: true, atom.Html: true, atom.Dl: true,
	atom.Dt: true, atom.Dd: true, atom.Pre: true, atom.Center: true, atom.Hr: true, atom.Form: true, atom.Fieldset: true, atom.Aside: true,
	atom.Figure: true, atom.Figcaption: true, atom.Address: true, atom.Details: true, atom.Summary: true, atom.Head: true}

func (w *walker) run() error {
	for {
		if w.tokens++; w.tokens%4096 == 0 {
			if err := w.ctx.Err(); err != nil {
				return err
			}
		}
		if w.blocks > w.lim.Blocks {
			return w.lim.TooMany(w.blocks)
		}
		switch w.z.Next() {
		case html.ErrorToken:
			w.flush()
			for len(w.tables) > 0 {
				w.endTable()
			}
			if err := w.z.Err(); err == html.ErrBufferExceeded {
				return fmt.Errorf("a tag or text of the page is longer than %d MB, the most that is accepted", maxToken>>20)
			}
			return nil
		case html.TextToken:
			w.text(string(w.z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := w.start(); err != nil {
				return err
			}
		case html.EndTagToken:
			name, _ := w.z.TagName()
			w.end(atom.Lookup(name))
		}
	}
}

func (w *walker) text(raw string) {
	s := html.UnescapeString(raw)
	switch {
	case w.title:
		w.src.Title = strings.Join(strings.Fields(s), " ")
		return
	case w.skip != 0:
		return
	case w.super:
		s = markdown.Superscript(strings.TrimSpace(s))
	}
	if strings.TrimSpace(s) != "" && w.strong == 0 {
		w.plain = true
	}
	for i, f := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }) {
		if i > 0 {
			w.buf.WriteByte(' ')
		}
		w.buf.WriteString(f)
	}
	if n := len(s); n > 0 && (s[n-1] == '\n' || s[n-1] == '\t') {
		w.buf.WriteByte(' ')
	}
}

func (w *walker) start() error {
	name, more := w.z.TagName()
	a := atom.Lookup(name)
	if w.skip != 0 {
		if a == w.skip {
			w.skipped++
		}
		return nil
	}
	class := ""
	for more {
		var key, val []byte
		key, val, more = w.z.TagAttr()
		switch string(key) {
		case "class", "style", "align":
			class += " " + strings.ToLower(string(val))
		}
	}
	if leftOut[a] {
		w.skip, w.skipped = a, 1
		return nil
	}
	if blockElements[a] {
		w.flush()
		w.marked = strings.Contains(class, "center") || strings.Contains(class, "naslov") || strings.Contains(class, "clan") || strings.Contains(class, "bold") ||
			strings.Contains(class, "title") || strings.Contains(class, "heading")
	}
	switch a {
	case atom.Title:
		w.title = w.src.Title == ""
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.level = int(name[1] - '0')
	case atom.B, atom.Strong:
		w.strong++
	case atom.Sup:
		w.super = true
	case atom.Br:
		w.lineBreak()
	case atom.Table:
		if w.tables = append(w.tables, &table{}); len(w.tables) > w.lim.Depth {
			return fmt.Errorf("tables are nested more than %d deep, the most that is accepted", w.lim.Depth)
		}
	}
	return nil
}

// lineBreak ends a block.
func (w *walker) lineBreak() {
	marked := w.marked
	w.flush()
	w.marked = marked
}

func (w *walker) end(a atom.Atom) {
	if w.skip != 0 {
		if a == w.skip {
			if w.skipped--; w.skipped <= 0 {
				w.skip = 0
			}
		}
		return
	}
	switch a {
	case atom.Title:
		w.title = false
	case atom.B, atom.Strong:
		w.strong = max(0, w.strong-1)
	case atom.Sup:
		w.super = false
	case atom.Td, atom.Th:
		w.cell()
	case atom.Tr:
		w.cell()
		w.row()
	case atom.Table:
		w.endTable()
	}
	if blockElements[a] {
		w.flush()
	}
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.level = 0
	}
}

// flush ends the block at hand.
func (w *walker) flush() {
	t := strings.TrimSpace(w.buf.String())
	w.buf.Reset()
	if t != "" {
		w.blocks++
		w.put(structure.Block{Text: t, Level: w.level, Strong: w.marked || !w.plain})
	}
	w.plain, w.marked = false, false
}

// put adds a block to the cell at hand, or to the page.
func (w *walker) put(b structure.Block) {
	if n := len(w.tables); n > 0 {
		w.tables[n-1].put(b)
		return
	}
	w.src.Blocks = append(w.src.Blocks, b)
}

func (w *walker) cell() {
	w.flush()
	if n := len(w.tables); n > 0 {
		w.tables[n-1].endCell()
	}
}

func (w *walker) row() {
	if n := len(w.tables); n > 0 {
		w.tables[n-1].endRow()
	}
}

// endTable ends the innermost table.
func (w *walker) endTable() {
	w.cell()
	w.row()
	n := len(w.tables)
	if n == 0 {
		return
	}
	t := w.tables[n-1]
	w.tables = w.tables[:n-1]
	if t.layout() {
		for _, b := range t.blocks {
			w.put(b)
		}
	} else if len(t.rows) > 0 {
		w.put(structure.Block{Text: strings.Join(t.rows, "\n"), Kind: structure.Table})
	}
}
