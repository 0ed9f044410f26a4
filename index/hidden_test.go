package index

import (
	"slices"
	"testing"

	"seelex/index/lang"
)

// A hidden label finds its concept where it is typed; it is looked for in no text, and
// what is offered to those who type it is the word of the law.
func TestHiddenLabels(t *testing.T) {
	x := corpusIndex(t)
	k := x.state.Load().knowledge()
	for _, test := range []struct{ typed, code, concept, offered string }{
		{"weed", "en", "cannabis", "cannabis"},
		{"skank", "sh", "cannabis", "kanabis"},
		{"junkie", "en", "dependent-person", "dependent person"},
		{"ντίλερ", "el", "dealer", "διακινητής ναρκωτικών"},
		{"пандиз", "bg", "prison-facility", "места за лишаване от свобода"},
	} {
		a, err := x.Search(t.Context(), Request{Text: test.typed, On: today, Today: today, Expand: true, Limit: 3})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(a.Query.Expanded, func(e Expanded) bool { return e.Concept == test.concept }) || a.Total == 0 {
			t.Errorf("%s is understood as %v with %d results, want the concept %s", test.typed, a.Query.Expanded, a.Total, test.concept)
		}
		if found := k.conceptsIn(test.code, lang.Tokens(test.code, []byte(test.typed))); len(found) > 0 {
			t.Errorf("a text with %s names %v", test.typed, found)
		}
		offers := x.Suggest(test.typed, today)
		if !slices.ContainsFunc(offers, func(s Suggestion) bool { return s.Kind == "concept" && s.Text == test.offered }) ||
			slices.ContainsFunc(offers, func(s Suggestion) bool { return s.Text == test.typed }) {
			t.Errorf("%s offers %v, want %s in its place", test.typed, offers, test.offered)
		}
	}
}
