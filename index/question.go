package index

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// asking are the words that questions are asked with, by language. Who asks a question
// wants its answer, which positions give, before the provisions that it rests on.
var asking = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for code, words := range map[string]string{
		"en": "is are does do can may who what which where when how why whether",
		"el": "είναι μπορώ μπορεί επιτρέπεται απαγορεύεται ισχύει τι ποιος ποια ποιο ποιοι ποιες ποιους πόσο πόση πόσοι πόσες πόσα πότε πού πώς γιατί",
		"ro": "este sunt poate pot cine ce care cât câtă câți câte unde când cum",
		"sl": "ali kdo kaj kateri katera katere katero katerih koliko kje kdaj kako kakšna kakšen kakšno kakšne",
		"tr": "mi mı mu mü kim ne nedir nelerdir hangi nasıl nerede kaç kaçtır",
		"sh": "da tko ko što šta koji koja koje kojim kojima koliko kolika gdje gde kada kako kakva kakve",
		"mk": "дали кој која кое кои што колку каде кога како",
		"bg": "дали кой коя кое кои какво какъв каква колко къде кога как",
		"sq": "a kush çfarë cili cila cilat cilët cilën sa ku kur si",
	} {
		for word := range strings.FieldsSeq(words) {
			out[code] = append(out[code], foldText(word))
		}
	}
	return out
})

// asks reports whether a query is a question: by its mark, or by a word that asks. These
// come first or behind a little word (in which countries), in Turkish anywhere.
func (u *understood) asks() bool {
	text := strings.TrimSpace(u.text)
	if strings.HasSuffix(text, "?") || strings.HasSuffix(text, "\u037e") {
		return true
	}
	words := strings.Fields(text)
	if len(words) < 3 {
		return false
	}
	if second := foldText(words[1]); second == "li" { // smije li, мога ли
		return true
	}
	for _, code := range u.spokenIn() {
		first := words[:1]
		switch {
		case code == "tr":
			first = words
		case utf8.RuneCountInString(words[0]) <= 3:
			first = words[:2]
		}
		for _, word := range first {
			if slices.Contains(asking()[code], foldText(strings.Trim(word, ".,;!?"))) {
				return true
			}
		}
	}
	return false
}

// askedOf are the jurisdictions whose answer a question asks for: those that it names, else
// those whose language it is in, and in English "", which stands for all; none when the
// query is no question.
func (s *state) askedOf(u *understood) (codes []string) {
	if !u.asks() {
		return nil
	}
	for _, p := range u.places {
		codes = append(codes, p.Code)
	}
	if len(codes) > 0 {
		return codes
	}
	for at, is := range s.curated.nativeTo(u.written) {
		if v := s.curated.values[at]; is && v.facet == facetJurisdiction {
			codes = append(codes, v.text)
		}
	}
	if len(codes) == 0 {
		return []string{""}
	}
	slices.Sort(codes)
	return codes
}
