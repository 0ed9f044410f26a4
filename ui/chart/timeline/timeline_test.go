package timeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"seelex/ui/chart/svg"
	"seelex/ui/chart/svgtest"
)

// kosovo is a lane with everything in it: strategies with a gap and an open end, reforms known to the day, the month
// and the year.
func kosovo() Timeline {
	return Timeline{
		Heading: svg.Heading{ID: "kosovo", Title: "Strategies and reforms in Kosovo*", Desc: "One lane from 2005 to 2020.", Date: "As of 1 June 2019"},
		Window:  Window{Date{Year: 2005}, Date{Year: 2020}},
		On:      Date{2019, 6, 1},
		Kinds:   []string{"strategy", "action plan"},
		Lanes: []Lane{{
			Name: "Kosovo*", Href: "/jurisdictions/XK", Gap: "no strategy known",
			Spans: []Span{
				{From: Date{Year: 2009}, To: Date{Year: 2012}, Label: "National Strategy 2009–2012", Href: "/law/xk/strategy-2009"},
				{From: Date{2012, 7, 1}, To: Date{2017, 12, 31}, Label: "National Strategy 2012–2017", Href: "/law/xk/strategy-2012"},
				{From: Date{2012, 7, 1}, To: Date{Year: 2014}, Kind: 1, Label: "Action plan", Href: "/law/xk/action-plan-2012"},
				{From: Date{2018, 9, 1}, Label: "Strategy without a known end"},
			},
			Points: []Point{
				{Date: Date{2013, 1, 1}, Kind: InForce, Label: "Criminal Code in force", Href: "/law/xk/criminal-code-2012"},
				{Date: Date{Year: 2008}, Kind: Harsher, Label: "Law on narcotic drugs"},
				{Date: Date{2019, 4, 14}, Kind: Softer, Label: "New criminal code lets courts send dependent persons to treatment"},
				{Date: Date{2019, 4, 0}, Kind: Neutral, Label: "Law on prosecutors"},
				{Date: Date{Year: 1999}, Kind: Neutral, Label: "before the window"},
				{Date: Date{2013, 1, 1}, Kind: Ratified, Label: "A treaty on the same day"},
				{Label: "without a date"},
			},
		}, {Name: "Brčko District of Bosnia and Herzegovina"}},
	}
}

func TestTimelineIsDrawnAsReviewed(t *testing.T) {
	tl := kosovo()
	svgtest.Golden(t, "page.svg", Draw(tl))
	tl.Standalone = true
	svgtest.Golden(t, "standalone.svg", Draw(tl))
}

func TestWhatTheTooltipsSay(t *testing.T) {
	var titles []string
	for _, e := range svgtest.Parse(t, Draw(kosovo())) {
		if e.Title != "" && e.Name != "svg" {
			titles = append(titles, e.Title)
		}
	}
	for _, want := range []string{
		"National Strategy 2009–2012: strategy, from 2009 to 2012",
		"Strategy without a known end: strategy, from 1 Sep 2018, no end known",
		"no strategy known, 1 Jan 2018 to 31 Aug 2018",
		"1 Jan 2013, entry into force: Criminal Code in force",
		"2008, harsher reform: Law on narcotic drugs",
		"Apr 2019, reform, neither softer nor harsher: Law on prosecutors",
	} {
		if !slices.Contains(titles, want) {
			t.Errorf("no tooltip %q; there are\n%s", want, strings.Join(titles, "\n"))
		}
	}
	svgtest.Reachable(t, svgtest.Parse(t, Draw(kosovo())))
	svgtest.Says(t, svgtest.Parse(t, Draw(kosovo())), "1 earlier", "1 Jun 2019", "nothing in these years", "softer reform", "arrow: no end known")
}

func TestGapsAreWhatNoSpanCovers(t *testing.T) {
	y := func(from, to int) Span { return Span{From: Date{Year: from}, To: Date{Year: to}} }
	tests := map[string]struct {
		spans []Span
		on    Date
		want  string
	}{
		"none between neighbours":     {[]Span{y(2009, 2012), y(2013, 2017)}, Date{}, ""},
		"one between":                 {[]Span{y(2009, 2010), y(2013, 2017)}, Date{}, "1 Jan 2011 to 31 Dec 2012"},
		"none under a longer span":    {[]Span{y(2006, 2018), y(2007, 2008), y(2012, 2013)}, Date{}, ""},
		"after the last, up to today": {[]Span{y(2009, 2012)}, Date{2013, 3, 1}, "1 Jan 2013 to 1 Mar 2013"},
		"none before the first":       {[]Span{y(2015, 2019)}, Date{2016, 1, 1}, ""},
		"none after one without end":  {[]Span{{From: Date{Year: 2009}}}, Date{2016, 1, 1}, ""},
		"a start that nobody knows":   {[]Span{{To: Date{Year: 2009}}, y(2011, 2012)}, Date{}, "1 Jan 2010 to 31 Dec 2010"},
		"without any span, none":      {nil, Date{2016, 1, 1}, ""},
	}
	for name, test := range tests {
		tl := kosovo()
		tl.On = test.on
		p := painter{Timeline: tl, scale: svg.Scale{Min: float64(days(2005, 1, 1)), Max: float64(days(2021, 1, 1)), From: 0, To: 100}}
		var got []string
		for _, gap := range p.gaps(Lane{Spans: test.spans}) {
			got = append(got, wordsOf(gap[0])+" to "+wordsOf(gap[1]))
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// However dense a lane is, no mark covers another.
func TestMarksNeverOverlap(t *testing.T) {
	tl := kosovo()
	tl.Lanes = []Lane{{Name: "Dense"}}
	for i := range 60 {
		tl.Lanes[0].Points = append(tl.Lanes[0].Points, Point{Date: Date{2010 + i%3, 1 + i%12, 1 + i%28}, Label: fmt.Sprintf("Reform number %d of many", i)})
	}
	p := painter{Timeline: tl, scale: svg.Scale{Min: float64(days(2005, 1, 1)), Max: float64(days(2021, 1, 1)), From: nameWidth, To: width - right}}
	l := p.layout(tl.Lanes[0])
	for i, a := range l.marks {
		for _, b := range l.marks[:i] {
			if a.row == b.row && a.x-b.x < 2*markSize {
				t.Fatalf("%q and %q overlap in row %d", a.Label, b.Label, a.row)
			}
		}
	}
}

func TestWindowsToMoveTo(t *testing.T) {
	limits := Window{Date{Year: 1961}, Date{Year: 2030}}
	tests := []struct{ window, in, out, earlier, later string }{
		{"2000 2019", "2005 2014", "1990 2029", "1990 2009", "2010 2029"},
		{"2012 2013", "2012-07 2013-06", "2011 2014", "2011 2012", "2013 2014"},
		{"2013 2013", "", "2012 2014", "2012-07 2013-06", "2013-07 2014-06"},
		{"1961 2030", "1978 2013", "", "", ""},
		{"1961 1970", "1963 1968", "1961 1975", "", "1966 1975"},
		{"2021 2030", "2023 2028", "2016 2030", "2016 2025", ""},
		{"2012-07 2014-06", "2013 2013", "2011 2015", "2011-07 2013-06", "2013-07 2015-06"},
	}
	for _, test := range tests {
		var w Window
		for i, s := range strings.Fields(test.window) {
			var d Date
			fmt.Sscanf(s, "%d-%d", &d.Year, &d.Month)
			*[]*Date{&w.From, &w.To}[i] = d
		}
		m := w.Moves(limits)
		for _, c := range []struct {
			name string
			got  *Window
			want string
		}{{"in", m.In, test.in}, {"out", m.Out, test.out}, {"earlier", m.Earlier, test.earlier}, {"later", m.Later, test.later}} {
			got := ""
			if c.got != nil {
				got = c.got.From.String() + " " + c.got.To.String()
			}
			if got != c.want {
				t.Errorf("from %s %s: %q, want %q", test.window, c.name, got, c.want)
			}
		}
	}
}
