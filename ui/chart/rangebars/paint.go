package rangebars

import (
	"fmt"

	"seelex/ui/chart/svg"
)

// painter draws one chart.
type painter struct {
	*svg.Builder
	Chart
	years svg.Scale
	left  float64 // where the bars begin
}

// at gives the pixel of a length; life stands in a column of its own behind the years.
func (p painter) at(m Months) float64 {
	if m.Life {
		return plotRight + lifeWidth
	}
	return p.years.At(m.N / 12)
}

func (p painter) grid(bottom float64) {
	ticks := svg.Ticks(0, p.years.Max, 6, 1)
	for i, years := range ticks {
		x := p.years.At(years)
		p.Line(x, axis-5, x, bottom+5, "stroke", svg.Grid)
		label := svg.Number(years)
		if i == len(ticks)-1 {
			label += " years"
		}
		p.tick(x, bottom, label)
	}
	x := plotRight + lifeWidth
	p.Line(x, axis-5, x, bottom+5, "stroke", svg.Grid, "stroke-dasharray", "3 3")
	p.tick(x, bottom, "life")
	p.Line(p.left, axis, p.left, bottom, "stroke", svg.Ink)
}

func (p painter) tick(x, bottom float64, label string) {
	for _, y := range []float64{axis - 10, bottom + 18} {
		p.Text(x, y, label, "font-size", textSize, "text-anchor", "middle", "fill", svg.Muted)
	}
}

// eachRow draws something of every row at its height.
func (p painter) eachRow(draw func(row Row, y float64)) {
	for i, row := range p.Rows {
		draw(row, axis+float64(i)*p.rowHeight())
	}
}

// names writes what stands before the bars of a row: the jurisdiction and, of several, the offences.
func (p painter) names(row Row, y float64) {
	p.Line(0, y, width, y, "stroke", svg.Grid)
	name := svg.Lines(row.Name, nameSize, nameWidth-8, max(2, len(p.Offences)))
	middle := y + rowPad + lane/2
	if len(p.Offences) > 1 { // the first line stands level with the first bar
		middle += float64(len(name)-1) * 8.5
	}
	p.Lines(4, middle, name, nameSize, 17, "font-weight", 600, "fill", svg.Ink)
	if row.Href != "" {
		p.Target(row.Href, row.Name, func() { p.Rect(0, y+rowPad, nameWidth-6, lane, "rx", 3) })
	}
	if len(p.Offences) == 1 {
		return
	}
	for i, name := range p.Offences {
		p.Text(p.left-8, y+rowPad+(float64(i)+0.5)*lane+textSize*0.35, name, "font-size", textSize, "text-anchor", "end", "fill", svg.Muted)
	}
}

func (p painter) row(row Row, y float64) {
	for i, name := range p.Offences {
		top := y + rowPad + float64(i)*lane
		bar := row.bar(i)
		p.bar(bar, top+(lane-barHeight)/2)
		tooltip := bar.Tooltip
		if tooltip == "" {
			tooltip = fmt.Sprintf("%s, %s: %s", row.Name, name, bar.words())
		}
		p.Target(bar.Href, tooltip, func() { p.Rect(nameWidth+2, top, width-nameWidth-4, lane, "rx", 3) })
	}
}

func (p painter) bar(b Bar, y float64) {
	const unstated = 72 // pixels of a bar whose length nobody states
	left, right := p.left, p.left+barHeight
	switch {
	case b.State == None:
		x, middle, r := p.left+barHeight/2+3, y+barHeight/2, barHeight/2-2
		p.Leaf("circle", "cx", x, "cy", middle, "r", r, "fill", svg.Paper, "stroke", svg.Neutral, "stroke-width", 2)
		p.Line(x-r*0.7, middle+r*0.7, x+r*0.7, middle-r*0.7, "stroke", svg.Neutral, "stroke-width", 2)
	case b.State == Unknown || b.Min == nil && b.Max == nil:
		right = p.left + unstated
		p.Rect(left, y, unstated, barHeight, "fill", p.UnknownFill(), "stroke", svg.Hatch, "stroke-dasharray", "4 3")
		p.Symbol(left+unstated/2, y+barHeight/2, 13, "?")
	default:
		left, right = p.prison(b, y)
	}
	p.label(b.words(), left, right, y+barHeight/2+textSize*0.35)
}

// prison draws a stated range and gives its ends in pixels. A stated end is a strong line. Without a stated minimum
// the bar begins at nothing and has no such line; without a stated maximum it runs out in an arrow.
func (p painter) prison(b Bar, y float64) (left, right float64) {
	const open = 46 // pixels of the arrow
	fill, paint := p.ClassFill(b.Offence, len(p.Offences), false), svg.ClassPaint(b.Offence, len(p.Offences), false)
	left = p.left
	if b.Min != nil {
		left = p.at(*b.Min)
	}
	if b.Max != nil {
		right = p.at(*b.Max)
	} else {
		right = left
	}
	solid := min(right, plotRight)
	if right-left < 4 && b.Max != nil { // two days, or a fixed length
		solid, right = left+4, left+4
	}
	if solid > left {
		p.Rect(left, y, solid-left, barHeight, "fill", fill)
	}
	if right > plotRight { // between the years and life lies no scale
		from := max(left, plotRight)
		p.Rect(from, y, right-from, barHeight, "fill", paint, "fill-opacity", "0.3", "stroke", paint, "stroke-dasharray", "4 3")
	}
	if b.Max == nil {
		n := svg.Number
		p.Path("M"+n(left)+" "+n(y)+"h"+n(open-10)+"l10 "+n(barHeight/2)+"l-10 "+n(barHeight/2)+"H"+n(left)+"z", "fill", paint, "fill-opacity", "0.4", "stroke", paint, "stroke-dasharray", "4 3")
		right = left + open
	} else {
		p.Line(right, y-2, right, y+barHeight+2, "stroke", svg.Ink, "stroke-width", 2.2)
	}
	if b.Min != nil {
		p.Line(left, y-2, left, y+barHeight+2, "stroke", svg.Ink, "stroke-width", 2.2)
	}
	return left, right
}

// label puts the words behind the bar or, where the board ends, inside of it or before it.
func (p painter) label(words string, left, right, baseline float64) {
	room := svg.TextWidth(words, textSize)
	switch {
	case right+8+room <= width-4:
		p.Text(right+8, baseline, words, "font-size", textSize, "fill", svg.Ink)
	case right-left > room+16:
		middle := (left + min(right, plotRight)) / 2
		p.Rect(middle-room/2-6, baseline-12, room+12, 16, "rx", 3, "fill", svg.Paper)
		p.Text(middle, baseline, words, "font-size", textSize, "text-anchor", "middle", "fill", svg.Ink)
	default:
		p.Text(left-8, baseline, words, "font-size", textSize, "text-anchor", "end", "fill", svg.Ink)
	}
}
