// Package regionmap draws the map of the region coloured by the classes of a variable.
//
// Every class has a colour, a texture and a symbol that stands on the map itself: the map can be read in grey, by
// people who tell no colours apart, and from the last row. It shows which law is applied where.
package regionmap

import (
	"fmt"
	"html/template"
	"slices"
	"strconv"

	"seelex/ui/chart/svg"
)

// Class is a value that jurisdictions can have, with its line in the legend.
type Class struct {
	Key    string
	Label  string // in words, as the legend shows it
	Symbol string // one or two letters; by default A, B, C … in the order of the classes
}

// Value says which class a jurisdiction belongs to. A class that is not among the map's is drawn as unknown.
type Value struct {
	Code    string // RS, BA-BIH …; codes without a place on the map (INT, EU) are passed over
	Name    string // Serbia
	Class   string // a Class's key; "" where the data does not say
	Href    string
	Tooltip string // by default name and class
}

// Map is what is drawn. Jurisdictions without a Value were not asked about, which is not the same as not known: they
// are land without a class.
type Map struct {
	svg.Heading
	Classes []Class
	Ordered bool // the classes go from little to much: shades of one scale instead of different colours
	Values  []Value
}

const (
	codeSize   = 16.0
	symbolSize = 14.0
	noteSize   = 12.0
	chipHeight = 26.0
	reach      = 21.5 // radius of a target: 24 px across at the least width of the map
	gap        = 12.0
)

const (
	statusNote = "The map shows which law is applied where and takes no position on status."
	cyprusNote = "Area not under the effective control of the government of the Republic of Cyprus"
)

// Draw gives the map as SVG.
func Draw(m Map) template.HTML {
	total := height + gap + svg.Key(m.key).Room(m.Heading, width-2*gap)
	return svg.Draw(m.Heading, "map", width, total, func(b *svg.Builder) {
		p := painter{Builder: b, Map: m, atlas: loadAtlas()}
		p.land()
		p.labels()
		p.Key(m.key, width, gap, width-gap, height+gap)
		p.links()
	})
}

// key lays out the legend, what the hatched part of Cyprus is, and what the map does not say.
func (m Map) key(width float64) (float64, func(b *svg.Builder, x, y float64)) {
	const leading = noteSize * 1.5
	legend := svg.NewLegend(m.entries(), width, 15)
	cyprus := svg.Wrap(cyprusNote, noteSize, width-37.5)
	notes := svg.Wrap(statusNote+" "+Borders, noteSize, width)
	total := legend.Height() + 14 + float64(len(cyprus)+len(notes))*leading
	return total, func(b *svg.Builder, x, y float64) {
		p := painter{Builder: b, Map: m}
		legend.Draw(b, x, y)
		y += legend.Height() + 8
		b.Rect(x, y, 28.5, 16, "rx", 3, "fill", p.northFill(), "stroke", svg.Ink, "stroke-opacity", "0.55")
		y += 12.5
		write := func(lines []string, x float64) {
			for _, line := range lines {
				b.Text(x, y, line, "font-size", noteSize, "fill", svg.Muted)
				y += leading
			}
		}
		write(cyprus, x+37.5)
		y += 5.5
		write(notes, x)
	}
}

// entries are the lines of the legend: each class with the number of jurisdictions on the map that have it.
func (m Map) entries() []svg.Entry {
	counts, left := make([]int, len(m.Classes)+1), false
	for _, s := range spots {
		if value, given := m.value(s.code); given {
			counts[1+m.class(value)]++
		} else if s.area {
			left = true
		}
	}
	var entries []svg.Entry
	for i, class := range m.Classes {
		entries = append(entries, svg.Entry{
			Label: fmt.Sprintf("%s (%d)", class.Label, counts[i+1]),
			Draw: func(b *svg.Builder, x, y, w, h float64) {
				svg.ClassSwatch(b.ClassFill(i, len(m.Classes), m.Ordered), m.symbol(i))(b, x, y, w, h)
			},
		})
	}
	if counts[0] > 0 {
		entries = append(entries, svg.Entry{
			Label: fmt.Sprintf("not known (%d)", counts[0]),
			Draw: func(b *svg.Builder, x, y, w, h float64) {
				svg.ClassSwatch(b.UnknownFill(), "?")(b, x, y, w, h)
			},
		})
	}
	if left {
		entries = append(entries, svg.Entry{Label: "not among those compared", Draw: func(b *svg.Builder, x, y, w, h float64) {
			b.Rect(x, y, w, h, "rx", 3, "fill", svg.Land, "stroke", svg.Ink, "stroke-opacity", "0.55")
		}})
	}
	return entries
}

func (m Map) value(code string) (Value, bool) {
	i := slices.IndexFunc(m.Values, func(v Value) bool { return v.Code == code })
	if i < 0 {
		return Value{Code: code}, false
	}
	return m.Values[i], true
}

// class gives the index of a value's class, -1 for unknown.
func (m Map) class(v Value) int {
	return slices.IndexFunc(m.Classes, func(c Class) bool { return v.Class != "" && c.Key == v.Class })
}

func (m Map) symbol(class int) string {
	switch {
	case class < 0:
		return "?"
	case m.Classes[class].Symbol != "":
		return m.Classes[class].Symbol
	case class < 26:
		return string(rune('A' + class))
	}
	return strconv.Itoa(class + 1)
}

// painter draws one map.
type painter struct {
	*svg.Builder
	Map
	*atlas
}

// fill is the paint of a jurisdiction, or the name of its texture.
func (p painter) fill(code string) any {
	value, given := p.value(code)
	if !given {
		return svg.Land
	}
	if class := p.class(value); class >= 0 {
		return p.ClassFill(class, len(p.Classes), p.Ordered)
	}
	return p.UnknownFill()
}

func (p painter) northFill() string {
	return p.Textured("north", svg.Land, "M0 10L10 0M0 0L10 10", svg.Ink, 0.55)
}

// land draws sea, neighbours and areas inside of the frame.
func (p painter) land() {
	frame := p.Define("frame", func(id string) {
		p.Open("clipPath", "id", id)
		p.Rect(0, 0, width, height)
		p.Close()
	})
	p.Open("g", "clip-path", "url(#"+frame+")", "stroke-linejoin", "round")
	p.Rect(0, 0, width, height, "fill", svg.Sea)
	p.Path(p.context, "fill", svg.Land, "stroke", svg.Grid, "stroke-width", "0.8")
	p.Path(p.north, "fill", p.northFill(), "stroke", svg.Ink, "stroke-width", "0.8", "stroke-dasharray", "2 2")
	p.Open("g", "stroke", svg.Paper, "stroke-width", 2.2) // a light edge lets borders show between two dark areas
	p.eachArea(func(code string) { p.Leaf("use", "href", "#"+p.shape(code), "fill", p.fill(code)) })
	p.Close()
	p.Open("g", "fill", "none", "stroke", svg.Ink, "stroke-width", 1.1)
	p.eachArea(func(code string) { p.Leaf("use", "href", "#"+p.shape(code)) })
	p.Close()
	p.Close()
}

func (p painter) eachArea(draw func(code string)) {
	for _, s := range spots {
		if s.area {
			draw(s.code)
		}
	}
}

// shape defines a jurisdiction's area, which is drawn once as a mark and once as a target.
func (p painter) shape(code string) string {
	return p.Define(code, func(id string) { p.Path(p.areas[code], "id", id) })
}

func (p painter) labels() {
	for _, s := range spots {
		value, given := p.value(s.code)
		if !given {
			continue
		}
		symbol, at := p.symbol(p.class(value)), p.place(s.longitude, s.latitude)
		if s.chip == nil {
			p.Halo(at.x, at.y, s.code, codeSize, "font-weight", 700)
			p.Symbol(at.x, at.y+symbolSize*0.75, symbolSize, symbol)
			continue
		}
		to := p.place(s.chip.longitude, s.chip.latitude)
		p.Line(at.x, at.y, to.x, to.y, "stroke", svg.Paper, "stroke-width", 3)
		p.Line(at.x, at.y, to.x, to.y, "stroke", svg.Ink, "stroke-width", 1.2)
		p.Leaf("circle", "cx", at.x, "cy", at.y, "r", 6.5, "fill", svg.Paper)
		p.Leaf("circle", "cx", at.x, "cy", at.y, "r", 4.5, "fill", p.fill(s.code), "stroke", svg.Ink, "stroke-width", 1.5)
		p.chip(to, s.code, symbol, p.fill(s.code))
	}
}

// chip draws a label outside of its area: the code on paper beside a swatch of the class.
func (p painter) chip(at point, code, symbol string, fill any) {
	w := chipWidth(code)
	x, y := at.x-w/2, at.y-chipHeight/2
	p.Rect(x, y, w, chipHeight, "rx", 5, "fill", svg.Paper, "stroke", svg.Ink, "stroke-width", 1.2)
	p.Text(x+(w-chipHeight+2)/2, at.y+codeSize*0.36, code, "font-size", codeSize, "font-weight", 700, "text-anchor", "middle", "fill", svg.Ink)
	p.Rect(x+w-chipHeight+2, y+2, chipHeight-4, chipHeight-4, "rx", 3, "fill", fill)
	p.Symbol(x+w-chipHeight/2, at.y, symbolSize, symbol)
}

func chipWidth(code string) float64 {
	return svg.TextWidth(code, codeSize) + 14 + chipHeight
}

// links lays a target over every jurisdiction that a value was given for, in the order of the values.
func (p painter) links() {
	for _, value := range p.Values {
		i := slices.IndexFunc(spots, func(s spot) bool { return s.code == value.Code })
		if i < 0 {
			continue
		}
		s := spots[i]
		at := p.place(s.longitude, s.latitude)
		p.Target(value.Href, p.tooltip(value), func() {
			if s.area {
				p.Leaf("use", "href", "#"+p.shape(s.code))
			}
			if s.small || !s.area {
				p.Leaf("circle", "cx", at.x, "cy", at.y, "r", reach, "stroke", "none")
			}
			if s.chip != nil {
				c, w := p.place(s.chip.longitude, s.chip.latitude), chipWidth(s.code)
				p.Rect(c.x-w/2, c.y-reach, w, 2*reach, "rx", 5)
			}
		})
	}
}

func (p painter) tooltip(v Value) string {
	if v.Tooltip != "" {
		return v.Tooltip
	}
	name, class := v.Name, p.class(v)
	if name == "" {
		name = v.Code
	}
	if class < 0 {
		return name + ": not known"
	}
	return name + ": " + p.Classes[class].Label
}
