package structure

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Build recognises the structure of a source and returns it as a document. The language is taken from language, then
// from the source, then from the text itself. It never fails on strange text: what is not understood is kept and
// reported. The only errors are those of ctx and of the limits.
func Build(ctx context.Context, src *Source, language string, lim Limits) (*Document, error) {
	if err := lim.holds(src.Blocks); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	src.Blocks = joinBare(src.Blocks)
	r := &recogniser{src: src, lang: language}
	r.splitPaths()
	if r.lang == "" {
		r.lang = src.Language
	}
	for i := range r.blocks {
		r.blocks[i].Text = Clean(r.blocks[i].Text)
	}
	if r.lang == "" {
		r.lang = detectLanguage(r.blocks)
	}
	r.findMarks()
	r.keepLoose()
	r.mergeRepeated()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r.translation()
	r.splitRunIn()
	r.splitInline()
	r.contents()
	r.quotations()
	r.glued()
	r.misprints()
	r.inferNumbers()
	r.appended()
	r.layOut()
	r.headings()
	doc := r.document()
	return doc, ctx.Err()
}

// holds refuses more blocks, or longer ones, than the limits allow.
func (l Limits) holds(blocks []Block) error {
	if len(blocks) > l.Blocks {
		return l.TooMany(len(blocks))
	}
	size := int64(0)
	for i := range blocks {
		size += int64(len(blocks[i].Text))
	}
	if size > l.Text {
		return fmt.Errorf("it holds %d bytes of text; at most %d are accepted: split it by the parts of the law", size, l.Text)
	}
	return nil
}

// TooMany is the error of a text of n paragraphs, where the limit is passed.
func (l Limits) TooMany(n int) error {
	return fmt.Errorf("the text has %d paragraphs or more; at most %d are accepted: split it by the parts of the law", n, l.Blocks)
}

// recogniser holds the state of Build.
type recogniser struct {
	src    *Source
	blocks []Block
	lang   string
	marks  []mark
	offset []int // of each block in the text
	text   string

	contentsFrom, contentsTo int // blocks of a table of contents, empty if equal
	translationFrom          int // first block of a further language version, len(blocks) if none
	above                    bool
	heading                  map[int]headingOf // by index of mark
	warnings                 []Warning
}

// headingOf names the blocks that hold the heading of a mark.
type headingOf struct {
	from, to int // blocks below the label
	above    int // blocks above the label
	group    int // blocks above these that head a group of articles
}

func (r *recogniser) warnf(code string, block int, format string, args ...any) {
	r.warnings = append(r.warnings, Warning{Code: code, Text: fmt.Sprintf(format, args...), Offset: block})
}

// Clean normalises a block: NFC, no control characters, single blanks, no soft hyphens. Tabs part the cells of tables.
func Clean(s string) string {
	if strings.IndexByte(s, '<') >= 0 {
		s = unmark(s)
	}
	if !needsCleaning(s) {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		switch {
		case r == '\u00ad', r == '\ufeff', r == '\u200b', r == '\u2060', r == 0xfffe, r == 0xffff:
			continue
		case r == '\t' || r == '\n':
			b.WriteRune(r)
			blank = true
			continue
		case r == ' ' || r == '\u00a0' || r >= '\u2000' && r <= '\u200a' || r == '\u202f' || r == '\u205f' || r == '\u3000' || r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029' || r == 0x85:
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
			continue
		case r < 0x20 || r >= 0x7f && r < 0xa0 || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f':
			continue // control characters and marks of direction, which can disguise text
		}
		b.WriteRune(r)
		blank = false
	}
	s = b.String()
	if mayCompose(s) {
		s = norm.NFC.String(s)
	}
	return strings.TrimSpace(s)
}

// mayCompose is a quick look for letters that NFC may change: combining marks, and the blocks with compatibility
// signs. Most lines of print hold none, and asking the tables of Unicode for every letter takes most of the time.
func mayCompose(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0xcc:
		case c == 0xcc, c == 0xcd, c >= 0xd6 && c <= 0xe1, c >= 0xe3:
			return true
		case c == 0xce && i+1 < len(s) && s[i+1] == 0x87: // the raised point of Greek
			return true
		case c == 0xe2 && i+1 < len(s) && (s[i+1] == 0x84 || s[i+1] == 0x80 && i+2 < len(s) && s[i+2] <= 0x81 || s[i+1] > 0x86):
			return true
		}
	}
	return false
}

// unmark turns what looks like a tag into text that no page can take for one: statutes hold no markup, and a reader of
// this package has removed that of the format already.
func unmark(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '<' && i+1 < len(s) && (s[i+1]|0x20 >= 'a' && s[i+1]|0x20 <= 'z' || s[i+1] == '/' || s[i+1] == '!' || s[i+1] == '?') {
			b.WriteString("‹")
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// needsCleaning is a quick look for anything that Clean would change.
func needsCleaning(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c < 0x20, c == 0x7f:
			return true
		case c == ' ':
			if i+1 < len(s) && s[i+1] == ' ' {
				return true
			}
		case c == 0xc2:
			if i+1 < len(s) && s[i+1] <= 0xad && (s[i+1] <= 0xa0 || s[i+1] == 0xad) {
				return true
			}
		case c == 0xce && i+1 < len(s) && s[i+1] == 0x87, c == 0xe2 && i+1 < len(s) && (s[i+1] == 0x84 || s[i+1] > 0x86):
			return true
		case c == 0xcc || c == 0xcd || c >= 0xd6 && c < 0xe2 || c == 0xef || c == 0xe3 || c >= 0xf0:
			return true // combining marks, polytonic Greek and the rest go through NFC
		case c == 0xe2:
			if i+1 < len(s) && (s[i+1] == 0x80 && i+2 < len(s) && (s[i+2] < 0x90 || s[i+2] >= 0xa8 && s[i+2] <= 0xaf) || s[i+1] == 0x81) {
				return true
			}
		}
	}
	return false
}
