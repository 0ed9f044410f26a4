package index

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"seelex/index/lang/fold"
)

// writtenIn finds the languages that a query is written in: those that its letters and
// little words point to, and among them those whose laws use most of its words.
func (s *state) writtenIn(u *understood) []string {
	guess := u.memo.guess()
	best, top := []string(nil), 0
	for _, code := range guess {
		if !slices.Contains(u.langs, code) {
			continue
		}
		known := 0
		for _, w := range u.words {
			terms := u.memo.terms(code, w.text)
			if len(terms) == 0 {
				known += 2 // a little word tells more than one that languages share
			} else if slices.ContainsFunc(terms, func(term string) bool { return s.curated.knows(code, term) }) {
				known++
			}
		}
		switch {
		case known > top:
			best, top = []string{code}, known
		case known == top && known > 0:
			best = append(best, code)
		}
	}
	if len(best) > sure {
		return nil // words of all languages tell of none
	}
	return best
}

// beginnings are the words of a text, in Latin letters without diacritics, without what
// may be an ending: krivičn, kazneno … Unlike terms they tell standards of one language
// apart.
func beginnings(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }) {
			key := string(fold.Plain.Append(nil, []byte(strings.ToLower(word))))
			if len(key) < 4 {
				continue
			}
			if !yield(key[:max(4, len(key)-2)]) {
				return
			}
		}
	}
}

// spells is the share of a query's words that the law of a jurisdiction spells as the
// query does.
func (c *curated) spells(u *understood, jurisdiction string) float64 {
	all, known := 0, 0
	for beginning := range beginnings(u.text) {
		all++
		if len(c.having(trait(spelt, jurisdiction, beginning))) > 0 {
			known++
		}
	}
	return float64(known) / float64(max(1, all))
}

// leaveOut marks the words that carry no meaning in a language that the query is
// written in: they need not match.
func (u *understood) leaveOut() {
	guess := u.memo.guess()
	if len(guess) > sure {
		guess = u.written
	}
	u.valid = u.askValid() // they order the hits
	for i, un := range u.units {
		if len(un.words) == 1 && len(un.concepts) == 0 && slices.ContainsFunc(u.valid, func(w word) bool { return w.start == un.words[0].start }) {
			u.units[i].optional = true
		}
		if len(un.words) == 1 && len(un.concepts) == 0 && !un.place && u.meaningless(un.words[0], guess) {
			u.units[i].optional = true
		}
	}
}

// sure is how many languages a query may seem to be written in to tell anything of its
// words by them.
const sure = 3

// meaningless reports whether a word is a function word of one of the languages.
func (u *understood) meaningless(w word, codes []string) bool {
	return slices.ContainsFunc(codes, func(code string) bool { return len(u.memo.terms(code, w.text)) == 0 })
}
