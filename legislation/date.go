package legislation

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a date as exactly as a source gives it: a year, a month of a year, or
// a day. The zero Date is unknown.
//
// Dates of different exactness are never compared directly. What is compared
// with a day, and how, is defined here and nowhere else: as the start of a period a
// Date counts from its first day ([Date.First]), as the end to its last
// ([Date.Last]). "2003" as a start is 1 January 2003, as an end 31 December 2003.
type Date struct {
	year       uint16
	month, day uint8
}

// Day is a calendar day, written as the number YYYYMMDD so that days compare and
// index as integers. The zero Day is no day.
type Day int32

// Bounds of what is a plausible date in the law of the region. Treaties of 1912
// are inside; a typing error such as 20019 is not.
const (
	minYear = 1800
	maxYear = 2199
)

// The days before and after every day that can be asked for.
const (
	DayMin Day = 0
	DayMax Day = 99991231
)

// ParseDate reads "2009", "2009-09" or "2009-09-11" (ISO 8601). The empty string
// is the unknown Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	bad := func(why string) (Date, error) {
		return Date{}, &Error{Code: Invalid, Field: "date", Value: s, Message: why,
			Want: "a date as YYYY-MM-DD, YYYY-MM or YYYY, for example 2009-09-11"}
	}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return bad("is not a date")
	}
	var part [3]int
	for i, at := range [3]int{0, 5, 8} {
		end := at + 2
		if i == 0 {
			end = 4
		}
		if end > len(s) {
			break
		}
		if i > 0 && s[at-1] != '-' {
			return bad("is not a date")
		}
		n, err := strconv.ParseUint(s[at:end], 10, 16)
		if err != nil {
			return bad("is not a date")
		}
		part[i] = int(n)
		if i > 0 && n == 0 {
			return bad("has a month or day 0")
		}
	}
	d := Date{uint16(part[0]), uint8(part[1]), uint8(part[2])}
	if part[0] < minYear || part[0] > maxYear {
		return bad(fmt.Sprintf("has a year outside %d to %d", minYear, maxYear))
	}
	if part[1] > 12 {
		return bad("has a month over 12")
	}
	if part[2] > 0 && part[2] > daysIn(part[0], part[1]) {
		return bad(fmt.Sprintf("does not exist: that month has %d days", daysIn(part[0], part[1])))
	}
	return d, nil
}

// MustDate is ParseDate for constants in code and tests; it panics on an error.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.year == 0 }

// Year returns the year, 0 when unknown.
func (d Date) Year() int { return int(d.year) }

// Exact reports whether the date is known to the day.
func (d Date) Exact() bool { return d.day != 0 }

// String gives the date in ISO 8601 as exactly as it is known, "" when unknown.
func (d Date) String() string {
	switch {
	case d.year == 0:
		return ""
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year)
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// Words gives the date as people write it: "11 September 2009", "September 2009",
// "2009".
func (d Date) Words() string {
	switch {
	case d.year == 0:
		return ""
	case d.month == 0:
		return strconv.Itoa(int(d.year))
	case d.day == 0:
		return time.Month(d.month).String() + " " + strconv.Itoa(int(d.year))
	}
	return strconv.Itoa(int(d.day)) + " " + time.Month(d.month).String() + " " + strconv.Itoa(int(d.year))
}

// First is the first day the date can mean, DayMin when unknown.
func (d Date) First() Day {
	if d.year == 0 {
		return DayMin
	}
	return Day(int32(d.year)*10000 + int32(max(d.month, 1))*100 + int32(max(d.day, 1)))
}

// Last is the last day the date can mean, DayMax when unknown.
func (d Date) Last() Day {
	switch {
	case d.year == 0:
		return DayMax
	case d.month == 0:
		return Day(int32(d.year)*10000 + 1231)
	case d.day == 0:
		return Day(int32(d.year)*10000 + int32(d.month)*100 + int32(daysIn(int(d.year), int(d.month))))
	}
	return d.First()
}

// MarshalText writes the ISO form; it serves YAML, CSV and map keys.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDate(string(text))
	return err
}

// MarshalJSON writes the ISO form, null when unknown.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.year == 0 {
		return []byte("null"), nil
	}
	return strconv.AppendQuote(nil, d.String()), nil
}

// UnmarshalJSON reads the ISO form or null.
func (d *Date) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*d = Date{}
		return nil
	}
	s, err := strconv.Unquote(string(b))
	if err != nil {
		return &Error{Code: Invalid, Field: "date", Value: string(b), Message: "is not a date", Want: "a text such as \"2009-09-11\", or null"}
	}
	return d.UnmarshalText([]byte(s))
}

// ParseDay reads a day that someone asks about. A year or a month is refused:
// "as it stood in 2009" has no single answer.
func ParseDay(s string) (Day, error) {
	d, err := ParseDate(s)
	why := "is not a day"
	if bad, ok := err.(*Error); ok {
		why = bad.Message
	}
	if err != nil || !d.Exact() {
		return 0, &Error{Code: Invalid, Field: "date", Value: s, Message: why, Want: "a day as YYYY-MM-DD, for example 2009-09-11"}
	}
	return d.First(), nil
}

// DayOf is the calendar day of a moment in its own time zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day(y*10000 + int(m)*100 + d)
}

// Time is midnight UTC at the start of the day.
func (d Day) Time() time.Time {
	return time.Date(int(d)/10000, time.Month(int(d)/100%100), int(d)%100, 0, 0, 0, 0, time.UTC)
}

// Next is the day after, Prev the day before.
func (d Day) Next() Day { return DayOf(d.Time().AddDate(0, 0, 1)) }

// Prev is the day before.
func (d Day) Prev() Day { return DayOf(d.Time().AddDate(0, 0, -1)) }

// Date is the day as an exact Date; the zero Date outside the years that dates
// can have.
func (d Day) Date() Date {
	if y := int(d) / 10000; y < minYear || y > maxYear {
		return Date{}
	}
	return Date{uint16(d / 10000), uint8(d / 100 % 100), uint8(d % 100)}
}

// String gives the day in ISO 8601.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	text := []byte("YYYY-MM-DD") // without fmt: an answer has dozens of days
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] != '-' {
			text[i] = byte('0' + d%10)
			d /= 10
		}
	}
	return string(text)
}

// MarshalText writes the ISO form.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form.
func (d *Day) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDay(string(text))
	return err
}

// MarshalJSON writes the ISO form, null for no day.
func (d Day) MarshalJSON() ([]byte, error) {
	if d == 0 {
		return []byte("null"), nil
	}
	return strconv.AppendQuote(nil, d.String()), nil
}
