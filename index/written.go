package index

import (
	"slices"

	"seelex/index/lang"
)

// written finds the languages that a query is written in: those that its letters and
// little words point to, and among them those whose laws use most of its words.
func (s *state) writtenIn(u *understood) []string {
	guess := lang.Guess(u.text)
	best, top := []string(nil), 0
	for _, code := range guess {
		if !slices.Contains(u.langs, code) {
			continue
		}
		known := 0
		for _, w := range u.words {
			for _, term := range u.memo.terms(code, w.text) {
				if s.curated.knows(code, term) {
					known++
					break
				}
			}
		}
		switch {
		case known > top:
			best, top = []string{code}, known
		case known == top && known > 0:
			best = append(best, code)
		}
	}
	if len(best) > 3 {
		return nil // words of all languages tell of none
	}
	return best
}

// leaveOut marks the words that carry no meaning in a language that the query is
// written in: they need not match.
func (u *understood) leaveOut() {
	guess := lang.Guess(u.text)
	if len(guess) > 3 {
		guess = u.written
	}
	for i, un := range u.units {
		if len(un.words) != 1 || len(un.concepts) > 0 || un.place {
			continue
		}
		for _, code := range guess {
			if len(u.memo.terms(code, un.words[0].text)) == 0 {
				u.units[i].optional = true
			}
		}
	}
}
