package index

import (
	"fmt"
	"testing"
)

// What is offered first is in the alphabet that is typed: the same concepts and titles have names in all of them.
func TestSuggestionsAreInTheAlphabetTyped(t *testing.T) {
	x := corpusIndex(t)
	for typed, want := range map[string]string{"марих": "марихуана", "marih": "marihuana", "сопствена уп": "сопствена употреба", "ναρκ": "ναρκωτικά", "лекув": "лекување"} {
		offers := x.Suggest(typed, today)
		if len(offers) == 0 || offers[0].Text != want {
			t.Errorf("%s offers %v, want %s first", typed, offers, want)
		}
	}
	for i, s := range x.Suggest("стратег", today)[:5] {
		if scriptOf(s.Text) != scriptOf("с") {
			t.Errorf("стратег offers %q as number %d, and there are strategies in Cyrillic", s.Text, i+1)
		}
	}
}

// A gazette brings more laws than two bytes can number: each leads to itself.
func TestSuggestionsOfManyLawsLeadToEach(t *testing.T) {
	e := new(entries)
	const many = 70_000
	for n := range many {
		e.thing(Suggestion{Label: fmt.Sprint("Act ", n)})
		e.add("en", fmt.Sprint("Act ", n), 4)
	}
	for _, n := range []uint32{0, 1, many - 1} {
		if s := e.suggestion(n); s.Label != s.Text || s.Text != fmt.Sprint("Act ", n) {
			t.Errorf("number %d is offered as %q and leads to %q", n, s.Text, s.Label)
		}
	}
}

// TestTheWordItselfIsOfferedFirst: who types the beginning of a word means it before what only
// begins with it.
func TestTheWordItselfIsOfferedFirst(t *testing.T) {
	x := corpusIndex(t)
	for typed, want := range map[string]string{"zapor": "zapor", "uyuş": "uyuşturucu", "uyus": "uyuşturucu", "zdrav": "zdravljenje", "метадон": "метадон"} {
		if got := x.Suggest(typed, today); len(got) == 0 || got[0].Text != want {
			t.Errorf("%q offers first %v, want %q", typed, got[:min(1, len(got))], want)
		}
	}
}
