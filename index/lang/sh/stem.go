package sh

import "seelex/index/lang/stem"

// Stem takes off inflection only, after the ending classes of Ljubešić, Boras and Kubelka, "Retrieving Information in
// Croatian: Building a Simple and Efficient Rule-Based Stemmer" (2007), carried over to the folded, ekavian form and
// without their derivational endings: zakon and zakonik are different laws. Sound changes inside a paradigm
// (zatvorenik, zatvorenici; članak, članka; nalog, nalozi) are undone afterwards.
func Stem(key []byte) []byte {
	keep := kept.Len(key)
	key = endings.Strip(key, keep)
	if len(key) > keep {
		key = plural.Strip(key, keep)
		if key[len(key)-1] != 'j' {
			key = stem.Fleeting(key, 'a')
		}
	}
	return agent(stem.Velar(key))
}

// agent writes the l that became o before an ending: učinioca is of učinilac.
func agent(key []byte) []byte {
	if n := len(key); n > 5 && key[n-1] == 'k' && key[n-2] == 'o' && (key[n-3] == 'i' || key[n-3] == 'a') {
		key[n-2] = 'l'
	}
	return key
}

var endings = stem.NewEndings().
	// nouns and adjectives
	Add(3, "a e i o u om em oj og oga ome omu eg ega emu im ima ih ama stava>stv oscu>ost escu>est avlu>av").
	// -ija, -ije: policija, komisije
	Add(3, "ija>ij ije>ij iji>ij iju>ij ijo>ij ijom>ij ijama>ij ijim>ij ijih>ij ijima>ij").
	// verbal nouns and passive participles: posedovanje, posedovan, kontrolisana
	Product(4, "an en", "a e i o u om em oj og oga ome omu im ima ih").
	Product(4, "ovan ivan avan", "- a e i o u om em oj og oga ome omu im ima ih").
	Add(3, "isan>is iran>ir").
	Add(4, "en").
	// verbs
	Add(4, "iti ovati ivati avati uje uju ujem ujemo ujuci ovao ovala ovali ovalo")

// plural is the lengthened plural, taken off after the case ending: zakonovi, sudovi, lekovi.
var plural = stem.NewEndings().Add(3, "ov ev")

// kept words look inflected and are not.
var kept = stem.NewKept("delovan dostav drustven gradan isprav kaznen marihuan nabav nalog naprav naslov nastav novcan obustav " +
	"odbran oprem organ osnov pisan pojav poslov postav predlog predstav prijav prilog primen priprav program " +
	"promen protivprav razlog razmen razvoj rezim savetov simptom sindrom sistem sprav stran sustav trgov " +
	"uprav uslov ustav uzgoj vremen zabran zakonit zastit zdravstven")
