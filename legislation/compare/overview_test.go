package compare

import (
	"slices"
	"strings"
	"testing"
)

func TestPractice(t *testing.T) {
	p, err := PracticeOf(catalog, PracticeRequest{Jurisdictions: []string{"BG"}, Query: "Opioid patients"})
	if err != nil {
		t.Fatal(err)
	}
	// bg.yaml, practice: thirteen rows "patients in opioid agonist programmes on 31 December".
	if len(p.Series) != 1 || len(p.Series[0].Points) != 13 || p.Series[0].Unit != "persons" {
		t.Fatalf("%+v", p.Series)
	}
	for i, point := range p.Series[0].Points {
		if len(point.Sources) == 0 || i > 0 && point.First <= p.Series[0].Points[i-1].First {
			t.Errorf("point %d: %+v", i, point)
		}
	}
	all, err := PracticeOf(catalog, PracticeRequest{})
	if err != nil {
		t.Fatal(err)
	}
	points := 0
	for _, s := range all.Series {
		points += len(s.Points)
	}
	if points != catalog.Counts.Practice {
		t.Errorf("%d figures, want %d", points, catalog.Counts.Practice)
	}
	// "(almost)" behind a measure is a note on one figure, not a measure of its own.
	syringes, _ := PracticeOf(catalog, PracticeRequest{Jurisdictions: []string{"BG"}, Query: "syringes given out"})
	if len(syringes.Series) != 1 || len(syringes.Series[0].Points) != 3 {
		t.Errorf("%+v", syringes.Series)
	}
	recent, _ := PracticeOf(catalog, PracticeRequest{From: 2020, To: 2021})
	for _, s := range recent.Series {
		for _, p := range s.Points {
			if p.First < 2020 || p.First > 2021 {
				t.Errorf("%s %s: %s", s.Jurisdiction.Code, s.Measure, p.Year)
			}
		}
	}
}

func TestShading(t *testing.T) {
	tests := []struct {
		topic, variable, on string
		want                map[string]string // code by jurisdiction, read in the files
	}{
		{"personal-possession", "offence_class", "2026-11-25", map[string]string{"AL": "not-an-offence", "BA": "misdemeanour", "BA-BIH": "criminal",
			"HR": "misdemeanour", "RS": "criminal", "MD": "administrative", "XK": "criminal"}},
		{"personal-possession", "offence_class", "2010-06-01", map[string]string{"HR": "criminal"}},
		{"personal-possession", "prison_possible", "2026-11-25", map[string]string{"HR": "no", "RS": "yes"}},
		{"personal-possession", "offence_class", "1950-01-01", map[string]string{"HR": "", "RS": ""}},
	}
	for _, tt := range tests {
		t.Run(tt.variable+" on "+tt.on, func(t *testing.T) {
			s, err := ShadingOf(catalog, ShadingRequest{Topic: tt.topic, Variable: tt.variable, On: day(t, tt.on)})
			if err != nil {
				t.Fatal(err)
			}
			counted := 0
			for _, class := range s.Classes {
				counted += class.Count
			}
			if len(s.Places) != len(catalog.Jurisdictions)-2 || counted != len(s.Places) {
				t.Errorf("%d places, %d counted in %+v", len(s.Places), counted, s.Classes)
			}
			for _, place := range s.Places {
				if want, ok := tt.want[place.Jurisdiction.Code]; ok && place.Code != want {
					t.Errorf("%s is %q, want %q", place.Jurisdiction.Code, place.Code, want)
				}
				if place.Code == "" && place.Words != "not known" {
					t.Errorf("%s: %q", place.Jurisdiction.Code, place.Words)
				}
			}
		})
	}
	_, err := ShadingOf(catalog, ShadingRequest{Topic: "personal-possession", Variable: "prison"})
	if err == nil || !strings.Contains(err.Error(), "prison_possible") {
		t.Errorf("got %v", err)
	}
}

func TestCoverage(t *testing.T) {
	c, err := CoverageOn(catalog, today)
	if err != nil {
		t.Fatal(err)
	}
	positions := 0
	for _, row := range c.Rows {
		if len(row.Cells) != len(catalog.Topics) {
			t.Fatalf("%s: %d cells", row.Jurisdiction.Code, len(row.Cells))
		}
		for _, cell := range row.Cells {
			if (cell.Confidence == "") != (cell.Gap != nil) || cell.Known > cell.Of {
				t.Errorf("%s %+v", row.Jurisdiction.Code, cell)
			}
			if cell.Confidence != "" {
				positions++
			}
		}
	}
	want := 0
	for _, p := range catalog.Positions {
		if p.Valid().Contains(today) {
			want++
		}
	}
	if positions != want {
		t.Errorf("%d cells filled, want %d", positions, want)
	}
}

func TestChangesAcrossTopics(t *testing.T) {
	c, err := ChangesBetween(t.Context(), catalog, provisions, ChangesRequest{Jurisdictions: []string{"GR"}, From: day(t, "2012-01-01"), To: day(t, "2014-01-01"), LawOnly: true, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, row := range c.Rows {
		for _, change := range row.Changes {
			got[row.Topic.ID+"/"+change.Variable] = change.BeforeWords + " -> " + change.AfterWords
		}
	}
	// gr.yaml: the law of 20 March 2013 against the code of 2006.
	for key, want := range map[string]string{
		"personal-possession/prison":      "10 days to 1 year -> 10 days to 5 months",
		"supply-trafficking/basic_prison": "10 to 20 years -> 8 to 20 years",
		"supply-trafficking/fine":         "2,900 to 290,000 EUR -> up to 300,000 EUR",
		"quantity-thresholds/basis":       "statute -> none",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	total := 0
	for _, row := range c.Rows {
		total += len(row.Changes)
	}
	if total != c.Total {
		t.Errorf("total %d, counted %d", c.Total, total)
	}
	if _, err := ChangesBetween(t.Context(), catalog, provisions, ChangesRequest{From: 20200101, To: 20100101}); err == nil {
		t.Error("a period that runs backwards is accepted")
	}
}

// A page of changes tells its rows in full and counts the others.
func TestChangesPageByPage(t *testing.T) {
	request := ChangesRequest{From: day(t, "2000-01-01"), To: day(t, "2014-01-01"), Today: today}
	all, err := ChangesBetween(t.Context(), catalog, provisions, request)
	if err != nil {
		t.Fatal(err)
	}
	var rows []TopicChanges
	for request.Limit = 40; request.Offset < len(all.Counts); request.Offset += request.Limit {
		page, err := ChangesBetween(t.Context(), catalog, provisions, request)
		if err != nil {
			t.Fatal(err)
		}
		if page.Total != all.Total || !slices.Equal(page.Counts, all.Counts) || len(page.Rows) > request.Limit {
			t.Fatalf("from %d: %d changes, %d counts, %d rows", request.Offset, page.Total, len(page.Counts), len(page.Rows))
		}
		rows = append(rows, page.Rows...)
	}
	if len(rows) != len(all.Rows) || len(rows) != len(all.Counts) || len(rows) < 100 {
		t.Fatalf("%d rows page by page, %d at once, %d counted", len(rows), len(all.Rows), len(all.Counts))
	}
	for i, row := range rows {
		if c := all.Counts[i]; c.Jurisdiction != row.Jurisdiction || c.Topic != row.Topic || c.Changes != len(row.Changes) {
			t.Errorf("row %d is %s on %s with %d changes, counted as %+v", i, row.Jurisdiction.Code, row.Topic.ID, len(row.Changes), c)
		}
		if row.Before == nil && row.After == nil {
			t.Errorf("%s on %s: neither answer is shown", row.Jurisdiction.Code, row.Topic.ID)
		}
	}
}

func BenchmarkOverviews(b *testing.B) {
	for name, run := range map[string]func() error{
		"practice": func() error { _, err := PracticeOf(catalog, PracticeRequest{}); return err },
		"coverage": func() error { _, err := CoverageOn(catalog, today); return err },
		"shading": func() error {
			_, err := ShadingOf(catalog, ShadingRequest{Topic: "personal-possession", Variable: "offence_class", Today: today})
			return err
		},
		"changes of all": func() error {
			_, err := ChangesBetween(b.Context(), catalog, provisions, ChangesRequest{From: 20100101, Today: today})
			return err
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
