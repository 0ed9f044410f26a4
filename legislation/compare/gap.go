package compare

import "seelex/legislation"

// Gap says why a cell is empty.
type Gap struct {
	Kind  GapKind          `json:"kind"`
	Last  legislation.Date `json:"last"` // end of the position before the day
	Next  legislation.Date `json:"next"` // start of the position after the day
	Words string           `json:"words"`
	json  string           // itself, where it is kept
}

// GapKind is the kind of a gap.
type GapKind string

// The kinds of gaps.
const (
	NothingKnown GapKind = "nothing-known" // no position in any period
	NotYetKnown  GapKind = "before-first"  // the day is before the first known position
	BetweenKnown GapKind = "between"       // it falls between two known positions
	NoLongerSaid GapKind = "after-last"    // the last known position has ended
)

// gap explains why none of the positions, ordered by start, covers the day.
func gap(positions []*legislation.Position, day legislation.Day) *Gap {
	return gapBefore(positions, begun(positions, day))
}

// begun counts the positions that have begun by a day.
func begun(positions []*legislation.Position, day legislation.Day) (n int) {
	for n < len(positions) && positions[n].From.First() <= day {
		n++
	}
	return n
}

// gapBefore explains why nothing covers a day before the nth position and after the one
// before it.
func gapBefore(positions []*legislation.Position, n int) *Gap {
	g := Gap{Kind: NothingKnown, Words: "The data does not say."}
	if n > 0 {
		g.Last = positions[n-1].To
	}
	if n < len(positions) {
		g.Next = positions[n].From
	}
	switch {
	case len(positions) == 0:
	case g.Last.IsZero():
		g.Kind, g.Words = NotYetKnown, "The data does not reach back to this day: the first known position begins "+when(g.Next)+"."
	case g.Next.IsZero():
		g.Kind, g.Words = NoLongerSaid, "The last known position ended "+when(g.Last)+"; the data does not say what followed."
	default:
		g.Kind, g.Words = BetweenKnown, "The data does not say: a position ended "+when(g.Last)+", the next begins "+when(g.Next)+"."
	}
	return &g
}

func when(d legislation.Date) string {
	if d.Exact() {
		return "on " + d.Words()
	}
	return "in " + d.Words()
}
