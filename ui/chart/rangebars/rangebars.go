// Package rangebars draws ranges of imprisonment as bars on one scale: a group of bars for each jurisdiction, one bar
// for each offence that is compared.
package rangebars

import (
	"html/template"

	"seelex/ui/chart/svg"
)

// State says what is known about imprisonment for an offence.
type State int

// The states of a bar.
const (
	Unknown State = iota // the data does not say
	None                 // the law provides no imprisonment
	Prison               // it does, between Min and Max
)

// Months is a length of imprisonment; N counts months unless it is for life.
type Months struct {
	N    float64
	Life bool
}

// Bar is the range for one offence in one jurisdiction.
type Bar struct {
	Offence  int // index into Chart.Offences
	State    State
	Min, Max *Months // nil where the law states none
	Label    string  // the range in words: "6 months to 5 years"
	Href     string
	Tooltip  string // by default jurisdiction, offence and label
}

// Row is one jurisdiction. An offence without a Bar is drawn as unknown.
type Row struct {
	Name string
	Href string
	Bars []Bar
}

// Chart is what is drawn.
type Chart struct {
	svg.Heading
	Offences []string // "possession", "supply", "cultivation"
	Rows     []Row
}

// The board in pixels. Lanes are 27 high so that a target still has 24 px at the least width (900 of 1000).
const (
	width     = 1000.0
	nameWidth = 176.0
	lifeWidth = 64.0
	plotRight = width - 24 - lifeWidth
	axis      = 30.0
	lane      = 27.0
	barHeight = 17.0
	rowPad    = 6.0
	textSize  = 12.5
	nameSize  = 14.0
)

// HowToRead says what the bars mean. A file says it itself, a page in the caption.
const HowToRead = "A strong line is a limit that the law states. Without one on the left: no stated minimum. " +
	"An arrow: no stated maximum. Dashed: between the years and life lies no scale."

// Draw gives the chart as SVG.
func Draw(c Chart) template.HTML {
	bottom := axis + float64(len(c.Rows))*c.rowHeight()
	total := bottom + axis
	if c.Standalone {
		total += 24
	}
	return svg.Draw(c.Heading, "ranges", width, total, func(b *svg.Builder) {
		left := c.plotLeft()
		p := painter{Builder: b, Chart: c, left: left, years: svg.Scale{Max: c.longest() / 12, From: left, To: plotRight}}
		p.grid(bottom)
		if len(c.Offences) == 1 {
			p.Names(left-4, width, total, func() { p.eachRow(p.names) })
		} else { // with the offences beside them the names would fill a telephone
			p.eachRow(p.names)
		}
		p.eachRow(p.row)
		if c.Standalone {
			p.Text(4, bottom+axis+14, HowToRead, "font-size", 12, "fill", svg.Muted)
		}
	})
}

// plotLeft is where the bars begin: behind the names and, where there are several, the
// offences.
func (c Chart) plotLeft() float64 {
	left := nameWidth + 8
	if len(c.Offences) > 1 {
		for _, name := range c.Offences {
			left = max(left, nameWidth+svg.TextWidth(name, textSize)+16)
		}
	}
	return left
}

func (c Chart) rowHeight() float64 { return float64(len(c.Offences))*lane + 2*rowPad }

// longest is the end of the scale in months: the longest stated length, rounded up to whole years.
func (c Chart) longest() float64 {
	longest := 12.0
	for _, row := range c.Rows {
		for _, bar := range row.Bars {
			for _, end := range []*Months{bar.Min, bar.Max} {
				if end != nil && !end.Life {
					longest = max(longest, end.N)
				}
			}
		}
	}
	return 12 * svg.NiceMax(longest/12, 6, 1)
}

// bar gives the row's bar for an offence.
func (r Row) bar(offence int) Bar {
	for _, bar := range r.Bars {
		if bar.Offence == offence {
			return bar
		}
	}
	return Bar{Offence: offence}
}

func (b Bar) words() string {
	switch {
	case b.Label != "":
		return b.Label
	case b.State == None:
		return "no imprisonment"
	case b.State == Prison:
		return "length not stated"
	}
	return "not known"
}
