package timeline

import (
	"fmt"
	"time"
)

// Date is a day, a month (Day 0) or a year (Month and Day 0), as exactly as it is known. The zero Date is unknown.
type Date struct{ Year, Month, Day int }

// first and last are the days since 1970 between which the date lies.
func (d Date) first() int { return days(d.Year, max(d.Month, 1), max(d.Day, 1)) }

func (d Date) last() int {
	switch {
	case d.Month == 0:
		return days(d.Year+1, 1, 0)
	case d.Day == 0:
		return days(d.Year, d.Month+1, 0)
	}
	return d.first()
}

func days(year, month, day int) int {
	return int(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (d Date) known() bool { return d.Year != 0 }

// String writes the date as ISO 8601, for addresses.
func (d Date) String() string {
	switch {
	case !d.known():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// words writes the date for people: "11 Sep 2009", "Sep 2009", "2009".
func (d Date) words() string {
	if d.Month == 0 {
		return d.String()
	}
	month := time.Month(d.Month).String()[:3]
	if d.Day == 0 {
		return fmt.Sprintf("%s %d", month, d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, month, d.Year)
}

// Window is the stretch of time that is shown, from the first day of From to the last day of To.
type Window struct{ From, To Date }

// Shows reports whether some day of the date lies in the window.
func (w Window) Shows(d Date) bool {
	return d.known() && d.last() >= w.From.first() && d.first() <= w.To.last()
}

// Moves are the windows that links beside a timeline lead to; nil where there is nothing more to see.
type Moves struct{ In, Out, Earlier, Later *Window }

const (
	shortest   = 12 // months
	wholeYears = 48 // from this length on, windows begin and end with a year
)

// Moves computes the neighbouring windows: half and double the length around the same middle, and half a length to
// either side, inside of limits.
func (w Window) Moves(limits Window) Moves {
	from, to := w.months()
	first, end := limits.months()
	length := to - from
	var m Moves
	if length > shortest {
		quarter := min(length/4, (length-shortest)/2)
		m.In = window(from+quarter, to-quarter, length/2 >= wholeYears)
	}
	if from > first || to < end {
		m.Out = window(max(first, from-length/2), min(end, to+length/2), true)
	}
	step := max(length/2, 1)
	if from > first {
		start := max(first, from-step)
		m.Earlier = window(start, start+length, false)
	}
	if to < end {
		stop := min(end, to+step)
		m.Later = window(stop-length, stop, false)
	}
	return m
}

// months counts months since year 0, from included, to excluded.
func (w Window) months() (from, to int) {
	from = w.From.Year*12 + max(w.From.Month, 1) - 1
	to = w.To.Year*12 + w.To.Month
	if w.To.Month == 0 {
		to += 12
	}
	return from, max(to, from+1)
}

func window(from, to int, years bool) *Window {
	if years {
		from, to = from/12*12, (to+11)/12*12
	}
	if from%12 == 0 && to%12 == 0 {
		return &Window{Date{Year: from / 12}, Date{Year: to/12 - 1}}
	}
	last := to - 1
	return &Window{Date{Year: from / 12, Month: from%12 + 1}, Date{Year: last / 12, Month: last%12 + 1}}
}
