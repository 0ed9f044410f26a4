// Package pdf reads statutes from PDF files with a text layer. Lines are put together from runs of text by their
// place on the page, paragraphs by indentation, distance and sentence ends; page headers, footers and page numbers
// are taken out and reported.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"seelex/legislation/official/structure"
)

// Format is the name of this reader in a document.
const Format = "pdf"

// maxCharacters bounds those of one page. A page of a gazette has five thousand, a poster perhaps ten times as many.
const maxCharacters = 200_000

// Read splits a PDF into blocks. A PDF without a text layer gives an error: it would have to be recognised optically.
func Read(ctx context.Context, data []byte, lim structure.Limits) (*structure.Source, error) {
	p := newPatience(ctx)
	defer p.end()
	box, err := newSandbox(p)
	if err != nil {
		return nil, err
	}
	defer box.close()
	p.begin(lim.Opening)
	n, err := box.open(data)
	if p.Err() != nil {
		return nil, fmt.Errorf("the PDF cannot be opened: %w", context.Cause(p))
	}
	if err != nil {
		return nil, err
	}
	if n > lim.Pages {
		return nil, fmt.Errorf("the PDF has %d pages; at most %d are accepted: split it by the parts of the law", n, lim.Pages)
	}
	src := &structure.Source{Format: Format}
	src.Meta.Pages = n
	pages, err := lines(p, box, n, lim, src)
	if err != nil {
		return nil, err
	}
	pages = removeFurniture(pages, src)
	src.Blocks = paragraphs(pages)
	removeNoteSigns(src.Blocks, src)
	if len(src.Blocks) == 0 {
		return nil, errors.New("the PDF has no text layer: its pages are images and need optical recognition first")
	}
	src.Title = title(box.title(), src.Blocks)
	return src, nil
}

// title is the title in the file's properties, if the text begins with it: often it is that of the file which served as
// a template, or a name of its own.
func title(s string, blocks []structure.Block) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) < 8 {
		return ""
	}
	opening := ""
	for _, b := range blocks[:min(len(blocks), 20)] {
		opening += b.Text + " "
	}
	if !strings.Contains(strings.ToLower(strings.Join(strings.Fields(opening), " ")), strings.ToLower(s)) {
		return ""
	}
	return s
}

// lines reads the pages, each as lines of print. A page that PDFium calls damaged is left out and reported; one that
// brings PDFium to a stop, or costs too much, ends the reading.
func lines(p *patience, box *sandbox, n int, lim structure.Limits, src *structure.Source) ([][]line, error) {
	pages := make([][]line, 0, n)
	empty, hidden, size := 0, 0, int64(0)
	var damaged error
	for i := range n {
		p.allow(lim.Page)
		var page []line
		err := box.withPage(i, func(t *pageText) (err error) {
			page, err = t.lines()
			hidden += t.hidden
			return err
		})
		if p.Err() != nil {
			return nil, fmt.Errorf("page %d of %d of the PDF cannot be read: %w", i+1, n, context.Cause(p))
		}
		if errors.Is(err, errDamaged) {
			damaged = fmt.Errorf("page %d of %d of the PDF cannot be read: %w", i+1, n, err)
			src.Warnf("page", "page %d cannot be read: %v", i+1, err)
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("page %d of %d of the PDF cannot be read: %w", i+1, n, err)
		}
		for _, l := range page {
			size += int64(len(l.text))
		}
		if size > lim.Text {
			return nil, fmt.Errorf("the first %d of %d pages of the PDF hold more than %d bytes of text; at most that many are accepted: split it by the parts of the law", i+1, n, lim.Text)
		}
		if len(page) == 0 {
			empty++
		}
		pages = append(pages, page)
	}
	if len(pages) == 0 && damaged != nil {
		return nil, damaged
	}
	if hidden > 0 {
		src.Warnf("hidden", "%d lines stand outside the part of their pages that is shown; they were left out", hidden)
	}
	if empty > 0 && empty < n {
		src.Warnf("page", "%d of %d pages hold no text; they may be images", empty, n)
	}
	return pages, nil
}
