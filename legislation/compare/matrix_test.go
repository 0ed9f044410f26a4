package compare

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"seelex/legislation"
	"seelex/legislation/jsonpart"
)

// Each golden comparison names the corpus row that it was checked against.
func TestGoldenChanges(t *testing.T) {
	tests := []struct {
		name                 string
		topic, jurisdictions string
		on, against          string
		want                 map[string]string // variable: "before -> after"
		since                string
		reform               string // start of the title of the best fitting reform
		citation             string // url of the later position's first citation
		earlier              string // url of the earlier position's first citation
	}{
		{
			// hr.yaml, positions on personal-possession from 1998-01-01 and from 2013-01-01;
			// reforms, 2013-01-01 "Possession for own use becomes a misdemeanour; growing stays a crime".
			name: "Croatia before and after 1 January 2013", topic: "personal-possession", jurisdictions: "HR",
			on: "2013-01-01", against: "2012-12-31",
			want: map[string]string{
				"offence_class": "criminal -> misdemeanour", "prison": "up to 1 year -> none", "prison_possible": "yes -> no",
				"fine": "not known -> 5,000 to 20,000 HRK", "quantity_rule": "none -> undefined small quantity", "exemption": "discretionary -> none",
				"varies_by_quantity": "not known -> yes", "varies_by_addiction": "not known -> yes", "varies_by_recidivism": "not known -> no",
				"deciding_authority": "State Attorney (dismissal) and municipal court -> police (order with a fine on the spot) or municipal court, misdemeanour department; the State Attorney decides whether the case is criminal",
			},
			since: "2013-01-01", reform: "Possession for own use becomes a misdemeanour",
			citation: "/law/hr/drug-abuse-act-2001/art-64?on=2013-01-01", earlier: "/law/hr/criminal-code-1997/art-173/par-1?on=2012-12-31",
		},
		{
			// rs.yaml, positions from 2006-01-01 to 2009-09-10 and from 2009-09-11 to 2019-11-30;
			// reforms, 2009-09-11 "Own-use holding becomes an offence of its own (Art. 246a) …".
			name: "Serbia before and after 11 September 2009", topic: "personal-possession", jurisdictions: "RS",
			on: "2009-09-11", against: "2009-09-10",
			want: map[string]string{
				"quantity_rule": "none -> undefined small quantity", "exemption": "not known -> discretionary", "varies_by_quantity": "not known -> no",
				"deciding_authority": "not known -> basic public prosecutor and basic court",
			},
			since: "2009-09-11", reform: "Own-use holding becomes an offence of its own",
			citation: "/law/rs/criminal-code/art-246a/par-1?on=2009-09-11", earlier: "/law/rs/criminal-code/art-246/par-3?on=2009-09-10",
		},
		{
			// gr.yaml, positions from 2008-12-18 to 2013-03-19 and from 2013-03-20 to 2024-04-30;
			// reforms, 2013-03-20 "New drug law: own use up to five months …".
			name: "Greece 2012 against 2014", topic: "personal-possession", jurisdictions: "GR",
			on: "2014-01-01", against: "2012-01-01",
			want: map[string]string{
				"prison": "10 days to 1 year -> 10 days to 5 months", "quantity_rule": "statutory threshold -> undefined small quantity",
				"exemption": "not known -> discretionary", "varies_by_drug": "yes -> no", "varies_by_quantity": "yes -> no",
				"varies_by_recidivism": "not known -> yes",
				"deciding_authority":   "criminal court -> misdemeanour court; prosecutor may abstain on conditions",
			},
			since: "2013-03-20", reform: "New drug law: own use up to five months",
			citation: "/law/gr/law-4139-2013/art-29/par-1?on=2014-01-01", earlier: "/law/gr/law-3459-2006/art-29/par-1?on=2012-01-01",
		},
		{
			// xk.yaml, positions from 2004-04-06 to 2012-12-31 and from 2019-04-14; the later answers came
			// with the code of 2012 (prison) and that of 2019 (the rest).
			name: "Kosovo 2010 against 2020", topic: "personal-possession", jurisdictions: "xk",
			on: "2020-01-01", against: "2010-01-01",
			want: map[string]string{
				"prison": "not known -> 1 to 3 years", "fine": "not known -> 100 to 25,000 EUR", "fine_possible": "not known -> yes",
				"quantity_rule": "not known -> statutory threshold", "exemption": "not known -> none", "varies_by_drug": "not known -> no",
				"varies_by_quantity": "not known -> yes", "varies_by_addiction": "not known -> no", "varies_by_recidivism": "not known -> yes",
				"deciding_authority": "not known -> Basic prosecution office and basic court, general crimes department",
			},
			since: "2013-01-01", reform: "Criminal Code No. 04/L-082 in force",
			citation: "/law/xk/criminal-code-2019/art-269/par-1?on=2020-01-01", earlier: "/law/xk/provisional-criminal-code-2003/art-229?on=2010-01-01",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			column := one(t, tt.topic, tt.jurisdictions, tt.on, tt.against).Columns[0]
			got := map[string]string{}
			for _, c := range column.Changes {
				got[c.Variable] = c.BeforeWords + " -> " + c.AfterWords
			}
			for name, want := range tt.want {
				if got[name] != want {
					t.Errorf("%s: got %q, want %q", name, got[name], want)
				}
			}
			for name := range got {
				if _, ok := tt.want[name]; !ok {
					t.Errorf("%s: unexpected change %q", name, got[name])
				}
			}
			i := slices.IndexFunc(column.Changes, func(c Change) bool {
				return c.Since.String() == tt.since && len(c.Reforms) > 0 && strings.HasPrefix(c.Reforms[0].Title, tt.reform)
			})
			if i < 0 {
				t.Errorf("no change since %s by the reform %q: %+v", tt.since, tt.reform, column.Changes)
			}
			if url := column.Position.Citations[0].URL; url != tt.citation {
				t.Errorf("citation %s, want %s", url, tt.citation)
			}
			if url := column.Against.Citations[0].URL; url != tt.earlier {
				t.Errorf("earlier citation %s, want %s", url, tt.earlier)
			}
			if len(column.Position.Sources) == 0 || column.Position.Sources[0].Title == "" {
				t.Error("the position shows no source")
			}
		})
	}
}

// The order of the two days does not matter: before is always the earlier one.
func TestChangesRunForwardInTime(t *testing.T) {
	forth := one(t, "personal-possession", "HR", "2013-01-01", "2012-12-31").Columns[0].Changes
	back := one(t, "personal-possession", "HR", "2012-12-31", "2013-01-01").Columns[0].Changes
	a, _ := json.Marshal(forth)
	b, _ := json.Marshal(back)
	if string(a) != string(b) {
		t.Errorf("got %s and %s", a, b)
	}
}

func TestGapsAreExplicit(t *testing.T) {
	tests := []struct {
		name, jurisdiction, on string
		kind                   GapKind
		words                  string
		knownFrom              string
	}{
		{"before the first known position", "HR", "1985-06-01", NotYetKnown,
			"The data does not reach back to this day: the first known position begins on 1 January 1998.", "1998-01-01"},
		// rs.yaml: one position ends in 2003, the next begins on 2006-01-01.
		{"between two positions", "RS", "2004-06-01", BetweenKnown,
			"The data does not say: a position ended in 2003, the next begins on 1 January 2006.", "1996"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := one(t, "personal-possession", tt.jurisdiction, tt.on, "").Columns[0]
			if c.Position != nil || c.Gap == nil {
				t.Fatalf("no gap: %+v", c)
			}
			if c.Gap.Kind != tt.kind || c.Gap.Words != tt.words || c.KnownFrom.String() != tt.knownFrom {
				t.Errorf("got %s %q from %s", c.Gap.Kind, c.Gap.Words, c.KnownFrom)
			}
		})
	}
}

func TestMatrixOfAllToday(t *testing.T) {
	block := one(t, "alternatives-to-prison", "", "", "")
	if len(block.Columns) != len(catalog.Jurisdictions) {
		t.Fatalf("%d columns for %d jurisdictions", len(block.Columns), len(catalog.Jurisdictions))
	}
	var order []string
	for _, c := range block.Columns {
		order = append(order, c.Jurisdiction.Code)
	}
	if got := strings.Join(order, " "); got != "INT EU AL BA BA-BRC BA-BIH BA-SRP BG HR CY GR XK ME MK MD RO RS SI TR" {
		t.Errorf("order %s", got)
	}
	// The open positions on alternatives-to-prison of the files, read by hand: since when,
	// the number of measures, whether there is diversion to treatment, and whether a
	// dependent person who deals is punished less.
	want := map[string]string{
		"AL": "2013-05 7 none no", "BA": "2003-03-01 3 none no", "BA-BRC": "2003-07-01 4 none ", "BA-BIH": "2011-07-21 9 none no",
		"BA-SRP": "2017-07 5 none ", "BG": "2006-10-13 9 none no", "CY": "2016-04-15 12 discretionary no", "EU": "2018-03-08 3 discretionary ",
		"GR": "2024-05-01 14 discretionary yes", "HR": "2013-01-01 10 discretionary no", "INT": "1990-11-11 5 discretionary ",
		"MD": "2026-08-28 12 discretionary no", "ME": "2023-12 9 discretionary ", "MK": "2016-11-01 8 discretionary no",
		"RO": "2024-06-03 12 discretionary no", "RS": "2019-12-01 13 discretionary no", "SI": "2012-05-15 12 discretionary no",
		"TR": "2014-06-28 9 mandatory no", "XK": "2023-02-17 16 discretionary no",
	}
	for _, c := range block.Columns {
		if c.Position == nil {
			t.Errorf("%s: no position today", c.Jurisdiction.Code)
			continue
		}
		words := c.Position.Words
		got := fmt.Sprintf("%s %d %s %s", c.Position.From, len(c.Position.Values["measures"].Measures), words["diversion_to_treatment"], words["user_dealer_mitigation"])
		if got != want[c.Jurisdiction.Code] {
			t.Errorf("%s: %q, want %q", c.Jurisdiction.Code, got, want[c.Jurisdiction.Code])
		}
	}
}

// Every position of the corpus is shown with sources and citations that open.
func TestEveryPositionIsShown(t *testing.T) {
	c := cells{catalog: catalog, provisions: provisions, today: today}
	for _, p := range catalog.Positions {
		cell, err := c.cell(p, max(p.From.First(), 18000101))
		if err != nil {
			t.Fatalf("%s from %s: %v", p.ID(), p.From, err)
		}
		if len(cell.Sources) != len(p.Sources) {
			t.Errorf("%s from %s: %d of %d sources", p.ID(), p.From, len(cell.Sources), len(p.Sources))
		}
		for _, citation := range cell.Citations {
			if !strings.HasPrefix(citation.URL, "/law/") || strings.Contains(citation.URL, "@") || citation.Label == "" {
				t.Errorf("%s from %s: citation %+v", p.ID(), p.From, citation)
			}
		}
	}
}

func TestSortAndDiffer(t *testing.T) {
	request := Request{Topics: []string{"personal-possession"}, Jurisdictions: codes("XK,HR,BG,GR,INT,TR"), On: today, Today: today, Sort: "prison"}
	order := func(r Request) string {
		blocks, err := Matrix(t.Context(), catalog, provisions, r)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, c := range blocks[0].Columns {
			out = append(out, c.Jurisdiction.Code)
		}
		return strings.Join(out, " ")
	}
	// Croatia has no prison; 10 days to 5 months, 1 to 3 years, 2 to 5, 1 to 6.
	if got := order(request); got != "INT HR GR XK TR BG" {
		t.Errorf("by prison: %s", got)
	}
	request.Descending = true
	if got := order(request); got != "INT BG TR XK GR HR" {
		t.Errorf("by prison, descending: %s", got)
	}
	request.Sort, request.Descending = "offence_class", false
	if got := order(request); got != "INT XK BG GR TR HR" {
		t.Errorf("by class: %s", got)
	}
	block := one(t, "personal-possession", "XK,TR", "", "")
	if got := strings.Join(block.Differing, " "); got != "prison fine_possible quantity_rule exemption varies_by_quantity deciding_authority" {
		t.Errorf("XK and TR differ in %s", got)
	}
	request.Sort = "prision"
	if _, err := Matrix(t.Context(), catalog, provisions, request); err == nil || !strings.Contains(err.Error(), "did you mean prison") {
		t.Errorf("got %v", err)
	}
}

func TestFixedRates(t *testing.T) {
	hr := one(t, "personal-possession", "HR", "2015-01-01", "").Columns[0].Position
	// The act itself, in the position from 2023-01-01, gives these two sums.
	if got := hr.Euro["fine"].Words; got != "663.61 to 2,654.46 EUR" {
		t.Errorf("HRK: %s", got)
	}
	// bg.yaml: "a fine of up to BGN 1,000 (about EUR 511)".
	thousand := 1000.0
	leva := legislation.Value{Type: legislation.Fine, Money: legislation.Money{Max: &thousand, Currency: "BGN"}}
	if euro, ok := InEuro(leva); !ok || euro.Words != "up to 511.29 EUR" {
		t.Errorf("BGN: %+v", euro)
	}
	leva.Money.Currency = "BAM"
	if _, ok := InEuro(leva); ok {
		t.Error("the convertible mark has no fixed rate in Union law")
	}
}

func TestMatrixRefuses(t *testing.T) {
	tests := []struct {
		name    string
		request Request
		want    string
	}{
		{"no topic", Request{}, "is not a topic"},
		{"unknown topic", Request{Topics: []string{"posession"}}, "is not a topic"},
		{"unknown jurisdiction", Request{Topics: []string{"drug-use"}, Jurisdictions: []string{"Serbia"}}, "did you mean RS"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Matrix(t.Context(), catalog, provisions, tt.request)
			var e *legislation.Error
			if !errors.As(err, &e) || e.Code != legislation.NotFound || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// A block is put together from pieces; a client must not notice.
func TestWorkEndsWithItsContext(t *testing.T) {
	over, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Matrix(over, catalog, provisions, Request{Topics: []string{"personal-possession"}, Today: today})
	_, err2 := ChangesBetween(over, catalog, provisions, ChangesRequest{From: 20120101, Today: today})
	_, err3 := Answer(over, catalog, provisions, Case{Conduct: "possession", Substance: "cannabis", On: today, Today: today})
	for name, err := range map[string]error{"matrix": err, "changes": err2, "scenario": err3} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want %v", name, err, context.Canceled)
		}
	}
}

func TestABlockIsEncodedAsByTheStandardLibrary(t *testing.T) {
	survey, err := NewSurvey(catalog, provisions)
	if err != nil {
		t.Fatal(err)
	}
	for _, topic := range catalog.Topics {
		r := Request{Topics: []string{topic.ID}, Today: today, Sort: topic.Variables[0].Name}
		for _, days := range [][2]legislation.Day{{today, 0}, {20010101, 0}, {19500101, 0}, {20140302, today}, {today, 20090701}} {
			r.On, r.Against = days[0], days[1]
			for _, source := range []Provisions{survey, survey, provisions} { // the second time from memory
				blocks, err := Matrix(t.Context(), catalog, source, r)
				if err != nil {
					t.Fatal(err)
				}
				want, err := jsonpart.Encode(blocks[0])
				if err != nil {
					t.Fatal(err)
				}
				if got, err := blocks[0].AppendJSON(nil); err != nil || string(got) != want {
					t.Fatalf("%s on %v: %v\n%s\nwant\n%s", topic.ID, days, err, got, want)
				}
			}
		}
	}
}

func BenchmarkMatrixOfAll(b *testing.B) {
	r := Request{Topics: []string{"personal-possession"}, Today: today}
	for b.Loop() {
		if _, err := Matrix(b.Context(), catalog, provisions, r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMatrixOfAllInJSON(b *testing.B) {
	survey, err := NewSurvey(catalog, provisions)
	if err != nil {
		b.Fatal(err)
	}
	r := Request{Topics: []string{"personal-possession"}, Today: today, On: 20050301}
	var to []byte
	b.ReportAllocs()
	for b.Loop() {
		blocks, err := Matrix(b.Context(), catalog, survey, r)
		if err != nil {
			b.Fatal(err)
		}
		if to, err = blocks[0].AppendJSON(to[:0]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMatrixOfAllAgainst(b *testing.B) {
	r := Request{Topics: []string{"personal-possession"}, Today: today, Against: 20100101}
	for b.Loop() {
		if _, err := Matrix(b.Context(), catalog, provisions, r); err != nil {
			b.Fatal(err)
		}
	}
}
