package lint

import (
	"fmt"
	"time"

	"seelex/legislation"
)

// ordered checks that a period does not end before it begins.
func (s *scope) ordered(fromField string, from legislation.Date, toField string, to legislation.Date) {
	if !from.IsZero() && !to.IsZero() && to.Last() < from.First() {
		s.fault(toField, to.String(), fmt.Sprintf("is before %s %s", fromField, from), "the last day, not before the first")
	}
}

// before reports whether a is earlier than b whatever day inexact dates mean; of an
// unknown date it never is.
func before(a, b legislation.Date) bool {
	return !a.IsZero() && !b.IsZero() && a.Last() < b.First()
}

// days is the number of days from the one day to the other.
func days(from, to legislation.Day) int {
	return int(to.Time().Sub(from.Time()) / (24 * time.Hour))
}

// span writes a period for people.
func span(p legislation.Period) string {
	switch {
	case p.From.IsZero() && p.To.IsZero():
		return "no dates"
	case p.To.IsZero():
		return "from " + p.From.String()
	case p.From.IsZero():
		return "until " + p.To.String()
	}
	return p.From.String() + " to " + p.To.String()
}

// apart checks two periods that may not have a day in common; the finding is about the
// end of the earlier one.
func (s *scope) apart(field string, this, next legislation.Period, what string) {
	if !this.Overlaps(next) {
		return
	}
	want := "an end before " + next.From.String()
	if next.From.Exact() {
		want = next.From.First().Prev().String() + " as " + field
	}
	if this.From == next.From {
		want = "one period for one row"
	}
	s.fault(field, this.To.String(), fmt.Sprintf("lets this period (%s) overlap that of %s (%s)", span(this), what, span(next)), want)
}

// gap finds two periods with a few days between them: most often a slip in counting,
// since the day after the end of the one is the first of the other.
func (s *scope) gap(field string, this, next legislation.Period, what string) {
	if !this.To.Exact() || !next.From.Exact() || next.From.First() <= this.To.Last() {
		return
	}
	if n := days(this.To.Last(), next.From.First()) - 1; n > 0 && n < 8 {
		s.doubt(field, this.To.String(), fmt.Sprintf("leaves %s without a rule before %s (%s)", plural(n, "day"), what, span(next)), next.From.First().Prev().String())
	}
}
