package legislation

import (
	"strings"
	"testing"
)

type plain = map[string]any

func TestValuesInWords(t *testing.T) {
	for _, c := range []struct {
		variable Variable
		raw      any
		want     string
	}{
		{Variable{Type: Imprison}, plain{"max": 36}, "up to 3 years"},
		{Variable{Type: Imprison}, plain{"min": 6, "max": 60}, "6 months to 5 years"},
		{Variable{Type: Imprison}, plain{"min": 24, "max": 96}, "2 to 8 years"},
		{Variable{Type: Imprison}, plain{"min": 60}, "at least 5 years"},
		{Variable{Type: Imprison}, plain{"min": 120, "max": "life"}, "10 years to life"},
		{Variable{Type: Imprison}, plain{"min": 12, "max": 12}, "1 year"},
		{Variable{Type: Imprison}, plain{"max": 18}, "up to 1 year 6 months"},
		{Variable{Type: Imprison}, plain{"min": 0, "max": 0.033}, "up to 1 day"},
		{Variable{Type: Imprison}, plain{}, "length not stated"},
		{Variable{Type: Fine}, plain{"min": 100, "max": 1000, "currency": "EUR"}, "100 to 1,000 EUR"},
		{Variable{Type: Fine}, plain{"max": 1234567.5, "currency": "RSD"}, "up to 1,234,567.5 RSD"},
		{Variable{Type: Fine}, plain{"min_units": 10, "max_units": 90}, "10 to 90 daily units"},
		{Variable{Type: Enum, Values: []string{"not-an-offence"}}, "not-an-offence", "not an offence"},
		{Variable{Type: Bool}, true, "yes"},
		{Variable{Type: Dated}, "2009-09", "September 2009"},
		{Variable{Type: List}, []any{}, "none"},
	} {
		v, known, err := c.variable.Decode(c.raw)
		if err != nil || !known || v.Words() != c.want {
			t.Errorf("%v: %q %v, want %q", c.raw, v.Words(), err, c.want)
		}
	}
	if _, known, err := (Variable{Type: Bool}).Decode(nil); known || err != nil {
		t.Error("what is not known is no value")
	}
}

func TestValuesThatAreNot(t *testing.T) {
	for _, c := range []struct {
		variable Variable
		raw      any
		says     string
	}{
		{Variable{Name: "prison", Type: Imprison}, plain{"min": 60, "max": 6}, "minimum over its maximum"},
		{Variable{Name: "prison", Type: Imprison}, plain{"min": "life", "max": 60}, "minimum over its maximum"},
		{Variable{Name: "prison", Type: Imprison}, plain{"max": "3 years"}, "months from 0 to 1200"},
		{Variable{Name: "prison", Type: Imprison}, plain{"maximum": 3}, "one of min, max"},
		{Variable{Name: "fine", Type: Fine}, plain{"max": 100}, "has no currency"},
		{Variable{Name: "fine", Type: Fine}, plain{"min": 100000, "max": 1000000}, `"{max: 1000000, min: 100000}" has no currency`},
		{Variable{Name: "fine", Type: Fine}, plain{"min": 10000000, "max": 1000000, "currency": "RSD"}, `"10000000 to 1000000" has a minimum`},
		{Variable{Name: "class", Type: Enum, Values: []string{"criminal"}}, "crime", "one of criminal"},
		{Variable{Name: "possible", Type: Bool}, "yes", "true or false"},
		{Variable{Name: "since", Type: Dated}, "2009-02-30", "28 days"},
	} {
		if _, _, err := c.variable.Decode(c.raw); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%v: %v, want %q", c.raw, err, c.says)
		}
	}
}
