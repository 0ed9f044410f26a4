package lang

import (
	"strings"
	"testing"
)

func TestGuess(t *testing.T) {
	for query, want := range map[string]string{
		"ναρκωτικά":                   "el",
		"наркотични вещества":         "bg",
		"лишаване от свобода":         "bg",
		"съд":                         "bg",
		"поседување на дроги, ѕвезда": "mk",
		"ќе се казни":                 "mk",
		"казна затвора":               "bg mk sh", // no letter tells them apart
		"неовлашћено држање":          "sh",
		"кривични законик Србије":     "mk sh",
		"опојне дроге":                "mk sh",
		"lëndë narkotike":             "sq",
		"prodhimi dhe shitja":         "sq",
		"uyuşturucu":                  "ro tr",
		"suç ve ceza":                 "tr",
		"KİŞİ":                        "tr",
		"infracțiune":                 "ro",
		"neovlašćeno držanje":         "sh",
		"liječenje ovisnika":          "sh sl bg mk",
		"prepovedane droge in":        "en ro sl sq",
		"lečenje":                     "sh sl bg mk",
		"possession of drugs":         "en",
		"drog":                        "en ro sh sl sq tr bg el mk",
		"246a":                        "en ro sh sl sq tr bg el mk",
		"":                            "bg el en mk ro sh sl sq tr",
		"possession ναρκωτικών":       "en ro sh sl sq tr bg el mk",
	} {
		if got := strings.Join(Guess(query), " "); got != want {
			t.Errorf("Guess(%q) = %s, want %s", query, got, want)
		}
	}
}

func TestPossible(t *testing.T) {
	for text, want := range map[string]string{
		"jashtë": "sq",
		"jashte": "bg el en mk ro sh sl sq tr", // no letter rules any out
		"đak":    "sh",
		"χασίς":  "el",
		"дрога":  "bg mk sh",
	} {
		var got []string
		for _, l := range All() {
			if Possible(l.Code, text) {
				got = append(got, l.Code)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q may be of %v, want %s", text, got, want)
		}
	}
}
