package legislation

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestDates(t *testing.T) {
	for _, c := range []struct {
		text        string
		first, last Day
		words       string
		exact       bool
	}{
		{"2009-09-11", 20090911, 20090911, "11 September 2009", true},
		{"2009-09", 20090901, 20090930, "September 2009", false},
		{"2012-02", 20120201, 20120229, "February 2012", false},
		{"1900-02", 19000201, 19000228, "February 1900", false},
		{"2003", 20030101, 20031231, "2003", false},
		{"", DayMin, DayMax, "", false},
	} {
		d, err := ParseDate(c.text)
		if err != nil || d.First() != c.first || d.Last() != c.last || d.Words() != c.words || d.Exact() != c.exact || d.String() != c.text {
			t.Errorf("%q: %v from %d to %d, %q, exact %v, %v", c.text, d, d.First(), d.Last(), d.Words(), d.Exact(), err)
		}
	}
	for text, why := range map[string]string{"2009-02-29": "28 days", "2009-13": "month over 12", "2009-00-01": "month or day 0", "20019": "not a date", "1799": "year outside",
		"2200-01-01": "year outside", "11.9.2009": "not a date", "2009/09/11": "not a date", "+009": "not a date", "2009-9-1": "not a date", "２００９": "not a date", "2009-04-31": "30 days"} {
		if _, err := ParseDate(text); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%q: %v, want %q", text, err, why)
		}
	}
	if _, err := ParseDay("2009"); err == nil {
		t.Error("a year is no day")
	}
}

// On every day exactly one version is chosen, and its window says so.
func TestPickAndWindowAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	dates := []string{"", "1990", "1999-12", "2000-01-01", "2000-02", "2003", "2003-12-31", "2004-01-01", "2009-09-11", "2020"}
	for range 300 {
		periods := make([]Period, 1+random.IntN(5))
		for i := range periods {
			periods[i] = Period{MustDate(dates[random.IntN(len(dates))]), MustDate(dates[random.IntN(len(dates))])}
		}
		slices.SortStableFunc(periods, func(a, b Period) int { return cmp.Compare(a.From.First(), b.From.First()) })
		self := func(p Period) Period { return p }
		check := func(d Day) {
			var within []int
			for i := range periods {
				if first, last := Window(periods, self, i); first <= d && d <= last {
					within = append(within, i)
				}
			}
			if picked := Pick(periods, self, d); !slices.Equal(within, []int{picked}) {
				t.Fatalf("on %s of %v: picked %d, windows of %v", d, periods, picked, within)
			}
		}
		for _, text := range dates[1:] {
			for _, edge := range []Day{MustDate(text).First(), MustDate(text).Last()} {
				check(edge.Prev())
				check(edge)
				check(edge.Next())
			}
		}
		check(18000101)
		check(21991231)
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"", "2009", "2009-09", "2009-09-11", "2009-02-29", "9999-99-99", "2009-9-1", "\x00", "２００９"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			return
		}
		if d.String() != s || d.First() > d.Last() || d.Exact() && d.First().Date() != d {
			t.Errorf("%q is read as %v, %d to %d", s, d, d.First(), d.Last())
		}
	})
}
