// Package heat draws a table of jurisdictions and topics in which each cell has a level: how well a topic is covered,
// or how sure its answer is. Each level has a sign beside its colour.
package heat

import (
	"fmt"
	"html/template"
	"math"

	"seelex/ui/chart/svg"
)

// Level is what a cell can be, with its line in the legend.
type Level struct {
	Key    string
	Label  string // "official text was read"
	Symbol string // one or two letters
}

// Head names a column.
type Head struct {
	Label string
	Href  string
}

// Cell is one field. A Level that is not among the chart's is drawn as empty.
type Cell struct {
	Level   string
	Href    string
	Tooltip string // by default row, column and level
}

// Row is one jurisdiction with a cell for each column; missing cells are empty.
type Row struct {
	Name  string
	Href  string
	Cells []Cell
}

// Chart is what is drawn. Levels go from little to much.
type Chart struct {
	svg.Heading
	Levels  []Level
	Empty   string // what an empty cell means: "no answer"
	Columns []Head
	Rows    []Row
}

// The board in pixels.
const (
	nameWidth = 170.0
	cellWidth = 44.0
	cell      = 32.0
	space     = 2.0
	countRoom = 58.0
	textSize  = 13.0
	slope     = 52.0 // degrees by which column heads rise
)

// Draw gives the chart as SVG.
func Draw(c Chart) template.HTML {
	p := painter{Chart: c}
	longest := 0.0
	for _, column := range c.Columns {
		longest = max(longest, svg.TextWidth(column.Label, textSize))
	}
	rise, run := math.Sin(slope*math.Pi/180), math.Cos(slope*math.Pi/180)
	p.top = longest*rise + 26
	p.right = nameWidth + float64(len(c.Columns))*cellWidth
	width := p.right + max(countRoom, longest*run-cellWidth/2+14)
	bottom := p.top + float64(len(c.Rows))*cell
	legend := svg.NewLegend(p.legend(), width-24, textSize)
	return svg.Draw(c.Heading, "heat", math.Ceil(width), bottom+18+legend.Height(), func(b *svg.Builder) {
		p.Builder = b
		p.heads()
		for i, row := range c.Rows {
			p.row(row, p.top+float64(i)*cell)
		}
		legend.Draw(b, 6, bottom+12)
	})
}

// painter draws one chart.
type painter struct {
	*svg.Builder
	Chart
	top, right float64
}

// level gives the index of a cell's level, -1 for an empty cell.
func (c Chart) level(cell Cell) int {
	for i, level := range c.Levels {
		if cell.Level != "" && level.Key == cell.Level {
			return i
		}
	}
	return -1
}

func (c Chart) words(level int) string {
	if level < 0 {
		return c.Empty
	}
	return c.Levels[level].Label
}

// swatch is a colour with its sign, which tells levels apart without colour: a texture as well would make a picture of
// every cell on paper.
func (p *painter) swatch(level int) func(b *svg.Builder, x, y, w, h float64) {
	if level < 0 {
		return svg.ClassSwatch(svg.Unknown, "–")
	}
	return svg.ClassSwatch(svg.ClassPaint(level, len(p.Levels), true), p.Levels[level].Symbol)
}

func (p *painter) legend() (entries []svg.Entry) {
	for _, level := range append(indices(len(p.Levels)), -1) {
		entries = append(entries, svg.Entry{Label: p.words(level), Draw: func(b *svg.Builder, x, y, w, h float64) { p.swatch(level)(b, x, y, w, h) }})
	}
	return entries
}

func indices(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

func (p *painter) heads() {
	for i, column := range p.Columns {
		x, y := nameWidth+(float64(i)+0.5)*cellWidth+4, p.top-8
		turn := fmt.Sprintf("rotate(-%v %s %s)", slope, svg.Number(x), svg.Number(y))
		p.Text(x, y, column.Label, "font-size", textSize, "fill", svg.Ink, "transform", turn)
		if column.Href != "" {
			p.Target(column.Href, column.Label, func() {
				p.Rect(x-4, y-18.5, svg.TextWidth(column.Label, textSize)+8, 28, "rx", 3, "transform", turn)
			})
		}
	}
}

func (p *painter) row(row Row, y float64) {
	p.Lines(6, y+cell/2, svg.Lines(row.Name, textSize, nameWidth-10, 2), textSize, 14, "font-weight", 600, "fill", svg.Ink)
	if row.Href != "" {
		p.Target(row.Href, row.Name, func() { p.Rect(0, y+space/2, nameWidth-6, cell-space, "rx", 3) })
	}
	known := 0
	for i, column := range p.Columns {
		var c Cell
		if i < len(row.Cells) {
			c = row.Cells[i]
		}
		level := p.level(c)
		if level >= 0 {
			known++
		}
		x := nameWidth + float64(i)*cellWidth
		p.Leaf("use", "href", "#"+p.field(level), "x", x, "y", y)
		tooltip := c.Tooltip
		if tooltip == "" {
			tooltip = row.Name + ", " + column.Label + ": " + p.words(level)
		}
		p.Target(c.Href, tooltip, func() { p.Leaf("use", "href", "#"+p.target(), "x", x, "y", y) })
	}
	p.Text(p.right+8, y+cell/2+textSize*0.35, fmt.Sprintf("%d/%d", known, len(p.Columns)), "font-size", textSize, "fill", svg.Muted)
}

// target defines the shape of a cell's target, which all cells use.
func (p *painter) target() string {
	return p.Define("target", func(id string) {
		p.Rect(space/2, space/2, cellWidth-space, cell-space, "rx", 3, "id", id)
	})
}

// field defines the drawing of a level's cell, which all cells of the level use.
func (p *painter) field(level int) string {
	swatch := p.swatch(level)
	return p.Define(fmt.Sprintf("level%d", level+1), func(id string) {
		p.Open("g", "id", id)
		swatch(p.Builder, space/2, space/2, cellWidth-space, cell-space)
		p.Close()
	})
}
