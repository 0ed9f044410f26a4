package lang

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestTypedWithoutDiacritics types the vocabulary of every Latin-script language on a plain keyboard.
func TestTypedWithoutDiacritics(t *testing.T) {
	for _, code := range []string{"sq", "sh", "ro", "sl", "tr", "en"} {
		l, _ := Find(code)
		eachWord(t, code, func(w string) { meets(t, l, w, withoutDiacritics(w)) })
	}
}

// TestTypedInTheOtherScript writes the vocabulary of the Cyrillic languages by their official Latin alphabets, and Greek by
// ELOT 743, and wants the same terms. Bulgarian ъ and а are one letter in Latin script but not in endings: words with ъ are
// left out.
func TestTypedInTheOtherScript(t *testing.T) {
	for code, alphabet := range map[string]*strings.Replacer{
		"sh": strings.NewReplacer("љ", "lj", "њ", "nj", "џ", "dž", "ђ", "đ", "ж", "ž", "ч", "č", "ћ", "ć", "ш", "š", "х", "h", "ц", "c",
			"а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "з", "z", "и", "i", "ј", "j", "к", "k", "л", "l", "м", "m",
			"н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f"),
		"mk": strings.NewReplacer("љ", "lj", "њ", "nj", "џ", "dž", "ѓ", "gj", "ќ", "kj", "ѕ", "dz", "ж", "ž", "ч", "č", "ш", "š", "х", "h",
			"ц", "c", "а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "з", "z", "и", "i", "ј", "j", "к", "k", "л", "l",
			"м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f"),
		"bg": strings.NewReplacer("щ", "sht", "ж", "zh", "ч", "ch", "ш", "sh", "ц", "ts", "ю", "yu", "я", "ya", "й", "y", "ь", "y",
			"х", "h", "а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "з", "z", "и", "i", "к", "k", "л", "l", "м", "m",
			"н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f"),
		"el": strings.NewReplacer("ου", "ou", "αυ", "av", "ευ", "ev", "γγ", "ng", "γχ", "nch", "γξ", "nx", "α", "a", "β", "v", "γ", "g",
			"δ", "d", "ε", "e", "ζ", "z", "η", "i", "θ", "th", "ι", "i", "κ", "k", "λ", "l", "μ", "m", "ν", "n", "ξ", "x", "ο", "o",
			"π", "p", "ρ", "r", "σ", "s", "ς", "s", "τ", "t", "υ", "y", "φ", "f", "χ", "ch", "ψ", "ps", "ω", "o"),
	} {
		l, _ := Find(code)
		eachWord(t, code, func(w string) {
			if isLatin(w) || strings.ContainsAny(w, "ъ") {
				return
			}
			meets(t, l, w, alphabet.Replace(withoutDiacriticsOf(w, code)))
		})
	}
}

func eachWord(t *testing.T, code string, do func(word string)) {
	for _, file := range []string{"meet.txt", "apart.txt"} {
		for _, words := range vocabulary(t, code, file) {
			for _, w := range words {
				do(w)
			}
		}
	}
}

func meets(t *testing.T, l Language, a, b string) {
	t.Helper()
	if ta, tb := term(t, l, a), term(t, l, b); ta != tb {
		t.Errorf("%s: %s (%s) does not meet %s (%s)", l.Code, b, tb, a, ta)
	}
}

// withoutDiacriticsOf takes accents off Greek; the Cyrillic letters й, ѓ and ќ are letters, not letters with marks.
func withoutDiacriticsOf(word, code string) string {
	word = strings.ToLower(word)
	if code == "el" {
		return withoutDiacritics(word)
	}
	return word
}

func withoutDiacritics(word string) string {
	word = strings.NewReplacer("đ", "dj", "Đ", "Dj", "ı", "i").Replace(word)
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}
