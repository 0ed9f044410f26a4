package bg

import (
	"bytes"

	"seelex/index/lang/stem"
)

// Stem takes off the article, then the plural and gender, and undoes palatalisation and the fleeting vowel, after Savoy,
// "Searching Strategies for the Bulgarian Language" (2007), carried over to the Latin key.
func Stem(key []byte) []byte {
	keep := kept.Len(key)
	key = articles.Strip(key, keep)
	key = endings.Strip(key, keep)
	if len(key) > keep {
		key = plural.Strip(key, keep)
		key = stem.Fleeting(jat(stem.Velar(key)), 'e')
		if !bytes.HasSuffix(key, []byte("yd")) { // съд and присъда have no fleeting vowel
			key = stem.Fleeting(key, 'y')
		}
	}
	return open(key)
}

// open writes ъ, until now y, as a: the official transliteration, and what people type.
func open(key []byte) []byte {
	for i, c := range key {
		if c == 'y' {
			key[i] = 'a'
		}
	}
	return key
}

// jat writes я in the last syllable as е: мярка and мерки, голям and големи.
func jat(key []byte) []byte {
	for i := len(key) - 2; i > 1; i-- {
		if !stem.Vowel(key[i]) {
			continue
		}
		if key[i] == 'a' && key[i-1] == 'i' && !stem.Vowel(key[i-2]) {
			key[i-1] = 'e'
			return append(key[:i], key[i+1:]...)
		}
		break
	}
	return key
}

var articles = stem.NewEndings().
	Add(3, "yt iat>i ata>a iata>ia oto>o eto>e ite>i ate>a ete>e stta>st ostta>ost dta>d shtta>sht chta>ch")

var endings = stem.NewEndings().
	Add(3, "a e i o u ia ie iu io").
	Add(3, "ove eve ovce").
	Add(0, "deca>det"). // дете, деца
	// verbal nouns meet their verbs' participles: притежаване, притежавани
	Add(4, "ane>an ania>an anie>an ene>en enia>en enie>en")

var plural = stem.NewEndings().Add(4, "ov ev").Add(3, "tar>tr")

// kept words look inflected and are not.
var kept = stem.NewKept("sydi sadi")
