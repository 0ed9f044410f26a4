// Package text reads plain text files: UTF-8, UTF-16 and the code pages of the region.
package text

import (
	"context"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"seelex/legislation/official/structure"
)

// Format is the name of this reader in a document.
const Format = "text"

// Read splits a plain text into blocks, one a line; lines that continue a sentence are joined to the line before, page
// headers and numbers taken out.
func Read(_ context.Context, data []byte, _ structure.Limits) (*structure.Source, error) {
	s, enc, err := Decode(data)
	if err != nil {
		return nil, err
	}
	src := &structure.Source{Format: Format}
	NoteEncoding(src, enc)
	if strings.Contains(s, "&ensp;") || strings.Contains(s, "&nbsp;") || strings.Contains(s, "&amp;") || strings.Contains(s, "&#") {
		s = html.UnescapeString(s)
	}
	src.Blocks = Lines(s, src)
	return src, nil
}

// NoteEncoding reports an encoding other than UTF-8.
func NoteEncoding(src *structure.Source, enc string) {
	if enc == "utf-8" {
		return
	}
	src.Meta.Encoding = enc
	src.Warnf("encoding", "the file is not UTF-8; it was read as %s", enc)
}

// MaxParagraph is how many bytes a paragraph has that lines are still joined to. No sentence is as long, and every line
// that is joined copies all before it.
const MaxParagraph = 16 << 10

// Continues says that a line goes on with the sentence of the line before.
func Continues(before, line string) bool {
	if len(before) > MaxParagraph {
		return false
	}
	r, w := utf8.DecodeRuneInString(line)
	if !unicode.IsLower(r) {
		return false
	}
	if len(line) > w && (line[w] == ')' || line[w] == '.') || strings.HasPrefix(line, "ii)") || strings.HasPrefix(line, "iv)") {
		return false // a list marker
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return last != '.' && last != ';' && last != ':' && last != '·'
}

// Join appends a line to the one before; a hyphen at its end that parts a word goes.
func Join(before, line string) string {
	if n := len(before); n > 1 && before[n-1] == '-' {
		last, _ := utf8.DecodeLastRuneInString(before[:n-1])
		first, _ := utf8.DecodeRuneInString(line)
		if unicode.IsLower(last) && unicode.IsLower(first) {
			return before[:n-1] + line
		}
	}
	return before + " " + line
}
