package cite

import (
	"strings"
	"unicode"
)

// romanise writes Cyrillic and Greek in Latin letters, as Bluebook rule 20.2.4, APA
// and Chicago ask for titles: Bulgarian and Macedonian after the laws on
// transliteration of the two countries, Greek after ISO 843 without marks.
func romanise(s, lang string) string {
	table := map[string]map[rune]string{"bg": bulgarian, "mk": macedonian, "el": greek}[lang]
	if table == nil {
		return s
	}
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		base := unaccent(r)
		if lang != "el" && (r == 'й' || r == 'Й' || r == 'ѓ' || r == 'ќ' || r == 'Ѓ' || r == 'Ќ') {
			base = r
		}
		out, ok := table[unicode.ToLower(base)]
		switch {
		case !ok:
			b.WriteRune(r)
			continue
		case lang == "el" && unicode.ToLower(base) == 'υ' && i > 0 && strings.ContainsRune("αεοΑΕΟόάέ", runes[i-1]) && r != 'ϋ' && r != 'ΰ':
			out = "u"
		}
		if unicode.IsUpper(r) && out != "" {
			out = strings.ToUpper(out[:1]) + out[1:]
		}
		b.WriteString(out)
	}
	return b.String()
}

var (
	bulgarian = map[rune]string{'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y", 'к': "k", 'л': "l",
		'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "h", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "sht",
		'ъ': "a", 'ь': "y", 'ю': "yu", 'я': "ya"}
	macedonian = map[rune]string{'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'ѓ': "gj", 'е': "e", 'ж': "zh", 'з': "z", 'ѕ': "dz", 'и': "i", 'ј': "j",
		'к': "k", 'л': "l", 'љ': "lj", 'м': "m", 'н': "n", 'њ': "nj", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'ќ': "kj", 'у': "u", 'ф': "f",
		'х': "h", 'ц': "c", 'ч': "ch", 'џ': "dj", 'ш': "sh"}
	greek = map[rune]string{'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m",
		'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "y", 'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "o"}
)
