package compare

import "seelex/legislation"

// Gap says why a cell is empty.
type Gap struct {
	Kind  GapKind          `json:"kind"`
	Last  legislation.Date `json:"last"` // end of the position before the day
	Next  legislation.Date `json:"next"` // start of the position after the day
	Words string           `json:"words"`
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
	g := Gap{Kind: NothingKnown, Words: "The data does not say."}
	for _, p := range positions {
		if p.From.First() > day {
			g.Next = p.From
			break
		}
		g.Last = p.To
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
