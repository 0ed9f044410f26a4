package index

import (
	"slices"
	"testing"
)

// TestPrisonIsSetAside: who asks for what is outside of prison is not answered with prisons,
// and who asks for what comes in its place with the alternatives to it.
func TestPrisonIsSetAside(t *testing.T) {
	k := corpusIndex(t).state.Load().knowledge()
	for text, want := range map[string]string{
		"needle exchange outside prisons":        "",
		"methadone not in prison":                "",
		"metadon izvan zatvora":                  "",
		"μεθαδόνη εκτός φυλακής":                 "",
		"metadon jashtë burgut":                  "",
		"metadonă în afara penitenciarului":      "",
		"metadon zunaj zaporov":                  "",
		"метадон надвор од затворите":            "",
		"cezaevi dışında metadon":                "",
		"methadone instead of jail":              "alternative-sanction",
		"tratament in loc de puscarie":           "alternative-sanction",
		"namesto zapora metadon":                 "alternative-sanction",
		"hapishane yerine tedavi":                "alternative-sanction",
		"needle exchange in prisons":             "prison-facility",
		"outside the country, methadone, prison": "prison-facility",
	} {
		u := k.understand(request(text))
		for _, concept := range []string{"prison-facility", "alternative-sanction"} {
			has := u.unitOf([]string{concept}) >= 0
			if has != (concept == want) {
				t.Errorf("%q: reads as %s: %v, want %q", text, concept, has, want)
			}
		}
		if want == "" && slices.ContainsFunc(u.expand, func(e Expanded) bool { return isPrison(e.Concept) }) {
			t.Errorf("%q is widened by prison", text)
		}
	}
}

// TestLittleWordsAreNoConcepts: if (dacă) is no child (daca) in Romanian.
func TestLittleWordsAreNoConcepts(t *testing.T) {
	u := corpusIndex(t).state.Load().knowledge().understand(request("ce pățești daca te prinde cu un joint"))
	if u.unitOf([]string{"minor-person"}) >= 0 {
		t.Errorf("a little word was read as a concept: %v", u.expand)
	}
	if u.unitOf([]string{"possession"}) < 0 {
		t.Errorf("who is caught with something has it: %v", u.expand)
	}
}

// TestPartsOfACountryAnswerForIt: possession is judged by the law of the entities.
func TestPartsOfACountryAnswerForIt(t *testing.T) {
	a, err := corpusIndex(t).Search(t.Context(), request("gdje u BiH posjedovanje droge nije krivično djelo nego prekršaj"))
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range a.Hits[:8] {
		if h.Jurisdiction != "BA" && h.Jurisdiction != "BA-BIH" && h.Jurisdiction != "BA-SRP" && h.Jurisdiction != "BA-BRC" {
			t.Errorf("%s is not of Bosnia and Herzegovina", h.ID)
		}
	}
}
