// Package en analyses English in British and American spelling.
package en

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"

	"seelex/index/lang/fold"
	"seelex/index/lang/legal"
)

// Analyzer is registered with bleve as seelex_en.
var Analyzer = legal.Register(legal.Language{
	Name: "seelex_en", Fold: fold.Plain.Append, Stem: Stem, Stop: stopWords, Apostrophe: true,
})

// Stem is the Snowball stemmer for English (Porter, 2001) on the American spelling, kept from joining words that the law
// keeps apart: import and important, personal and person, legalisation and legal.
func Stem(key []byte) []byte {
	key = american(key)
	if n := kept.Len(key); n > 0 {
		return key[:n]
	}
	if len(key) < 3 {
		return key
	}
	env := snowballstem.NewEnv(string(key))
	english.Stem(env)
	return append(key[:0], env.Current()...)
}
