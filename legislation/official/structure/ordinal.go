package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold lowers s and takes the marks off its letters, and writes Cyrillic and Greek letters as they are without
// accents: enough to compare keywords. At most 40 letters, since keywords are short.
func fold(s string) string {
	var buf [96]byte
	n := 0
	for i, r := range s {
		if i > 60 {
			break
		}
		n += utf8.EncodeRune(buf[n:], foldRune(r))
	}
	return string(buf[:n])
}

// foldAll folds a text of any length; fold does the beginning only, which is enough for a word.
func foldAll(s string) string { return strings.Map(foldRune, s) }

// unmix replaces Latin letters in a Cyrillic or Greek word by those they look like: "Члaн" with a Latin a is still the
// word for article.
func unmix(word string) string {
	cyr, greek, latin := false, false, false
	for _, r := range word {
		cyr = cyr || r >= 0x400 && r < 0x530
		greek = greek || r >= 0x370 && r < 0x400
		latin = latin || r < 0x80
	}
	switch {
	case latin && cyr:
		return lookalikeCyrillic.Replace(word)
	case latin && greek:
		return lookalikeGreek.Replace(word)
	}
	return word
}

var (
	lookalikeCyrillic = strings.NewReplacer("a", "а", "e", "е", "o", "о", "c", "с", "p", "р", "x", "х", "y", "у", "j", "ј", "i", "і", "k", "к", "m", "м", "t", "т")
	lookalikeGreek    = strings.NewReplacer("a", "α", "e", "ε", "o", "ο", "p", "ρ", "x", "χ", "v", "ν", "i", "ι", "k", "κ", "m", "μ", "t", "τ", "n", "ν", "h", "η", "b", "β", "z", "ζ", "u", "υ")
)

func foldRune(r rune) rune {
	r = unicode.ToLower(r)
	if r < 0x80 {
		return r
	}
	switch r {
	case 'ά':
		return 'α'
	case 'έ':
		return 'ε'
	case 'ή':
		return 'η'
	case 'ί', 'ϊ', 'ΐ':
		return 'ι'
	case 'ό':
		return 'ο'
	case 'ύ', 'ϋ', 'ΰ':
		return 'υ'
	case 'ώ':
		return 'ω'
	case 'ς':
		return 'σ'
	case 'č', 'ć', 'ç':
		return 'c'
	case 'š', 'ş', 'ș':
		return 's'
	case 'ž':
		return 'z'
	case 'đ':
		return 'd'
	case 'ë', 'é', 'è':
		return 'e'
	case 'ă', 'â', 'á':
		return 'a'
	case 'î', 'ı', 'í', 'i':
		return 'i'
	case 'ț', 'ţ':
		return 't'
	case 'ğ':
		return 'g'
	case 'ö':
		return 'o'
	case 'ü':
		return 'u'
	}
	return r
}

// ordinals are the stems of ordinal numbers in words, as headings of the region print them.
var ordinals = func() map[string]int {
	lists := [][]string{
		// Serbian, Croatian, Bosnian, Montenegrin; the ending (-i, -a, -o) is cut off before the lookup.
		{"prv", "drug", "trec", "cetvrt", "pet", "sest", "sedm", "osm", "devet", "deset", "jedanaest", "dvanaest", "trinaest",
			"cetrnaest", "petnaest", "sesnaest", "sedamnaest", "osamnaest", "devetnaest", "dvadeset"},
		{"прв", "друг", "трећ", "четврт", "пет", "шест", "седм", "осм", "девет", "десет", "једанаест", "дванаест", "тринаест",
			"четрнаест", "петнаест", "шеснаест", "седамнаест", "осамнаест", "деветнаест", "двадесет"},
		{"прв", "втор", "трет", "четврт", "петт", "шест", "седм", "осм", "деветт", "десетт", "единаесетт", "дванаесетт",
			"тринаесетт", "четиринаесетт", "петнаесетт", "шеснаесетт", "седумнаесетт", "осумнаесетт", "деветнаесетт", "дваесетт"},
		{"първ", "втор", "трет", "четвърт", "пет", "шест", "седм", "осм", "девет", "десет", "единадесет", "дванадесет",
			"тринадесет", "четиринадесет", "петнадесет", "шестнадесет", "седемнадесет", "осемнадесет", "деветнадесет", "двадесет"},
		{"prv", "drug", "tretj", "cetrt", "pet", "sest", "sedm", "osm", "devet", "deset", "enajst", "dvanajst", "trinajst",
			"stirinajst", "petnajst", "sestnajst", "sedemnajst", "osemnajst", "devetnajst", "dvajset"},
		{"birinc", "ikinc", "ucunc", "dorduncu", "besinc", "altinc", "yedinc", "sekizinc", "dokuzuncu", "onuncu", "on birinc"},
		{"pare", "dyte", "trete", "katert", "peste", "gjashte", "shtate", "tete", "nente", "dhjete"},
		{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"},
		{"πρωτ", "δευτερ", "τριτ", "τεταρτ", "πεμπτ", "εκτ", "εβδομ", "ογδο", "ενατ", "δεκατ", "ενδεκατ", "δωδεκατ"},
	}
	m := map[string]int{"unike": 1, "unic": 1, "uncu": 3, "dordunc": 4, "dokuzunc": 9, "onunc": 10, "μονο": 1, "ενιαι": 1}
	for _, list := range lists {
		for i, w := range list {
			m[w] = i + 1
		}
	}
	return m
}()

// tensWords are combined with units: εικοστό έβδομο = 27, trideset sedma = 37.
var tensWords = map[string]int{"δεκατ": 10, "εικοστ": 20, "τριακοστ": 30, "τεσσαρακοστ": 40, "πεντηκοστ": 50,
	"εξηκοστ": 60, "εβδομηκοστ": 70, "ογδοηκοστ": 80, "ενενηκοστ": 90, "εκατοστ": 100,
	"dvadeset": 20, "двадесет": 20, "дваесет": 20, "trideset": 30, "тридесет": 30, "триесет": 30, "cetrdeset": 40, "четрдесет": 40, "четириесет": 40, "четиридесет": 40}

// parseOrdinal reads an ordinal in words, also a compound one (εικοστό έβδομο, dvadeset prva, двадесет и първа).
func parseOrdinal(s string) (value, size int) {
	words, at := 0, 0
	for words < 3 && at < len(s) {
		w := wordLen(s[at:])
		if w == 0 {
			break
		}
		word := fold(s[at : at+w])
		v := ordinalWord(word)
		if v == 0 && words > 0 && (word == "и" || word == "i" || word == "e") && at+w+1 < len(s) {
			at += w + 1
			continue
		}
		if v == 0 || words > 0 && (value < 10 || value%10 != 0 || v >= 10 && value < 100) {
			break
		}
		value += v
		size = at + w
		words++
		at += w
		if at < len(s) && s[at] == ' ' {
			at++
		} else {
			break
		}
	}
	return value, size
}

func ordinalWord(w string) int {
	if v := ordinals[w]; v > 0 {
		return v
	}
	for range 3 { // the ending of gender and case
		if v, ok := tensWords[w]; ok {
			return v
		}
		if v := ordinals[w]; v > 0 {
			return v
		}
		_, n := utf8.DecodeLastRuneInString(w)
		w = w[:len(w)-n]
		if len(w) < 3 {
			return 0
		}
	}
	return 0
}

// wordLen returns the bytes of the letters at the start of s.
func wordLen(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return i
		}
	}
	return len(s)
}

// upperWords says that every letter of s is a capital, and that there are some.
func upperWords(s string) bool {
	seen := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}

// startsLower says that the first letter of s, behind quotes and brackets, is a small one.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \t«„“\"'(–-—.,:;"))
	return unicode.IsLower(r)
}
