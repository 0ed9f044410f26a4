package markdown

import (
	"strings"

	"golang.org/x/net/html"
)

// plain takes the inline markup off a line: emphasis, links, images, HTML tags, entities, backslash escapes.
func plain(s string) string {
	if strings.IndexByte(s, '<') >= 0 || strings.IndexByte(s, '&') >= 0 {
		s = stripTags(s)
	}
	if strings.Contains(s, "](") || strings.Contains(s, "![") {
		s = links(s)
	}
	if strings.IndexByte(s, '*') >= 0 {
		s = emphasis(s)
	}
	if strings.IndexByte(s, '`') >= 0 {
		s = strings.ReplaceAll(s, "`", "")
	}
	if strings.IndexByte(s, '\\') >= 0 {
		s = unescape(s)
	}
	return strings.TrimSpace(s)
}

// emphasis removes pairs of asterisks; a lone one is a note sign and stays.
func emphasis(s string) string {
	s = strings.ReplaceAll(s, `\*`, "\x01")
	s = strings.ReplaceAll(s, "**", "")
	if strings.Count(s, "*")%2 == 0 {
		s = strings.ReplaceAll(s, "*", "")
	}
	return strings.ReplaceAll(s, "\x01", `\*`)
}

// unescape resolves backslashes before punctuation.
func unescape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isPunct(s[i+1]) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

// links keeps the text of [text](address) and ![text](address); an image may be the text of a link.
func links(s string) string { return unlink(unlink(s, "!["), "[") }

func unlink(s, opener string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, opener)
		if i < 0 {
			break
		}
		mid := strings.Index(s[i:], "](")
		if mid < 0 {
			break
		}
		end := strings.IndexByte(s[i+mid:], ')')
		if end < 0 {
			break
		}
		b.WriteString(s[:i])
		b.WriteString(s[i+len(opener) : i+mid])
		s = s[i+mid+end+1:]
	}
	b.WriteString(s)
	return b.String()
}

var superDigits = [...]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}

// Superscript writes the digits of s as superscript ones: 217<sup>1</sup> is article 217¹. Other text stays.
func Superscript(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return s
		}
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteString(superDigits[s[i]-'0'])
	}
	return b.String()
}

// stripTags removes HTML tags and resolves entities. The content of script and style elements goes with them.
func stripTags(s string) string {
	z := html.NewTokenizer(strings.NewReader(s))
	z.SetMaxBuf(1 << 20)
	var b strings.Builder
	super := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			t := string(z.Text())
			t = html.UnescapeString(t)
			if super {
				t = Superscript(t)
			}
			b.WriteString(t)
		case html.StartTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "script", "style", "title", "textarea", "iframe", "noscript", "xmp", "noembed", "noframes", "plaintext":
				skipRaw(z)
			case "sup":
				super = true
			case "br":
				b.WriteByte(' ')
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if string(name) == "sup" {
				super = false
			}
		case html.SelfClosingTagToken:
			if name, _ := z.TagName(); string(name) == "br" {
				b.WriteByte(' ')
			}
		}
	}
}

// skipRaw passes over the raw text behind a start tag.
func skipRaw(z *html.Tokenizer) {
	if z.Next() == html.TextToken {
		z.Next()
	}
}
