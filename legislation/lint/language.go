package lint

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"seelex/legislation"
)

// tag checks that a language tag is well formed.
func (s *scope) tag(field, tag string) bool {
	if tag == "cnr" { // Montenegrin: newer than the registry in the language package
		return true
	}
	t, err := language.Parse(tag)
	switch {
	case err != nil:
		s.fault(field, tag, "is not a language tag", "a tag of BCP 47 such as sq, el or sr-Latn")
		return false
	case t.String() != tag:
		s.fault(field, tag, "is not the usual way to write this tag", t.String())
		return false
	}
	return true
}

// language checks a tag that a text is under: one of the jurisdiction's languages, or
// English.
func (s *scope) language(field, tag string) {
	if !s.tag(field, tag) || tag == "en" || s.sheet == nil || slices.Contains(s.sheet.Jurisdiction.Languages, tag) {
		return
	}
	s.fault(field, tag, "is not a language of "+s.sheet.Jurisdiction.Code, "en or one of "+strings.Join(s.sheet.Jurisdiction.Languages, ", ")+", as in jurisdiction.languages")
}

// native checks a text by language: heading, title or name.
func (s *scope) native(field string, text legislation.Text) {
	for tag, words := range text {
		at := field + "." + tag
		s.language(at, tag)
		s.required(at, words)
		s.clean(at, words)
		s.script(at, tag, words)
	}
	latin, cyrillic := text["sr-Latn"], text["sr-Cyrl"]
	if latin != "" && cyrillic != "" && toLatin(cyrillic) != latin {
		s.doubt(field+".sr-Latn", latin, "is not the transliteration of sr-Cyrl", toLatin(cyrillic))
	}
}

// toLatin writes Serbian Cyrillic in Latin letters, letter by letter as Serbian
// orthography has it. A capital of two Latin letters is set as in a word: Љ is Lj, and
// LJ beside another capital.
func toLatin(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i, r := range runes {
		latin, known := serbian[r]
		if !known {
			b.WriteRune(r)
			continue
		}
		beside := i+1 < len(runes) && isCapital(runes[i+1]) || (i+1 == len(runes) || !isCyrillic(runes[i+1])) && i > 0 && isCapital(runes[i-1])
		if len(latin) == 2 && isCapital(r) && beside && latin[0] < 0x80 {
			latin = strings.ToUpper(latin)
		}
		if r == 'Џ' && beside {
			latin = "DŽ"
		}
		b.WriteString(latin)
	}
	return b.String()
}

func isCapital(r rune) bool  { return r >= 'А' && r <= 'Ш' || r >= 'Ђ' && r <= 'Џ' }
func isCyrillic(r rune) bool { return isCapital(r) || r >= 'а' && r <= 'ш' || r >= 'ђ' && r <= 'џ' }

var serbian = func() map[rune]string {
	cyrillic := []rune("абвгдђежзијклљмнњопрстћуфхцчџш")
	latin := strings.Fields("a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š")
	upper := []rune("АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ")
	out := make(map[rune]string, 60)
	for i, r := range cyrillic {
		first := []rune(latin[i])
		out[r] = latin[i]
		out[upper[i]] = strings.ToUpper(string(first[0])) + string(first[1:])
	}
	return out
}()
