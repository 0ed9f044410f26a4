package rangebars

import (
	"slices"
	"strconv"
	"testing"

	"seelex/ui/chart/svg"
	"seelex/ui/chart/svgtest"
)

func months(n float64) *Months { return &Months{N: n} }

var life = &Months{Life: true}

func sample() Chart {
	return Chart{
		Heading:  svg.Heading{ID: "ranges", Title: "Imprisonment for three offences", Desc: "Statutory ranges in two jurisdictions.", Sources: []string{"Source: the corpus"}},
		Offences: []string{"possession", "supply", "cultivation"},
		Rows: []Row{
			{Name: "Serbia", Href: "/jurisdictions/RS", Bars: []Bar{
				{Offence: 0, State: Prison, Max: months(36), Label: "up to 3 years", Href: "/law/rs/criminal-code/art-246a"},
				{Offence: 1, State: Prison, Min: months(36), Max: months(144), Label: "3 to 12 years"},
				{Offence: 2, State: Prison, Min: months(6), Label: "at least 6 months"},
			}},
			{Name: "Cyprus", Bars: []Bar{
				{Offence: 0, State: None},
				{Offence: 1, State: Prison, Min: months(96), Max: life, Label: "8 years to life"},
			}},
			{Name: "Bosnia and Herzegovina", Bars: []Bar{
				{Offence: 0, State: Prison},
				{Offence: 1, State: Prison, Min: life, Max: life, Label: "life"},
				{Offence: 2, State: Prison, Max: months(0.07), Label: "up to 2 days"},
			}},
		},
	}
}

func TestRangesAreDrawnAsReviewed(t *testing.T) {
	c := sample()
	svgtest.Golden(t, "page.svg", Draw(c))
	c.Standalone = true
	svgtest.Golden(t, "standalone.svg", Draw(c))
}

func TestWhatIsNotKnownIsSaid(t *testing.T) {
	svgtest.Says(t, svgtest.Parse(t, Draw(sample())), "up to 3 years", "no imprisonment", "length not stated", "not known", "8 years to life", "life", "12 years")
	svgtest.Reachable(t, svgtest.Parse(t, Draw(sample())))
	var titles []string
	for _, e := range svgtest.Parse(t, Draw(sample())) {
		titles = append(titles, e.Title)
	}
	for _, want := range []string{"Serbia, possession: up to 3 years", "Cyprus, possession: no imprisonment", "Cyprus, cultivation: not known"} {
		if !slices.Contains(titles, want) {
			t.Errorf("no tooltip %q", want)
		}
	}
}

// All bars stand on one scale: twice the years, twice the pixels, in every row.
func TestOneScaleForAll(t *testing.T) {
	c := Chart{Heading: svg.Heading{Title: "t", Desc: "d"}, Offences: []string{"supply"}, Rows: []Row{
		{Name: "A", Bars: []Bar{{State: Prison, Max: months(60)}}},
		{Name: "B", Bars: []Bar{{State: Prison, Max: months(120)}}},
	}}
	var widths []float64
	for _, e := range svgtest.Parse(t, Draw(c)) {
		if e.Name == "rect" && e.Attr["height"] == svg.Number(barHeight) {
			w, _ := strconv.ParseFloat(e.Attr["width"], 64)
			widths = append(widths, w)
		}
	}
	if len(widths) != 2 || widths[1] != 2*widths[0] {
		t.Errorf("5 and 10 years are %v px wide", widths)
	}
}
