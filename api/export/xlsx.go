package export

import (
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"seelex/api/export/table"
)

// sheet is one sheet of a workbook.
type sheet struct {
	table.Table
	caption string                  // a line above the header, "" for none
	readers int                     // columns for people, whose texts are wrapped and printed; 0 means all
	pinned  int                     // columns that stay in sight
	dense   bool                    // rows of one line, for programs more than for people
	wide    bool                    // printed on landscape paper
	mark    func(row, col int) mark // nil: no cell is marked
}

// mark is how a cell stands out.
type mark int

const (
	unmarked mark = iota
	strong        // names its row
	faint         // says that something is not known
	changed       // the law differs from that of the other day
)

// xlsx writes a workbook. Every text is written as a string, never as a formula.
func (f *File) xlsx(w io.Writer) error {
	book := excelize.NewFile()
	defer book.Close()
	styles, err := newStyles(book)
	if err != nil {
		return err
	}
	for i, s := range f.sheets() {
		if err := f.writeSheet(book, styles, s.widened(), i == 0); err != nil {
			return err
		}
	}
	if err := book.SetDocProps(&excelize.DocProperties{Title: f.Title, Creator: "seelex", Description: f.citation(), Language: "en",
		Created: f.Exported.Time().Format("2006-01-02T15:04:05Z"), Modified: f.Exported.Time().Format("2006-01-02T15:04:05Z"), Subject: f.Question, Keywords: Licence}); err != nil {
		return err
	}
	return book.Write(w)
}

// sheets are those of the workbook, what people read first. The data behind a matrix
// is for programs.
func (f *File) sheets() []sheet {
	all := slices.Clone(f.before)
	data := sheet{Table: f.data, readers: f.readers, pinned: max(f.pinned, 1), wide: true, dense: len(f.before) > 0}
	if !data.dense {
		all = append(append(all, data), f.behind...)
	}
	if len(f.codebook) > 0 {
		all = append(all, sheet{Table: f.meanings(), pinned: 2, wide: true})
	}
	if data.dense {
		all = append(append(all, data), f.behind...)
	}
	return append(all, sheet{Table: f.sources.table(), wide: true}, f.aboutSheet())
}

func (f *File) aboutSheet() sheet {
	t := table.Table{Name: "About", Columns: []table.Column{{Title: "About this file", Width: 22}, {Title: "", Width: 90}}}
	for _, fact := range f.facts() {
		t.Add(fact.name, fact.text)
		if fact.address != "" && fact.address != fact.text {
			t.Add("", fact.address)
		}
	}
	for _, degree := range degrees {
		t.Add("Confidence: "+string(degree), confidences[degree])
	}
	for _, note := range notes {
		t.Add("Note", note)
	}
	for _, remark := range f.remarks() {
		t.Add(remark.name, remark.text)
	}
	return sheet{Table: t, mark: func(_, col int) mark {
		if col == 0 {
			return strong
		}
		return unmarked
	}}
}

func (f *File) writeSheet(book *excelize.File, styles map[mark]int, s sheet, first bool) error {
	name := sheetName(book, s.Name)
	if first {
		if err := book.SetSheetName("Sheet1", name); err != nil {
			return err
		}
	} else if _, err := book.NewSheet(name); err != nil {
		return err
	}
	row := 1
	if s.caption != "" {
		if err := put(book, name, 1, row, s.caption, styles[caption]); err != nil {
			return err
		}
		row++
	}
	header := row
	titles := make([]any, len(s.Columns))
	for i, c := range s.Columns {
		titles[i] = c.Title
		if err := put(book, name, i+1, row, c.Title, styles[head]); err != nil {
			return err
		}
	}
	if err := book.SetRowHeight(name, row, s.height(titles)); err != nil {
		return err
	}
	for i, cells := range s.Rows {
		row++
		for j, cell := range cells {
			look := unmarked
			if s.dense || s.aside(j) {
				look = single
			}
			if s.mark != nil {
				look = s.mark(i, j)
			}
			if err := put(book, name, j+1, row, cell, styles[look]); err != nil {
				return err
			}
		}
		if s.dense {
			continue
		}
		if err := book.SetRowHeight(name, row, s.height(cells)); err != nil {
			return err
		}
	}
	return f.arrange(book, name, s, header, row)
}

// The height of a line in points, and the most lines that a row can show.
const (
	line  = 13.5
	limit = 29
)

// height is that of a row whose texts are wrapped, in points. Programs that open a
// workbook do not all work it out themselves.
func (s sheet) height(cells []any) float64 {
	n := 1
	for i, cell := range cells {
		if !s.aside(i) {
			n = max(n, s.lines(i, cell))
		}
	}
	return float64(min(n, limit))*line + 3
}

// lines are those that a cell takes in a column.
func (s sheet) lines(col int, cell any) (n int) {
	for text := range strings.SplitSeq(shownAs(cell), "\n") {
		n += 1 + utf8.RuneCountInString(text)/int(width(s.Columns[col])*1.15)
	}
	return n
}

// widened gives columns the width that their texts need for no row to be too tall, as
// far as a screen is wide.
func (s sheet) widened() sheet {
	const step, widest = 10, 120
	s.Columns = slices.Clone(s.Columns)
	for i := range s.Columns {
		c := &s.Columns[i]
		for c.Width = width(*c); !s.dense && !s.aside(i) && c.Width < widest && s.overflows(i); {
			c.Width += step
		}
	}
	return s
}

func (s sheet) overflows(col int) bool {
	return slices.ContainsFunc(s.Rows, func(cells []any) bool { return s.lines(col, cells[col]) > limit })
}

// aside reports whether a column is for programs.
func (s sheet) aside(col int) bool { return s.readers > 0 && col >= s.readers }

// inWorkbook reduces a cell as table.Plain does, but for readers: a workbook has the
// sources by number on a sheet of their own, and room for lists that go down.
func inWorkbook(cell any) any {
	switch c := cell.(type) {
	case sourced:
		return table.Plain(c.numbers())
	case []string:
		return table.Plain(strings.Join(c, "\n"))
	case cited:
		return table.Plain(strings.Join(c.short(), "; "))
	}
	return table.Plain(cell)
}

func shownAs(cell any) string { return table.Written(inWorkbook(cell)) }

// put writes a cell with its type.
func put(book *excelize.File, name string, col, row int, cell any, style int) error {
	at, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return err
	}
	switch c := inWorkbook(cell).(type) {
	case string:
		err = book.SetCellStr(name, at, clip(c))
		if err == nil && isAddress(c) {
			err = book.SetCellHyperLink(name, at, c, "External")
		}
	case float64:
		err = book.SetCellFloat(name, at, c, -1, 64)
	case bool:
		err = book.SetCellBool(name, at, c)
	}
	if err != nil {
		return err
	}
	return book.SetCellStyle(name, at, at, style)
}

// longest is the most characters that a cell of a spreadsheet can hold.
const longest = 32_767

func clip(s string) string {
	if r := []rune(s); len(r) > longest {
		return string(r[:longest-1]) + "…"
	}
	return s
}

// isAddress keeps to what a spreadsheet takes as the target of a link.
func isAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && len(s) < 2000 && !strings.ContainsAny(s, " \n\t")
}

// arrange freezes the header, sets widths, filter and paper.
func (f *File) arrange(book *excelize.File, name string, s sheet, header, last int) error {
	for i, c := range s.Columns {
		col, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := book.SetColWidth(name, col, col, width(c)); err != nil {
			return err
		}
	}
	corner, err := excelize.CoordinatesToCellName(s.pinned+1, header+1)
	if err != nil {
		return err
	}
	if err := book.SetPanes(name, &excelize.Panes{Freeze: true, XSplit: s.pinned, YSplit: header, TopLeftCell: corner, ActivePane: pane(s.pinned)}); err != nil {
		return err
	}
	end, err := excelize.CoordinatesToCellName(max(len(s.Columns), 1), max(last, header+1))
	if err != nil {
		return err
	}
	if s.caption == "" && s.mark == nil && last > header {
		if err := book.AutoFilter(name, "A1:"+end, nil); err != nil {
			return err
		}
	}
	return f.paper(book, name, s, header)
}

func pane(pinned int) string {
	if pinned > 0 {
		return "bottomRight"
	}
	return "bottomLeft"
}

// across is how many characters of width a page takes before print becomes too small.
const across = 200

// paper makes a print readable: no more pages across than it needs, the header and
// the pinned columns on every page, and at the foot what the sheet is.
func (f *File) paper(book *excelize.File, name string, s sheet, header int) error {
	total := 0.0
	for i, c := range s.Columns {
		if !s.aside(i) {
			total += width(c)
		}
	}
	size, tall, abreast, orientation, fit := 9, 0, int(math.Ceil(total/across)), "portrait", true // 9 is A4; 0 pages tall is as many as it takes
	if s.wide {
		orientation = "landscape"
	}
	if err := book.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToHeight: &tall, FitToWidth: &abreast}); err != nil {
		return err
	}
	side, top, bottom := 0.4, 0.5, 0.7 // inches
	if err := book.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &bottom}); err != nil {
		return err
	}
	if err := book.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	row := strconv.Itoa(header) // a caption above it would be cut off where only the pinned columns come again
	titles := "'" + name + "'!$" + row + ":$" + row
	if s.pinned > 0 {
		last, err := excelize.ColumnNumberToName(s.pinned)
		if err != nil {
			return err
		}
		titles = "'" + name + "'!$A:$" + last + "," + titles
	}
	if err := book.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name, RefersTo: titles}); err != nil {
		return err
	}
	if s.readers > 0 {
		end, err := excelize.CoordinatesToCellName(s.readers, header+len(s.Rows), true)
		if err != nil {
			return err
		}
		if err := book.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: name, RefersTo: "'" + name + "'!$A$1:" + end}); err != nil {
			return err
		}
	}
	foot := "&L&8" + strings.ReplaceAll(clipTo(f.Title, 60), "&", "&&") + " · seelex · " + Licence + "&R&8&P / &N"
	return book.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: foot})
}

func clipTo(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// widths are the widths of columns that do not ask for one, in characters.
var widths = map[table.Type]float64{table.Text: 24, table.Number: 10, table.Boolean: 9, table.Date: 12, table.List: 40, table.Address: 44, table.JSON: 30}

func width(c table.Column) float64 {
	if c.Width > 0 {
		return c.Width
	}
	if w := widths[c.Type]; w > 0 {
		return w
	}
	return 24
}

// sheetName is a name that spreadsheets accept and that no other sheet has.
func sheetName(book *excelize.File, name string) string {
	name = strings.Trim(strings.NewReplacer("/", " ", "\\", " ", "?", "", "*", "", "[", "(", "]", ")", ":", " ").Replace(name), "' ")
	name = strings.Trim(clipTo(name, 28), "' ")
	for n, base := 2, name; ; n++ {
		if at, err := book.GetSheetIndex(name); err == nil && at < 0 {
			return name
		}
		name = base + " " + table.Written(float64(n))
	}
}
