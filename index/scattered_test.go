package index

import "testing"

// TestWordsOfALabelStandApart: a label is recognised with other words in between, also where
// its other word is part of another concept.
func TestWordsOfALabelStandApart(t *testing.T) {
	k := corpusIndex(t).state.Load().knowledge()
	for text, concept := range map[string]string{
		"može li se kazna zatvora do jedne godine otkupiti": "conversion-of-penalty", // otkupiti zatvor
		"drejtuesit e makinave të droguar":                  "driving-under-influence",
	} {
		if u := k.understand(request(text)); u.unitOf([]string{concept}) < 0 {
			t.Errorf("%q is not read as %s: %v", text, concept, u.expand)
		}
	}
	for text, concept := range map[string]string{
		"нова стратегија за дроги":   "new-psychoactive-substance", // new is the strategy
		"uyuşturucu madde kullanımı": "drug-user",                  // a word of the law is no other spelling of another
	} {
		if u := k.understand(request(text)); u.unitOf([]string{concept}) >= 0 {
			t.Errorf("%q is read as %s", text, concept)
		}
	}
}

// TestSpellingIsSuggestedForSlipsOnly: letters that are missing are put in, words of the law
// and of the everyday are left alone.
func TestSpellingIsSuggestedForSlipsOnly(t *testing.T) {
	for text, want := range map[string]string{
		"јавна упоеба на дрога":                    "јавна употреба на дрога",
		"reçetesiz satan eczacı":                   "",
		"scapi dacă accepți dezintoxicarea":        "",
		"usluge smanjenja štete":                   "",
		"χρήση ναρκωτικών όρια σε γραμμάρια":       "",
		"zatvor do jedne godine zamijeniti kaznom": "",
	} {
		a, err := corpusIndex(t).Search(t.Context(), request(text))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if a.Query.Suggestion != nil {
			got = *a.Query.Suggestion
		}
		if got != want {
			t.Errorf("%q: suggests %q, want %q", text, got, want)
		}
	}
}

// TestYearsAskForThePenalty: how many years a substance brings is no question of its schedule.
func TestYearsAskForThePenalty(t *testing.T) {
	a, err := corpusIndex(t).Search(t.Context(), request("πόσα χρόνια για ηρωίνη"))
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range a.Hits[:5] {
		if h.Kind == kindPosition && h.Topics[0] == "scheduling" {
			t.Errorf("%s is among the first", h.ID)
		}
	}
}
