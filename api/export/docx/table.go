package docx

import "strconv"

// Table is a table with one row of headings, which comes again on every page.
type Table struct {
	Widths   []int   // of the columns, in twentieths of a point
	Head     [][]Run // none: a table without a heading
	Rows     []Row
	Together bool // all rows stand on one page where they fit on one
}

// Row is one row; a row is not split between pages.
type Row []TableCell

// TableCell is one cell.
type TableCell struct {
	Runs   []Run
	Shaded bool
}

// Table adds a table. A short empty paragraph follows, as two tables in a row would
// grow together.
func (d *Document) Table(t Table) {
	p := &d.body
	p.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Matrix"/><w:tblW w:w="` + strconv.Itoa(sum(t.Widths)) + `" w:type="dxa"/>` +
		`<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	for _, w := range t.Widths {
		p.WriteString(`<w:gridCol w:w="` + strconv.Itoa(w) + `"/>`)
	}
	p.WriteString(`</w:tblGrid>`)
	if len(t.Head) > 0 {
		p.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
		for i, runs := range t.Head {
			d.cell(t.Widths[i], HeadCell, "", TableCell{runs, true})
		}
		p.WriteString(`</w:tr>`)
	}
	for n, row := range t.Rows {
		properties := ""
		if t.Together && n < len(t.Rows)-1 {
			properties = `<w:keepNext/>`
		}
		p.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, cell := range row {
			d.cell(t.Widths[i], Cell, properties, cell)
		}
		p.WriteString(`</w:tr>`)
	}
	p.WriteString(`</w:tbl><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr></w:p>`)
}

func (d *Document) cell(width int, style Style, properties string, c TableCell) {
	p := &d.body
	p.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(width) + `" w:type="dxa"/>`)
	switch {
	case style == HeadCell:
		p.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="E4E9F0"/>`)
	case c.Shaded:
		p.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="FFF1D6"/>`)
	}
	p.WriteString(`</w:tcPr>`)
	d.styled(p, style, properties, c.Runs)
	p.WriteString(`</w:tc>`)
}

func sum(numbers []int) (total int) {
	for _, n := range numbers {
		total += n
	}
	return total
}
