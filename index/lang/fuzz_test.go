package lang

import (
	"testing"
	"unicode/utf8"
)

// FuzzAnalyze: no text makes an analyzer panic, point outside the text or cut a character, or produce an endless term.
func FuzzAnalyze(f *testing.F) {
	for _, seed := range []string{
		"", "a", "Ж", "ϊ", "ᾠδή", "246a 354а 29Α 217¹ 217^1 283/a 06/L-074", "Türkiye'nin", "İI ıi", "\xff\xc3", "1¹¹^1^", "th h hh wh",
		"s\u030Ctete \u0301\u0301", "a'b’c'", "je ije nije", "-/-^", "ije", "аа", "ъъъъъ", "ss ll nn", "ﬁne", "ſſſ", "漢字", "漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢", "eeee iiii oooo",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		Guess(text)
		for _, l := range All() {
			position := 0
			for _, tok := range l.analyzer.Analyze([]byte(text)) {
				switch {
				case tok.Start < 0 || tok.End > len(text) || tok.Start >= tok.End:
					t.Fatalf("%s: token %s lies outside the %d bytes of the text", l.Code, tok, len(text))
				case tok.Position < position || tok.Position < 1:
					t.Fatalf("%s: token %s stands before the one before it", l.Code, tok)
				case len(tok.Term) == 0 || len(tok.Term) > 2*64:
					t.Fatalf("%s: token %s has a term of %d bytes", l.Code, tok, len(tok.Term))
				case utf8.ValidString(text) && !utf8.Valid(tok.Term):
					t.Fatalf("%s: token %s has a broken term %q", l.Code, tok, tok.Term)
				case utf8.ValidString(text) && !utf8.ValidString(text[tok.Start:tok.End]):
					t.Fatalf("%s: token %s cuts a character of %q", l.Code, tok, text)
				}
				position = tok.Position
			}
		}
	})
}
