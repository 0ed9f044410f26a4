package table

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
)

// mark tells spreadsheets that the file is UTF-8; without it they guess.
const mark = "\ufeff"

// Writer writes rows as CSV (RFC 4180) that spreadsheets open safely.
type Writer struct {
	csv   *csv.Writer
	cells []string
}

// NewWriter starts a CSV with the names of the columns, without a byte order mark.
func NewWriter(w io.Writer, columns []Column) (*Writer, error) {
	out := &Writer{csv: csv.NewWriter(w), cells: make([]string, len(columns))}
	out.csv.UseCRLF = true
	for i, c := range columns {
		out.cells[i] = c.Name
	}
	return out, out.csv.Write(out.cells)
}

// Row writes one row.
func (w *Writer) Row(cells ...any) error {
	for i, cell := range cells {
		plain := Plain(cell)
		w.cells[i] = Written(plain)
		if _, isText := plain.(string); isText {
			w.cells[i] = Guard(w.cells[i])
		}
	}
	return w.csv.Write(w.cells[:len(cells)])
}

// Close writes what is still held back. It leaves the writer below open.
func (w *Writer) Close() error {
	w.csv.Flush()
	return w.csv.Error()
}

// CSV writes the table for spreadsheets.
func (t *Table) CSV(to io.Writer) error {
	if _, err := io.WriteString(to, mark); err != nil {
		return err
	}
	w, err := NewWriter(to, t.Columns)
	if err != nil {
		return err
	}
	for _, row := range t.Rows {
		if err := w.Row(row...); err != nil {
			return err
		}
	}
	return w.Close()
}

// Guard puts an apostrophe before a text that a spreadsheet would take for a formula
// and run. A text that begins with an apostrophe gets a second one, so that taking
// one away (see [Unguard]) always gives the text back.
func Guard(s string) string {
	if strings.HasPrefix(s, "'") || dangerous(s) {
		return "'" + s
	}
	return s
}

// Unguard is the inverse of [Guard].
func Unguard(s string) string { return strings.TrimPrefix(s, "'") }

// dangerous reports whether the first thing to be seen, behind blanks and characters
// without width that programs drop, begins a formula. The wide forms are taken for
// the plain ones by some.
func dangerous(s string) bool {
	for _, r := range s {
		switch {
		case r == '\t' || r == '\r' || r == '\n':
			return true
		case strings.ContainsRune("=+-@|%＝＋－＠", r):
			return true
		case !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && !unicode.IsControl(r):
			return false
		}
	}
	return false
}
