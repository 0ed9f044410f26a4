package ui

import (
	"strings"
	"testing"
)

func TestHomeLeadsEverywhere(t *testing.T) {
	d := page200(t, "/")
	d.says("Drug law of South East Europe", "19 jurisdictions", "decriminalised", "For researchers, law faculties and advocates", "Newest reforms", "Research, not legal advice")
	d.links("/search", "/compare", "/cite", "/scenario?conduct=possession&substance=cannabis&amount=3&unit=g", "/topics/personal-possession", "/topics/scheduling", "/search?q=KZ%20%c4%8dl.%20246a", "/method", "/data", "/api")
	if n := len(d.texts("figure")); n != 1 {
		t.Errorf("%d figures, want the map", n)
	}
	// What the map shows stands in its table as well.
	for _, want := range []string{"Croatia decriminalised secondary", "Serbia depenalised discretionary primary", "Türkiye depenalised by law primary"} {
		name, _, _ := strings.Cut(want, " ")
		if got := strings.Join(row(d, name), " "); got != want {
			t.Errorf("the table says %q, want %q", got, want)
		}
	}
}
