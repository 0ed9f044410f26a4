package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"seelex/api/answer"
	"seelex/index"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// wellFormed reports why a text is not well-formed XML.
func wellFormed(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}

func TestListsReadBackAsTheyWereAnswered(t *testing.T) {
	s := records(t)
	c := s.Catalog()
	service := answer.New(s, nil)
	r := Request{Address: "https://seelex.example/data", Exported: today, On: today}

	instruments, err := service.Instruments(answer.InstrumentsRequest{Jurisdictions: []string{"RS"}, Window: answer.Window{Limit: 200}})
	if err != nil {
		t.Fatal(err)
	}
	provisions, err := s.Below("rs/criminal-code")
	if err != nil {
		t.Fatal(err)
	}
	survey, err := compare.NewSurvey(c, s)
	if err != nil {
		t.Fatal(err)
	}
	timeline, err := survey.Timeline(compare.TimelineRequest{Jurisdictions: []string{"HR"}})
	if err != nil {
		t.Fatal(err)
	}
	practice, err := service.Practice(compare.PracticeRequest{Jurisdictions: []string{"RS"}})
	if err != nil {
		t.Fatal(err)
	}
	figures := 0
	for _, series := range practice.Series {
		figures += len(series.Points)
	}
	hits := searched(t, "small quantity for personal use")
	positions := service.Positions(answer.PositionsRequest{Jurisdictions: []string{"RS"}, Window: answer.Window{Limit: 200}}).Items

	first := instruments.Items[0]
	tests := []struct {
		what string
		file *File
		rows int
		name string
		has  map[string]string // cells of some row
	}{
		{"instruments", Instruments(instruments.Items, c, r), instruments.Total, "seelex-instruments-2026-11-25.csv", map[string]string{"id": first.ID, "title_en": first.TitleEn}},
		{"provisions of the day", Provisions(provisions, c, r), len(provisions), "seelex-rs-criminal-code-2026-11-25.csv",
			map[string]string{"id": "rs/criminal-code/art-246a/par-1", "label": "Art. 246a(1)", "url": "https://seelex.example/law/rs/criminal-code/art-246a/par-1"}},
		{"timeline", Timeline(timeline, c, r), timeline.Total, "seelex-timeline-2026-11-25.csv", map[string]string{"title": timeline.Events[0].Title, "date": timeline.Events[0].Date.String()}},
		{"practice", Practice(practice, c, r), figures, "seelex-practice-2026-11-25.csv", map[string]string{"measure": practice.Series[0].Measure}},
		{"search", Search(hits, s, r), len(hits.Hits), "seelex-search-small-quantity-for-personal-use-2026-11-25.csv", map[string]string{"id": hits.Hits[0].ID, "heading": hits.Hits[0].Heading}},
		{"positions", Positions(positions, c, r), valuesOf(positions, c), "seelex-positions-2026-11-25.csv", map[string]string{"variable": "offence_class", "value": "criminal", "jurisdiction_name": "Serbia"}},
		{"thesaurus", Concepts(c.Concepts[:1], c, r), labelsOf(c.Concepts[0]), "seelex-thesaurus-2026-11-25.csv", map[string]string{"lang": "en", "label": c.Concepts[0].Label(), "preferred": "true"}},
	}
	for _, test := range tests {
		rows := readCSV(t, written(t, test.file, CSV))
		if len(rows) != test.rows {
			t.Errorf("%s: %d rows, want %d", test.what, len(rows), test.rows)
		}
		if !anyHas(rows, test.has) {
			t.Errorf("%s: no row has %v", test.what, test.has)
		}
		if got := test.file.Name(CSV); got != test.name {
			t.Errorf("%s: named %s, want %s", test.what, got, test.name)
		}
		for i, row := range rows {
			if row["sources"] == "" && row["confidence"] != "unverified" {
				t.Errorf("%s: row %d names no source: %v", test.what, i, row)
			}
			if strings.Contains(row["snippet"], "<mark>") {
				t.Errorf("%s: row %d has markup in its passage: %s", test.what, i, row["snippet"])
			}
		}
		book, err := excelize.OpenReader(bytes.NewReader(written(t, test.file, XLSX)))
		if err != nil {
			t.Fatal(err)
		}
		shown, err := book.GetRows(book.GetSheetName(0))
		if err != nil || len(shown) != test.rows+1 {
			t.Errorf("%s: the workbook has %d rows (%v), want a header and %d", test.what, len(shown), err, test.rows)
		}
	}
}

// searched asks the real index.
func searched(t *testing.T, text string) *index.Answer {
	t.Helper()
	x, err := index.Open(t.TempDir(), records(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	a, err := x.Search(t.Context(), index.Request{Text: text, On: today, Today: today, Expand: true, Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Hits) == 0 {
		t.Fatalf("a search for %q finds nothing", text)
	}
	return a
}

func anyHas(rows []map[string]string, cells map[string]string) bool {
	for _, row := range rows {
		all := true
		for column, want := range cells {
			all = all && row[column] == want
		}
		if all {
			return true
		}
	}
	return false
}

func valuesOf(positions []answer.Position, c *legislation.Catalog) (n int) {
	for _, p := range positions {
		topic, err := c.Topic(p.Topic)
		if err == nil {
			n += len(topic.Variables) + 1
		}
	}
	return n
}

func labelsOf(c legislation.Concept) (n int) {
	for _, labels := range c.Labels {
		n += len(labels)
	}
	return n
}

func TestAFormatThatAListCannotHaveIsRefused(t *testing.T) {
	f := Concepts(nil, records(t).Catalog(), Request{Exported: today})
	err := f.Write(io.Discard, DOCX)
	if err == nil || !strings.Contains(err.Error(), "one of csv, xlsx, json") {
		t.Errorf("got %v, want an error that names the formats", err)
	}
}

func TestFilesAreNamedForWhatTheyHold(t *testing.T) {
	c := comparison(t, compare.Request{Topics: []string{"personal-possession"}, Jurisdictions: []string{"HR"}, Against: 20120101})
	of := request
	of.Places = []string{"HR"}
	if got, want := Comparison(c, records(t).Catalog(), of).Name(XLSX), "seelex-personal-possession-hr-2026-11-25-against-2012-01-01.xlsx"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	cyrillic := Search(&index.Answer{Query: index.Query{Text: "мала количина/../", On: today}}, records(t), Request{Exported: today})
	if got, want := cyrillic.Name(CSV), "seelex-search-2026-11-25.csv"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
