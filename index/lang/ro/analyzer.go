// Package ro analyses Romanian, also as written in Moldova: comma and cedilla letters, and none.
package ro

import (
	"seelex/index/lang/fold"
	"seelex/index/lang/legal"
	"seelex/index/lang/stem"
)

// Analyzer is registered with bleve as seelex_ro.
var Analyzer = legal.Register(legal.Language{Name: "seelex_ro", Fold: Fold, Stem: Stem, Stop: stopWords})

// inner marks an î until its neighbours are known; no key has this byte otherwise.
const inner = 1

var letters = fold.NewTable(map[rune]string{'î': string(rune(inner))})

// Fold appends the key of word. An î inside a word is â: Moldova and Romania before 1993 write hotărîre and vînzare. At
// either end, and after a prefix in a vowel (neîngrijire), î is i.
func Fold(dst, word []byte) []byte {
	from := len(dst)
	dst = letters.Append(dst, word)
	key := dst[from:]
	for i, c := range key {
		if c != inner {
			continue
		}
		key[i] = 'a'
		if i == 0 || i == len(key)-1 || stem.Vowel(key[i-1]) {
			key[i] = 'i'
		}
	}
	return dst
}

// Stem takes off number, case and article, after the first step of the Snowball stemmer for Romanian, carried over to
// text without diacritics, which Snowball's own cannot read. Its derivational steps are left out: lege and legal,
// consum and consumator are apart. The changes of the root are undone: pedeapsă, pedepse; persoană, persoane;
// amendă, amenzi.
func Stem(key []byte) []byte {
	keep := kept.Len(key)
	key = endings.Strip(key, keep)
	return root(key)
}

// root writes ea and oa in the last syllable as e and o, and final z as d.
func root(key []byte) []byte {
	n := len(key)
	if n < 4 {
		return key
	}
	if key[n-1] == 'z' {
		key[n-1] = 'd'
	}
	for i := n - 2; i >= 1; i-- {
		if key[i] == 'a' && (key[i-1] == 'e' || key[i-1] == 'o') {
			return append(key[:i], key[i+1:]...)
		}
		if stem.Vowel(key[i]) {
			break
		}
	}
	return key
}

var endings = stem.NewEndings().
	Add(3, "a e i o u ul ului ule ii ile ilor ele elor ea ei eii eilor").
	Add(3, "uri urile urilor ia ie iei iile iilor iul iului iu iei io").
	Add(3, "abile>abil ibile>ibil abilor>abil ibilor>ibil abilele>abil").
	// infracțiune, infracțiunii, infracțiunilor
	Add(4, "une>un unea>un uni>un unii>un unile>un unilor>un iune>iun iunea>iun iuni>iun iunii>iun iunile>iun iunilor>iun")

// kept words look inflected and are not.
var kept = stem.NewKept("agricultur calcul captur civil cultur controlul imobil legatur masur mobil procedur structur")
