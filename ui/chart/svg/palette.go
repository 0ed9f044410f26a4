package svg

import (
	"fmt"
	"strconv"
	"strings"
)

// Paint is a colour of the palette, which keeps to the site's own ink and paper. On a page it is a custom property, which the theme sets; in a standalone file it
// is the light theme's literal, because not every program that opens an SVG knows custom properties.
type Paint string

// The paints that charts share. Text paints reach 4.5:1 on Paper in both themes, lines that carry meaning 3:1.
const (
	Ink     Paint = "ink"     // text, outlines of marks
	Muted   Paint = "muted"   // second-rank text
	Grid    Paint = "grid"    // lines that only guide the eye
	Paper   Paint = "paper"   // behind everything
	Sea     Paint = "sea"     // behind the map
	Land    Paint = "land"    // neighbouring land on the map
	Unknown Paint = "unknown" // ground of what the data does not say
	Hatch   Paint = "hatch"   // lines over Unknown
	Focus   Paint = "focus"   // what is pointed at or focused
	Now     Paint = "now"     // the marker of the day that is shown
	Softer  Paint = "softer"
	Harsher Paint = "harsher"
	Neutral Paint = "neutral"
)

// shades lists each paint with its light and dark value. The classes c1…c8 follow Okabe and Ito's palette, which stays
// apart with any kind of colour blindness; o1…o6 run from little to much in one direction of lightness.
var shades = []struct {
	paint       Paint
	light, dark string
}{
	{Ink, "#18202b", "#e9eae6"}, {Muted, "#4b5665", "#aeb7c2"}, {Grid, "#d9dedd", "#343d48"}, {Paper, "#ffffff", "#13171d"},
	{Sea, "#e6eff5", "#10202b"}, {Land, "#f1f0ec", "#23282e"},
	{Unknown, "#ececec", "#2c3138"}, {Hatch, "#8b929a", "#7d8690"}, {Focus, "#18202b", "#ffffff"}, {Now, "#b3261e", "#ff8a80"},
	{Softer, "#0072b2", "#5ab4ea"}, {Harsher, "#c24a00", "#ff8f4d"}, {Neutral, "#5f6770", "#aab2bb"},
	{"c1", "#56b4e9", "#2f87bd"}, {"c2", "#e69f00", "#b87d00"}, {"c3", "#2fb08a", "#0b8563"}, {"c4", "#d98bb5", "#a85a86"},
	{"c5", "#f0e442", "#a39a1c"}, {"c6", "#e37434", "#bb5413"}, {"c7", "#4a86c5", "#2c62a0"}, {"c8", "#a9a9a9", "#6c6c6c"},
	{"o1", "#e4f2c8", "#223a5e"}, {"o2", "#abdab9", "#28598a"}, {"o3", "#6cc0c4", "#2c7fa8"}, {"o4", "#3d97c3", "#3fa0a6"},
	{"o5", "#3268ac", "#7fbf95"}, {"o6", "#2f4796", "#bdd694"},
}

func (p Paint) css(standalone bool) string {
	for _, shade := range shades {
		if shade.paint != p {
			continue
		}
		if standalone {
			return shade.light
		}
		return "var(--chart-" + string(p) + "," + shade.light + ")"
	}
	panic("svg: no paint " + string(p))
}

// Classes is how many classes have a colour and a pattern of their own.
const Classes = 8

// Ordered is how many steps the palette of ordered classes has.
const Ordered = 6

// ClassPaint gives the colour of the i-th class, counted from 0. Ordered classes are spread over the whole palette of
// steps: of two classes one is the lightest and one near the darkest.
func ClassPaint(i, of int, ordered bool) Paint {
	if ordered && of <= Ordered {
		steps := map[int]string{1: "3", 2: "25", 3: "135", 4: "1346", 5: "12356", 6: "123456"}[of]
		return Paint("o" + steps[i:i+1])
	}
	return Paint("c" + strconv.Itoa(i%Classes+1))
}

// textures are the strokes that lie over a class's colour on a tile of 10 × 10 px, so that classes stay apart in grey.
var textures = [Classes]string{
	"",
	"M-1 1L1 -1M0 10L10 0M9 11L11 9",
	"M2.5 1.4a1.1 1.1 0 1 1 0 2.2a1.1 1.1 0 1 1 0 -2.2M7.5 6.4a1.1 1.1 0 1 1 0 2.2a1.1 1.1 0 1 1 0 -2.2",
	"M0 2.5H10M0 7.5H10",
	"M-1 9L1 11M0 0L10 10M9 -1L11 1",
	"M0 5H10M5 0V10",
	"M2.5 0V10M7.5 0V10",
	"M0 10L10 0M0 0L10 10",
}

// ClassFill defines and gives the fill of the i-th class: its colour under its texture.
func (b *Builder) ClassFill(i, of int, ordered bool) string {
	paint := ClassPaint(i, of, ordered)
	return b.Textured(string(paint), paint, textures[i%Classes], Ink, 0.28)
}

// UnknownFill defines and gives the fill of what the data does not say: grey, hatched.
func (b *Builder) UnknownFill() string {
	return b.Textured("unknown", Unknown, textures[1], Hatch, 0.8)
}

// Textured defines a pattern under the given id and gives it as a fill. Without strokes the fill is the ground itself:
// a browser that prints makes a picture as large as the chart of every shape that a pattern fills.
func (b *Builder) Textured(id string, ground Paint, strokes string, line Paint, opacity float64) string {
	if strokes == "" {
		return b.value(ground)
	}
	full := b.Define(id, func(full string) {
		b.Open("pattern", "id", full, "width", 10, "height", 10, "patternUnits", "userSpaceOnUse")
		if ground != "" {
			b.Rect(0, 0, 10, 10, "fill", ground)
		}
		b.Path(strokes, "fill", "none", "stroke", line, "stroke-width", 1.2, "stroke-opacity", strconv.FormatFloat(opacity, 'f', 2, 64))
		b.Close()
	})
	return "url(#" + full + ")"
}

// Stylesheet gives the CSS that charts need on a page: the palette, which follows the page's color-scheme, the least
// width at which each chart can be read (its container scrolls below that), and what pointing and focusing do.
func Stylesheet() string {
	var css strings.Builder
	css.WriteString(":root {\n")
	for _, s := range shades {
		fmt.Fprintf(&css, "  --chart-%s: light-dark(%s, %s);\n", s.paint, s.light, s.dark)
	}
	css.WriteString("}\n" + strings.ReplaceAll(rules, "LEAST", Number(LeastWidth)))
	return css.String()
}

const rules = `.plot { display: block; max-width: 100%; height: auto; forced-color-adjust: none; }
.plot-map { width: 100%; min-width: 360px; max-height: 88vh; }
.plot-ranges, .plot-timeline { width: 100%; min-width: LEASTpx; }
.plot-heat { min-width: 820px; }
.plot-series { min-width: 340px; }
.plot a:is(:hover, :focus-visible) { stroke-opacity: 1; outline: none; }
.plot-key { width: 100%; }
.plot-names, .plot-key--narrow { display: none; }
@media screen and (max-width: 60rem) {
  :has(> .plot-names, > .plot-key) { display: grid; justify-content: start; }
  :has(> .plot-names) { scroll-padding-left: 11rem; }
  .plot-ranges, .plot-timeline { width: LEASTpx; max-width: none; grid-area: 1 / 1; }
  .plot-key { display: none; }
  .plot-names, .plot-key--narrow { display: block; position: sticky; left: 0; justify-self: left; }
  .plot-names { grid-area: 1 / 1; }
  /* What is new stands at the right end of a timeline, and is seen first. */
  :has(> .plot-timeline) { direction: rtl; > .plot { direction: ltr; } }
}
`
