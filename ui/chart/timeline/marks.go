package timeline

import (
	"fmt"
	"strings"
	"time"

	"seelex/ui/chart/svg"
)

// grid draws the years (months, where few years are shown) and the part of the plot that lies after the day shown.
func (p *painter) grid(bottom float64) {
	if p.On.known() && p.shown(p.On.last(), p.On.last()) {
		x := p.at(p.On.last() + 1)
		p.Rect(x, axis, p.scale.To-x, bottom-axis, "fill", svg.Grid, "fill-opacity", "0.3")
	}
	const least = 58 // pixels between two labels
	perMonth := (p.scale.To - p.scale.From) / (p.scale.Max - p.scale.Min) * 30.44
	step := 1200
	for _, months := range []int{1, 3, 6, 12, 24, 60, 120, 240, 600} {
		if perMonth*float64(months) >= least {
			step = months
			break
		}
	}
	from, to := p.Window.months()
	for month := (from + step - 1) / step * step; month <= to; month += step {
		day := days(month/12, month%12+1, 1)
		if float64(day) < p.scale.Min || float64(day) > p.scale.Max {
			continue
		}
		x := p.at(day)
		p.Line(x, axis-6, x, bottom, "stroke", svg.Grid)
		label := fmt.Sprint(month / 12)
		if step < 12 {
			label = time.Month(month%12 + 1).String()[:3] + " " + label
		}
		x = min(x, width-2-svg.TextWidth(label, textSize)/2)
		for _, y := range []float64{axis - 11, bottom + 17} {
			p.Text(x, y, label, "font-size", textSize, "text-anchor", "middle", "fill", svg.Muted)
		}
	}
	p.Line(nameWidth, axis, p.scale.To, axis, "stroke", svg.Muted)
	p.Line(nameWidth, bottom, p.scale.To, bottom, "stroke", svg.Muted)
}

// now draws the line of the day that the page is about: below the marks, its words above the axis.
func (p *painter) now(bottom float64) {
	if !p.On.known() || !p.shown(p.On.first(), p.On.last()) {
		return
	}
	x, label := p.at(p.On.last()), p.On.words()
	w := svg.TextWidth(label, textSize) + 14
	left := min(max(x-w/2, nameWidth), width-w-2)
	p.Line(x, 22, x, bottom, "stroke", svg.Now, "stroke-width", 1.6, "stroke-dasharray", "5 3")
	p.Rect(left, 2, w, 20, "rx", 4, "fill", svg.Now)
	p.Text(left+w/2, 16.5, label, "font-size", textSize, "font-weight", 600, "text-anchor", "middle", "fill", svg.Paper)
}

func (p *painter) lane(l laneLayout, y float64) {
	top := y + lanePad
	p.Open("g", "font-size", textSize, "fill", svg.Ink)
	defer p.Close()
	if l.rows == 0 {
		p.Text(nameWidth+6, top+row/2+4, joined("nothing in these years", outsideWords(l)), "fill", svg.Muted)
	}
	for _, gap := range l.gaps {
		p.gap(l.Gap, gap, top)
	}
	for i, b := range l.bars {
		if b.Gap {
			p.gap(b.Label, [2]int{b.first, b.last}, top+float64(b.row)*row)
			continue
		}
		p.bar(l, i, top)
	}
	for _, m := range l.marks {
		p.mark(m, top+(float64(l.barRows+m.row)+0.5)*row)
	}
}

// name writes the lane's name in two lines at most and, where there is room, what lies outside of the window. A rule
// parts it from the lane above.
func (p *painter) name(l laneLayout, y float64) {
	const leading = 16.0
	if y > axis {
		p.Line(0, y, p.scale.To, y, "stroke", svg.Grid)
	}
	top := y + lanePad
	lines := svg.Lines(l.Name, nameSize, nameWidth-12, 2)
	p.Lines(4, top+row/2, lines, nameSize, leading, "font-weight", 600, "fill", svg.Ink)
	below := top + row/2 + nameSize*0.35 + float64(len(lines)+1)*leading/2
	if outside := outsideWords(l); outside != "" && l.rows > 0 && below < top+l.height()-2*lanePad {
		p.Text(4, below, outside, "font-size", 11.5, "fill", svg.Muted)
	}
	if l.Href != "" {
		p.Target(l.Href, l.Name, func() { p.Rect(0, top, nameWidth-8, row, "rx", 3) })
	}
}

func outsideWords(l laneLayout) string {
	before, after := "", ""
	if l.earlier > 0 {
		before = fmt.Sprintf("%d earlier", l.earlier)
	}
	if l.later > 0 {
		after = fmt.Sprintf("%d later", l.later)
	}
	return joined(before, after)
}

func joined(a, b string) string {
	if a != "" && b != "" {
		return a + " · " + b
	}
	return a + b
}

// gap marks a stretch without a span.
func (p *painter) gap(words string, days [2]int, top float64) {
	left, right := p.at(days[0]), p.at(days[1]+1)
	if right-left < 2 {
		return
	}
	y := top + (row-barHeight)/2
	p.Rect(left+1, y, right-left-2, barHeight, "fill", "none", "stroke", svg.Hatch, "stroke-dasharray", "4 3")
	if lines := hatch(left+1, y, right-left-2); lines != "" {
		p.Path(lines, "fill", "none", "stroke", svg.Hatch, "stroke-width", 1.2, "stroke-opacity", "0.45")
	}
	if text := svg.Fit(words, textSize, right-left-10); text == words {
		p.Halo((left+right)/2, y+barHeight/2+textSize*0.35, text, textSize)
	}
	p.Target("", words+", "+wordsOf(days[0])+" to "+wordsOf(days[1]), func() { p.Rect(left, top, right-left, row) })
}

// hatch is slanted lines over a bar. They are drawn one by one: a pattern that lets the ground through would make a
// printed page of gaps ten times as large.
func hatch(left, top, width float64) string {
	const apart = 10
	n := int((width-barHeight)/apart) + 1
	if width < barHeight {
		return ""
	}
	start := left + (width-barHeight-float64(n-1)*apart)/2
	slant := svg.Number(barHeight)
	stroke := "l" + slant + " -" + slant
	next := "m" + svg.Number(apart-barHeight) + " " + slant + stroke
	return "M" + svg.Number(start) + " " + svg.Number(top+barHeight) + stroke + strings.Repeat(next, n-1)
}

func wordsOf(day int) string {
	return time.Unix(int64(day)*86400, 0).UTC().Format("2 Jan 2006")
}

// bar draws a span: a tinted body with a textured tab for its kind. The part in which an end lies somewhere is paler
// and dashed; an end that nobody knows is an arrow.
func (p *painter) bar(l laneLayout, i int, top float64) {
	b := l.bars[i]
	y := top + float64(b.row)*row + (row-barHeight)/2
	paint := svg.ClassPaint(b.Kind, len(p.Kinds), false)
	sure, unsure := b.left, b.right
	if b.From.known() && b.From.Day == 0 {
		sure = min(p.at(b.From.last()+1), b.right)
	}
	if b.To.known() && b.To.Day == 0 {
		unsure = max(p.at(b.To.first()), sure)
	}
	p.Rect(b.left, y, b.right-b.left, barHeight, "fill", paint, "fill-opacity", "0.2")
	p.Rect(sure, y, unsure-sure, barHeight, "fill", paint, "fill-opacity", "0.14")
	p.Rect(b.left+0.6, y+0.6, b.right-b.left-1.2, barHeight-1.2, "fill", "none", "stroke", paint, "stroke-width", 1.2, "stroke-dasharray", "3 2")
	for _, edge := range []float64{y + 0.6, y + barHeight - 0.6} {
		p.Line(sure, edge, unsure, edge, "stroke", paint, "stroke-width", 1.2)
	}
	p.ends(b, y, paint)
	p.Rect(b.left, y, min(7, (b.right-b.left)/2), barHeight, "fill", p.ClassFill(b.Kind, len(p.Kinds), false))
	p.cut(b, y)
	p.barLabel(l, i, y)
	p.Target(b.Href, spanTooltip(b.Span, p.Kinds), func() {
		short := max(0, 30-(b.right-b.left))
		p.Rect(b.left-short/2, y-(row-barHeight)/2, b.right-b.left+short, row, "rx", 3)
	})
}

// cut notches a bar where the window cuts it: it does not begin or end there.
func (p *painter) cut(b bar, y float64) {
	notch := func(x, depth float64) {
		n := svg.Number
		p.Path("M"+n(x)+" "+n(y-1)+"l"+n(depth)+" "+n(barHeight/2+1)+"l"+n(-depth)+" "+n(barHeight/2+1)+"z", "fill", svg.Paper)
	}
	if float64(b.first) < p.scale.Min && b.From.known() {
		notch(b.left-1, 6)
	}
	if float64(b.last) >= p.scale.Max && b.To.known() {
		notch(b.right+1, -6)
	}
}

// ends draws the arrows of unknown ends and the full lines of exact ones.
func (p *painter) ends(b bar, y float64, paint svg.Paint) {
	middle := y + barHeight/2
	if !b.To.known() {
		p.Path("M"+svg.Number(b.right)+" "+svg.Number(y)+"l8 "+svg.Number(barHeight/2)+"l-8 "+svg.Number(barHeight/2)+"z", "fill", paint)
	} else if b.To.Day != 0 && b.right < p.scale.To {
		p.Line(b.right-0.8, y, b.right-0.8, y+barHeight, "stroke", svg.Ink, "stroke-width", 1.6)
	}
	if !b.From.known() {
		p.Path("M"+svg.Number(b.left)+" "+svg.Number(y)+"L"+svg.Number(b.left-8)+" "+svg.Number(middle)+"L"+svg.Number(b.left)+" "+svg.Number(y+barHeight)+"z", "fill", paint)
	}
}

// barLabel writes the label inside of the bar or, where it is too short for that, beside it if nothing stands there.
func (p *painter) barLabel(l laneLayout, i int, y float64) {
	b := l.bars[i]
	baseline := y + barHeight/2 + textSize*0.35
	inside := b.right - b.left - 16
	if svg.TextWidth(b.Label, textSize) > inside && b.To.known() {
		next := width - 4
		for _, other := range l.bars {
			if other.row == b.row && other.left >= b.right {
				next = min(next, other.left)
			}
		}
		for _, gap := range l.gaps {
			if left := p.at(gap[0]); b.row == 0 && left >= b.right-1 {
				next = min(next, left)
			}
		}
		if beside := next - b.right - 10; svg.TextWidth(b.Label, textSize) <= beside {
			p.Text(b.right+5, baseline, b.Label)
			return
		}
	}
	text := fit(b.Label, inside)
	if len(text) < len(b.Label)*2/3 && svg.TextWidth(b.Short, textSize) <= inside {
		text = b.Short
	}
	if text != "" {
		p.Text(b.left+11, baseline, text)
	}
}

// mark draws a point; a whisker spans the month or year in which it lies.
func (p *painter) mark(m mark, y float64) {
	if m.Date.Day == 0 {
		left, right := p.at(m.Date.first()), p.at(m.Date.last()+1)
		p.Path("M"+svg.Number(left)+" "+svg.Number(y-4)+"v8M"+svg.Number(left)+" "+svg.Number(y)+"H"+svg.Number(right)+"M"+svg.Number(right)+" "+svg.Number(y-4)+"v8",
			"fill", "none", "stroke", svg.Muted, "stroke-width", 1.2)
	}
	sign := p.Define(fmt.Sprintf("sign%d", m.Kind), func(id string) {
		p.Open("g", "id", id)
		shape(p.Builder, m.Kind, 0, 0, markSize)
		p.Close()
	})
	p.Leaf("use", "href", "#"+sign, "x", m.x, "y", y)
	p.markLabel(m, y)
	p.Target(m.Href, pointTooltip(m.Point), func() { p.Rect(m.x-row/2, y-row/2, row, row, "rx", 4) })
}

// markLabel writes a mark's label, on a plate of paper where the line of the day shown would cross it.
func (p *painter) markLabel(m mark, y float64) {
	if m.label == "" {
		return
	}
	room, left := svg.TextWidth(m.label, textSize), m.x+m.half+5
	if m.before {
		left = m.x - m.half - 5 - room
	}
	if now := p.at(p.On.last()); p.On.known() && left < now && now < left+room {
		p.Rect(left-2, y-8, room+2, 16, "rx", 3, "fill", svg.Paper, "fill-opacity", "0.88")
	}
	if m.before {
		p.Text(left+room, y+textSize*0.35, m.label, "text-anchor", "end")
	} else {
		p.Text(left, y+textSize*0.35, m.label)
	}
}

// shape draws the sign of a kind: down is softer, up is harsher, as on the page's badges.
func shape(b *svg.Builder, kind Kind, x, y, r float64) {
	n := svg.Number
	common := []any{"stroke", svg.Paper, "stroke-width", 1.2, "stroke-linejoin", "round"}
	switch kind {
	case Softer:
		b.Path("M"+n(x-r)+" "+n(y-r*0.8)+"h"+n(2*r)+"L"+n(x)+" "+n(y+r)+"z", append(common, "fill", svg.Softer)...)
	case Harsher:
		b.Path("M"+n(x-r)+" "+n(y+r*0.8)+"h"+n(2*r)+"L"+n(x)+" "+n(y-r)+"z", append(common, "fill", svg.Harsher)...)
	case InForce:
		b.Path("M"+n(x)+" "+n(y-r)+"l"+n(r)+" "+n(r)+"l"+n(-r)+" "+n(r)+"l"+n(-r)+" "+n(-r)+"z", append(common, "fill", svg.Ink)...)
	case Ratified:
		b.Rect(x-r*0.8, y-r*0.8, r*1.6, r*1.6, append(common, "rx", 1.5, "fill", svg.Neutral)...)
		b.Path("M"+n(x-r*0.45)+" "+n(y)+"l"+n(r*0.3)+" "+n(r*0.4)+"l"+n(r*0.6)+" "+n(-r*0.8), "fill", "none", "stroke", svg.Paper, "stroke-width", 1.8)
	case Other:
		b.Rect(x-r*0.3, y-r, r*0.6, r*2, append(common, "rx", 1.5, "fill", svg.Muted)...)
	default:
		b.Leaf("circle", "cx", x, "cy", y, "r", r*0.7, "fill", svg.Paper, "stroke", svg.Neutral, "stroke-width", 2.2)
	}
}
