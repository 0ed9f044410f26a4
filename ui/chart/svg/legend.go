package svg

// Entry is a line of a legend: a swatch and what it stands for.
type Entry struct {
	Label string
	Draw  func(b *Builder, x, y, width, height float64)
}

// Legend lays its entries out in columns of equal width, as many as fit.
type Legend struct {
	entries      []Entry
	size, column float64
	columns      int
}

const swatch = 1.9 // width of a swatch in font sizes

// NewLegend lays entries out for a width and a font size.
func NewLegend(entries []Entry, width, size float64) Legend {
	widest := 0.0
	for _, e := range entries {
		widest = max(widest, TextWidth(e.Label, size))
	}
	column := min(widest+size*(swatch+2), width)
	columns := max(1, min(int(width/column), len(entries)))
	return Legend{entries: entries, size: size, column: max(column, min(width/float64(columns), column*1.15)), columns: columns}
}

// Height is what the legend takes, in pixels.
func (l Legend) Height() float64 {
	rows := (len(l.entries) + l.columns - 1) / l.columns
	return float64(rows) * l.rowHeight()
}

func (l Legend) rowHeight() float64 { return l.size * 1.75 }

// Draw puts the legend with its upper left corner at x, y.
func (l Legend) Draw(b *Builder, x, y float64) {
	for i, e := range l.entries {
		left := x + float64(i%l.columns)*l.column
		top := y + float64(i/l.columns)*l.rowHeight()
		height := l.size * 1.3
		e.Draw(b, left, top+(l.rowHeight()-height)/2, l.size*swatch, height)
		text := Fit(e.Label, l.size, l.column-l.size*(swatch+0.6))
		b.Text(left+l.size*(swatch+0.6), top+l.rowHeight()/2+l.size*0.35, text, "font-size", l.size, "fill", Ink)
	}
}

// ClassSwatch draws the swatch of a class with its symbol on a plate, as the marks carry it.
func ClassSwatch(fill any, symbol string) func(b *Builder, x, y, width, height float64) {
	return func(b *Builder, x, y, width, height float64) {
		b.Rect(x, y, width, height, "rx", 3, "fill", fill, "stroke", Ink, "stroke-opacity", "0.55")
		b.Symbol(x+width/2, y+height/2, height*0.72, symbol)
	}
}

// Symbol writes a class's letter or sign in the middle of x, y, with a halo that keeps it readable on any ground.
func (b *Builder) Symbol(x, y, size float64, symbol string) {
	b.Halo(x, y+size*0.36, symbol, size, "font-weight", 700)
}

// Halo writes centred text with an edge in the colour of the paper. The edge is a text of its own: not every program
// that opens an SVG can paint a stroke below a fill.
func (b *Builder) Halo(x, y float64, text string, size float64, attributes ...any) {
	common := append([]any{"font-size", size, "text-anchor", "middle"}, attributes...)
	b.Text(x, y, text, append(common, "fill", Paper, "stroke", Paper, "stroke-width", size*0.24, "stroke-linejoin", "round")...)
	b.Text(x, y, text, append(common, "fill", Ink)...)
}
