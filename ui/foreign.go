package ui

import (
	"html/template"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// foreignWords are runs of words in Greek or Cyrillic letters, with what stands between them.
var foreignWords = regexp.MustCompile(`\p{Greek}(?:[\p{Greek}\p{M}\p{N}\p{P}\p{S}\s]*\p{Greek})?|\p{Cyrillic}(?:[\p{Cyrillic}\p{M}\p{N}\p{P}\p{S}\s]*\p{Cyrillic})?`)

// cyrillic is the language that the sources of a legal order have where they are in Cyrillic letters.
var cyrillic = map[string]string{"BG": "bg", "MK": "mk", "RS": "sr-Cyrl", "XK": "sr-Cyrl", "ME": "sr-Cyrl",
	"BA": "sr-Cyrl", "BA-BIH": "sr-Cyrl", "BA-SRP": "sr-Cyrl", "BA-BRC": "sr-Cyrl", "MD": "ru"}

// foreign marks the Greek and Cyrillic words in a text about a legal order with their language. They are then read
// aloud in it, and drawn as there: in italics Skopje and Belgrade write г, п and т otherwise than Sofia.
func foreign(text, jurisdiction string) template.HTML {
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Greek, unicode.Cyrillic) }) {
		return template.HTML(template.HTMLEscapeString(text)) // most sources, at a tenth of the cost
	}
	var b strings.Builder
	rest := 0
	for _, at := range foreignWords.FindAllStringIndex(text, -1) {
		lang := languageOf(text[at[0]:at[1]], jurisdiction)
		if lang == "" {
			continue
		}
		b.WriteString(template.HTMLEscapeString(text[rest:at[0]]))
		b.WriteString(`<span lang="` + lang + `">` + template.HTMLEscapeString(text[at[0]:at[1]]) + `</span>`)
		rest = at[1]
	}
	b.WriteString(template.HTMLEscapeString(text[rest:]))
	return template.HTML(b.String())
}

// languageOf is the language of Greek or Cyrillic words about a legal order, "" where their letters do not tell.
func languageOf(words, jurisdiction string) string {
	if first, _ := utf8.DecodeRuneInString(words); unicode.Is(unicode.Greek, first) {
		return "el"
	}
	return cyrillic[jurisdiction]
}
