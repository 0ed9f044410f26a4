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

// Read splits a PDF into blocks. A PDF without a text layer gives an error: it would have to be recognised optically.
func Read(ctx context.Context, data []byte, lim structure.Limits) (*structure.Source, error) {
	box, err := newSandbox(ctx)
	if err != nil {
		return nil, err
	}
	defer box.close()
	n, err := box.open(data)
	if err != nil {
		return nil, err
	}
	if n > lim.Pages {
		return nil, fmt.Errorf("the PDF has %d pages; at most %d are accepted", n, lim.Pages)
	}
	src := &structure.Source{Format: Format}
	src.Meta.Pages = n
	pages, err := lines(ctx, box, n, src)
	if err != nil {
		return nil, err
	}
	pages = removeFurniture(pages, src)
	src.Blocks = paragraphs(pages)
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

func lines(ctx context.Context, box *sandbox, n int, src *structure.Source) ([][]line, error) {
	pages := make([][]line, 0, n)
	empty, hidden := 0, 0
	for i := range n {
		var page []line
		err := box.withPage(i, func(p *pageText) (err error) {
			page, err = p.lines()
			hidden += p.hidden
			return err
		})
		if ctx.Err() != nil {
			return nil, fmt.Errorf("reading the PDF took too long: stopped at page %d of %d: %w", i+1, n, ctx.Err())
		}
		if err != nil {
			src.Warnf("page", "page %d cannot be read: %v", i+1, err)
			continue
		}
		if len(page) == 0 {
			empty++
		}
		pages = append(pages, page)
	}
	if hidden > 0 {
		src.Warnf("hidden", "%d lines stand outside the part of their pages that is shown; they were left out", hidden)
	}
	if empty > 0 && empty < n {
		src.Warnf("page", "%d of %d pages hold no text; they may be images", empty, n)
	}
	return pages, nil
}
