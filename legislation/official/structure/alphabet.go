package structure

import "strings"

// alphabetical is the place of a list marker in an alphabet.
type alphabetical struct{ alphabet, place int }

// places maps a list marker to its places: "i" is the ninth letter and the first Roman number.
var places = func() map[string][]alphabetical {
	m := map[string][]alphabetical{}
	for a, letters := range alphabets {
		for i, l := range strings.Fields(letters) {
			m[l] = append(m[l], alphabetical{a, i + 1})
		}
	}
	// Polytonic and unaccented keyboards, and the final sigma of στ.
	m["ϛ"] = m["στ"]
	m["ς"] = m["στ"]
	return m
}()

const (
	greekAlphabet  = 9
	romanAlphabet  = 10
	doubleAlphabet = 11
)

// pointKey is the id segment of a list marker, without the prefix: digits stay; Latin and Cyrillic letters are
// transliterated as in article numbers; Greek letters are counted (α a, β b, γ c), which is how Greek law is cited
// in English.
func pointKey(marker string) string {
	if marker == "" || marker[0] >= '0' && marker[0] <= '9' {
		return marker
	}
	for _, p := range places[marker] {
		switch p.alphabet {
		case greekAlphabet:
			if p.place <= 26 {
				return string(rune('a' + p.place - 1))
			}
			return string(rune('a'+p.place-27)) + "2"
		case doubleAlphabet:
			return strings.Repeat(string(rune('a'+p.place-1)), 2)
		case doubleAlphabet + 1:
			return strings.Repeat(string(rune('a'+p.place-1)), 3)
		}
	}
	return strings.ToLower(ascii(marker))
}
