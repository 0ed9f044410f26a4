package export

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"seelex/api/answer"
	"seelex/api/export/docx/docxtest"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// In 2005 little is known of Serbia and nothing of a fine in Croatia, where the offence
// became a misdemeanour in 2013; a bill of 2020 never became law.
var twoDays = compare.Request{Topics: []string{"personal-possession"}, Jurisdictions: []string{"BA-BIH", "HR", "RS"}, On: 20260101, Against: 20050101}

// wanted is how a cell of each variable is to look on either day.
type wanted struct {
	label        string
	shaded       bool
	first, other string // how the texts begin
}

func cellsWanted(c *compare.Column, topic *legislation.Topic) (out []wanted) {
	for _, v := range topic.Variables {
		w := wanted{label: variableLabel(v.Name), first: "not known on 1 January 2026", other: "not known on 1 January 2005"}
		if c.Position != nil && c.Position.Words[v.Name] != "" {
			w.first = c.Position.Words[v.Name]
		}
		if c.Against != nil && c.Against.Words[v.Name] != "" {
			w.other = c.Against.Words[v.Name]
		}
		known := !strings.HasPrefix(w.first, notKnown) && !strings.HasPrefix(w.other, notKnown)
		w.shaded = known && w.first != w.other
		out = append(out, w)
	}
	return out
}

func TestOnlyAChangeOfTheLawIsShaded(t *testing.T) {
	c := comparison(t, twoDays)
	f := Comparison(c, records(t).Catalog(), request)
	book, err := excelize.OpenReader(bytes.NewReader(written(t, f, XLSX)))
	if err != nil {
		t.Fatal(err)
	}
	table := firstTable(docxtest.Parts(t, written(t, f, DOCX))["word/document.xml"])
	shaded, plain := 0, 0
	for j := range c.Columns {
		for i, w := range cellsWanted(&c.Columns[j], c.Topic) {
			for k, text := range []string{w.first, w.other} {
				column := 1 + 2*j + k
				if got := table[i+1][column]; !strings.HasPrefix(got.text, text) || got.shaded != w.shaded {
					t.Errorf("DOCX, %s of %s: %q, shaded %v, want %q, %v", w.label, c.Columns[j].Jurisdiction.Code, got.text, got.shaded, text, w.shaded)
				}
				if got := workbookCell(t, book, column+1, i+3); !strings.HasPrefix(got.text, text) || got.shaded != w.shaded {
					t.Errorf("XLSX, %s of %s: %q, shaded %v, want %q, %v", w.label, c.Columns[j].Jurisdiction.Code, got.text, got.shaded, text, w.shaded)
				}
			}
			if w.shaded {
				shaded++
			} else if strings.HasPrefix(w.first, notKnown) != strings.HasPrefix(w.other, notKnown) {
				plain++
			}
		}
	}
	if shaded == 0 || plain == 0 {
		t.Errorf("%d answers changed and %d are known on one day only: the example tells nothing", shaded, plain)
	}
}

func TestNoReformIsNamedForWhatIsNotKnown(t *testing.T) {
	f := Comparison(comparison(t, twoDays), records(t).Catalog(), request)
	text := docxtest.Parts(t, written(t, f, DOCX))["word/document.xml"]
	for _, want := range []string{"Known on one of the days only", "Croatia, not known on 1 January 2005: ", "Croatia, since 1 January 2013", "Possession for own use becomes a misdemeanour"} {
		if !strings.Contains(text, want) {
			t.Errorf("the hand-out does not say %q", want)
		}
	}
	if strings.Contains(text, "Bill on the full potential of cannabis") {
		t.Error("the hand-out names a bill that never became law as a cause")
	}
	book, err := excelize.OpenReader(bytes.NewReader(written(t, f, XLSX)))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("Changes")
	if err != nil {
		t.Fatal(err)
	}
	head := slices.IndexFunc(rows, func(r []string) bool { return slices.Contains(r, "What it is") })
	kind := slices.Index(rows[head], "What it is")
	seen := map[string]int{}
	for _, row := range rows[head+1:] {
		seen[row[kind]]++
		unknown := row[kind-2] == notKnown || row[kind-1] == notKnown
		if unknown != (row[kind] != "change of the law") || unknown && strings.Join(row[kind+1:], "") != "" || strings.Contains(strings.Join(row, " "), "Bill on the full potential") {
			t.Errorf("the workbook says %q", row)
		}
	}
	if seen["change of the law"] == 0 || seen["only newly known"] == 0 {
		t.Errorf("the rows of the workbook are %v", seen)
	}
}

type look struct {
	text   string
	shaded bool
}

// firstTable reads the first table of a document as a reader sees it.
func firstTable(document string) (rows [][]look) {
	tags := regexp.MustCompile(`<[^>]*>`)
	table, _, _ := strings.Cut(document, "</w:tbl>")
	for _, row := range strings.Split(table, "<w:tr>")[1:] {
		var cells []look
		for _, cell := range strings.Split(row, "<w:tc>")[1:] {
			cells = append(cells, look{tags.ReplaceAllString(strings.ReplaceAll(cell, "<w:br/>", "\n"), ""), strings.Contains(cell, `w:fill="FFF1D6"`)})
		}
		rows = append(rows, cells)
	}
	return rows
}

func workbookCell(t *testing.T, book *excelize.File, column, row int) look {
	t.Helper()
	name, err1 := excelize.CoordinatesToCellName(column, row)
	text, err2 := book.GetCellValue("Matrix", name)
	id, err3 := book.GetCellStyle("Matrix", name)
	if err1 != nil || err2 != nil || err3 != nil {
		t.Fatal(err1, err2, err3)
	}
	style, err := book.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return look{text, len(style.Fill.Color) > 0}
}

func TestAFileOfChangesNamesNoReformForWhatIsNotKnown(t *testing.T) {
	changes, err := answer.New(records(t), nil).Changes(t.Context(), compare.ChangesRequest{From: 20000101, To: today, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(written(t, Changes(changes, records(t).Catalog(), request), CSV), []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := func(name string) int {
		at := slices.Index(lines[0], name)
		if at < 0 {
			t.Fatalf("no column %q in %q", name, lines[0])
		}
		return at
	}
	kind, reforms, amendments, sources := column("kind"), column("reforms"), column("amendments"), column("reform_sources")
	named := 0
	for _, line := range lines[1:] {
		said := line[reforms] + line[amendments] + line[sources]
		if line[kind] == "changed" && said != "" {
			named++
		}
		if line[kind] != "changed" && said != "" || strings.Contains(said, "Bill on the full potential") {
			t.Errorf("%q", line)
		}
	}
	if named == 0 {
		t.Error("no change has a reform: the example tells nothing")
	}
}
