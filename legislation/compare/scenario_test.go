package compare

import (
	"slices"
	"strings"
	"testing"
)

func outcome(t *testing.T, c Case, jurisdiction string) Outcome {
	t.Helper()
	c.Jurisdictions, c.Today = []string{jurisdiction}, today
	s, err := Answer(t.Context(), catalog, provisions, c)
	if err != nil {
		t.Fatal(err)
	}
	return s.Outcomes[0]
}

// Each row names what it was checked against in the corpus.
func TestScenario(t *testing.T) {
	tests := []struct {
		name         string
		jurisdiction string
		c            Case
		rule         string // code
		class        string
		penalty      string
		waiver       string   // code
		why          []string // codes that must be among the reasons
		silent       string   // part of what the data does not say
		authority    string   // start
		citation     string   // url that must be among the citations
		open, closed string   // parts of the names of measures
	}{
		{
			// xk.yaml, quantity-thresholds from 2019-04-14: below 3 g, a first-time possessor …
			name: "Kosovo: first offence under three grams", jurisdiction: "XK", c: Case{Conduct: "possession", Substance: "cannabis", Amount: 2.9},
			rule: "small-quantity", class: "criminal", penalty: "prison: up to 1 year; a fine is possible, its amount is not in the data", waiver: "none",
			why: []string{"threshold-met"}, citation: "/law/xk/criminal-code-2019/art-269/par-2", closed: "Mandatory rehabilitation treatment",
		},
		{
			name: "Kosovo: three grams are not under three grams", jurisdiction: "XK", c: Case{Conduct: "possession", Substance: "heroin", Amount: 3},
			rule: "over-small-quantity", class: "criminal", penalty: "prison: 1 to 3 years; fine: 100 to 25,000 EUR", waiver: "none", why: []string{"threshold-not-met"},
		},
		{
			name: "Kosovo: the milder rule is for a first offence", jurisdiction: "XK", c: Case{Conduct: "possession", Substance: "cannabis", Amount: 1, Repeated: true},
			rule: "basic", class: "criminal", penalty: "prison: 1 to 3 years; fine: 100 to 25,000 EUR", waiver: "none", why: []string{"first-only", "repetition"},
		},
		{
			// cy.yaml, quantity-thresholds from 2003: 30 g of cannabis, presumption of intent to supply;
			// supply-trafficking from 2003: up to life.
			name: "Cyprus: thirty grams are presumed to be for supply", jurisdiction: "CY", c: Case{Conduct: "possession", Substance: "cannabis", Amount: 0.03, Unit: "kg"},
			rule: "presumed-supply", class: "criminal", penalty: "prison: up to life", waiver: "unknown", why: []string{"threshold-met", "if-rebutted", "varies-by-drug"},
			citation: "/law/cy/law-29-1977/art-30A", closed: "treatment order of the children's court",
		},
		{
			name: "Cyprus: less is not exempt", jurisdiction: "CY", c: Case{Conduct: "possession", Substance: "cannabis", Amount: 29},
			rule: "basic", class: "criminal", penalty: "prison: up to 12 years; a fine is possible, its amount is not in the data", waiver: "may", why: []string{"threshold-not-met"},
		},
		{
			// hr.yaml, positions from 2023-01-01 and, for the earlier date, from 1998-01-01.
			name: "Croatia: a misdemeanour with an undefined small quantity", jurisdiction: "HR", c: Case{Conduct: "possession", Substance: "cocaine", Amount: 1},
			rule: "undefined-small-quantity", class: "misdemeanour", penalty: "no prison; fine: 663.61 to 2,654.46 EUR", waiver: "none",
			why: []string{"undefined-small-quantity", "no-prison"}, authority: "police (order with a fine on the spot)",
		},
		{
			name: "Croatia in 2010: a crime", jurisdiction: "HR", c: Case{Conduct: "possession", Substance: "cocaine", Amount: 1, On: 20100101},
			rule: "basic", class: "criminal", penalty: "prison: up to 1 year; a fine is possible, its amount is not in the data", waiver: "may",
			why: []string{"no-quantity-rule"}, citation: "/law/hr/criminal-code-1997/art-173/par-1?on=2010-01-01", open: "odgoda po članku 175",
		},
		{
			// md.yaml, quantity-thresholds from 2006-01-27: 2 g of dried cannabis.
			name: "Moldova: up to two grams a contravention", jurisdiction: "MD", c: Case{Conduct: "possession", Substance: "cannabis", Amount: 2},
			rule: "small-quantity", class: "administrative", penalty: "no prison; fine: 10,000 to 15,000 MDL", waiver: "must", why: []string{"threshold-met"},
		},
		{
			name: "Moldova: more is a crime whose range is told in words only", jurisdiction: "MD", c: Case{Conduct: "possession", Substance: "cannabis", Amount: 2.5},
			rule: "over-small-quantity", class: "criminal", penalty: "not in the data", waiver: "unknown", why: []string{"threshold-not-met"},
			silent: "codes no range over the small quantity",
		},
		{
			name: "Moldova: amounts of heroin are fixed, and not in the data", jurisdiction: "MD", c: Case{Conduct: "possession", Substance: "heroin", Amount: 1},
			rule: "no-figure", class: "administrative", penalty: "no prison; fine: 10,000 to 15,000 MDL", waiver: "must", silent: "from which amount",
		},
		{
			// bg.yaml, quantity-thresholds from 2006-10-13: five tablets of ecstasy.
			name: "Bulgaria: five tablets are a minor case in practice", jurisdiction: "BG", c: Case{Conduct: "possession", Substance: "ecstasy", Amount: 5, Unit: "tablets"},
			rule: "minor-case", class: "criminal", penalty: "no prison; fine: up to 1,000 BGN (up to 511.29 EUR)", waiver: "none", why: []string{"threshold-met"},
		},
		{
			// mk.yaml, quantity-thresholds from 2010-03 and supply-trafficking from 2014-02.
			name: "North Macedonia: dealing in up to five grams", jurisdiction: "MK", c: Case{Conduct: "small-sale", Substance: "cannabis", Amount: 5},
			rule: "small-quantity", penalty: "prison: 6 months to 3 years", waiver: "unknown", why: []string{"threshold-met"}, silent: "who decides",
		},
		{
			name: "North Macedonia: dealing in more", jurisdiction: "MK", c: Case{Conduct: "small-sale", Substance: "cannabis", Amount: 6},
			rule: "over-small-quantity", penalty: "prison: 3 to 10 years", waiver: "unknown",
		},
		{
			// gr.yaml, supply-trafficking from 2024-05-01: dependent small dealers, up to three years.
			name: "Greece: a dependent small dealer", jurisdiction: "GR", c: Case{Conduct: "small-sale", Substance: "heroin", Dependent: true},
			rule: "minor-supply", penalty: "prison: 10 days to 3 years; fine: up to 300,000 EUR", waiver: "unknown", why: []string{"user-dealer"},
			citation: "/law/gr/law-4139-2013/art-22/par-2",
		},
		{
			name: "Greece: a small dealer who is not dependent", jurisdiction: "GR", c: Case{Conduct: "small-sale", Substance: "heroin"},
			rule: "basic", penalty: "prison: 8 to 20 years; fine: up to 300,000 EUR", waiver: "unknown", why: []string{"minor-supply"},
		},
		{
			// gr.yaml, quantity-thresholds from 2008-12-18 to 2013-03-19: 20 g of raw cannabis.
			name: "Greece in 2010: twenty grams held to be for own use", jurisdiction: "GR", c: Case{Conduct: "possession", Substance: "cannabis", Amount: 20, On: 20100101},
			rule: "personal", class: "criminal", penalty: "prison: 10 days to 1 year", waiver: "unknown", why: []string{"threshold-met"},
		},
		{
			// tr.yaml, quantity-thresholds from 2005-06-01 and cultivation from 2008-02-08.
			name: "Türkiye: up to twenty plants held to be grown for own use", jurisdiction: "TR", c: Case{Conduct: "cultivation", Substance: "cannabis", Amount: 20},
			rule: "personal", class: "criminal", penalty: "not in the data", waiver: "unknown", why: []string{"threshold-met", "own-use-rule"}, silent: "12 to 36 months",
		},
		{
			// tr.yaml, personal-possession from 2014-06-28.
			name: "Türkiye: the first case must be postponed", jurisdiction: "TR", c: Case{Conduct: "possession", Substance: "cannabis", Amount: 5, Repeated: true},
			rule: "basic", class: "criminal", penalty: "prison: 2 to 5 years; no fine", waiver: "must", why: []string{"no-quantity-rule", "repetition"},
			open: "kamu davasının açılmasının ertelenmesi",
		},
		{
			// al.yaml, drug-use from 2001.
			name: "Albania: use is no offence", jurisdiction: "AL", c: Case{Conduct: "use", Substance: "cocaine"},
			rule: "basic", class: "not-an-offence", penalty: "not in the data", waiver: "not-needed",
		},
		{
			// rs.yaml, alternatives-to-prison from 2019-12-01: vaspitni nalog for minors of 14 to 17.
			name: "Serbia: a minor may get an educational order", jurisdiction: "RS", c: Case{Conduct: "possession", Substance: "cannabis", Amount: 1, Minor: true},
			rule: "undefined-small-quantity", class: "criminal", penalty: "prison: up to 3 years; fine: 100,000 to 1,000,000 RSD", waiver: "may",
			why: []string{"minor"}, open: "vaspitni nalog", closed: "obavezno lečenje",
		},
		{
			// rs.yaml: the amendment of 2019 raised supply to three to twelve years, over the limit of five for deferral.
			name: "Serbia: trafficking cannot be deferred", jurisdiction: "RS", c: Case{Conduct: "trafficking", Substance: "heroin", Amount: 2, Unit: "kg"},
			rule: "basic", penalty: "prison: 3 to 12 years", waiver: "unknown", why: []string{"aggravated"}, closed: "oportunitet",
		},
		{
			// rs.yaml: nothing between 2003 and 2006.
			name: "Serbia in 2004: the data does not say", jurisdiction: "RS", c: Case{Conduct: "possession", Substance: "cannabis", Amount: 1, On: 20040601},
			rule: "unknown", waiver: "unknown", silent: "a position ended in 2003",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := outcome(t, tt.c, tt.jurisdiction)
			if o.Rule.Code != tt.rule {
				t.Errorf("rule %s (%s), want %s", o.Rule.Code, o.Rule.Words, tt.rule)
			}
			if o.Class != tt.class {
				t.Errorf("class %q, want %q", o.Class, tt.class)
			}
			if o.Known && o.Penalty.Words != tt.penalty {
				t.Errorf("penalty %q, want %q", o.Penalty.Words, tt.penalty)
			}
			if o.Waiver.Code != tt.waiver {
				t.Errorf("waiver %s (%s), want %s", o.Waiver.Code, o.Waiver.Words, tt.waiver)
			}
			for _, code := range tt.why {
				if !slices.ContainsFunc(o.Why, func(f Finding) bool { return f.Code == code }) {
					t.Errorf("no reason %s in %+v", code, o.Why)
				}
			}
			if tt.silent != "" && !strings.Contains(strings.Join(o.Silent, "\n"), tt.silent) {
				t.Errorf("silence %q not in %q", tt.silent, o.Silent)
			}
			if !strings.HasPrefix(o.Authority, tt.authority) {
				t.Errorf("authority %q", o.Authority)
			}
			if tt.citation != "" && !slices.ContainsFunc(o.Citations, func(c Citation) bool { return c.URL == tt.citation }) {
				t.Errorf("no citation %s in %+v", tt.citation, o.Citations)
			}
			verdict(t, o, tt.open, Open)
			verdict(t, o, tt.closed, Closed)
			if o.Known && (len(o.Citations) == 0 || o.Confidence == "") {
				t.Error("an answer without citation or confidence")
			}
		})
	}
}

func verdict(t *testing.T, o Outcome, name, want string) {
	t.Helper()
	if name == "" {
		return
	}
	for _, a := range o.Alternatives {
		if strings.Contains(a.Name, name) {
			if a.Verdict != want {
				t.Errorf("%s is %s: %s; want %s", a.Name, a.Verdict, a.Why, want)
			}
			return
		}
	}
	t.Errorf("no measure %q", name)
}

// Every jurisdiction answers every conduct on every day, if only by saying that the
// data does not say; and what is not known is never shown as known.
func TestScenarioEverywhere(t *testing.T) {
	for _, conduct := range Conducts {
		for _, on := range []string{"1950-01-01", "1999-06-01", "2010-01-01", "2026-11-25"} {
			c := Case{Conduct: conduct, Substance: "cannabis", Amount: 3, On: day(t, on), Today: today, Dependent: true, Minor: true, Repeated: true}
			s, err := Answer(t.Context(), catalog, provisions, c)
			if err != nil {
				t.Fatal(err)
			}
			if len(s.Outcomes) != len(catalog.Jurisdictions)-2 || !strings.Contains(s.Notice, "not legal advice") {
				t.Fatalf("%d outcomes, notice %q", len(s.Outcomes), s.Notice)
			}
			for _, o := range s.Outcomes {
				switch {
				case o.Rule.Words == "" || o.Waiver.Words == "":
					t.Errorf("%s %s %s: no rule or waiver", o.Jurisdiction.Code, conduct, on)
				case !o.Known && (o.Penalty.Words != "" || o.Gap == nil || len(o.Silent) == 0):
					t.Errorf("%s %s %s: unknown, and yet %+v", o.Jurisdiction.Code, conduct, on, o)
				}
				for _, w := range append(o.Silent, o.Rule.Words, o.Penalty.Words) {
					if strings.Contains(w, "..") || strings.Contains(w, "%!") {
						t.Errorf("%s: %q", o.Jurisdiction.Code, w)
					}
				}
			}
		}
	}
}

func TestScenarioRefuses(t *testing.T) {
	tests := []struct {
		name string
		c    Case
		want string
	}{
		{"conduct", Case{Conduct: "posession"}, "did you mean possession"},
		{"substance", Case{Conduct: "use", Substance: "heroine"}, "did you mean heroin"},
		{"unit", Case{Conduct: "use", Unit: "ounces"}, "one of g, mg, kg"},
		{"amount", Case{Conduct: "use", Amount: -1}, "a number from 0"},
		{"jurisdiction", Case{Conduct: "use", Jurisdictions: []string{"ZZ"}}, "is not a jurisdiction"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Answer(t.Context(), catalog, provisions, tt.c); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func BenchmarkScenario(b *testing.B) {
	c := Case{Conduct: "possession", Substance: "cannabis", Amount: 3, Today: today}
	for b.Loop() {
		if _, err := Answer(b.Context(), catalog, provisions, c); err != nil {
			b.Fatal(err)
		}
	}
}
