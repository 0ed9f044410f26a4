// Package sq analyses Albanian, with and without ë and ç.
package sq

import (
	"seelex/index/lang/fold"
	"seelex/index/lang/legal"
	"seelex/index/lang/stem"
)

// Analyzer is registered with bleve as seelex_sq.
var Analyzer = legal.Register(legal.Language{Name: "seelex_sq", Fold: fold.Plain.Append, Stem: Stem, Stop: stopWords})

// Stem takes off case, number and article of nouns and the gender of adjectives, after the inflectional rules of
// Sadiku and Biba, "Automatic Stemming of Albanian Through a Rule-based Approach" (2012). Derivation stays: ligj and
// ligjor, person and personal are apart. The key has e for ë.
func Stem(key []byte) []byte {
	keep := kept.Len(key)
	key = endings.Strip(key, keep)
	if len(key) > keep {
		key = stem.Fleeting(key, 'e')
	}
	return key
}

var endings = stem.NewEndings().
	// masculine: ligj, ligji, ligjit, ligjin, ligje, ligjet, ligjeve; mjeku, mjekut, mjekun, mjekë
	Add(3, "i it in e et en eve evet eje u ut un").
	// feminine: drogë, droga, drogës, drogën, drogat, drogave
	Add(3, "a es at ave avet").
	Add(4, "ash ish esh").
	Add(3, "jte>j sve>s rve>r lve>l nve>n zve>z jve>j tive>tiv sive>siv").
	// agents: përdorues, përdoruesi, përdoruesve; shpërndarës
	Add(2, "ues>ues uesi>ues uesit>ues uesin>ues uese>ues uesve>ues uesit>ues ueset>ues").
	Add(3, "ares>ares aresi>ares aresit>ares aresin>ares aresve>ares").
	// burgje, burgjet, burgjeve
	Add(2, "rgje>rg rgjet>rg rgjeve>rg").
	// drejtësi, drejtësia, drejtësisë, drejtësinë, drejtësive; blerje, blerja, blerjen, blerjes
	Add(3, "ia ie ien ies ise ine ive ite ja>j je>j jen>j jes>j jet>j jeve>j jeje>j jave>j").
	// prekursor, prekursorë, prekursorët, prekursorëve
	Add(3, "oreve>or oret>or ore>or")

// kept words look inflected and are not.
var kept = stem.NewKept("aktiv autoritet avokat buxhet dekret deputet format gazet hashash hashish hepatit identitet interes kryes " +
	"amfetamin buprenorfin disiplin heroin ketamin kodein kokain makin medicin metamfetamin morfin nivel proces qytet rezultat sekret shendet shtet sistem vartes")
