package regionmap

import (
	"math"
	"slices"
	"strings"
	"testing"

	"seelex/ui/chart/svg"
	"seelex/ui/chart/svgtest"
)

func sample() Map {
	return Map{
		Heading: svg.Heading{ID: "class", Title: "Possession for personal use", Desc: "Class of the offence in a first, simple case.",
			Date: "As of 1 March 2024", Sources: []string{"Source: the corpus"}},
		Classes: []Class{{Key: "misdemeanour", Label: "misdemeanour"}, {Key: "criminal", Label: "criminal offence"}},
		Values: []Value{
			{Code: "EU", Name: "European Union", Class: "criminal", Href: "/jurisdictions/EU"},
			{Code: "RS", Name: "Serbia", Class: "criminal", Href: "/jurisdictions/RS"},
			{Code: "HR", Name: "Croatia", Class: "misdemeanour", Href: "/jurisdictions/HR"},
			{Code: "BA-BRC", Name: "Brčko District", Class: "criminal", Href: "/jurisdictions/BA-BRC"},
			{Code: "XK", Name: "Kosovo*", Class: "something else", Href: "/jurisdictions/XK"},
			{Code: "MK", Name: "<b>", Class: "criminal", Href: "javascript:alert(1)"},
		},
	}
}

func TestMapIsDrawnAsReviewed(t *testing.T) {
	m := sample()
	svgtest.Golden(t, "page.svg", Draw(m))
	m.Standalone, m.Ordered, m.Base = true, true, "https://example.org"
	svgtest.Golden(t, "standalone.svg", Draw(m))
}

func TestMapReadsWithoutColour(t *testing.T) {
	elements := svgtest.Parse(t, Draw(sample()))
	// Serbia, Brčko and North Macedonia; Croatia; of Kosovo the class is not known. The others were not asked about.
	svgtest.Says(t, elements, "RS", "BA-BRC", "A", "B", "?", "misdemeanour (1)", "criminal offence (3)", "not known (1)", "not among those compared", cyprusNote)
	for _, code := range []string{"EU", "RO", "BA-SRP"} { // one without a place, two that were not asked about
		if slices.Contains(svgtest.Texts(elements), code) {
			t.Errorf("the map names %s", code)
		}
	}
}

func TestMapLinks(t *testing.T) {
	want := [][2]string{
		{"/jurisdictions/RS", "Serbia: criminal offence"},
		{"/jurisdictions/HR", "Croatia: misdemeanour"},
		{"/jurisdictions/BA-BRC", "Brčko District: criminal offence"},
		{"/jurisdictions/XK", "Kosovo*: not known"},
	}
	if got := svgtest.Links(svgtest.Parse(t, Draw(sample()))); !slices.Equal(got, want) {
		t.Errorf("links\n got %q\nwant %q", got, want)
	}
}

func TestStandaloneMapNeedsNothingElse(t *testing.T) {
	m := sample()
	m.Standalone, m.Pixels = true, 1920
	out := string(Draw(m))
	if strings.Contains(out, "var(") || strings.Contains(out, "<a ") || !strings.Contains(out, `xmlns="http://www.w3.org/2000/svg"`) {
		t.Error("a file without a known site has literal colours, a namespace, and no link that leads nowhere")
	}
	if !strings.Contains(out, `width="1920"`) {
		t.Error("the file does not open at the width that was asked for")
	}
	svgtest.Says(t, svgtest.Parse(t, Draw(m)), "Possession for personal use", "As of 1 March 2024", "Source: the corpus")
}

func TestWholeMapIsSmallAndReachable(t *testing.T) {
	m := sample()
	m.Values = nil
	for _, s := range spots {
		m.Values = append(m.Values, Value{Code: s.code, Name: "Bosnia and Herzegovina", Class: "criminal", Href: "/jurisdictions/" + s.code + "?on=2024-03-01"})
	}
	if size := len(Draw(m)); size > 60_000 {
		t.Errorf("%d bytes, want less than 60,000", size)
	}
	svgtest.Reachable(t, svgtest.Parse(t, Draw(m)))
}

// Neighbours must keep one border after simplification: a sliver between them would show as a white line.
func TestSimplifiedNeighboursShareTheirBorder(t *testing.T) {
	left := ring{{0, 0}, {0, 10}, {5, 10}, {5.1, 7}, {4.9, 5}, {5.2, 2}, {5, 0}}
	right := ring{{5, 0}, {5.2, 2}, {4.9, 5}, {5.1, 7}, {5, 10}, {10, 10}, {10, 0}}
	simple := simplify([]ring{left, right}, 0.5)
	if want := (ring{{5, 10}, {5, 0}, {0, 0}, {0, 10}}); !slices.Equal(simple[0], want) {
		t.Errorf("left %v, want %v", simple[0], want)
	}
	if a := simple[0].area() + simple[1].area(); math.Abs(a-100) > 1e-9 {
		t.Errorf("together %v square pixels, want 100", a)
	}
}

func TestPlacesLieInTheirAreas(t *testing.T) {
	a := loadAtlas()
	for _, s := range spots {
		p := a.place(s.longitude, s.latitude)
		if p.x < reach || p.x > width-reach || p.y < reach || p.y > height-reach {
			t.Errorf("%s at %v is off the board", s.code, p)
		}
		if s.area && a.areas[s.code] == "" {
			t.Errorf("%s has no area in region.geojson", s.code)
		}
	}
	if a.north == "" || a.context == "" {
		t.Error("the north of Cyprus and the neighbouring land are missing")
	}
}

func BenchmarkDraw(b *testing.B) {
	m := sample()
	for b.Loop() {
		Draw(m)
	}
}
