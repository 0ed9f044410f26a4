package lang

import "github.com/blevesearch/bleve/v2/analysis"

// Tokens analyses text in the language of the tag: its terms in order, each with the
// bytes of the text that it stands for; none for an unknown tag.
func Tokens(tag string, text []byte) analysis.TokenStream {
	l, ok := Find(tag)
	if !ok {
		return nil
	}
	return l.analyzer.Analyze(text)
}
