package legislation

// Period is the time in which something applies, from the first day of From to
// the last day of To. An unknown From means "from a time that is not known", an
// unknown To "still, as far as the sources show".
type Period struct {
	From Date `json:"from" yaml:"from"`
	To   Date `json:"to" yaml:"to"`
}

// Contains reports whether the period covers the day.
func (p Period) Contains(d Day) bool { return p.From.First() <= d && d <= p.To.Last() }

// Overlaps reports whether the two periods have a day in common.
func (p Period) Overlaps(q Period) bool {
	return p.From.First() <= q.To.Last() && q.From.First() <= p.To.Last()
}

// Ended reports whether the period was over before the day.
func (p Period) Ended(d Day) bool { return p.To.Last() < d }

// Begun reports whether the period had begun on the day.
func (p Period) Begun(d Day) bool { return p.From.First() <= d }

// Nearest is the day of the period that is nearest to a day; of what never applies that
// day itself.
func (p Period) Nearest(d Day) Day {
	switch {
	case p.Ended(d):
		return p.To.Last()
	case !p.Begun(d) && p.From != never:
		return p.From.First()
	}
	return d
}

// Status says how the period stands to a day, in the words that people see.
func (p Period) Status(d Day) Status {
	switch {
	case p.From == never:
		return Drafted
	case p.Ended(d):
		return Ended
	case !p.Begun(d):
		return NotYet
	}
	return InForce
}

// Status is how something with a period stands to a day.
type Status string

// The statuses.
const (
	InForce Status = "in-force"
	Ended   Status = "ended"
	NotYet  Status = "not-yet-in-force"
	Drafted Status = "draft" // prepared, and law on no day as far as is known
)

// Pick chooses among versions, ordered by start, the one that stands for the
// whole on a day: the version in force; failing that the last one that had begun;
// failing that the first that is to come. It returns -1 only for no versions.
//
// [Window] gives the same choice as an interval, so that an index finds it by a
// range filter: for every day exactly one version is chosen.
func Pick[V any](versions []V, period func(V) Period, d Day) int {
	at := -1
	for i, v := range versions {
		if at < 0 || period(v).Begun(d) {
			at = i
		}
	}
	return at
}

// Window is the interval of days on which version i stands for the whole (see
// [Pick]). The windows of all versions cover every day once.
func Window[V any](versions []V, period func(V) Period, i int) (first, last Day) {
	first, last = DayMin, DayMax
	if i > 0 {
		first = period(versions[i]).From.First()
	}
	if i+1 < len(versions) {
		last = DayMin - 1 // of two versions with an unknown start the later one stands
		if next := period(versions[i+1]).From.First(); next > DayMin {
			last = next.Prev()
		}
	}
	return first, last
}
