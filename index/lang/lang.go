// Package lang knows the languages of the region and analyses their text: which bleve analyzer reads a language tag, what
// terms a text has, which languages a short query may be written in. Importing it registers the analyzers with bleve.
package lang

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"

	"seelex/index/lang/bg"
	"seelex/index/lang/el"
	"seelex/index/lang/en"
	"seelex/index/lang/legal"
	"seelex/index/lang/mk"
	"seelex/index/lang/ro"
	"seelex/index/lang/sh"
	"seelex/index/lang/sl"
	"seelex/index/lang/sq"
	"seelex/index/lang/tr"
)

// Language is a language, or a family of standards, that is analysed as one.
type Language struct {
	Code     string   // of the family, itself a tag: "sh", "el"
	Tags     []string // BCP 47 tags that it answers to, the code among them
	Analyzer string   // name of the bleve analyzer, such as "seelex_sh"
	Scripts  []string // ISO 15924: scripts that its texts are written in, the usual one first
	analyzer *legal.Analyzer
}

// Script returns the usual script.
func (l Language) Script() string { return l.Scripts[0] }

// languages in order of their codes.
var languages = []Language{
	language("bg", bg.Analyzer, "Cyrl"),
	language("el", el.Analyzer, "Grek", "gr", "grc"),
	language("en", en.Analyzer, "Latn"),
	language("mk", mk.Analyzer, "Cyrl"),
	language("ro", ro.Analyzer, "Latn", "mo"),
	language("sh", sh.Analyzer, "Latn Cyrl", "bs", "hr", "cnr", "sr"),
	language("sl", sl.Analyzer, "Latn"),
	language("sq", sq.Analyzer, "Latn"),
	language("tr", tr.Analyzer, "Latn"),
}

func language(code string, a *legal.Analyzer, scripts string, tags ...string) Language {
	return Language{Code: code, Tags: append([]string{code}, tags...), Analyzer: a.Name,
		Scripts: strings.Fields(scripts), analyzer: a}
}

// All returns the languages in order of their codes. The slice is everybody's, and not to be changed.
func All() []Language { return languages }

// Find returns the language of a BCP 47 tag such as sr-Cyrl, cnr, el-GR or EN. Case and what follows the first part do not
// matter.
func Find(tag string) (Language, bool) {
	for _, l := range languages { // as our own code writes them
		if l.Code == tag {
			return l, true
		}
	}
	main, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	for _, l := range languages {
		if slices.Contains(l.Tags, main) {
			return l, true
		}
	}
	return Language{}, false
}

// Terms returns the terms of text in the language of the tag, in the order of the text; none for an unknown tag. They are
// the terms that the index holds.
func Terms(tag, text string) []string {
	tokens := Tokens(tag, []byte(text))
	terms := make([]string, len(tokens))
	for i, t := range tokens {
		terms[i] = string(t.Term)
	}
	return terms
}

// Tokens returns the terms of text with the bytes that each stands for; none for an unknown tag. Positions count words from
// 1, stop words among them; the parts of a compound number begin at its place.
func Tokens(tag string, text []byte) analysis.TokenStream {
	l, ok := Find(tag)
	if !ok {
		return nil
	}
	return l.analyzer.Analyze(text)
}
