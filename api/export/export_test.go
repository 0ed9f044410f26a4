package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"seelex/api/answer"
	"seelex/api/export/docx/docxtest"
	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/compare"
	"seelex/legislation/corpus"
	"seelex/legislation/store"
)

const today legislation.Day = 20261125

// opened is a store with the embedded corpus, loaded once for all tests.
var opened = sync.OnceValues(func() (*store.Store, error) {
	dir, err := os.MkdirTemp("", "seelex-export")
	if err != nil {
		return nil, err
	}
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		return nil, err
	}
	s, err := store.Open(dir)
	if err != nil {
		return nil, err
	}
	return s, s.Load(c, "embedded")
})

func TestMain(m *testing.M) {
	code := m.Run()
	if s, err := opened(); err == nil {
		s.Close()
		os.RemoveAll(filepath.Dir(s.Path()))
	}
	os.Exit(code)
}

func records(t *testing.T) *store.Store {
	t.Helper()
	s, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func comparison(t *testing.T, r compare.Request) *answer.Comparison {
	t.Helper()
	r.Today = today
	c, err := answer.New(records(t), nil).Compare(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var request = Request{Address: "https://seelex.example/compare?topic=personal-possession", Exported: today}

func written(t *testing.T, f *File, format Format) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, format); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readCSV gives the rows of a CSV as maps, as a reader's program would see them.
func readCSV(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	text, marked := strings.CutPrefix(string(data), "\ufeff")
	if !marked {
		t.Error("the CSV does not say that it is UTF-8")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, cell := range row {
			m[rows[0][i]] = table.Unguard(cell)
		}
		out = append(out, m)
	}
	return out
}

func TestACSVReadBackGivesTheValuesOfTheComparison(t *testing.T) {
	for _, topic := range records(t).Catalog().Topics {
		c := comparison(t, compare.Request{Topics: []string{topic.ID}})
		rows := map[[2]string]map[string]string{}
		for _, row := range readCSV(t, written(t, Comparison(c, records(t).Catalog(), request), CSV)) {
			rows[[2]string{row["jurisdiction"], row["variable"]}] = row
		}
		for _, column := range c.Columns {
			for _, v := range topic.Variables {
				row := rows[[2]string{column.Jurisdiction.Code, v.Name}]
				if row == nil {
					t.Fatalf("%s, %s: no row for %s", topic.ID, column.Jurisdiction.Code, v.Name)
				}
				var want legislation.Value
				known := false
				if column.Position != nil {
					want, known = column.Position.Values[v.Name]
				}
				got, ok := decoded(t, v, row["value"])
				if ok != known || ok && !got.Equal(want) {
					t.Errorf("%s, %s, %s: read back as %+v (known %v), want %+v (known %v)", topic.ID, column.Jurisdiction.Code, v.Name, got, ok, want, known)
				}
			}
			summary := rows[[2]string{column.Jurisdiction.Code, "summary"}]
			if column.Position != nil && (summary["words"] != column.Position.Summary || summary["confidence"] != string(column.Position.Confidence)) {
				t.Errorf("%s, %s: summary or confidence is not that of the answer: %v", topic.ID, column.Jurisdiction.Code, summary)
			}
		}
	}
}

// decoded reads a value from the CSV as a statistics program's user would.
func decoded(t *testing.T, v legislation.Variable, cell string) (legislation.Value, bool) {
	t.Helper()
	var raw any = cell
	switch {
	case cell == "":
		raw = nil
	case v.Type == legislation.Bool:
		raw = cell == "true"
	case v.Type == legislation.Imprison || v.Type == legislation.Fine || v.Type == legislation.Enums || v.Type == legislation.List || v.Type == legislation.Thresholds:
		if err := json.Unmarshal([]byte(cell), &raw); err != nil {
			t.Fatalf("%s: %q is not JSON: %v", v.Name, cell, err)
		}
	}
	value, ok, err := v.Decode(raw)
	if err != nil {
		t.Fatalf("%s: %q: %v", v.Name, cell, err)
	}
	return value, ok
}

func TestEveryRowSaysWhereItComesFrom(t *testing.T) {
	c := comparison(t, compare.Request{Topics: []string{"personal-possession"}, Jurisdictions: []string{"RS"}})
	for _, row := range readCSV(t, written(t, Comparison(c, records(t).Catalog(), request), CSV)) {
		for column, want := range map[string]string{"law_on": "2026-11-25", "exported": "2026-11-25", "licence": "CC BY 4.0", "address": request.Address} {
			if row[column] != want {
				t.Errorf("%s of %s is %q, want %q", column, row["variable"], row[column], want)
			}
		}
		if row["sources"] == "" || row["confidence"] == "" || !strings.HasPrefix(row["citation_addresses"], "https://seelex.example/law/rs/") {
			t.Errorf("%s has sources %q, confidence %q, citations %q", row["variable"], row["sources"], row["confidence"], row["citation_addresses"])
		}
	}
}

func TestAWorkbookShowsWhatTheMatrixShows(t *testing.T) {
	c := comparison(t, compare.Request{Topics: []string{"personal-possession"}, Against: 20120101})
	f := Comparison(c, records(t).Catalog(), request)
	book, err := excelize.OpenReader(bytes.NewReader(written(t, f, XLSX)))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(book.GetSheetList(), " "), "Matrix Changes Codebook Data Sources About"; got != want {
		t.Errorf("the sheets are %s, want %s", got, want)
	}
	rows, err := book.GetRows("Matrix")
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range c.Topic.Variables {
		for j, column := range c.Columns {
			for k, s := range []*compare.Cell{column.Position, column.Against} {
				want := "not known"
				if s != nil && s.Words[v.Name] != "" {
					want = s.Words[v.Name]
				}
				if got := rows[i+2][1+2*j+k]; !strings.HasPrefix(got, want) {
					t.Errorf("%s of %s is %q, want %q", v.Name, rows[1][1+2*j+k], got, want)
				}
			}
		}
	}
	for _, name := range book.GetSheetList() {
		if panes, err := book.GetPanes(name); err != nil || !panes.Freeze || panes.YSplit == 0 {
			t.Errorf("sheet %s does not keep its header in sight (%+v, %v)", name, panes, err)
		}
	}
}

func TestJSONHoldsTheAnswerItself(t *testing.T) {
	c := comparison(t, compare.Request{Topics: []string{"personal-possession", "cultivation"}, Jurisdictions: []string{"HR", "GR"}})
	var got struct {
		About  map[string]any
		Answer json.RawMessage
	}
	if err := json.Unmarshal(written(t, Comparison(c, records(t).Catalog(), request), JSON), &got); err != nil {
		t.Fatal(err)
	}
	want, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var plain bytes.Buffer
	if err := json.Compact(&plain, got.Answer); err != nil {
		t.Fatal(err)
	}
	var a, b any
	if json.Unmarshal(plain.Bytes(), &a) != nil || json.Unmarshal(want, &b) != nil || !equalJSON(a, b) {
		t.Error("the answer in the file is not the answer that was exported")
	}
	if got.About["law_on"] != "2026-11-25" || got.About["licence"] != "CC BY 4.0" || got.About["address"] != request.Address {
		t.Errorf("the file says of itself %v", got.About)
	}
}

func equalJSON(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// TestAHandOutCitesAndNamesItsSources looks for what a lecturer's readers check.
func TestAHandOutCitesAndNamesItsSources(t *testing.T) {
	c := comparison(t, compare.Request{Topics: []string{"alternatives-to-prison"}, Jurisdictions: []string{"HR", "XK"}})
	f := Comparison(c, records(t).Catalog(), request)
	parts := docxtest.Parts(t, written(t, f, DOCX))
	kosovo, err := records(t).Catalog().Jurisdiction("XK")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Alternatives to imprisonment", "Law as of 25 November 2026", "CC BY 4.0", "entries, listed below", strings.TrimLeft(kosovo.Note, "* ")[:40],
		c.Columns[0].Position.Sources[0].Title} {
		if !strings.Contains(parts["word/document.xml"], want) {
			t.Errorf("the hand-out does not say %q", want)
		}
	}
	for _, citation := range c.Columns[0].Position.Citations {
		if !strings.Contains(parts["word/footnotes.xml"], citation.Short) || !strings.Contains(parts["word/_rels/footnotes.xml.rels"], "https://seelex.example/law/"+string(citation.ID)) {
			t.Errorf("no footnote cites %s with its address", citation.Label)
		}
	}
}

// TestLibreOfficeOpensTheFiles turns the files into PDF, as someone who prints them
// would. It needs LibreOffice, which is too large for the ordinary run: set
// SEELEX_LIBREOFFICE to a folder, which then keeps the files and their PDFs.
func TestLibreOfficeOpensTheFiles(t *testing.T) {
	dir := os.Getenv("SEELEX_LIBREOFFICE")
	if dir == "" {
		t.Skip("SEELEX_LIBREOFFICE names no folder to work in")
	}
	files := map[string]*File{}
	for name, r := range map[string]compare.Request{
		"possession-all": {Topics: []string{"personal-possession"}},
		"possession-two": {Topics: []string{"personal-possession"}, Jurisdictions: []string{"HR", "RS", "GR"}, Against: 20120101},
		"alternatives":   {Topics: []string{"alternatives-to-prison", "quantity-thresholds"}, Jurisdictions: []string{"HR", "RS", "GR", "XK", "AL", "RO"}},
	} {
		files[name] = Comparison(comparison(t, r), records(t).Catalog(), request)
	}
	maps.Copy(files, realFiles(t))
	for name, f := range files {
		for _, format := range []Format{XLSX, DOCX, CSV} {
			path := filepath.Join(dir, name+"-"+string(format)+"."+string(format))
			if err := os.WriteFile(path, written(t, f, format), 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command("soffice", "--headless", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", "pdf", "--outdir", dir, path).CombinedOutput()
			pdf, statErr := os.Stat(strings.TrimSuffix(path, string(format)) + "pdf")
			if err != nil || statErr != nil || pdf.Size() < 10_000 {
				t.Errorf("%s: %v, %v: %s", path, err, statErr, out)
			}
		}
	}
}

// realFiles are the comparative views of the corpus.
func realFiles(t *testing.T) map[string]*File {
	t.Helper()
	service, c := answer.New(records(t), nil), records(t).Catalog()
	changes, err1 := service.Changes(t.Context(), compare.ChangesRequest{Jurisdictions: []string{"RS", "HR"}, From: 20000101, To: today, Today: today})
	timeline, err2 := service.Timeline(compare.TimelineRequest{})
	strategies, err3 := service.Strategies(compare.StrategiesRequest{On: today, Today: today})
	scenario, err4 := service.Scenario(t.Context(), compare.Case{Conduct: "possession", Substance: "cannabis", Amount: 3, On: today, Today: today})
	practice, err5 := service.Practice(compare.PracticeRequest{})
	shading, err6 := service.Shading(compare.ShadingRequest{Topic: "decriminalisation", Variable: "status", On: today, Today: today})
	coverage, err7 := service.Coverage(today)
	if err := errors.Join(err1, err2, err3, err4, err5, err6, err7); err != nil {
		t.Fatal(err)
	}
	rests := comparison(t, compare.Request{Topics: []string{"decriminalisation"}})
	return map[string]*File{"changes": Changes(changes, c, request), "timeline": Timeline(timeline, c, request), "strategies": Strategies(strategies, c, request), "aims": Aims(strategies, c, request),
		"scenario": Scenario(scenario, c, request), "practice": Practice(practice, c, request), "map": Map(shading, rests, c, request), "coverage": Coverage(coverage, c, request)}
}
