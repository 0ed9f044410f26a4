// Package series draws figures over years: a few points in a few series with one unit, as lines or bars.
package series

import (
	"cmp"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"seelex/legislation"
	"seelex/ui/chart/svg"
)

// Point is one figure.
type Point struct {
	Year    int
	Value   float64 // not negative
	Href    string
	Tooltip string // by default series, year, value and unit
}

// Series is one line, or one colour of bars.
type Series struct {
	Label  string
	Points []Point
}

// Chart is what is drawn. A year without a figure is a gap: bars leave it empty, lines cross it dashed.
type Chart struct {
	svg.Heading
	Unit   string // "persons"
	Bars   bool
	Series []Series
}

// The board in pixels: it stands beside others, and alone on a telephone.
const (
	width    = 440.0
	top      = 38.0
	plot     = 180.0
	left     = 62.0
	right    = 18.0
	textSize = 13.0
	radius   = 5.0
	reach    = 16.0 // half of a target
)

// Draw gives the chart as SVG.
func Draw(c Chart) template.HTML {
	c.Series = slices.Clone(c.Series)
	for i := range c.Series {
		c.Series[i].Points = slices.Clone(c.Series[i].Points)
		slices.SortStableFunc(c.Series[i].Points, func(a, b Point) int { return cmp.Compare(a.Year, b.Year) })
	}
	p := painter{Chart: c}
	p.scales()
	bottom := top + plot
	var entries []svg.Entry
	for i, s := range c.Series {
		entries = append(entries, svg.Entry{Label: s.Label, Draw: p.swatch(i)})
	}
	legend := svg.NewLegend(entries, width-28, textSize)
	height := bottom + 34
	if len(entries) > 1 {
		height += legend.Height()
	}
	return svg.Draw(c.Heading, "series", width, height, func(b *svg.Builder) {
		p.Builder = b
		p.grid(bottom)
		for i := range c.Series {
			if c.Bars {
				p.bars(i, bottom)
			} else {
				p.line(i)
			}
		}
		p.writeValues()
		if len(entries) > 1 {
			legend.Draw(b, 14, bottom+28)
		}
	})
}

// painter draws one chart.
type painter struct {
	*svg.Builder
	Chart
	x, y   svg.Scale
	points int
	values []value
}

func (p *painter) scales() {
	first, last, most := math.MaxInt, math.MinInt, 0.0
	for _, s := range p.Series {
		for _, point := range s.Points {
			first, last, most = min(first, point.Year), max(last, point.Year), max(most, point.Value)
			p.points++
		}
	}
	if p.points == 0 {
		first, last = 0, 0
	}
	margin := 0.5
	if !p.Bars {
		margin = max(0.35, float64(last-first)*0.04)
	}
	p.x = svg.Scale{Min: float64(first) - margin, Max: float64(last) + margin, From: left, To: width - right}
	p.y = svg.Scale{Min: 0, Max: svg.NiceMax(most*1.08, 4, 0), From: top + plot, To: top}
	if most == 0 {
		p.y.Max = 1
	}
}

func (p *painter) grid(bottom float64) {
	p.Text(left, 18, p.Unit, "font-size", textSize, "fill", svg.Muted)
	if p.points == 0 {
		p.Text(left+8, top+plot/2, "no figures", "font-size", textSize, "fill", svg.Muted)
	}
	for _, value := range svg.Ticks(0, p.y.Max, 4, 0) {
		y := p.y.At(value)
		p.Line(left, y, width-right, y, "stroke", svg.Grid)
		p.Text(left-7, y+textSize*0.35, legislation.Amount(value), "font-size", textSize, "text-anchor", "end", "fill", svg.Muted)
	}
	p.Line(left, bottom, width-right, bottom, "stroke", svg.Muted)
	p.years(bottom + 18)
}

// years labels the years that have figures, from the last one backwards, as far as there is room.
func (p *painter) years(baseline float64) {
	var years []int
	for _, s := range p.Series {
		for _, point := range s.Points {
			years = append(years, point.Year)
		}
	}
	slices.Sort(years)
	free := float64(width)
	for _, year := range slices.Backward(slices.Compact(years)) {
		label := strconv.Itoa(year)
		x, half := p.x.At(float64(year)), svg.TextWidth(label, textSize)/2+3
		if x+half <= free {
			p.Text(x, baseline, label, "font-size", textSize, "text-anchor", "middle", "fill", svg.Muted)
			free = x - half
		}
	}
}

func (p *painter) paint(i int) svg.Paint { return linePaints[i%len(linePaints)] }

// linePaints reach 4.5:1 on paper, which the softer colours of areas do not.
var linePaints = []svg.Paint{svg.Softer, svg.Harsher, svg.Neutral, svg.Ink}

func (p *painter) line(i int) {
	s := p.Series[i]
	for j := 1; j < len(s.Points); j++ {
		a, b := s.Points[j-1], s.Points[j]
		dash := "none"
		if b.Year-a.Year > 1 {
			dash = "4 4"
		}
		p.Line(p.x.At(float64(a.Year)), p.y.At(a.Value), p.x.At(float64(b.Year)), p.y.At(b.Value),
			"stroke", p.paint(i), "stroke-width", 2, "stroke-dasharray", dash)
	}
	for _, point := range s.Points {
		x, y := p.x.At(float64(point.Year)), p.y.At(point.Value)
		p.sign(i, x, y)
		p.values = append(p.values, value{legislation.Amount(point.Value), x, y - radius - 5})
		p.Target(point.Href, p.tooltip(s, point), func() { p.Rect(x-reach, y-reach, 2*reach, 2*reach, "rx", 4) })
	}
}

func (p *painter) bars(i int, bottom float64) {
	s := p.Series[i]
	slot := min((p.x.To-p.x.From)/(p.x.Max-p.x.Min), 64) * 0.78
	each := slot / float64(len(p.Series))
	for _, point := range s.Points {
		x := p.x.At(float64(point.Year)) - slot/2 + float64(i)*each
		y := p.y.At(point.Value)
		p.Rect(x, y, each-1, bottom-y, "fill", p.ClassFill(i, len(p.Series), false), "stroke", svg.Ink, "stroke-opacity", "0.55")
		p.values = append(p.values, value{legislation.Amount(point.Value), x + each/2, y - 5})
		p.Target(point.Href, p.tooltip(s, point), func() { p.Rect(x+each/2-max(each/2, reach), top, max(each, 2*reach), plot) })
	}
}

// value is a figure to be written above its mark.
type value struct {
	text string
	x, y float64
}

// writeValues writes the figures over all marks, but none over another.
func (p *painter) writeValues() {
	var used [][4]float64
	for _, v := range p.values {
		half := svg.TextWidth(v.text, textSize) / 2
		box := [4]float64{v.x - half - 2, v.y - textSize, v.x + half + 2, v.y + 3}
		if slices.ContainsFunc(used, func(u [4]float64) bool {
			return box[0] < u[2] && u[0] < box[2] && box[1] < u[3] && u[1] < box[3]
		}) {
			continue
		}
		used = append(used, box)
		p.Halo(min(v.x, width-half-2), v.y, v.text, textSize)
	}
}

// sign draws the mark of a series: each has a shape of its own.
func (p *painter) sign(i int, x, y float64) {
	n, r := svg.Number, radius
	common := []any{"fill", p.paint(i), "stroke", svg.Paper, "stroke-width", 1.5}
	switch i % 4 {
	case 0:
		p.Leaf("circle", append([]any{"cx", x, "cy", y, "r", r}, common...)...)
	case 1:
		p.Rect(x-r, y-r, 2*r, 2*r, common...)
	case 2:
		p.Path("M"+n(x)+" "+n(y-r*1.2)+"l"+n(r*1.2)+" "+n(r*2.2)+"h"+n(-r*2.4)+"z", common...)
	default:
		p.Path("M"+n(x)+" "+n(y-r*1.3)+"l"+n(r*1.3)+" "+n(r*1.3)+"l"+n(-r*1.3)+" "+n(r*1.3)+"l"+n(-r*1.3)+" "+n(-r*1.3)+"z", common...)
	}
}

func (p *painter) swatch(i int) func(b *svg.Builder, x, y, w, h float64) {
	return func(b *svg.Builder, x, y, w, h float64) {
		if p.Bars {
			b.Rect(x, y, w, h, "fill", b.ClassFill(i, len(p.Series), false), "stroke", svg.Ink, "stroke-opacity", "0.55")
			return
		}
		b.Line(x, y+h/2, x+w, y+h/2, "stroke", p.paint(i), "stroke-width", 2)
		p.sign(i, x+w/2, y+h/2)
	}
}

func (p *painter) tooltip(s Series, point Point) string {
	if point.Tooltip != "" {
		return point.Tooltip
	}
	text := strconv.Itoa(point.Year) + ": " + strings.TrimSpace(legislation.Amount(point.Value)+" "+p.Unit)
	if s.Label != "" {
		return s.Label + ", " + text
	}
	return text
}
