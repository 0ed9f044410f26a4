// Package table is the form in which records leave seelex as rows: named and
// typed columns that a person, a spreadsheet and a statistics program understand alike.
package table

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"seelex/legislation"
)

// Type says what the cells of a column hold.
type Type string

// The types of columns.
const (
	Text    Type = "text"
	Number  Type = "number"
	Boolean Type = "boolean"
	Date    Type = "date" // ISO 8601, as exactly as it is known: 2009, 2009-09 or 2009-09-11
	List    Type = "list" // texts, joined by "; "
	Address Type = "address"
	JSON    Type = "json" // a value in the shape that the codebook gives it
)

// Column is one column.
type Column struct {
	Name  string // for machines: snake_case, never changed once published
	Title string // for people
	Type  Type
	Note  string  // what the cells mean, "" where the title says it
	Width float64 // in characters, for spreadsheets; 0 for a width by type
}

// Table is rows under columns. A cell is nil where the value is not known.
type Table struct {
	Name    string // for files and sheets
	Columns []Column
	Rows    [][]any
}

// Add adds a row; its cells are in the order of the columns.
func (t *Table) Add(cells ...any) { t.Rows = append(t.Rows, cells) }

// Constant adds a column that has the same value in every row.
func (t *Table) Constant(c Column, value any) {
	t.Columns = append(t.Columns, c)
	for i := range t.Rows {
		t.Rows[i] = append(t.Rows[i], value)
	}
}

// Plain reduces a cell to nil, a bool, a float64 or a string.
func Plain(cell any) any {
	switch c := cell.(type) {
	case nil, bool, float64:
		return c
	case *bool:
		if c != nil {
			return *c
		}
		return nil
	case *float64:
		if c != nil {
			return *c
		}
		return nil
	case int:
		return float64(c)
	case string:
		return known(c)
	case []string:
		return known(strings.Join(c, "; "))
	case legislation.Value:
		return plainValue(c)
	case fmt.Stringer: // dates and days
		return known(c.String())
	}
	return fmt.Sprint(cell)
}

func known(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// plainValue writes a text as it is and what has parts as JSON.
func plainValue(v legislation.Value) any {
	switch v.Type {
	case legislation.Enum, legislation.Plain:
		return known(v.Text)
	case legislation.Bool:
		return v.Bool
	case legislation.Dated:
		return known(v.Date.String())
	}
	text, err := json.Marshal(v)
	if err != nil {
		return v.Words() // no value has a part that JSON cannot hold
	}
	return string(text)
}

// Written gives a plain cell as text.
func Written(plain any) string {
	switch c := plain.(type) {
	case bool:
		return strconv.FormatBool(c)
	case float64:
		return strconv.FormatFloat(c, 'f', -1, 64)
	case string:
		return c
	}
	return ""
}
