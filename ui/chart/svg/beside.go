package svg

// LeastWidth is at how many pixels a wide chart, a timeline or bars on a scale, can still be read. A narrower screen
// scrolls it sideways.
const LeastWidth = 900.0

// narrowKey is how wide a key is drawn for narrow screens, in pixels: less than the narrowest telephone.
const narrowKey = 320.0

// Key lays out what explains a chart, its legend and notes, for a width in pixels; draw puts it with its upper left
// corner at x, y.
type Key func(width float64) (height float64, draw func(b *Builder, x, y float64))

// Room is the height that a key takes inside of the drawing: in a file. On a page it stands below the drawing.
func (k Key) Room(head Heading, width float64) float64 {
	if !head.Standalone {
		return 0
	}
	height, _ := k(width)
	return height
}

// Key draws the key of a board of the given width from left to right: in a file at y, on a page as pictures of their
// own below the chart, one laid out for the chart's width and one for narrow screens, of which the stylesheet shows
// one. There a key that scrolled with its chart would be cut off.
func (b *Builder) Key(key Key, board, left, right, y float64) {
	height, draw := key(right - left)
	if b.head.Standalone {
		draw(b, left, y)
		return
	}
	b.companion("plot-key", board, height, 1, func() { draw(b, left, 0) })
	height, draw = key(narrowKey)
	b.companion("plot-key--narrow", narrowKey, height, 1, func() { draw(b, 0, 0) })
}

// Names draws what names the rows of a board: what draw writes, in its first columns. On a page it is shown again as a
// strip that stays in sight while the chart scrolls below it.
func (b *Builder) Names(columns, board, height float64, draw func()) {
	id := b.head.ID + "-names"
	b.Open("g", "id", id)
	draw()
	b.Close()
	if b.head.Standalone {
		return
	}
	b.companion("plot-names", columns, height, LeastWidth/board, func() {
		b.Rect(0, 0, columns, height, "fill", Paper)
		b.Line(columns-0.5, 0, columns-0.5, height, "stroke", Grid)
		b.Leaf("use", "href", "#"+id)
	})
}

// companion writes a picture that stands with the chart and repeats what it says to the eye.
func (b *Builder) companion(class string, width, height, scale float64, draw func()) {
	b.companions.WriteString(b.aside(func() {
		b.Open("svg", "class", "plot "+class, "viewBox", "0 0 "+Number(width)+" "+Number(height),
			"width", width*scale, "height", height*scale, "aria-hidden", "true")
		draw()
		b.Close()
	}))
}
