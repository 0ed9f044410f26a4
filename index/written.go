package index

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"seelex/index/lang"
	"seelex/index/lang/fold"
)

// writtenIn finds the languages that a query is written in: of those that its letters and
// little words point to the ones whose laws, and labels in the thesaurus, have most of
// its words. Greek, Macedonian and Bulgarian are typed in Latin letters too, which points
// to none of them: they must have more of the words than the languages of these letters.
func (s *state) writtenIn(u *understood) []string {
	best, top := []string(nil), 0
	latin := isLatin(u.text)
	for _, code := range u.langs {
		known := 0
		switch l, _ := lang.Find(code); {
		case latin && l.Script() != "Latn":
			known = s.wordsIn(code, u) - min(2, len(u.words))
		case slices.Contains(u.memo.guess(), code):
			known = s.wordsIn(code, u)
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

// wordsIn weighs the words of a query that a language has: little words double, since they
// tell more than one that languages share, and half what only the thesaurus has.
func (s *state) wordsIn(code string, u *understood) (known int) {
	for _, w := range u.words {
		terms := u.memo.terms(code, w.text)
		switch {
		case len(terms) == 0:
			known += 4
		case slices.ContainsFunc(terms, func(term string) bool { return s.curated.knows(code, term) }):
			known += 2
		case slices.ContainsFunc(terms, func(term string) bool { return s.labelled(code, term) }):
			known++
		}
	}
	return known
}

// labelled reports whether a label of the thesaurus has a term.
func (s *state) labelled(code, term string) bool {
	k := s.knowledge()
	return len(k.labelsWith(k.terms.number(code, term))) > 0
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

// standards are little words, and forms of them, that tell in which standard of one
// language people write, with the jurisdictions where they do: no law has them.
var standards = map[string]string{
	"tko": "HR", "što": "HR", "uvjet": "HR", "netko": "HR", "nitko": "HR", "tisuću": "HR",
	"ko": "RS BA ME", "šta": "RS BA ME", "sta": "RS BA ME", "niko": "RS BA ME",
	"sme": "RS", "smem": "RS", "gde": "RS", "umesto": "RS", "posle": "RS", "pre": "RS", "uvek": "RS", "ovde": "RS",
	"smije": "HR BA ME", "smijem": "HR BA ME", "gdje": "HR BA ME", "umjesto": "HR BA ME", "poslije": "HR BA ME", "prije": "HR BA ME", "uvijek": "HR BA ME", "ovdje": "HR BA ME",
}

// spells is the share of a query's words that the law of a jurisdiction spells as the
// query does, by their beginnings, or that people there use.
func (c *curated) spells(u *understood, beginnings []string, jurisdiction string) float64 {
	all, known := 0, 0
	country, _, _ := strings.Cut(jurisdiction, "-") // of BA-SRP too
	for _, w := range u.words {
		if places := standards[strings.ToLower(w.text)]; places != "" {
			all++
			if strings.Contains(places, country) {
				known++
			}
		}
	}
	for _, beginning := range beginnings {
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
	spoken := u.spokenIn()
	u.valid = u.askValid() // they order the hits
	for i, un := range u.units {
		if len(un.words) == 1 && len(un.concepts) == 0 && slices.ContainsFunc(u.valid, func(w word) bool { return w.start == un.words[0].start }) {
			u.units[i].optional = true
		}
		if len(un.words) == 1 && len(un.concepts) == 0 && !un.place && u.meaningless(un.words[0], spoken) {
			u.units[i].optional = true
		}
	}
}

// sure is how many languages a query may seem to be written in to tell anything of its
// words by them.
const sure = 3

// spokenIn are the languages by which to tell what little words are: those that the query
// seems to be written in when these are few, else those whose laws have its words.
func (u *understood) spokenIn() []string {
	if guess := u.memo.guess(); len(guess) <= sure {
		return guess
	}
	return u.written
}

// meaningless reports whether a word is a function word of one of the languages.
func (u *understood) meaningless(w word, codes []string) bool {
	return slices.ContainsFunc(codes, func(code string) bool { return len(u.memo.terms(code, w.text)) == 0 })
}
