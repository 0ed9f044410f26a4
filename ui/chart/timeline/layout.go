package timeline

import (
	"cmp"
	"slices"

	"seelex/ui/chart/svg"
)

// laneLayout is a lane with its marks put into rows so that none covers another.
type laneLayout struct {
	Lane
	bars           []bar
	marks          []mark
	gaps           [][2]int // first and last day
	barRows, rows  int
	earlier, later int // marks outside of the window
}

func (l laneLayout) height() float64 { return float64(max(l.rows, 1))*row + 2*lanePad }

type bar struct {
	Span
	first, last int // days
	left, right float64
	row         int
}

type mark struct {
	Point
	x      float64
	half   float64 // what it takes to either side: the sign or, if longer, its whisker
	room   float64 // what its label was promised
	label  string
	before bool // the label stands to the left
	row    int
}

func (p *painter) layout(lane Lane) laneLayout {
	l := laneLayout{Lane: lane}
	for _, s := range lane.Spans {
		p.addBar(&l, s)
	}
	slices.SortStableFunc(l.bars, func(a, b bar) int { return cmp.Compare(a.first, b.first) })
	l.barRows = pack(len(l.bars), func(i int) (float64, float64) { return l.bars[i].left, l.bars[i].right },
		func(i, row int) { l.bars[i].row = row })
	if lane.Gap != "" {
		l.gaps = p.gaps(lane)
	}
	for _, point := range lane.Points {
		switch {
		case !point.Date.known():
		case float64(point.Date.last()) < p.scale.Min:
			l.earlier++
		case float64(point.Date.first()) >= p.scale.Max:
			l.later++
		default:
			left, right := p.at(point.Date.first()), p.at(point.Date.last()+1)
			l.marks = append(l.marks, mark{Point: point, x: (left + right) / 2, half: max(markSize, (right-left)/2)})
		}
	}
	l.rows = l.barRows + p.placeMarks(l.marks)
	return l
}

func (p *painter) addBar(l *laneLayout, s Span) {
	if !s.From.known() && !s.To.known() {
		return
	}
	b := bar{Span: s, first: int(p.scale.Min), last: p.end(s)}
	if s.From.known() {
		b.first = s.From.first()
	}
	if s.To.known() {
		b.last = max(s.To.last(), b.first)
	}
	if !s.From.known() {
		b.first = min(b.first, s.To.first())
	}
	switch {
	case float64(b.last) < p.scale.Min:
		l.earlier++
	case float64(b.first) >= p.scale.Max:
		l.later++
	default:
		b.left, b.right = p.at(b.first), p.at(b.last+1)
		l.bars = append(l.bars, b)
	}
}

// gaps are the stretches inside of the window between two spans, and from the last one to the day shown.
func (p *painter) gaps(lane Lane) (gaps [][2]int) {
	var covered [][2]int
	for _, s := range lane.Spans {
		if !s.From.known() && !s.To.known() {
			continue
		}
		first, last := -1<<31, p.end(s)
		if s.From.known() {
			first = s.From.first()
		}
		if s.To.known() {
			last = s.To.last()
		}
		covered = append(covered, [2]int{first, last})
	}
	slices.SortFunc(covered, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	if p.On.known() && len(covered) > 0 {
		covered = append(covered, [2]int{p.On.last() + 1, p.On.last() + 1})
	}
	for i, c := range covered {
		if i > 0 && c[0] > covered[0][1]+1 {
			if gap := [2]int{covered[0][1] + 1, c[0] - 1}; p.shown(gap[0], gap[1]) {
				gaps = append(gaps, gap)
			}
		}
		covered[0][1] = max(covered[0][1], c[1])
	}
	return gaps
}

// labelRows is how many rows labels beside marks are worth: many where one jurisdiction is looked at, few where all
// are. A denser lane shows the words for which there is room and leaves the others to the tooltips and the table.
func (p *painter) labelRows() int {
	if len(p.Timeline.Lanes) <= 2 {
		return 10
	}
	return 4
}

// labelRooms are the widths that labels are offered, in pixels: the first at which the rows suffice. They may take
// more where nothing follows.
var labelRooms = []float64{190, 120, 70, 0}

// placeMarks puts marks into rows and says how many rows that takes.
func (p *painter) placeMarks(marks []mark) (rows int) {
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.x, b.x) })
	for _, room := range labelRooms {
		rows = pack(len(marks), func(i int) (float64, float64) {
			m := &marks[i]
			left, right := m.x-m.half-4, m.x+m.half+4
			m.room = min(svg.TextWidth(m.Point.Label, textSize), room)
			if m.before = right+m.room > width-4; m.before {
				return left - m.room, right
			}
			return left, right + m.room
		}, func(i, row int) { marks[i].row = row })
		if rows <= p.labelRows() {
			break
		}
	}
	for i := range marks {
		p.label(marks, i)
	}
	return rows
}

// label fills the room up to the neighbours in the same row with as much of the words as fits.
func (p *painter) label(marks []mark, i int) {
	m := &marks[i]
	low, high := nameWidth, width-4
	for j, other := range marks {
		if j == i || other.row != m.row {
			continue
		}
		if other.x >= m.x && j > i {
			reach := other.x - other.half - 6
			if other.before {
				reach -= other.room
			}
			high = min(high, reach)
		} else {
			low = max(low, other.x+other.half+8+svg.TextWidth(other.label, textSize))
		}
	}
	room := high - m.x - m.half - 5
	if m.before {
		room = m.x - m.half - 5 - low
	}
	m.label = fit(m.Point.Label, min(room, labelRooms[0]+40))
}

// fit is what a label says in some room. Two or three syllables of a title say less than the words that pointing at its
// mark and the table give: they are left out.
func fit(label string, room float64) string {
	const fewest = 16
	if text := svg.Fit(label, textSize, room); text == label || len([]rune(text)) >= fewest {
		return text
	}
	return ""
}

// pack gives each of n things the first row in which it touches nothing before it, and returns the number of rows.
func pack(n int, extent func(i int) (left, right float64), set func(i, row int)) int {
	var taken [][][2]float64
	for i := range n {
		left, right := extent(i)
		free := slices.IndexFunc(taken, func(row [][2]float64) bool {
			return !slices.ContainsFunc(row, func(t [2]float64) bool { return left < t[1]-0.5 && t[0] < right-0.5 })
		})
		if free < 0 {
			free = len(taken)
			taken = append(taken, nil)
		}
		taken[free] = append(taken[free], [2]float64{left, right})
		set(i, free)
	}
	return len(taken)
}
