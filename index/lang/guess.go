package lang

import (
	"slices"
	"strings"
	"unicode"
)

// Guess returns the codes of the languages that a short query may be written in, the likeliest first: by its script, by
// letters that only some alphabets have, and by function words. A query of Latin letters without any such sign is
// plausible in all languages, Greek, Macedonian and Bulgarian typed in Latin letters last.
func Guess(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
	all, any := everywhere, codes(0)
	var votes [16]int
	latin, other := false, false
	for _, w := range words {
		possible := possibleIn(w)
		all &= possible
		any |= possible
		typed := isLatin(w)
		latin, other = latin || typed, other || !typed
		for i, l := range languages {
			if possible.has(i) && len(w) > 1 && transliterated(i, typed) == 0 && l.analyzer.IsStop(w) {
				votes[i]++
			}
		}
	}
	if all == 0 || latin && other { // words of several languages
		all = any
	}
	for i := range votes {
		if !all.has(i) {
			votes[i] = 0
		}
	}
	// One function word in two words may be a name or a term elsewhere (sale, uz): it ranks, but rules nothing out.
	if top := slices.Max(votes[:]); top > 1 || top == 1 && len(strings.Fields(text)) > 2 {
		for i := range votes {
			if votes[i] == 0 {
				all &^= 1 << i
			}
		}
	}
	return ranked(all, votes, latin)
}

// ranked lists the languages of set, those with most function words first, then those that use the letters themselves.
func ranked(set codes, votes [16]int, latin bool) []string {
	var found []int
	for i := range languages {
		if set.has(i) {
			found = append(found, i)
		}
	}
	slices.SortStableFunc(found, func(a, b int) int {
		if votes[a] != votes[b] {
			return votes[b] - votes[a]
		}
		return transliterated(a, latin) - transliterated(b, latin)
	})
	out := make([]string, len(found))
	for i, n := range found {
		out[i] = languages[n].Code
	}
	return out
}

// transliterated is 1 if Latin letters are not a script of the language.
func transliterated(i int, latin bool) int {
	if latin && !slices.Contains(languages[i].Scripts, "Latn") {
		return 1
	}
	return 0
}

// codes is a set of languages, by their places in the list.
type codes uint16

func (c codes) has(i int) bool { return c&(1<<i) != 0 }

func setOf(list string) (set codes) {
	for code := range strings.FieldsSeq(list) {
		set |= 1 << slices.IndexFunc(languages, func(l Language) bool { return l.Code == code })
	}
	return set
}

var (
	everywhere = setOf("bg el en mk ro sh sl sq tr")
	cyrillic   = setOf("bg mk sh")
	// telling are letters that only some alphabets have; the Latin ones with č, š and ž also write Macedonian and
	// Bulgarian in the scholars' way.
	telling = func() map[rune]codes {
		m := map[rune]codes{}
		for letters, list := range map[string]string{
			"ђћ": "sh", "љњџј": "sh mk", "ѓќѕѐѝ": "mk", "ъщьюяй": "bg",
			"ë": "sq", "ç": "sq tr", "ğıöü": "tr", "ş": "ro tr", "âîû": "ro tr", "ășțţ": "ro",
			"čšž": "sh sl mk bg", "đćśź": "sh",
		} {
			for _, r := range letters {
				m[r] = setOf(list)
			}
		}
		return m
	}()
)

// possibleIn returns the languages whose alphabet has all letters of word; none if it mixes scripts.
func possibleIn(word string) codes {
	set := everywhere
	for _, r := range word {
		if r == 'İ' {
			return setOf("tr")
		}
		r = unicode.ToLower(r)
		switch few, ok := telling[r]; {
		case ok:
			set &= few
		case unicode.Is(unicode.Greek, r):
			set &= setOf("el")
		case unicode.Is(unicode.Cyrillic, r):
			set &= cyrillic
		}
	}
	return set
}

// Possible reports whether all words of a text may be of a language, by their letters: jashtë is no Greek.
func Possible(code, text string) bool {
	at := slices.IndexFunc(languages, func(l Language) bool { return l.Code == code })
	for word := range strings.FieldsSeq(text) {
		if at < 0 || !possibleIn(word).has(at) {
			return false
		}
	}
	return true
}

func isLatin(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}
