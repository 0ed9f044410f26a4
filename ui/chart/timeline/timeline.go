// Package timeline draws lanes of time: spans (strategies, periods of validity) and points (reforms, entries into
// force, ratifications) on one axis, with what is not known shown as not known.
package timeline

import (
	"html/template"

	"seelex/ui/chart/svg"
)

// Kind of a point. Each has a shape of its own beside its colour.
type Kind int

// The kinds of points: reforms by direction, a text's entry into force, a treaty's ratification, and what else
// happens in the life of a text: its adoption, amendment or end.
const (
	Neutral Kind = iota
	Softer
	Harsher
	InForce
	Ratified
	Other
)

// Point is something that happened on a date, or in a month or year of which no more is known.
type Point struct {
	Date    Date
	Kind    Kind
	Label   string
	Href    string
	Tooltip string // by default date, kind and label
}

// Span is something that lasted. From unknown: it began before anything that is known. To unknown: it lasts as far
// as the sources show.
type Span struct {
	From, To Date
	Kind     int // index into Timeline.Kinds
	Label    string
	Short    string // stands in the bar where most of the label would be cut off
	Href     string
	Tooltip  string // by default label and dates
	Gap      bool   // a time in which nothing is known to have held, hatched; its label says so
}

// Lane is one row of the timeline: a jurisdiction, or one type of event.
type Lane struct {
	Name   string
	Href   string
	Spans  []Span
	Points []Point
	Gap    string // what a stretch between two spans means, "no strategy known"; "" leaves gaps unmarked
}

// Timeline is what is drawn. A mark without any date is left out.
type Timeline struct {
	svg.Heading
	Window Window
	On     Date     // the day that the page is about, marked by a line; unknown for none
	Kinds  []string // what spans are, for the legend: "strategy", "action plan"
	Lanes  []Lane
}

// The board in pixels. Rows are 30 high so that a target still has 24 px at the least width (900 of 1100).
const (
	width     = 1100.0
	nameWidth = 148.0
	right     = 20.0
	axis      = 44.0
	row       = 30.0
	barHeight = 22.0
	lanePad   = 5.0
	markSize  = 8.0 // half of a mark's width
	textSize  = 12.5
	nameSize  = 13.5
)

// Draw gives the timeline as SVG.
func Draw(t Timeline) template.HTML {
	p := painter{Timeline: t}
	p.scale = svg.Scale{Min: float64(t.Window.From.first()), Max: float64(t.Window.To.last() + 1), From: nameWidth, To: width - right}
	if !t.Window.From.known() || !t.Window.To.known() || p.scale.Max <= p.scale.Min {
		p.scale.Max = p.scale.Min + 365
	}
	bottom := axis
	for _, lane := range t.Lanes {
		placed := p.layout(lane)
		p.lanes = append(p.lanes, placed)
		bottom += placed.height()
	}
	key := func(width float64) (float64, func(*svg.Builder, float64, float64)) {
		legend := svg.NewLegend(p.legend(), width, 13)
		return legend.Height(), legend.Draw
	}
	total := bottom + 34 + svg.Key(key).Room(t.Heading, width-nameWidth-right)
	return svg.Draw(t.Heading, "timeline", width, total, func(b *svg.Builder) {
		p.Builder = b
		p.grid(bottom)
		p.now(bottom)
		p.Names(nameWidth-8, width, total, func() { p.eachLane(p.name) })
		p.eachLane(p.lane)
		p.Key(key, width, nameWidth, width-right, bottom+28)
	})
}

// painter draws one timeline.
type painter struct {
	*svg.Builder
	Timeline
	scale svg.Scale
	lanes []laneLayout
}

// eachLane draws something of every lane at its height.
func (p *painter) eachLane(draw func(l laneLayout, y float64)) {
	y := axis
	for _, lane := range p.lanes {
		draw(lane, y)
		y += lane.height()
	}
}

// at gives the pixel of a day, kept inside of the plot.
func (p *painter) at(day int) float64 {
	return min(max(p.scale.At(float64(day)), p.scale.From), p.scale.To)
}

func (p *painter) shown(first, last int) bool {
	return float64(last) >= p.scale.Min && float64(first) < p.scale.Max
}

// end is the day up to which something without a known end is drawn: the day that the page is about, or the window's.
func (p *painter) end(s Span) int {
	last := int(p.scale.Max) - 1
	if p.On.known() {
		last = min(last, p.On.last())
	}
	return max(last, s.From.last())
}
