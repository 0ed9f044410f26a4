package timeline

import "seelex/ui/chart/svg"

var kindWords = map[Kind]string{
	Neutral: "reform, neither softer nor harsher", Softer: "softer reform", Harsher: "harsher reform",
	InForce: "entry into force", Ratified: "ratification", Other: "adoption, amendment or end",
}

func pointTooltip(p Point) string {
	if p.Tooltip != "" {
		return p.Tooltip
	}
	return p.Date.words() + ", " + kindWords[p.Kind] + ": " + p.Label
}

func spanTooltip(s Span, kinds []string) string {
	if s.Tooltip != "" {
		return s.Tooltip
	}
	var when string
	switch {
	case s.From.known() && s.To.known():
		when = "from " + s.From.words() + " to " + s.To.words()
	case s.From.known():
		when = "from " + s.From.words() + ", no end known"
	default:
		when = "start not known, to " + s.To.words()
	}
	if s.Kind >= 0 && s.Kind < len(kinds) {
		when = kinds[s.Kind] + ", " + when
	}
	return s.Label + ": " + when
}

// legend explains the signs that occur, and no others.
func (p *painter) legend() (entries []svg.Entry) {
	add := func(label string, draw func(b *svg.Builder, x, y, w, h float64)) {
		entries = append(entries, svg.Entry{Label: label, Draw: draw})
	}
	for i, kind := range p.Kinds {
		if !p.has(nil, func(b bar) bool { return b.Kind == i && !b.Gap }) {
			continue
		}
		add(kind, func(b *svg.Builder, x, y, w, h float64) {
			b.Rect(x, y, w, h, "fill", svg.ClassPaint(i, len(p.Kinds), false), "fill-opacity", "0.4")
			b.Rect(x, y, 8, h, "fill", b.ClassFill(i, len(p.Kinds), false))
		})
	}
	for _, kind := range []Kind{Softer, Harsher, Neutral, InForce, Ratified, Other} {
		if p.has(func(m mark) bool { return m.Kind == kind }, nil) {
			add(kindWords[kind], func(b *svg.Builder, x, y, w, h float64) { shape(b, kind, x+w/2, y+h/2, markSize) })
		}
	}
	if p.has(func(m mark) bool { return m.Date.Day == 0 }, nil) {
		add("some day in that month or year", func(b *svg.Builder, x, y, w, h float64) {
			b.Path("M"+svg.Number(x)+" "+svg.Number(y+h/2-4)+"v8M"+svg.Number(x)+" "+svg.Number(y+h/2)+"h"+svg.Number(w)+"m0 -4v8",
				"fill", "none", "stroke", svg.Muted, "stroke-width", 1.2)
		})
	}
	if p.has(nil, func(b bar) bool {
		return !b.Gap && (b.From.known() && b.From.Day == 0 || b.To.known() && b.To.Day == 0)
	}) {
		add("pale, dashed: day of start or end not known", func(b *svg.Builder, x, y, w, h float64) {
			b.Rect(x, y, w, h, "fill", svg.ClassPaint(0, 1, false), "fill-opacity", "0.22", "stroke", svg.ClassPaint(0, 1, false), "stroke-dasharray", "3 2")
		})
	}
	if p.has(nil, func(b bar) bool { return !b.To.known() }) {
		add("arrow: no end known", func(b *svg.Builder, x, y, w, h float64) {
			b.Path("M"+svg.Number(x+w/2-4)+" "+svg.Number(y)+"l8 "+svg.Number(h/2)+"l-8 "+svg.Number(h/2)+"z", "fill", svg.ClassPaint(0, 1, false))
		})
	}
	return entries
}

func (p *painter) has(isMark func(mark) bool, isBar func(bar) bool) bool {
	for _, lane := range p.lanes {
		for _, m := range lane.marks {
			if isMark != nil && isMark(m) {
				return true
			}
		}
		for _, b := range lane.bars {
			if isBar != nil && isBar(b) {
				return true
			}
		}
	}
	return false
}
