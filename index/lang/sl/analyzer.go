// Package sl analyses Slovene, with and without č, š and ž.
package sl

import (
	"seelex/index/lang/fold"
	"seelex/index/lang/legal"
	"seelex/index/lang/stem"
)

// Analyzer is registered with bleve as seelex_sl.
var Analyzer = legal.Register(legal.Language{Name: "seelex_sl", Fold: fold.Plain.Append, Stem: Stem, Stop: stopWords})

// Stem takes off the endings of declension in three numbers, after the inflectional part of Popovič and Willett, "The
// Effectiveness of Stemming for Natural-Language Access to Slovene Textual Data" (1992). Derivation stays: zakon,
// zakonik and zakonit are apart.
func Stem(key []byte) []byte {
	keep := kept.Len(key)
	key = endings.Strip(key, keep)
	if len(key) > keep {
		key = stem.Fleeting(key, 'e')
	}
	return key
}

var endings = stem.NewEndings().
	// nouns
	Add(3, "a e i o u om em am ah ih ima ema oma ama ami imi mi ov ev ja>j je>j ju>j jem>j ji>j jih>j jev>j").
	Add(4, "ij>ij ija>ij ije>ij iji>ij ijo>ij ijam>ij ijah>ij ijami>ij").
	// kazen, kaznijo; smrt, smrtjo
	Add(2, "znijo>zn stjo>st rtjo>rt vjo>v").
	// adjectives
	Add(3, "ega emu im ih imi ima em").
	// -tev, -tve: izročitev, izročitve, izročitvijo
	Add(3, "tev>tv tve>tv tvi>tv tvijo>tv tvam>tv tvah>tv tvami>tv").
	// verbs
	Add(4, "ati iti uje>ov ujejo>ov ujeta>ov ovati>ov ovanja>ov ovanje>ov ovanju>ov ovanjem>ov ovanj>ov ovanjih>ov")

// kept words look inflected and are not.
var kept = stem.NewKept("najem naslov odvzem oprem prejem program sistem sprejem ustanov zadev zakonit")
