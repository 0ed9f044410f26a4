package svg_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"seelex/ui/chart/svg"
	"seelex/ui/chart/svgtest"
)

func TestHostileTextStaysText(t *testing.T) {
	evil := `</title><script>alert("1")</script>` + "\x00\x0b&amp; \xff"
	out := svg.Draw(svg.Heading{ID: "x", Title: evil, Desc: evil, Caption: evil, Sources: []string{evil}, Standalone: true}, "map", 300, 100, func(b *svg.Builder) {
		b.Text(0, 0, evil)
		b.Target("/a?b=1&c=<script>", evil, func() { b.Rect(0, 0, 1, 1, "class", evil) })
	})
	if strings.Contains(string(out), "<script") {
		t.Errorf("a script got through: %s", out)
	}
	svgtest.Parse(t, out)
}

func TestWhereLinksMayLead(t *testing.T) {
	tests := []struct {
		href, base string
		standalone bool
		want       string // "" for no link
	}{
		{href: "/law/rs/criminal-code?on=2024-01-01", want: "/law/rs/criminal-code?on=2024-01-01"},
		{href: "?from=2000", want: "?from=2000"},
		{href: "https://example.org/x", want: "https://example.org/x"},
		{href: "javascript:alert(1)"},
		{href: "data:text/html,x"},
		{href: "//elsewhere.example/x"},
		{href: "/x", standalone: true},
		{href: "/x", standalone: true, base: "https://example.org/", want: "https://example.org/x"},
		{href: "?from=2000", standalone: true, base: "https://example.org"},
	}
	for _, test := range tests {
		out := svg.Draw(svg.Heading{ID: "x", Title: "t", Desc: "d", Standalone: test.standalone, Base: test.base}, "map", 300, 100, func(b *svg.Builder) {
			b.Target(test.href, "tip", func() { b.Rect(0, 0, 24, 24) })
		})
		got := ""
		if links := svgtest.Links(svgtest.Parse(t, out)); len(links) == 1 {
			got = links[0][0]
		}
		if got != test.want {
			t.Errorf("%+v: links to %q", test, got)
		}
	}
}

func TestTicksAreRound(t *testing.T) {
	tests := []struct {
		min, max float64
		n        int
		smallest float64
		want     string
	}{
		{0, 30, 6, 1, "[0 5 10 15 20 25 30]"},
		{1990, 2026, 5, 1, "[1990 2000 2010 2020]"},
		{2013, 2016, 10, 1, "[2013 2014 2015 2016]"},
		{0, 0.5, 5, 0, "[0 0.1 0.2 0.30000000000000004 0.4 0.5]"},
		{3, 3, 5, 1, "[]"},
		{0, math.NaN(), 5, 1, "[]"},
	}
	for _, test := range tests {
		if got := fmt.Sprint(svg.Ticks(test.min, test.max, test.n, test.smallest)); got != test.want {
			t.Errorf("%v to %v in %d: %s, want %s", test.min, test.max, test.n, got, test.want)
		}
	}
}

func TestTextIsShortenedAndBroken(t *testing.T) {
	for text, want := range map[string]string{"Strategy": "Strategy", "National Strategy on Drugs 2014–2021": "National Str…", "": ""} {
		if got := svg.Fit(text, 10, 65); got != want {
			t.Errorf("Fit(%q) = %q, want %q", text, got, want)
		}
	}
	if got := svg.Fit("Strategy", 10, 20); got != "" {
		t.Errorf("three letters are no label: %q", got)
	}
	if got := svg.Wrap("one two  three", 10, 60); !slices.Equal(got, []string{"one two", "three"}) {
		t.Errorf("Wrap: %q", got)
	}
}

// What must be read needs 4.5:1, what must be seen 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), in both themes.
func TestContrastInBothThemes(t *testing.T) {
	shades := regexp.MustCompile(`--chart-(\w+): light-dark\((#\w{6}), (#\w{6})\)`).FindAllStringSubmatch(svg.Stylesheet(), -1)
	for i, theme := range []string{"light", "dark"} {
		colours := map[string]string{}
		for _, m := range shades {
			colours[m[1]] = m[2+i]
		}
		for _, need := range []struct {
			front, back string
			least       float64
		}{
			{"ink", "paper", 7}, {"muted", "paper", 4.5}, {"now", "paper", 4.5}, {"softer", "paper", 4.5}, {"harsher", "paper", 4.5},
			{"neutral", "paper", 4.5}, {"focus", "sea", 3}, {"ink", "sea", 3}, {"ink", "land", 3}, {"hatch", "paper", 3},
		} {
			if got := contrast(t, colours[need.front], colours[need.back]); got < need.least {
				t.Errorf("%s: %s on %s (%s on %s): %.2f:1, want %v:1", theme, need.front, need.back, colours[need.front], colours[need.back], got, need.least)
			}
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	luminance := func(colour string) float64 {
		n, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 32)
		if err != nil {
			t.Fatalf("colour %q: %v", colour, err)
		}
		channel := func(v uint64) float64 {
			c := float64(v&255) / 255
			if c <= 0.04045 {
				return c / 12.92
			}
			return math.Pow((c+0.055)/1.055, 2.4)
		}
		return 0.2126*channel(n>>16) + 0.7152*channel(n>>8) + 0.0722*channel(n)
	}
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}
