package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"seelex/legislation"
)

// Provisions lets the folded corpus stand in for the store.
func (f folded) Provisions(do func(*legislation.Provision) error) error {
	for _, p := range f.order {
		if err := do(p); err != nil {
			return err
		}
	}
	return nil
}

func surveyed(t testing.TB) *Survey {
	t.Helper()
	s, err := NewSurvey(catalog, provisions)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTimeline(t *testing.T) {
	s := surveyed(t)
	tests := []struct {
		name    string
		request TimelineRequest
		want    []string // events that must be there, in this order
		not     []string // words of titles that must not
	}{
		{
			name:    "Serbia softens in 2009",
			request: TimelineRequest{Jurisdictions: []string{"RS"}, Directions: []string{"softer"}, From: 20090101, To: 20091231},
			// rs.yaml, reforms of 2009.
			want: []string{"2009-09-11 reform Own-use holding becomes an offence of its own (Art. 246a) with release from punishment",
				"2009-09-11 reform Home imprisonment introduced"},
			not: []string{"action plan"},
		},
		{
			name:    "Kosovo's strategies last from year to year",
			request: TimelineRequest{Jurisdictions: []string{"XK"}, Kinds: []EventKind{StrategyEvent}},
			// xk.yaml, instruments: in force 2009-07, planned 2009–2012, 2012–2017, 2018–2022.
			want: []string{"2009-07–2012 strategy National Strategy against Drugs 2009-2012",
				"2012–2017 strategy National Strategy and Action Plan against Narcotics 2012-2017",
				"2018–2022 strategy National Strategy against Narcotics and Action Plan 2018-2022"},
		},
		{
			name:    "a strategy that spans the window is in it",
			request: TimelineRequest{Jurisdictions: []string{"RS"}, Kinds: []EventKind{StrategyEvent}, From: 20180601, To: 20180602},
			want:    []string{"2015-01–2021-12-31 strategy Strategy for the Prevention of Drug Abuse 2014–2021"},
			not:     []string{"2009–2013"},
		},
		{
			name:    "Albania accedes to the 1961 Convention",
			request: TimelineRequest{Jurisdictions: []string{"AL"}, Kinds: []EventKind{RatifiedEvent}},
			// int.yaml, ratifications.
			want: []string{"2001-08-14 ratification Single Convention on Narcotic Drugs"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			page, err := s.Timeline(tt.request)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range page.Events {
				when := e.Date.String()
				if e.Kind == StrategyEvent {
					when += "–" + e.To.String()
				}
				got = append(got, fmt.Sprintf("%s %s %s", when, e.Kind, e.Title))
			}
			at := 0
			for _, g := range got {
				if at < len(tt.want) && strings.HasPrefix(g, tt.want[at]) {
					at++
				}
			}
			if at < len(tt.want) {
				t.Errorf("no %q in its order in\n%s", tt.want[at], strings.Join(got, "\n"))
			}
			for _, word := range tt.not {
				if slices.ContainsFunc(got, func(g string) bool { return strings.Contains(g, word) }) {
					t.Errorf("%q in\n%s", word, strings.Join(got, "\n"))
				}
			}
		})
	}
}

func TestTimelineIsWhole(t *testing.T) {
	s := surveyed(t)
	all, err := s.Timeline(TimelineRequest{})
	if err != nil {
		t.Fatal(err)
	}
	if all.Total != len(all.Events) {
		t.Fatalf("%d of %d", len(all.Events), all.Total)
	}
	reforms, ratified := 0, 0
	for i, e := range all.Events {
		if i > 0 && e.Date.First() < all.Events[i-1].Date.First() {
			t.Errorf("%s after %s", e.Date, all.Events[i-1].Date)
		}
		if e.Title == "" || len(e.Sources) == 0 && e.Confidence != legislation.Unverified {
			t.Errorf("without title or source: %+v", e)
		}
		switch e.Kind {
		case ReformEvent:
			reforms++
		case RatifiedEvent:
			ratified++
		}
	}
	if reforms != catalog.Counts.Reforms || ratified != catalog.Counts.Ratifications {
		t.Errorf("%d reforms and %d ratifications, want %d and %d", reforms, ratified, catalog.Counts.Reforms, catalog.Counts.Ratifications)
	}
	page, _ := s.Timeline(TimelineRequest{Limit: 20, Offset: 40})
	if page.Total != all.Total || len(page.Events) != 20 || page.Events[0].Title != all.Events[40].Title {
		t.Errorf("page of %d of %d starts with %q", len(page.Events), page.Total, page.Events[0].Title)
	}
	if _, err := s.Timeline(TimelineRequest{Directions: []string{"softr"}}); err == nil || !strings.Contains(err.Error(), "did you mean softer") {
		t.Errorf("got %v", err)
	}
}

// An event is about what its instrument takes up on that day, not about all that
// the instrument ever deals with.
func TestEventTopics(t *testing.T) {
	s := surveyed(t)
	page, err := s.Timeline(TimelineRequest{Jurisdictions: []string{"HR"}, Topics: []string{"personal-possession"}, From: 20130101, To: 20130101})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(page.Events, func(e Event) bool { return strings.HasPrefix(e.Title, "Possession for own use becomes a misdemeanour") }) {
		t.Errorf("the reform of 2013 is not about possession: %+v", page.Events)
	}
}

func TestStrategies(t *testing.T) {
	s := surveyed(t)
	tests := []struct {
		jurisdiction, on string
		inForce          []legislation.ID
		gaps             []string
	}{
		// xk.yaml: strategies 2009–2012, 2012–2017, 2018–2022, nothing after.
		{"XK", "2010-01-01", []legislation.ID{"xk/drug-strategy-2009"}, nil},
		{"XK", "2012-06-01", []legislation.ID{"xk/drug-strategy-2009", "xk/drug-strategy-2012"}, nil},
		{"XK", "2020-01-01", []legislation.ID{"xk/drug-strategy-2018"}, nil},
		{"XK", "2026-11-25", nil, []string{"No strategy is known since 1 January 2023."}},
		// rs.yaml: 2009–2013, then one in force from January 2015 to the end of 2021.
		{"RS", "2026-11-25", nil, []string{"No strategy is known from 1 January 2014 to 31 December 2014.", "No strategy is known since 1 January 2022."}},
		// bg.yaml: 2014–2018, then 2020–2024.
		{"BG", "2026-11-25", nil, []string{"No strategy is known from 1 January 2019 to 31 December 2019.", "No strategy is known since 1 January 2025."}},
		// si.yaml: 1992–2004, 2004–2009, 2014–2020, 2023–2030.
		{"SI", "2026-11-25", []legislation.ID{"si/resolution-2023-2030"}, []string{
			"No strategy is known from 1 January 2010 to 31 December 2013.", "No strategy is known from 1 January 2021 to 31 December 2022."}},
	}
	for _, tt := range tests {
		t.Run(tt.jurisdiction+" on "+tt.on, func(t *testing.T) {
			answer, err := s.Strategies(StrategiesRequest{Jurisdictions: []string{tt.jurisdiction}, On: day(t, tt.on)})
			if err != nil {
				t.Fatal(err)
			}
			var inForce []legislation.ID
			for _, strategy := range answer.Columns[0].Strategies {
				if strategy.Status == StrategyInForce && !strategy.Beside && strategy.Type == "strategy" {
					inForce = append(inForce, strategy.ID)
				}
			}
			if !slices.Equal(inForce, tt.inForce) {
				t.Errorf("in force %v, want %v", inForce, tt.inForce)
			}
			var gaps []string
			for _, g := range answer.Columns[0].Gaps {
				gaps = append(gaps, g.Words)
			}
			if !slices.Equal(gaps, tt.gaps) {
				t.Errorf("gaps %q, want %q", gaps, tt.gaps)
			}
		})
	}
}

func TestStrategiesAreWhole(t *testing.T) {
	s := surveyed(t)
	answer, err := s.Strategies(StrategiesRequest{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	strategies, sections, other := 0, 0, 0
	for _, c := range answer.Columns {
		for _, strategy := range c.Strategies {
			strategies++
			for _, section := range strategy.Sections {
				sections++
				if section.About(Other) {
					other++
					t.Logf("other: %s %s", section.Citation.ID, section.Heading)
				}
			}
		}
	}
	want := 0
	for _, i := range catalog.Instruments {
		if i.IsStrategy() {
			want++
		}
	}
	if strategies != want || sections == 0 {
		t.Errorf("%d strategies, want %d; %d sections", strategies, want, sections)
	}
	if other*4 > sections {
		t.Errorf("%d of %d sections have no theme", other, sections)
	}
}

func TestChains(t *testing.T) {
	s := surveyed(t)
	answer, err := s.Strategies(StrategiesRequest{Jurisdictions: []string{"xk"}, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	second := answer.Columns[0].Strategies[1]
	if second.ID != "xk/drug-strategy-2012" || second.Successor == nil || second.Successor.ID != "xk/drug-strategy-2018" ||
		len(second.Predecessors) != 1 || second.Predecessors[0].ID != "xk/drug-strategy-2009" {
		t.Errorf("%+v", second.Strategy)
	}
}

// Themes are told from the section's own words; each of these was read.
func TestThemes(t *testing.T) {
	tests := map[legislation.ID]string{
		"al/drug-strategy-2012/sec-2":              "harm-reduction supply-reduction coordination",
		"cy/strategy-2013-2020/sec-1":              "prevention treatment harm-reduction supply-reduction",
		"hr/strategy-2012-2017/sec-harm-reduction": "treatment harm-reduction",
		"eu/drugs-strategy-2021-2025/sec-2":        "supply-reduction",
		"mk/strategy-2021-2025/sec-2":              "harm-reduction evaluation civil-society",
		"xk/drug-strategy-2012/sec-1":              "coordination",
		"xk/drug-strategy-2018/sec-2":              "coordination evaluation",
		"ro/strategy-2013-2020/sec-2":              "other",
		"ba/strategy-2018-2023/sec-5":              "evaluation",
		"si/resolution-2004-2009/sec-alternatives": "other",
		"rs/strategy-2014-2021/sec-2":              "supply-reduction coordination evaluation",
		"mk/probation-strategy-2021-2025/sec-1":    "treatment evaluation civil-society",
		"bg/strategy-2014-2018/sec-2":              "prevention treatment harm-reduction",
		"hr/strategy-2006-2012/sec-5.4.3":          "supply-reduction",
		"ba-bih/sarajevo-programme-1999/sec-6":     "prevention treatment harm-reduction",
		"al/cannabis-action-plan-2017/sec-1":       "other",
		"tr/strategy-2018-2023/sec-2":              "treatment coordination",
		"gr/national-plan-2011-2012/sec-2":         "treatment harm-reduction",
		"gr/draft-strategy-2014-2020/sec-2":        "coordination civil-society",
		"cy/action-plan-2017-2020/sec-2":           "harm-reduction",
	}
	got := map[legislation.ID]string{}
	for _, strategy := range surveyed(t).strategies {
		for _, section := range strategy.Sections {
			var themes []string
			for _, r := range section.Themes {
				themes = append(themes, r.Theme)
			}
			got[section.Citation.ID] = strings.Join(themes, " ")
		}
	}
	for id, want := range tests {
		if got[id] != want {
			t.Errorf("%s: %q, want %q", id, got[id], want)
		}
	}
}

// What strategies.yaml names is in the corpus.
func TestReadingNamesWhatIsThere(t *testing.T) {
	c, err := newClassifier(catalog)
	if err != nil {
		t.Fatal(err)
	}
	for _, theme := range c.Themes {
		for _, id := range theme.Topics {
			if _, err := catalog.Topic(id); err != nil {
				t.Error(err)
			}
		}
		for _, id := range theme.Concepts {
			if _, ok := catalog.Concept(id); !ok {
				t.Errorf("theme %s: no concept %s", theme.ID, id)
			}
		}
	}
	for _, id := range c.Beside {
		if i, err := catalog.Instrument(id); err != nil || !i.IsStrategy() {
			t.Errorf("%s is no strategy: %v", id, err)
		}
	}
	for _, id := range c.Accounts {
		if _, err := provisions.Provision(id); err != nil {
			t.Error(err)
		}
	}
}

func BenchmarkSurvey(b *testing.B) {
	for b.Loop() {
		surveyed(b)
	}
}

func BenchmarkTimeline(b *testing.B) {
	s := surveyed(b)
	for b.Loop() {
		if _, err := s.Timeline(TimelineRequest{Topics: []string{"personal-possession"}, Limit: 20}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStrategies(b *testing.B) {
	s := surveyed(b)
	for b.Loop() {
		if _, err := s.Strategies(StrategiesRequest{Today: today}); err != nil {
			b.Fatal(err)
		}
	}
}
