package legislation_test

import (
	"testing"

	"seelex/legislation"
)

// What is not known of a beginning or an end is never shown as law of every time: an act
// counts from its adoption, a plan for its years, a part with its whole.
func TestWhatAppliesWhenADateIsNotKnown(t *testing.T) {
	date := legislation.MustDate
	years := &legislation.Period{From: date("2012"), To: date("2017")}
	act := &legislation.Instrument{Type: "act", Adopted: date("2023-07-21")}
	printed := &legislation.Instrument{Type: "act", Gazette: []legislation.Gazette{{Date: date("2013-08-28")}}}
	code := &legislation.Instrument{Type: "code", InForce: date("2003-06-12")}
	plan := &legislation.Instrument{Type: "strategy", Period: years}
	late := &legislation.Instrument{Type: "strategy", Period: years, Adopted: date("2012-06-20")}
	draft := &legislation.Instrument{Type: "strategy", Period: years, Draft: true}
	ended := &legislation.Instrument{Type: "act", InForce: date("2006-06-25"), Ended: date("2013-03-19")}
	for _, c := range []struct {
		name   string
		period legislation.Period
		day    string
		want   legislation.Status
	}{
		{"an act before it was adopted", act.Valid(), "2023-07-20", legislation.NotYet},
		{"an act from its adoption on", act.Valid(), "2023-07-21", legislation.InForce},
		{"an act before the gazette printed it", printed.Valid(), "2013-08-27", legislation.NotYet},
		{"an act since the gazette printed it", printed.Valid(), "2013-08-28", legislation.InForce},
		{"a plan before its years", plan.Valid(), "2011-12-31", legislation.NotYet},
		{"a plan in its last year", plan.Valid(), "2017-12-31", legislation.InForce},
		{"a plan that nobody ended after its years", plan.Valid(), "2018-01-01", legislation.Ended},
		{"a plan that was adopted in its first year", late.Valid(), "2012-06-19", legislation.NotYet},
		{"a draft in the years that it plans for", draft.Valid(), "2013-06-01", legislation.Drafted},
		{"a section of a draft", legislation.Version{InForce: date("2012")}.Within(draft), "2013-06-01", legislation.Drafted},
		{"a change that is a draft", legislation.Version{Draft: true}.Within(code), "2013-06-01", legislation.Drafted},
		{"an article before its code", legislation.Version{}.Within(code), "1990-01-01", legislation.NotYet},
		{"an article since its code", legislation.Version{}.Within(code), "2003-06-12", legislation.InForce},
		{"an article with a day of its own", legislation.Version{InForce: date("2009")}.Within(code), "2008-12-31", legislation.NotYet},
		{"a section before its plan", legislation.Version{}.Within(plan), "2011-12-31", legislation.NotYet},
		{"a section after its plan", legislation.Version{InForce: date("2012")}.Within(plan), "2018-01-01", legislation.Ended},
		{"a section on what came after its plan", legislation.Version{InForce: date("2018")}.Within(plan), "2018-01-01", legislation.InForce},
		{"an article that outlives its act", legislation.Version{InForce: date("2006-06-25")}.Within(ended), "2020-01-01", legislation.InForce},
	} {
		day, err := legislation.ParseDay(c.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.period.Status(day); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.name, c.day, got, c.want)
		}
	}
}
