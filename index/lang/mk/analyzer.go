// Package mk analyses Macedonian, written in Cyrillic or typed in Latin letters with or without diacritics.
package mk

import (
	"seelex/index/lang/fold"
	"seelex/index/lang/legal"
)

// Analyzer is registered with bleve as seelex_mk.
var Analyzer = legal.Register(legal.Language{Name: "seelex_mk", Fold: Fold, Stem: Stem, Stop: stopWords})

// letters writes the alphabet as people type it when they have no Cyrillic keyboard and no diacritics: the plainest form
// is the one that all others can be brought to.
var letters = fold.NewTable(map[rune]string{
	'ж': "z", 'ч': "c", 'ш': "s", 'ќ': "k", 'ѓ': "g", 'џ': "dz", 'ѕ': "dz", 'љ': "l", 'њ': "n", 'ј': "j",
	'й': "j", 'ъ': "a", 'щ': "st", 'ю': "ju", 'я': "ja", 'đ': "g",
})

// spellings are the Latin forms in use: ISO 9, passports (zh, gj, kj) and habit (dj, q).
var spellings = fold.NewRules("zh", "z", "ch", "c", "sh", "s", "kj", "k", "gj", "g", "dzh", "dz", "dj", "g",
	"lj", "l", "nj", "n", "ts", "c", "y", "j", "w", "v", "x", "z", "q", "k")

// Fold appends the key of word. The same rules read Cyrillic and typed Latin, so that both end in one key.
func Fold(dst, word []byte) []byte {
	from := len(dst)
	dst = letters.Append(dst, word)
	return dst[:from+len(spellings.Apply(dst[from:]))]
}
