package html

import (
	"strings"

	"seelex/legislation/official/structure"
)

// table is a table that stands open: its text as rows and cells, and as blocks, since many pages are laid out by
// tables.
type table struct {
	rows   []string
	cells  []string
	cell   []string // the texts of the cell at hand
	blocks []structure.Block
	page   bool // a cell holds a page: headings, a table, or many paragraphs
}

// manyParagraphs in one cell are no datum of a table.
const manyParagraphs = 12

func (t *table) put(b structure.Block) {
	t.blocks = append(t.blocks, b)
	t.cell = append(t.cell, strings.Join(strings.Fields(b.Text), " "))
	t.page = t.page || b.Level > 0 || b.Kind == structure.Table || len(t.cell) > manyParagraphs
}

func (t *table) endCell() {
	if len(t.cell) > 0 {
		t.cells = append(t.cells, strings.Join(t.cell, " "))
	}
	t.cell = nil
}

func (t *table) endRow() {
	if len(t.cells) > 0 {
		t.rows = append(t.rows, strings.Join(t.cells, "\t"))
	}
	t.cells = nil
}

// layout says that the table only lays out the page: a cell holds a page, or every row has one cell.
func (t *table) layout() bool {
	if t.page {
		return true
	}
	for _, r := range t.rows {
		if strings.Contains(r, "\t") {
			return false
		}
	}
	return true
}
