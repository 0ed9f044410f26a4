// Package bg analyses Bulgarian, written in Cyrillic or typed in Latin letters.
package bg

import (
	"bytes"

	"seelex/index/lang/fold"
	"seelex/index/lang/legal"
)

// Analyzer is registered with bleve as seelex_bg.
var Analyzer = legal.Register(legal.Language{Name: "seelex_bg", Fold: Fold, Stem: Stem, Stop: stopWords})

// letters follow the Transliteration Act of 2009, but for ъ: it is kept apart from а until the endings are off, because
// -ът is an article and -ат is not.
var letters = fold.NewTable(map[rune]string{
	'ж': "zh", 'ч': "ch", 'ш': "sh", 'щ': "sht", 'ц': "c", 'ъ': "y", 'ь': "i", 'ю': "iu", 'я': "ia", 'й': "i", 'х': "h",
	'č': "ch", 'š': "sh", 'ž': "zh", 'ă': "y",
})

// spellings are the Latin forms in use besides the official ones. Double i (-ия, -ии) is one: people write -ia and -ii.
var spellings = fold.NewRules("ts", "c", "tz", "c", "ay", "ai", "ey", "ei", "oy", "oi", "uy", "ui", "yo", "io", "yu", "iu", "ju", "iu", "ya", "ia", "ja", "ia", "iya", "ia", "ija", "ia",
	"iia", "ia", "iii", "i", "ii", "i", "w", "v", "j", "i", "x", "h", "kh", "h")

// Fold appends the key of word. The same rules read Cyrillic and typed Latin, so that both end in one key.
func Fold(dst, word []byte) []byte {
	from := len(dst)
	dst = letters.Append(dst, word)
	if bytes.IndexByte(dst[from:], 'q') >= 0 { // я, by its place on the phonetic keyboard: dekriminalizaciq
		dst = append(dst[:from], bytes.ReplaceAll(dst[from:], []byte("q"), []byte("ia"))...)
	}
	if len(bytes.Trim(dst[from:], "i")) == 0 { // и, and the Roman numerals II and III of the lists
		return dst
	}
	return dst[:from+len(spellings.Apply(dst[from:]))]
}
