package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxWord is how many letters of a word count.
const maxWord = 60

// foldWord brings a word of any language of the region to lower-case Latin letters
// without marks, and its stem. Serbian in both scripts, typing with and without
// diacritics and ekavian and ijekavian forms meet.
func foldWord(raw string) (fold, stem string) {
	if isASCII(raw) { // most words: nothing to take apart
		lower := strings.ToLower(strings.ReplaceAll(raw, ".", ""))
		fold = oneForm(lower[:min(len(lower), maxWord)])
		return fold, strip(fold, latinEndings)
	}
	lower := make([]rune, 0, len(raw))
	greek := false
	for _, r := range norm.NFD.String(mended(raw)) {
		switch r = unicode.ToLower(r); {
		case unicode.Is(unicode.Mn, r):
			if r == '\u0306' && len(lower) > 0 && lower[len(lower)-1] == 'и' {
				lower[len(lower)-1] = 'й'
			}
			continue
		case r == 'ς':
			r = 'σ'
		case r == '.':
			continue
		}
		greek = greek || unicode.Is(unicode.Greek, r)
		lower = append(lower, r)
	}
	if len(lower) > maxWord {
		lower = lower[:maxWord]
	}
	word := string(lower)
	fold = latin(word)
	if greek {
		return fold, latin(strip(word, greekEndings))
	}
	return fold, strip(fold, latinEndings)
}

// misread are letters of the code page of Central Europe as that of Western Europe shows
// them ("èl. 246a Kriviènog zakonika"): no language of the region has them.
var misread = map[rune]rune{'è': 'č', 'È': 'Č', 'æ': 'ć', 'Æ': 'Ć', 'ð': 'đ', 'Ð': 'Đ', 'þ': 'ţ', 'Þ': 'Ţ'}

// lookalikes are Latin letters that stand in Cyrillic words for those of the same shape.
var lookalikes = map[rune]rune{'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'J': 'Ј', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х',
	'a': 'а', 'c': 'с', 'e': 'е', 'j': 'ј', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у'}

// mended is a word with its misread letters, and, in Cyrillic, its Latin ones put right.
func mended(raw string) string {
	cyrillic := strings.ContainsFunc(raw, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
	return strings.Map(func(r rune) rune {
		if right, ok := misread[r]; ok {
			return right
		}
		if right, ok := lookalikes[r]; ok && cyrillic {
			return right
		}
		return r
	}, raw)
}

var latinLetters = map[rune]string{
	'ı': "i", 'đ': "d", 'ł': "l", 'ø': "o", 'ß': "ss",
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'ђ': "d", 'ѓ': "g", 'е': "e", 'ж': "z", 'з': "z", 'ѕ': "dz", 'и': "i",
	'й': "j", 'ј': "j", 'к': "k", 'л': "l", 'љ': "lj", 'м': "m", 'н': "n", 'њ': "nj", 'о': "o", 'п': "p", 'р': "r", 'с': "s",
	'т': "t", 'ћ': "c", 'ќ': "k", 'у': "u", 'ф': "f", 'х': "h", 'ц': "c", 'ч': "c", 'џ': "dz", 'ш': "s", 'щ': "st", 'ъ': "a",
	'ь': "", 'ю': "ju", 'я': "ja", 'ы': "y", 'э': "e",
	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m",
	'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'τ': "t", 'υ': "u", 'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "o",
}

// ijekavian makes forms such as liječenje and lečenje, sprječavanje and sprečavanje
// one; đ may be typed dj.
var ijekavian = strings.NewReplacer("dj", "d", "rije", "re", "lije", "le", "vije", "ve", "bje", "be", "pje", "pe",
	"vje", "ve", "mje", "me", "rje", "re", "tje", "te", "sje", "se", "zje", "ze")

func latin(word string) string {
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range word {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		if s, ok := latinLetters[r]; ok {
			b.WriteString(s)
		} else {
			b.WriteRune(r)
		}
	}
	return oneForm(b.String())
}

func oneForm(word string) string {
	if strings.IndexByte(word, 'j') < 0 { // none of the forms is without
		return word
	}
	return ijekavian.Replace(word)
}

func isASCII(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Endings of nouns and adjectives, longest first. They are taken off for as long as
// three letters remain, so that inflected titles meet; zakon and zakonik stay apart.
var (
	latinEndings = ordered("ovima evima ijama iyata inin unun undan indan " +
		"ijat ima ama oga ega omu emu ome ite ata oto ese eve ului elor ilor unda inda " +
		"og eg om em oj ij ih im ot it in et es en ut un ve ul ei ii ea le lor ns " +
		"a e i o u y s")
	greekEndings = ordered("εων εως εις ους ων ου ος ον ης ας ες ις οι αι α ε η ι ο ω υ")
)

// endings are endings by their length in letters, longest first.
type endings [6]map[string]bool

func ordered(list string) (e endings) {
	for ending := range strings.FieldsSeq(list) {
		n := utf8.RuneCountInString(ending)
		if e[n] == nil {
			e[n] = map[string]bool{}
		}
		e[n][ending] = true
	}
	return e
}

func strip(word string, e endings) string {
	letters := utf8.RuneCountInString(word)
	for range 3 {
		cut := 0
		for n := min(len(e)-1, letters-3); n > 0 && cut == 0; n-- {
			if at := behind(word, n); e[n][word[at:]] {
				cut = n
				word = word[:at]
			}
		}
		if cut == 0 {
			break
		}
		letters -= cut
	}
	// The vowel that comes and goes: nakazatelen, nakazatelni.
	if n := len(word); n > 5 && word[n-1] == 'n' && strings.IndexByte("bcdfgklmprstvz", word[n-2]) >= 0 {
		word = word[:n-1]
	}
	return word
}

// behind is the place before the last n letters of a word.
func behind(word string, n int) int {
	at := len(word)
	for range n {
		_, size := utf8.DecodeLastRuneInString(word[:at])
		at -= size
	}
	return at
}

// alphabets gives, for a letter behind a number, how ids write it: by sound (354в is
// art-354v), by shape (2Η is art-2H) and by place in the alphabet (περ. γ is pt-c).
var alphabets = map[rune]string{
	'а': "a", 'б': "b", 'в': "vc", 'г': "gd", 'д': "de", 'е': "e", 'ж': "z", 'з': "z", 'и': "i",
	'α': "a", 'β': "b", 'γ': "cg", 'δ': "d", 'ε': "e", 'ζ': "zg", 'η': "hi", 'θ': "ht", 'ι': "i", 'κ': "k", 'λ': "l",
	'ç': "c", 'č': "c", 'ć': "c", 'đ': "d",
}

// letterForms are the ways in which ids may write the letters behind a number, at
// most eight.
func letterForms(raw string) []string {
	lower := strings.ToLower(norm.NFC.String(raw))
	switch lower {
	case "ç":
		return []string{"ce"} // Albanian counts c and ç
	case "στ", "ϛ":
		return []string{"f", "st"}
	}
	forms := []string{""}
	for _, r := range norm.NFC.String(lower) {
		choices := alphabets[r]
		if choices == "" {
			if s := latin(string(unaccent(r))); s != "" {
				for i := range forms {
					forms[i] += s
				}
			}
			continue
		}
		var next []string
		for _, c := range choices {
			for _, f := range forms {
				next = append(next, f+string(c))
			}
		}
		if len(next) > 8 {
			next = next[:8]
		}
		forms = next
	}
	return forms
}

func unaccent(r rune) rune {
	for _, base := range norm.NFD.String(string(r)) {
		return base
	}
	return r
}
