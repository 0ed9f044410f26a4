// Package sh analyses Bosnian, Croatian, Montenegrin and Serbian as the one family of standards that they are: Cyrillic
// and Latin, ekavian and ijekavian, đ and dj fold to one form, so that a query in any of the four finds all four.
package sh

import (
	"seelex/index/lang/fold"
	"seelex/index/lang/legal"
)

// Analyzer is registered with bleve as seelex_sh.
var Analyzer = legal.Register(legal.Language{Name: "seelex_sh", Fold: Fold, Stem: Stem, Stop: stopWords})

// letters writes the 30 letters of both alphabets without diacritics: people type them so.
var letters = fold.NewTable(map[rune]string{
	'ж': "z", 'ч': "c", 'ш': "s", 'ћ': "c", 'ђ': "d", 'џ': "dz", 'ј': "j", 'љ': "l", 'њ': "n", 'х': "h", 'ц': "c",
})

// spellings are for those who have no ž, š and č.
var spellings = fold.NewRules("zh", "z", "sh", "s", "ch", "c")

// Fold appends the key of word: ASCII letters, ekavian.
func Fold(dst, word []byte) []byte {
	from := len(dst)
	dst = letters.Append(dst, word)
	key := ekavian(spellings.Apply(dst[from:]))
	return dst[:from+len(key)]
}

// ekavian writes ije between consonants as e and leaves out j after a consonant: liječenje and mjera become lečenje and
// mera. It also brings dj to đ, Montenegrin sj and zj to ś and ź, and oružje and oružja together. Words that have these
// letters for another reason (klijent) change in every form alike. A final -ije is an ending and stays.
func ekavian(key []byte) []byte {
	w := 0
	for i := 0; i < len(key); i++ {
		rest := key[i:]
		after := w > 0 && consonant(key[w-1])
		if after && len(rest) > 3 && rest[0] == 'i' && rest[1] == 'j' && rest[2] == 'e' && consonant(rest[3]) {
			i += 2
		} else if after && rest[0] == 'j' {
			continue
		}
		key[w] = key[i]
		w++
	}
	return oAfterJat(key[:w])
}

// oAfterJat brings the few words whose l became o together: dio and udio are deo and udeo.
func oAfterJat(key []byte) []byte {
	switch string(key) {
	case "dio", "udio", "cio":
		key[len(key)-2] = 'e'
	}
	return key
}

func consonant(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'j':
		return false
	}
	return 'a' <= c && c <= 'z'
}
