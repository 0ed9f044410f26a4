package mk

import "seelex/index/lang/stem"

// Stem takes off the article, then the plural, in the two passes of Savoy's light stemmer for Bulgarian ("Searching
// Strategies for the Bulgarian Language", 2007), with the endings of Macedonian and its threefold article. Derivation
// stays: закон and законик are apart.
func Stem(key []byte) []byte {
	keep := kept.Len(key)
	key = articles.Strip(key, keep)
	key = endings.Strip(key, keep)
	if len(key) > keep {
		key = plural.Strip(key, keep)
		key = stem.Fleeting(stem.Fleeting(stem.Velar(key), 'e'), 'o')
	}
	return key
}

// articles keep the vowel before them: казна-та, дело-то, дроги-те, суд-от. The near and far articles (-ва, -на) are
// taken only after -и, where they cannot be a part of the word.
var articles = stem.NewEndings().
	Add(3, "ot iot>i ata>a sta>st oto>o eto>e ite>i ate>a ete>e ive>i ine>i").
	Add(4, "uto>u ijata>ija ijot>i")

var endings = stem.NewEndings().
	Add(3, "a e i o u ija>ij ie>ij ii>ij ja>j ji>j je>j").
	Add(4, "aj>a").
	Add(3, "nstvo>nstv ovi>ov evi>ev").
	// verbal nouns and verbs: поседување, поседува, поседуваат; лекување
	Add(4, "uvane uvana uvani uva uvaat uvas uval uvala uvan uvana uvani uvano ane>an ene>en").
	Add(5, "irane iranje ira iraat iran irana irani irano")

var plural = stem.NewEndings().Add(3, "ov ev tar>tr")

// kept words look inflected and are not.
var kept = stem.NewKept("obvinet osnov presmet sistem uslov zivot")
