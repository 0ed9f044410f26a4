// Package official reads official texts as they are published — Legalize Markdown, other Markdown, PDF with a text
// layer, Akoma Ntoso, HTML, DOCX, plain text — into one document tree of articles, paragraphs and points.
//
// The reader is chosen by content, not by the name of the file. Every file is treated as hostile: its size, nesting,
// entities, compression, pages and time are bounded, nothing in it is executed, nothing outside it is opened, and the
// tree holds text only, no markup.
package official

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"seelex/legislation/official/akn"
	"seelex/legislation/official/docx"
	"seelex/legislation/official/html"
	"seelex/legislation/official/legalize"
	"seelex/legislation/official/markdown"
	"seelex/legislation/official/pdf"
	"seelex/legislation/official/structure"
	"seelex/legislation/official/text"
)

// The document tree; see package structure.
type (
	Document = structure.Document
	Part     = structure.Part
	Meta     = structure.Meta
	Warning  = structure.Warning
	Kind     = structure.Kind
	Limits   = structure.Limits
)

// Options of Read. The zero value reads with the default limits and tells the language from the text.
type Options struct {
	Language string // BCP 47, where it is known from elsewhere
	Limits   Limits // zero: structure.DefaultLimits
	Timeout  time.Duration
}

// ErrTooLarge is the error of a file that is larger than the limits allow.
var ErrTooLarge = errors.New("the file is too large")

// ErrEmpty is the error of a file without any text.
var ErrEmpty = errors.New("the file has no text")

// ErrFormat is the error of a file that no reader understands.
var ErrFormat = errors.New("unknown format")

// Read reads one official text. Name is used in messages only. An error says why the file cannot be read at all; what
// was read but not understood is in the document's warnings.
func Read(ctx context.Context, name string, r io.Reader, opt Options) (*Document, error) {
	lim := opt.Limits
	if lim == (Limits{}) {
		lim = structure.DefaultLimits()
	}
	if opt.Timeout == 0 {
		opt.Timeout = 5 * time.Minute
	}
	ctx, cancel := context.WithTimeout(ctx, opt.Timeout)
	defer cancel()
	var buf bytes.Buffer
	n, err := buf.ReadFrom(io.LimitReader(r, lim.Bytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if n > lim.Bytes {
		return nil, fmt.Errorf("%s: %w: it has more than %d bytes, the most that are accepted: split it by the parts of the law", name, ErrTooLarge, lim.Bytes)
	}
	doc, err := read(ctx, buf.Bytes(), opt.Language, lim)
	if err == nil && strings.TrimSpace(doc.Text) == "" {
		err = ErrEmpty
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return doc, nil
}

// reader splits a file of one format into blocks.
type reader func(ctx context.Context, data []byte, lim Limits) (*structure.Source, error)

// readers by format. Akoma Ntoso is not among them: it states its structure.
var readers = map[string]reader{pdf.Format: pdf.Read, docx.Format: docx.Read, html.Format: html.Read, legalize.Format: legalize.Read,
	markdown.Format: markdown.Read, text.Format: text.Read}

// lined are the formats whose blocks are lines.
var lined = map[string]bool{legalize.Format: true, markdown.Format: true, text.Format: true}

func read(ctx context.Context, data []byte, language string, lim Limits) (*Document, error) {
	format := Detect(data)
	if format == "" {
		return nil, fmt.Errorf("%w: neither PDF, DOCX, XML, HTML nor text; it starts with %q", ErrFormat, data[:min(len(data), 8)])
	}
	if err := fits(data, format, lim); err != nil {
		return nil, err
	}
	if format == akn.Format {
		return akn.Read(ctx, data, language, lim)
	}
	src, err := readers[format](ctx, data, lim)
	if err != nil {
		return nil, err
	}
	return structure.Build(ctx, src, language, lim)
}

// fits refuses what is too much before it is parsed; PDF and DOCX are packed, and counted as they are unpacked.
func fits(data []byte, format string, lim Limits) error {
	if format == pdf.Format || format == docx.Format {
		return nil
	}
	if n := int64(len(data)); n > lim.Text {
		return fmt.Errorf("%w: it has %d bytes; at most %d of text, Markdown, HTML or XML are accepted: split it by the parts of the law", ErrTooLarge, n, lim.Text)
	}
	if !lined[format] {
		return nil
	}
	if n := bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r")); n > 2*lim.Blocks { // a line may end by both
		return fmt.Errorf("%w: the text has %d lines; at most %d are accepted: split it by the parts of the law", ErrTooLarge, n, 2*lim.Blocks)
	}
	return nil
}

// Detect names the format of a file by its content: pdf, docx, akn, html, legalize, markdown, text; empty if it is
// none of these.
func Detect(data []byte) string {
	head := data[:min(len(data), 64<<10)]
	trimmed := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return pdf.Format
	case docx.Is(data):
		return docx.Format
	case akn.Is(trimmed):
		return akn.Format
	case html.Is(trimmed):
		return html.Format
	case bytes.IndexByte(head, 0) >= 0 && !bytes.HasPrefix(head, []byte("\xff\xfe")) && !bytes.HasPrefix(head, []byte("\xfe\xff")):
		return ""
	case legalize.Is(string(trimmed)):
		return legalize.Format
	case markdown.Is(string(trimmed)):
		return markdown.Format
	}
	return text.Format
}
