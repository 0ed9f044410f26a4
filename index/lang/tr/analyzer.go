// Package tr analyses Turkish: dotted and dotless i are one letter, diacritics fall away, what follows an apostrophe is an
// ending.
package tr

import (
	"seelex/index/lang/fold"
	"seelex/index/lang/legal"
)

// Analyzer is registered with bleve as seelex_tr.
var Analyzer = legal.Register(legal.Language{
	Name: "seelex_tr", Fold: fold.Plain.Append, Stem: Stem, Stop: stopWords, Apostrophe: true,
})
