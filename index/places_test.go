package index

import "testing"

// Who names a people, a city or an abbreviation asks for the law that holds there, in
// whatever form the language asks for; a word that only looks like one names nothing.
func TestPlacesByWhatTheyAreCalled(t *testing.T) {
	k := corpusIndex(t).state.Load().knowledge()
	for typed, want := range map[string]string{
		"kazna za drogu u Sarajevu":            "BA-BIH",
		"konoplja u Banjoj Luci":               "BA-SRP",
		"medicinska konoplja na recept BiH":    "BA",
		"zakon o drogama bih":                  "BA",
		"FBiH posjedovanje":                    "BA-BIH",
		"srpski krivični zakonik":              "RS",
		"posedovanje droge Republika Srpska":   "BA-SRP",
		"crnogorskog zakona":                   "ME",
		"бугарскиот закон за дроги":            "BG",
		"българският закон":                    "BG",
		"u Skoplju se kažnjava":                "MK",
		"ligji kosovar për drogat":             "XK",
		"në Tiranë posedimi i drogës":          "AL",
		"dreptul la medicamente pentru durere": "",
		"should a drug user be prosecuted":     "",
		"da li sud mora da oslobodi korisnika": "",
	} {
		got := ""
		for _, p := range k.understand(Request{Text: typed, On: today, Expand: true}).places {
			got += p.Code
		}
		if got != want {
			t.Errorf("%q names %q, want %q", typed, got, want)
		}
	}
}

// A misspelt word is read as one of the languages of the query and in its letters; its
// function words, and the general words of law, are not misspelt at all.
func TestCorrectionStaysInTheLanguage(t *testing.T) {
	x := corpusIndex(t)
	for _, test := range []struct{ typed, suggestion string }{
		{"општокорисна раобта", "општокорисна работа"},
		{"kush mund të rritë bimë narkotike", ""},
		{"колку треба да се плати за една доза", ""},
		{"sa vjet burg për trafik", ""},
		{"kdaj gre kdo v zapor za trgovino z drogami", ""},
	} {
		a, err := x.Search(t.Context(), Request{Text: test.typed, On: today, Today: today, Expand: true, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if a.Query.Suggestion != nil {
			got = *a.Query.Suggestion
		}
		if got != test.suggestion {
			t.Errorf("%q is read as %q, want %q", test.typed, got, test.suggestion)
		}
	}
}
