package heat

import (
	"slices"
	"testing"

	"seelex/ui/chart/svg"
	"seelex/ui/chart/svgtest"
)

func sample() Chart {
	return Chart{
		Heading: svg.Heading{ID: "coverage", Title: "How sure the answers are", Desc: "Jurisdictions and topics.", Date: "As of 25 November 2026"},
		Levels:  []Level{{"unverified", "no source seen", "U"}, {"secondary", "a study or report", "S"}, {"primary", "official text", "P"}},
		Empty:   "no answer",
		Columns: []Head{{"Possession for personal use", "/topics/personal-possession"}, {"Cultivation", "/topics/cultivation"}, {"Precursors and equipment", ""}},
		Rows: []Row{
			{Name: "Federation of Bosnia and Herzegovina", Href: "/jurisdictions/BA-BIH", Cells: []Cell{{Level: "primary", Href: "/compare?topic=personal-possession"}, {Level: "secondary"}, {Level: "unverified"}}},
			{Name: "Brčko District", Cells: []Cell{{Level: "unheard of"}, {Level: "primary"}}},
		},
	}
}

func TestHeatMapIsDrawnAsReviewed(t *testing.T) {
	c := sample()
	svgtest.Golden(t, "page.svg", Draw(c))
	c.Standalone = true
	svgtest.Golden(t, "standalone.svg", Draw(c))
}

func TestEachCellSaysItsLevel(t *testing.T) {
	elements := svgtest.Parse(t, Draw(sample()))
	svgtest.Says(t, elements, "P", "S", "U", "–", "official text", "no answer", "3/3", "1/3")
	var titles []string
	for _, e := range elements {
		titles = append(titles, e.Title)
	}
	for _, want := range []string{
		"Federation of Bosnia and Herzegovina, Possession for personal use: official text",
		"Brčko District, Possession for personal use: no answer", // its level is not one of the chart's
		"Brčko District, Precursors and equipment: no answer",    // it has no cell
	} {
		if !slices.Contains(titles, want) {
			t.Errorf("no tooltip %q", want)
		}
	}
}

func TestHeadsRowsAndCellsLink(t *testing.T) {
	c := sample()
	var got []string
	for _, link := range svgtest.Links(svgtest.Parse(t, Draw(c))) {
		got = append(got, link[0])
	}
	want := []string{"/topics/personal-possession", "/topics/cultivation", "/jurisdictions/BA-BIH", "/compare?topic=personal-possession"}
	if !slices.Equal(got, want) {
		t.Errorf("links %q, want %q", got, want)
	}
	for len(c.Columns) < 15 { // as many as there are topics
		c.Columns = append(c.Columns, c.Columns[0])
	}
	svgtest.Reachable(t, svgtest.Parse(t, Draw(c)))
}
