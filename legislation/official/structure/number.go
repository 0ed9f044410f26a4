package structure

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Number is the printed number of an article or another division.
type Number struct {
	Printed string // "246а", "217¹", "283/ç", "ΙΒ΄", "πρώτο"
	Key     string // "246a", "217-1", "283-ce", "12", "1"
	Value   int    // the leading integer, for sequences
	Suffix  string // the key of what follows the integer: "a", "1", "ce"
	Words   bool   // an ordinal in words
}

// roman says that the number is printed in Roman digits.
func (n Number) roman() bool {
	_, size := parseRoman(n.Printed)
	return size > 0
}

// The rule of keys. An id is written in ASCII: digits stay; a letter or small number behind a separator (283/a, 43-а,
// 105/A, 217¹, 14 bis) follows a hyphen in lower case (283-a, 43-a, 105-a, 217-1, 14-bis); a letter attached to the
// digits stays attached (246a, 354а → 354a), in lower case, but in upper case in Greek texts (29Α → 29A, 2ΙΣΤ → 2IST),
// where capitals are the usage. Letters of other scripts are transliterated; a letter with a mark is its base letter
// followed by "e" (ç → ce).

// parseNumber reads a number at the start of s and returns it with its length in bytes; ok is false when there is none.
func parseNumber(s, lang string) (n Number, size int, ok bool) {
	i := 0
	for i < len(s) && i < 6 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 || i == 6 {
		return n, 0, false
	}
	n.Value, _ = strconv.Atoi(s[:i])
	n.Key = s[:i]
	size = i
	if key, attached, w := parseSuffix(s[i:], lang); w > 0 {
		size += w
		n.Suffix = key
		if attached {
			n.Key += key
		} else {
			n.Key += "-" + key
		}
	}
	n.Printed = s[:size]
	return n, size, true
}

// parseSuffix reads what may follow the digits of a number.
func parseSuffix(s, lang string) (key string, attached bool, size int) {
	if s == "" {
		return "", false, 0
	}
	if digits, w := superscript(s); w > 0 {
		return digits, false, w
	}
	switch s[0] {
	case '^':
		if w := letters(s[1:], 3); w > 0 {
			return strings.ToLower(ascii(s[1 : 1+w])), false, 1 + w
		}
		if w := digits(s[1:]); w > 0 {
			return s[1 : 1+w], false, 1 + w
		}
		return "", false, 0
	case '/', '-':
		if w := letters(s[1:], 2); w > 0 && boundary(s[1+w:]) {
			return strings.ToLower(ascii(s[1 : 1+w])), false, 1 + w
		}
		if w := digits(s[1:]); w > 0 && w < 3 && boundary(s[1+w:]) {
			return s[1 : 1+w], false, 1 + w
		}
		return "", false, 0
	case '.':
		// 186.a člen, but not "5.a" of running text: the word must follow.
		if w := letters(s[1:], 1); w > 0 && (strings.HasPrefix(s[1+w:], " ") || strings.HasPrefix(s[1+w:], ". člen") || strings.HasPrefix(s[1+w:], ". clen")) && lang == "sl" {
			return strings.ToLower(ascii(s[1 : 1+w])), true, 1 + w
		}
		return "", false, 0
	case ' ':
		if len(s) > 2 && s[1] == '/' && unicode.IsUpper(rune(s[2])) { // Madde 95 /A
			if key, _, w := parseSuffix(s[1:], lang); w > 0 {
				return key, false, 1 + w
			}
		}
		for _, word := range [...]string{"bis", "ter", "quater", "quinquies"} {
			if len(s) > len(word) && strings.EqualFold(s[1:1+len(word)], word) && boundary(s[1+len(word):]) {
				return word, false, 1 + len(word)
			}
		}
		return "", false, 0
	}
	max := 1
	if lang == "el" {
		max = 3
	}
	w := letters(s, max)
	if w == 0 || !boundary(s[w:]) {
		if w2 := latinOrdinal(s); w2 > 0 {
			return strings.ToLower(s[:w2]), false, w2
		}
		return "", false, 0
	}
	if lang == "el" {
		if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) && (w != len("α") || boundaryLetter(r)) {
			return "", false, 0
		}
		return strings.ToUpper(ascii(s[:w])), true, w
	}
	return strings.ToLower(ascii(s[:w])), true, w
}

// boundaryLetter says that a Greek letter behind a number ends an ordinal, as in 2ο, 3η, and is no letter of its own.
func boundaryLetter(r rune) bool { return r == 'ο' || r == 'η' || r == 'o' }

func latinOrdinal(s string) int {
	for _, word := range [...]string{"bis", "ter", "quater"} {
		if strings.HasPrefix(s, word) && boundary(s[len(word):]) {
			return len(word)
		}
	}
	return 0
}

// letters returns the bytes of a run of at most max letters.
func letters(s string, max int) int {
	n, size := 0, 0
	for size < len(s) && n < max {
		r, w := utf8.DecodeRuneInString(s[size:])
		if !unicode.IsLetter(r) {
			break
		}
		size += w
		n++
	}
	return size
}

func digits(s string) int {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

// boundary says that no word goes on at the start of s.
func boundary(s string) bool {
	if s == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

var superscripts = map[rune]byte{'¹': '1', '²': '2', '³': '3', '⁰': '0', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9'}

func superscript(s string) (string, int) {
	var out []byte
	size := 0
	for size < len(s) && s[size] >= 0x80 {
		r, w := utf8.DecodeRuneInString(s[size:])
		d, ok := superscripts[r]
		if !ok {
			break
		}
		out = append(out, d)
		size += w
	}
	return string(out), size
}

var romanDigits = map[rune]int{
	'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000,
	'І': 1, 'Х': 10, 'С': 100, 'М': 1000, // Cyrillic letters that look the same
	'Ι': 1, 'Χ': 10, // Greek
}

// parseRoman reads a Roman number; look-alike letters of other scripts count.
func parseRoman(s string) (value, size int) {
	prev := 0
	for size < len(s) {
		r, w := utf8.DecodeRuneInString(s[size:])
		d := romanDigits[r]
		if d == 0 {
			break
		}
		value += d
		if prev < d {
			value -= 2 * prev
		}
		prev = d
		size += w
	}
	if size == 0 || value <= 0 || value > 399 || !boundary(s[size:]) {
		return 0, 0
	}
	return value, size
}

var greekUnits = map[string]int{"Α": 1, "Β": 2, "Γ": 3, "Δ": 4, "Ε": 5, "ΣΤ": 6, "Ϛ": 6, "Ζ": 7, "Η": 8, "Θ": 9}
var greekTens = map[rune]int{'Ι': 10, 'Κ': 20, 'Λ': 30, 'Μ': 40, 'Ν': 50, 'Ξ': 60, 'Ο': 70, 'Π': 80}

// greekLookalike maps the Latin capitals that gazettes mix into Greek numerals.
var greekLookalike = strings.NewReplacer("A", "Α", "B", "Β", "E", "Ε", "Z", "Ζ", "H", "Η", "I", "Ι", "K", "Κ", "M", "Μ", "N", "Ν", "O", "Ο", "T", "Τ", "P", "Ρ")

// greekNumeral is the value of a Greek numeral without its prime: Α 1, ΣΤ 6, ΙΒ 12, ΚΑ 21; 0 when it is none.
func greekNumeral(s string) int {
	s = greekLookalike.Replace(strings.ToUpper(s))
	r, w := utf8.DecodeRuneInString(s)
	tens := greekTens[r]
	if tens == 0 {
		return greekUnits[s]
	}
	if len(s) == w {
		return tens
	}
	if u := greekUnits[s[w:]]; u > 0 {
		return tens + u
	}
	return 0
}

// parseGreek reads a Greek numeral with its prime: Α΄, ΙΒ', Γ'.
func parseGreek(s string) (value, size int) {
	w := letters(s, 4)
	if w == 0 {
		return 0, 0
	}
	rest := s[w:]
	prime := 0
	for _, p := range [...]string{"΄", "'", "’", "ʹ", "´", "′", "‘", "`", "΄"} {
		if strings.HasPrefix(rest, p) {
			prime = len(p)
			break
		}
	}
	if prime == 0 && !boundary(rest) {
		return 0, 0
	}
	if v := greekNumeral(s[:w]); v > 0 {
		return v, w + prime
	}
	return 0, 0
}

// ASCII writes folded letters of every script of the region in Latin ones, as ids and keys do.
func ASCII(s string) string { return ascii(s) }

// ascii transliterates letters: see the rule of keys above.
func ascii(s string) string {
	var b strings.Builder
	rs := []rune(s)
	for i, r := range rs {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		up := unicode.IsUpper(r)
		t, ok := translit[unicode.ToLower(r)]
		if !ok {
			continue
		}
		if (r == 'Σ' || r == 'σ') && i+1 < len(rs) && (rs[i+1] == 'Τ' || rs[i+1] == 'τ') {
			t = "s"
		}
		if up {
			t = strings.ToUpper(t)
		}
		b.WriteString(t)
	}
	return b.String()
}

var translit = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'ђ': "dj", 'ѓ': "gj", 'е': "e", 'ж': "zh", 'з': "z", 'ѕ': "dz", 'и': "i",
	'й': "y", 'ј': "j", 'к': "k", 'л': "l", 'љ': "lj", 'м': "m", 'н': "n", 'њ': "nj", 'о': "o", 'п': "p", 'р': "r", 'с': "s",
	'т': "t", 'ћ': "c", 'ќ': "kj", 'у': "u", 'ф': "f", 'х': "h", 'ц': "ts", 'ч': "ch", 'џ': "dzh", 'ш': "sh", 'щ': "sht",
	'ъ': "u", 'ь': "y", 'ю': "yu", 'я': "ya",
	'α': "a", 'β': "b", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "h", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m",
	'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "y", 'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "w",
	'ç': "ce", 'ë': "ee", 'č': "che", 'ć': "ce", 'đ': "dj", 'š': "se", 'ž': "ze", 'ş': "se", 'ș': "se", 'ţ': "te", 'ț': "te",
	'ğ': "ge", 'ı': "ie", 'ö': "oe", 'ü': "ue", 'ă': "ae", 'â': "ae", 'î': "ie",
}
