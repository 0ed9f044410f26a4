package series

import (
	"slices"
	"testing"

	"seelex/ui/chart/svg"
	"seelex/ui/chart/svgtest"
)

func sample() Chart {
	return Chart{
		Heading: svg.Heading{ID: "crimes", Title: "Drug crimes in Moldova", Desc: "Figures of the police.", Sources: []string{"Source: the corpus"}},
		Unit:    "cases",
		Series: []Series{
			{Label: "registered drug crimes", Points: []Point{{Year: 2025, Value: 1301, Href: "/data#1301"}, {Year: 2017, Value: 1227}, {Year: 2018, Value: 1316}, {Year: 2019, Value: 1052.5}}},
			{Label: "cases opened", Points: []Point{{Year: 2023, Value: 994}}},
		},
	}
}

func TestFiguresAreDrawnAsReviewed(t *testing.T) {
	c := sample()
	svgtest.Golden(t, "lines.svg", Draw(c))
	c.Bars, c.Standalone = true, true
	svgtest.Golden(t, "bars.svg", Draw(c))
}

func TestFiguresAreReadable(t *testing.T) {
	elements := svgtest.Parse(t, Draw(sample()))
	svgtest.Says(t, elements, "cases", "1,301", "1,052.5", "994", "2017", "2025", "cases opened")
	if got := svgtest.Links(elements); !slices.Equal(got, [][2]string{{"/data#1301", "registered drug crimes, 2025: 1,301 cases"}}) {
		t.Errorf("links %q", got)
	}
	svgtest.Reachable(t, elements)
}

// A line over years without figures is a guess and is dashed.
func TestYearsWithoutFiguresAreDashed(t *testing.T) {
	dashes := map[string]int{}
	for _, e := range svgtest.Parse(t, Draw(sample())) {
		if e.Name == "line" && e.Attr["stroke-width"] == "2" {
			dashes[e.Attr["stroke-dasharray"]]++
		}
	}
	if dashes["none"] != 2 || dashes["4 4"] != 1 {
		t.Errorf("2017–2018–2019 are drawn through, 2019–2025 dashed; got %v", dashes)
	}
}

func TestDrawingLeavesTheInputAlone(t *testing.T) {
	c := sample()
	Draw(c)
	if c.Series[0].Points[0].Year != 2025 {
		t.Error("the caller's points were sorted")
	}
}

func TestFewFigures(t *testing.T) {
	for name, test := range map[string]struct {
		series []Series
		want   string
	}{
		"none":        {nil, "no figures"},
		"one year":    {[]Series{{Points: []Point{{Year: 2014, Value: 7}}}}, "2014"},
		"only zeroes": {[]Series{{Points: []Point{{Year: 2014}, {Year: 2015}}}}, "0"},
	} {
		for _, bars := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				c := Chart{Heading: svg.Heading{Title: "t", Desc: "d"}, Bars: bars, Series: test.series}
				svgtest.Says(t, svgtest.Parse(t, Draw(c)), test.want)
			})
		}
	}
}
