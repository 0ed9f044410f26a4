package api_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"seelex/api"
	"seelex/legislation"
)

// row is what a row of an export must say, by column, as the JSON of the view says it.
type row map[string]any

// exportedView is a question to a view with what its files must hold.
type exportedView struct {
	name, query string
	json        string // parameters that only the JSON needs
	sheet       string // of the rows
	file        string // its name without the ending
	pinned      string // what the permanent address says beside the question
	rows        func(t *testing.T, answer any) []row
	printed     []string // columns whose texts stand in the hand-out
}

// address is that of the JSON of the view.
func (v exportedView) address() string {
	switch v.name {
	case "aims":
		return "/strategies?" + v.query
	case "diff":
		id, days, _ := strings.Cut(strings.TrimPrefix(v.query, "id="), "&")
		return "/provisions/" + id + "/diff?" + days
	}
	return "/" + v.name + "?" + v.query + v.json
}

// seen is where a person sees the same.
func (v exportedView) seen() string {
	if v.name == "diff" {
		return "/law/" + strings.Replace(strings.TrimPrefix(v.query, "id="), "&", "?", 1)
	}
	return "?" + v.query
}

// exportedViews are questions to every comparative view.
var exportedViews = []exportedView{
	{name: "compare", query: "topic=personal-possession&jurisdictions=RS,HR&on=2014-06-01", sheet: "Data", file: "seelex-personal-possession-rs-hr-2014-06-01", rows: comparedRows, printed: []string{"summary"}},
	{name: "changes", query: "jurisdiction=GR&from=2012-01-01&to=2014-01-01", json: "&limit=200", sheet: "Changes", file: "seelex-changes-gr-2014-01-01-against-2012-01-01", rows: changedRows, printed: []string{"after_words"}},
	{name: "timeline", query: "jurisdiction=XK&from=2005", json: "&limit=200", sheet: "Timeline", file: "seelex-timeline-xk-", pinned: "kind=reform,adoption,", rows: eventRows, printed: []string{"title"}},
	{name: "strategies", query: "jurisdiction=XK,RS,HR&on=2014-06-01", sheet: "Strategies", file: "seelex-strategies-xk-rs-hr-2014-06-01", rows: strategyRows, printed: []string{"title", "summary"}},
	{name: "aims", query: "jurisdiction=XK,RS&on=2014-06-01", sheet: "Aims", file: "seelex-aims-xk-rs-2014-06-01", rows: aimRows, printed: []string{"text"}},
	{name: "scenario", query: "substance=cannabis&amount=3&unit=g", sheet: "Scenario", file: "seelex-scenario-possession-cannabis-", pinned: "conduct=possession&on=20", rows: outcomeRows,
		printed: []string{"penalty_words", "summary", "authority"}},
	{name: "practice", query: "q=persons&from=2010", sheet: "Practice", file: "seelex-practice-", rows: figureRows, printed: []string{"measure"}},
	{name: "map", query: "topic=decriminalisation&variable=status", sheet: "Map", file: "seelex-map-decriminalisation-status-", pinned: "on=20", rows: placeRows, printed: []string{"words"}},
	{name: "diff", query: "id=ro/law-143-2000/art-2/par-1&from=2007-01-01", sheet: "Difference", file: "seelex-difference-law-143-2000-art-2-par-1-ro-", pinned: "&on=20", rows: editRows, printed: []string{"words"}},
	{name: "coverage", query: "on=2008-01-01", sheet: "Data", file: "seelex-coverage-2008-01-01", rows: coverageRows},
}

func TestEveryViewReadsBackAsItWasAnswered(t *testing.T) {
	for _, v := range exportedViews {
		t.Run(v.name, func(t *testing.T) {
			want := v.rows(t, get[any](t, v.address()))
			if len(want) < 5 {
				t.Fatalf("the question has %d rows only", len(want))
			}
			files := map[string][]byte{}
			for _, format := range []string{"csv", "xlsx", "docx", "json"} {
				files[format] = exported(t, v.name+"."+format+"?"+v.query, v.file)
			}
			header, rows := csvRows(t, files["csv"])
			if len(rows) < len(want) {
				t.Fatalf("the CSV has %d rows, the answer %d", len(rows), len(want))
			}
			sheet := sheetRows(t, files["xlsx"], v.sheet)
			text := documentText(t, files["docx"])
			for i, r := range want {
				for column, value := range r {
					at := slices.Index(header, column)
					if at < 0 {
						t.Fatalf("no column %s in %s", column, header)
					}
					if !sameValue(rows[i][at], value) {
						t.Errorf("row %d of the CSV: %s is %q, want %v", i, column, rows[i][at], value)
					}
					if cell := sheet[i][at]; !sameValue(strings.ReplaceAll(cell, "\n", "; "), value) {
						t.Errorf("row %d of the workbook: %s is %q, want %v", i, column, cell, value)
					}
				}
				for _, column := range v.printed {
					if words, _ := r[column].(string); len(words) < 200 && !strings.Contains(text, words) {
						t.Errorf("the hand-out does not say %q", words)
					}
				}
			}
			saysWhatItIs(t, v, files, text)
		})
	}
}

// exported asks for a file, which is to be saved under a name.
func exported(t *testing.T, address, name string) []byte {
	t.Helper()
	answer, body := ask(t, http.MethodGet, "/api/v1/export/"+address)
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s %.300s", address, answer.Status, body)
	}
	if got := answer.Header.Get("Content-Disposition"); !strings.HasPrefix(got, "attachment; filename="+name) {
		t.Errorf("%s is to be saved as %s, want %s", address, got, name)
	}
	return body
}

// saysWhatItIs looks in each format for the day of the export, the address of the view,
// the licence and the notice.
func saysWhatItIs(t *testing.T, v exportedView, files map[string][]byte, document string) {
	t.Helper()
	var inJSON struct {
		About map[string]any
	}
	if err := json.Unmarshal(files["json"], &inJSON); err != nil {
		t.Fatal(err)
	}
	address, _ := inJSON.About["address"].(string)
	if !strings.HasPrefix(address, site.url+"/") || !strings.Contains(address, v.seen()) || !strings.Contains(address, v.pinned) {
		t.Errorf("the address is %s, want %s with %s", address, v.seen(), v.pinned)
	}
	header, rows := csvRows(t, files["csv"])
	about := sheetRows(t, files["xlsx"], "About")
	day, _ := inJSON.About["exported"].(string)
	exportedOn, err := legislation.ParseDay(day)
	if err != nil {
		t.Fatal(err)
	}
	for column, want := range map[string]string{"address": address, "licence": "CC BY 4.0", "exported": day, "notice": "Research, not legal advice."} {
		if got := rows[0][slices.Index(header, column)]; got != want {
			t.Errorf("%s of the CSV is %q, want %q", column, got, want)
		}
		if column == "exported" {
			want = exportedOn.Date().Words()
		}
		if !strings.Contains(document, want) {
			t.Errorf("the hand-out does not say %q", want)
		}
		if !slices.ContainsFunc(about, func(row []string) bool { return strings.Contains(row[1], want) }) {
			t.Errorf("the workbook does not say %q", want)
		}
	}
}

// Numbers are numbers in a workbook, so that they can be added up.
func TestNumbersOfAWorkbookAreNumbers(t *testing.T) {
	for address, columns := range map[string][]string{"practice.xlsx?q=persons": {"Value"}, "coverage.xlsx": {"Variables answered", "Variables asked"}, "scenario.xlsx?amount=3": {"Prison to", "Fine to"}} {
		book, err := excelize.OpenReader(bytes.NewReader(exported(t, address, "seelex-")))
		if err != nil {
			t.Fatal(err)
		}
		sheet := book.GetSheetName(0)
		if at, _ := book.GetSheetIndex("Data"); at >= 0 {
			sheet = "Data"
		}
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, column := range columns {
			at, numbers := slices.Index(rows[0], column), 0
			for i := range rows[1:] {
				name, _ := excelize.CoordinatesToCellName(at+1, i+2)
				kind, err := book.GetCellType(sheet, name)
				value, _ := book.GetCellValue(sheet, name)
				if err != nil || value != "" && kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
					t.Errorf("%s: %s of row %d, %q, is of type %v (%v)", address, column, i, value, kind, err)
				}
				if value != "" {
					numbers++
				}
			}
			if numbers == 0 {
				t.Errorf("%s: no number in column %s", address, column)
			}
		}
	}
}

// A question that nothing answers gives a file that says so, not an error.
func TestAnEmptyAnswerIsAFileToo(t *testing.T) {
	for view, says := range map[string]string{
		"changes.F?jurisdiction=RS&from=2020-01-01&to=2020-01-02": "Nothing changed between the two days",
		"timeline.F?jurisdiction=RS&to=1800":                      "No event fits what was asked",
		"practice.F?q=unicorns":                                   "No figure fits what was asked",
		"strategies.F?jurisdiction=INT":                           "No strategy or action plan is known",
		"aims.F?jurisdiction=INT":                                 "No section of them is in the data",
	} {
		if _, rows := csvRows(t, exported(t, strings.Replace(view, "F", "csv", 1), "seelex-")); len(rows) != 0 {
			t.Errorf("%s: the CSV has %d rows", view, len(rows))
		}
		data := exported(t, strings.Replace(view, "F", "xlsx", 1), "seelex-")
		if rows := sheetRows(t, data, firstSheet(t, data)); len(rows) != 0 {
			t.Errorf("%s: the workbook has %d rows", view, len(rows))
		}
		if text := documentText(t, exported(t, strings.Replace(view, "F", "docx", 1), "seelex-")); !strings.Contains(text, says) {
			t.Errorf("%s: the hand-out does not say %q", view, says)
		}
	}
}

func firstSheet(t *testing.T, data []byte) string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return book.GetSheetName(0)
}

func TestProblemsOfExports(t *testing.T) {
	for _, c := range []struct {
		address string
		status  int
		field   string
	}{
		{"changes.csv", 400, "from"},
		{"changes.docx?from=2020", 400, "from"},
		{"changes.xlsx?from=2020-01-01&to=yesterday", 400, "to"},
		{"changes.csv?from=2020-01-01&to=2019-01-01", 400, "from"},
		{"changes.csv?from=2020-01-01&jurisdiction=ZZ", 400, "jurisdiction"},
		{"changes.csv?from=2020-01-01&topic=none", 400, "topic"},
		{"timeline.docx?jurisdiction=RS,ZZ", 400, "jurisdiction"},
		{"timeline.csv?kind=party", 400, "kind"},
		{"timeline.csv?from=soon", 400, "from"},
		{"strategies.xlsx?on=2020-02-30", 400, "on"},
		{"aims.csv?jurisdiction=ZZ", 400, "jurisdiction"},
		{"scenario.docx?conduct=dreaming", 400, "conduct"},
		{"scenario.csv?amount=much", 400, "amount"},
		{"scenario.csv?jurisdictions=ZZ", 400, "jurisdictions"},
		{"practice.csv?from=year", 400, "from"},
		{"practice.xlsx?jurisdiction=ZZ", 400, "jurisdiction"},
		{"map.csv?topic=decriminalisation", 400, "variable"},
		{"map.docx?topic=decriminalisation&variable=status&on=2020-13-01", 400, "on"},
		{"coverage.csv?on=today", 400, "on"},
		{"diff.csv?from=2020-01-01", 400, "id"},
		{"diff.docx?id=rs/criminal-code/art-246a/par-1", 400, "from"},
		{"diff.csv?id=rs/criminal-code/art-999&from=2020-01-01", 404, "id"},
		{"compare.docx", 400, "topic"},
		{"changes.pdf?from=2020-01-01", 404, "name"},
		{"search.docx?q=x", 404, "name"},
		{"strategy.csv", 404, "name"},
	} {
		answer, body := ask(t, http.MethodGet, "/api/v1/export/"+c.address)
		var p api.Problem
		if err := json.Unmarshal(body, &p); err != nil || answer.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %v, %.200s", c.address, err, body)
		}
		if answer.StatusCode != c.status || p.Field != c.field || p.Want == "" && c.status == http.StatusBadRequest {
			t.Errorf("%s: %s, field %q, want %q in it; want %d and %s", c.address, answer.Status, p.Field, p.Want, c.status, c.field)
		}
		if answer.Header.Get("Content-Disposition") != "" {
			t.Errorf("%s: a problem is to be saved as a file", c.address)
		}
	}
}

// What a stranger puts into the address comes back as text.
func TestTheAddressIsNotAFormula(t *testing.T) {
	evil := `%3DHYPERLINK(%22http%3A%2F%2Fevil.example%22)`
	for _, address := range []string{"search.F?q=" + evil, "practice.F?x=" + evil, "timeline.F?jurisdiction=RS&x=" + evil} {
		_, rows := csvRows(t, exported(t, strings.Replace(address, "F", "csv", 1), "seelex-"))
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") {
					t.Errorf("%s: a cell of the CSV is %q", address, cell)
				}
			}
		}
		book, err := excelize.OpenReader(bytes.NewReader(exported(t, strings.Replace(address, "F", "xlsx", 1), "seelex-")))
		if err != nil {
			t.Fatal(err)
		}
		for row := 1; row < 12; row++ {
			if formula, _ := book.GetCellFormula("About", "B"+strconv.Itoa(row)); formula != "" {
				t.Errorf("%s: a cell of the workbook is the formula %s", address, formula)
			}
		}
	}
}
