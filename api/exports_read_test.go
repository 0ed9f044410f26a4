package api_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"seelex/api/export/docx/docxtest"
	"seelex/api/export/table"
)

// csvRows reads a CSV as a statistics program does.
func csvRows(t *testing.T, data []byte) (header []string, rows [][]string) {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range all[1:] {
		for i := range row {
			row[i] = table.Unguard(row[i])
		}
	}
	return all[0], all[1:]
}

// sheetRows reads the rows below the header of a sheet, none shorter than the header.
func sheetRows(t *testing.T, data []byte, sheet string) [][]string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	all, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatalf("%v, among %s", err, book.GetSheetList())
	}
	for i := range all {
		for len(all[i]) < len(all[0]) {
			all[i] = append(all[i], "")
		}
	}
	for _, name := range []string{"Sources", "About"} {
		if at, _ := book.GetSheetIndex(name); at < 0 {
			t.Errorf("no sheet %s among %s", name, book.GetSheetList())
		}
	}
	for _, name := range book.GetSheetList() {
		if panes, err := book.GetPanes(name); err != nil || !panes.Freeze || panes.YSplit == 0 {
			t.Errorf("sheet %s does not keep its header in sight (%+v, %v)", name, panes, err)
		}
	}
	return all[1:]
}

// documentText reads the text of a document whose parts are all well formed.
func documentText(t *testing.T, data []byte) string {
	t.Helper()
	for name, part := range docxtest.Parts(t, data) {
		if name == "word/document.xml" {
			continue
		}
		readXML(t, name, part)
	}
	return readXML(t, "word/document.xml", docxtest.Parts(t, data)["word/document.xml"])
}

func readXML(t *testing.T, name, part string) string {
	t.Helper()
	var text strings.Builder
	decoder := xml.NewDecoder(strings.NewReader(part))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return text.String()
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if data, ok := token.(xml.CharData); ok {
			text.Write(data)
		}
	}
}

// sameValue reports whether a cell reads back as a value of the JSON.
func sameValue(cell string, value any) bool {
	switch v := value.(type) {
	case nil:
		return cell == ""
	case string:
		return cell == v
	case bool:
		return cell == strconv.FormatBool(v) || cell == map[bool]string{true: "1", false: "0"}[v] // raw in a workbook
	case float64:
		n, err := strconv.ParseFloat(cell, 64)
		return err == nil && n == v
	}
	var got any
	return json.Unmarshal([]byte(cell), &got) == nil && reflect.DeepEqual(got, value)
}

// each gives the items of a list on the way of a path.
func each(t *testing.T, v any, path string, do func(item any)) {
	t.Helper()
	for _, item := range at(t, v, path).([]any) {
		do(item)
	}
}

// fields picks fields of an item by the names of the columns: "column=path".
func fields(t *testing.T, item any, names string) row {
	t.Helper()
	out := row{}
	for name := range strings.FieldsSeq(names) {
		column, path, renamed := strings.Cut(name, "=")
		if !renamed {
			path = column
		}
		out[column] = at(t, item, path)
	}
	return out
}

func changedRows(t *testing.T, answer any) (rows []row) {
	each(t, answer, "rows", func(of any) {
		each(t, of, "changes", func(change any) {
			r := fields(t, change, "variable kind before after before_words after_words since")
			r["jurisdiction"], r["topic"] = at(t, of, "jurisdiction.code"), at(t, of, "topic.id")
			rows = append(rows, r)
		})
	})
	return rows
}

func comparedRows(t *testing.T, answer any) (rows []row) {
	each(t, answer, "columns", func(column any) {
		position := at(t, column, "position").(map[string]any)
		values := position["values"].(map[string]any)
		each(t, answer, "topic.variables", func(variable any) {
			name := at(t, variable, "name").(string)
			r := row{"jurisdiction": at(t, column, "jurisdiction.code"), "variable": name, "value": values[name], "from": position["from"], "to": position["to"], "confidence": position["confidence"]}
			if prison, ok := values[name].(map[string]any); ok && name == "prison" {
				r["min"], r["max"], r["unit"] = prison["min"], prison["max"], "months"
			}
			rows = append(rows, r)
		})
		rows = append(rows, row{"variable": "summary", "words": position["summary"]})
	})
	return rows
}

func eventRows(t *testing.T, answer any) (rows []row) {
	each(t, answer, "events", func(event any) {
		rows = append(rows, fields(t, event, "date to kind title direction confidence jurisdiction=jurisdiction.code"))
	})
	return rows
}

func strategyRows(t *testing.T, answer any) (rows []row) {
	each(t, answer, "columns", func(column any) {
		each(t, column, "strategies", func(s any) {
			r := fields(t, s, "id title type status from to adopted summary responsible draft beside confidence jurisdiction=jurisdiction.code")
			r["sections"] = float64(len(at(t, s, "sections").([]any)))
			rows = append(rows, r)
		})
	})
	return rows
}

func aimRows(t *testing.T, answer any) (rows []row) {
	each(t, answer, "columns", func(column any) {
		each(t, column, "strategies", func(s any) {
			each(t, s, "sections", func(section any) {
				r := fields(t, section, "id=citation.id heading text account confidence")
				r["jurisdiction"], r["strategy"] = at(t, s, "jurisdiction.code"), at(t, s, "title")
				rows = append(rows, r)
			})
		})
	})
	return rows
}

func outcomeRows(t *testing.T, answer any) (rows []row) {
	each(t, answer, "outcomes", func(o any) {
		r := fields(t, o, "jurisdiction=jurisdiction.code known class rule=rule.code rule_words=rule.words waiver=waiver.code waiver_words=waiver.words authority summary "+
			"penalty_words=penalty.words prison_possible=penalty.prison_possible fine_possible=penalty.fine_possible basic_only=penalty.basic_only")
		if prison, ok := at(t, o, "penalty.prison").(map[string]any); ok && prison["max"] != "life" {
			r["prison_min"], r["prison_max"] = prison["min"], prison["max"]
		}
		if fine, ok := at(t, o, "penalty.fine").(map[string]any); ok && fine["currency"] != nil {
			r["fine_min"], r["fine_max"], r["fine_unit"] = fine["min"], fine["max"], fine["currency"]
		}
		rows = append(rows, r)
	})
	return rows
}

func figureRows(t *testing.T, answer any) (rows []row) {
	each(t, answer, "series", func(series any) {
		each(t, series, "points", func(point any) {
			r := fields(t, point, "year value confidence")
			for column, path := range map[string]string{"jurisdiction": "jurisdiction.code", "measure": "measure", "unit": "unit"} {
				r[column] = at(t, series, path)
			}
			rows = append(rows, r)
		})
	})
	return rows
}

func placeRows(t *testing.T, answer any) (rows []row) {
	each(t, answer, "places", func(place any) {
		rows = append(rows, fields(t, place, "jurisdiction=jurisdiction.code code words from to"))
	})
	return rows
}

func coverageRows(t *testing.T, answer any) (rows []row) {
	each(t, answer, "rows", func(of any) {
		each(t, of, "cells", func(cell any) {
			r := fields(t, cell, "topic known of known_from")
			r["jurisdiction"] = at(t, of, "jurisdiction.code")
			if words, gap := cell.(map[string]any)["gap"]; gap {
				r["gap"] = at(t, words, "words")
			} else {
				r["confidence"] = at(t, cell, "confidence")
			}
			rows = append(rows, r)
		})
	})
	return rows
}

func editRows(t *testing.T, answer any) (rows []row) {
	each(t, answer, "edits", func(edit any) {
		r := fields(t, edit, "op words=text")
		r["id"], r["part"] = at(t, answer, "id"), float64(len(rows)+1)
		rows = append(rows, r)
	})
	return rows
}
