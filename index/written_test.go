package index

import (
	"slices"
	"strings"
	"testing"
)

// TestWhatLanguageAQueryIsIn: by the words that a language's laws and the thesaurus have, also where no letter or little
// word tells, and in letters that are not its own.
func TestWhatLanguageAQueryIsIn(t *testing.T) {
	x := corpusIndex(t)
	s := x.state.Load()
	for typed, want := range map[string]string{
		"dekriminalizacija korisnika droga":               "sh",
		"posedovanje droge za ličnu upotrebu":             "sh",
		"prepovedane droge posest":                        "sl",
		"odgleduvanje kanabis za medicinski celi dozvola": "mk",
		"iatriki kannavi kypros":                          "el",
		"uyuşturucu madde ticareti":                       "tr",
	} {
		u := s.knowledge().understand(request(typed))
		if got := s.writtenIn(u); !slices.Equal(got, []string{want}) {
			t.Errorf("%q is taken to be in %v, want %s", typed, got, want)
		}
	}
}

// TestThePositionOfTheOwnStandardComesFirst: of laws in one language that of the standard in which a query is written, and
// the others before those in further languages.
func TestThePositionOfTheOwnStandardComesFirst(t *testing.T) {
	x := corpusIndex(t)
	for _, tt := range []struct {
		typed string
		first []string // one of them
	}{
		{"dekriminalizacija korisnika droga", []string{"BA", "BA-BIH", "BA-BRC", "BA-SRP", "HR", "ME", "RS"}},
		{"ko sme da gaji industrijsku konoplju", []string{"RS"}},
		{"tko smije uzgajati industrijsku konoplju", []string{"HR"}},
		{"smije li se gajiti industrijska konoplja u Crnoj Gori", []string{"ME"}},
	} {
		first := answer(t, x, request(tt.typed)).Hits[0]
		if !slices.Contains(tt.first, first.Jurisdiction) {
			t.Errorf("%q: first comes %s, want one of %s", tt.typed, first.ID, strings.Join(tt.first, ", "))
		}
	}
}
