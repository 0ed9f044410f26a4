package compare

import (
	"slices"

	"seelex/legislation"
)

// Change is a variable that is answered differently on two days.
type Change struct {
	Variable    string             `json:"variable"`
	Kind        ChangeKind         `json:"kind"`
	Before      *legislation.Value `json:"before"` // null where there is no value: not known, or a penalty that was not possible
	After       *legislation.Value `json:"after"`
	BeforeWords string             `json:"before_words"`
	AfterWords  string             `json:"after_words"`
	Since       legislation.Date   `json:"since"`      // start of the position that first gives the later answer
	Reforms     []Cause            `json:"reforms"`    // best fit first; none where the data names none
	Amendments  []Amending         `json:"amendments"` // of the instruments cited, in force from that date
}

// ChangeKind tells a change of the law from a change of what is known of it.
type ChangeKind string

// The kinds of changes.
const (
	Changed    ChangeKind = "changed"
	NewlyKnown ChangeKind = "newly-known"     // the earlier answer is not known
	NoLonger   ChangeKind = "no-longer-known" // the later answer is not known
)

// Cause is a reform that fits a change in date, in instrument or in both. The data
// does not tie reforms to variables, so it is a candidate, and says why.
type Cause struct {
	legislation.Reform
	Fit     Fit                  `json:"fit"`
	URL     string               `json:"url,omitempty"`
	Sources []legislation.Source `json:"sources"`
}

// Fit says why a reform is held to explain a change.
type Fit string

// The fits, best first.
const (
	FitBoth       Fit = "date-and-instrument" // on the date of the change, of an instrument that the positions cite
	FitInstrument Fit = "instrument"          // of such an instrument, in the year before the change
	FitDate       Fit = "date"                // on the date of the change
)

var fits = []Fit{FitBoth, FitInstrument, FitDate}

// Amending is an amendment of a cited instrument that took effect with a change.
type Amending struct {
	Instrument legislation.ID `json:"instrument"`
	Title      string         `json:"title"`
	legislation.Amendment
}

// changes compares the answers on two days and looks for what changed them.
func (c *cells) changes(positions []*legislation.Position, topic *legislation.Topic, earlier, later legislation.Day) []Change {
	changes := differences(positions, topic, earlier, later)
	c.explain(changes, positions, later)
	return changes
}

// differences are the variables of which the answers on two days are not the same. That
// is all that counting them needs: why, and in which words, is for [cells.explain].
func differences(positions []*legislation.Position, topic *legislation.Topic, earlier, later legislation.Day) []Change {
	out := []Change{}
	before, after := covering(positions, earlier), covering(positions, later)
	if before == after {
		return out
	}
	for _, variable := range topic.Variables {
		was, is := answer(before, variable.Name), answer(after, variable.Name)
		if same(was, is) {
			continue
		}
		change := Change{Variable: variable.Name, Kind: Changed, Before: was, After: is,
			BeforeWords: missing(before, variable.Name), AfterWords: missing(after, variable.Name), Reforms: []Cause{}, Amendments: []Amending{}}
		switch {
		case was == nil && change.BeforeWords == notKnown:
			change.Kind = NewlyKnown
		case is == nil && change.AfterWords == notKnown:
			change.Kind = NoLonger
		}
		out = append(out, change)
	}
	return out
}

// explain puts the values of changes into words, and says since when and by what reform
// the later answers hold.
func (c *cells) explain(changes []Change, positions []*legislation.Position, later legislation.Day) {
	causes, amendments := map[*legislation.Position][]Cause{}, map[*legislation.Position][]Amending{} // the same for all variables
	after := covering(positions, later)
	for i := range changes {
		change := &changes[i]
		if change.Before != nil {
			change.BeforeWords = change.Before.Words()
		}
		if change.After != nil {
			change.AfterWords = change.After.Words()
		}
		at := turning(positions, change.Variable, after)
		if at == nil {
			continue
		}
		if _, found := causes[at]; !found {
			previous := preceding(positions, at)
			causes[at], amendments[at] = c.causes(at, previous), c.amendments(at, previous)
		}
		change.Since, change.Reforms, change.Amendments = at.From, causes[at], amendments[at]
	}
}

func covering(positions []*legislation.Position, day legislation.Day) *legislation.Position {
	for _, p := range positions {
		if p.Valid().Contains(day) {
			return p
		}
	}
	return nil
}

func answer(p *legislation.Position, name string) *legislation.Value {
	if p == nil {
		return nil
	}
	if value, ok := p.Values[name]; ok {
		return &value
	}
	return nil
}

func same(a, b *legislation.Value) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

// missing are the words for an answer that has no value.
func missing(p *legislation.Position, name string) string {
	if p != nil && excluded(p.Values, name) {
		return none
	}
	return notKnown
}

// turning is the first of the positions that, one after another up to the last,
// give the last one's answer: the position with which the answer came.
func turning(positions []*legislation.Position, name string, last *legislation.Position) *legislation.Position {
	at := last
	for at != nil {
		previous := preceding(positions, at)
		if previous == nil || !same(answer(previous, name), answer(last, name)) {
			break
		}
		at = previous
	}
	return at
}

func preceding(positions []*legislation.Position, p *legislation.Position) *legislation.Position {
	if i := slices.Index(positions, p); i > 0 {
		return positions[i-1]
	}
	return nil
}

// instruments are those that the positions on the two sides of a change cite.
func instruments(positions ...*legislation.Position) (out []legislation.ID) {
	for _, p := range positions {
		if p == nil {
			continue
		}
		for _, id := range p.Citations {
			if of := id.Base().Instrument(); !slices.Contains(out, of) {
				out = append(out, of)
			}
		}
	}
	return out
}

// causes are the jurisdiction's reforms that fit the start of a position. Where one
// fits in date and instrument, others that share no more than the date are left out.
func (c *cells) causes(at, previous *legislation.Position) []Cause {
	cited := instruments(at, previous)
	first, last := at.From.First(), at.From.Last()
	yearBefore := first - 1_00_00
	out := []Cause{}
	best := false
	for i := range c.catalog.Reforms {
		reform := &c.catalog.Reforms[i]
		if reform.Jurisdiction != at.Jurisdiction || reform.Date.IsZero() {
			continue
		}
		dated := reform.Date.First() <= last && first <= reform.Date.Last()
		named := slices.Contains(cited, reform.Instrument)
		var fit Fit
		switch {
		case dated && named:
			fit, best = FitBoth, true
		case named && reform.Date.Last() < first && reform.Date.First() >= yearBefore:
			fit = FitInstrument
		case dated:
			fit = FitDate
		default:
			continue
		}
		cause := Cause{Reform: *reform, Fit: fit, Sources: c.catalog.Sources(reform.Jurisdiction, reform.Sources)}
		if reform.Instrument != "" {
			cause.URL = "/law/" + string(reform.Instrument)
		}
		out = append(out, cause)
	}
	if best {
		out = slices.DeleteFunc(out, func(c Cause) bool { return c.Fit == FitDate })
	}
	slices.SortStableFunc(out, func(a, b Cause) int { return slices.Index(fits, a.Fit) - slices.Index(fits, b.Fit) })
	return out
}

func (c *cells) amendments(at, previous *legislation.Position) []Amending {
	out := []Amending{}
	for _, id := range instruments(at, previous) {
		instrument, err := c.catalog.Instrument(id)
		if err != nil {
			continue // lint's matter; the citation itself is shown as it stands
		}
		for _, amendment := range instrument.Amendments {
			if in := amendment.InForce; !in.IsZero() && in.First() <= at.From.Last() && at.From.First() <= in.Last() {
				out = append(out, Amending{Instrument: id, Title: instrument.TitleEn, Amendment: amendment})
			}
		}
	}
	return out
}
