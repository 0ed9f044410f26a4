package lint

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// required reports a text that is missing.
func (s *scope) required(field, text string) {
	if strings.TrimSpace(text) == "" {
		s.fault(field, "", "is empty", "a text")
	}
}

// english checks a text in English.
func (s *scope) english(field, text string) {
	s.clean(field, text)
	s.script(field, "en", text)
}

var placeholder = regexp.MustCompile(`(?i)\b(TODO|FIXME|XXX|TBD|lorem ipsum)\b|\?\?\?`)

// curly is a text that the editor's typographic quotation marks enclose.
var curly = regexp.MustCompile(`^[“”„][^“”„]*[“”]$`)

// clean checks what every text is to be: trimmed, without invisible or broken
// characters, composed (NFC), no placeholder, no word in two scripts.
func (s *scope) clean(field, text string) {
	s.pure(field, text)
	switch {
	case text != strings.TrimSpace(text):
		s.fault(field, clip(text), "begins or ends with a space or line break", "the text alone; the block sign >- instead of > cuts the last line break")
	case strings.Contains(strings.TrimRight(text, "\n"), "  "):
		s.fault(field, around(text, strings.Index(text, "  ")), "has two spaces in a row", "one space")
	case !norm.NFC.IsNormalString(text):
		s.fault(field, clip(text), "has letters and accents as separate characters", "the text in Unicode's composed form (NFC)")
	case curly.MatchString(text):
		s.fault(field, clip(text), "stands in curly quotation marks, which become part of the text", `straight ones (") or none`)
	case placeholder.MatchString(text):
		s.fault(field, placeholder.FindString(text), "is a placeholder", "the text, or nothing and an entry in open_questions")
	}
	for i, r := range text {
		if r == unicode.ReplacementChar || r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u00a0' {
			s.fault(field, around(text, i), "has a character that cannot be seen: "+strings.Trim(strings.ToUpper(unicodeName(r)), " "), "the text without it")
			return
		}
	}
}

func unicodeName(r rune) string {
	const digits = "0123456789abcdef"
	name := []byte("U+")
	for shift := 12; shift >= 0; shift -= 4 {
		name = append(name, digits[r>>shift&15])
	}
	return string(name)
}

// around is the text near to a byte, to find the place by.
func around(text string, at int) string {
	from, to := max(at-20, 0), min(at+20, len(text))
	return strings.ToValidUTF8(text[from:to], "")
}

var quotation = regexp.MustCompile(`"[^"]{40,}"|“[^”]{40,}”|„[^“”]{40,}[“”]|«[^»]{40,}»`)

// maxQuoted is how many words of a source may stand in quotation marks: a term of
// art, a title, not a sentence.
const maxQuoted = 12

// maxText is how many letters tell one rule or one answer in our own words; the longest
// of the corpus has half as many.
const maxText = 2500

// quotations finds sentences that are quoted where our own words belong.
// Of a text that is too long for our own words most is a source's.
func (s *scope) quotations(field, text string) {
	if n := len([]rune(text)); n > maxText {
		s.doubt(field, clip(text), "has "+plural(n, "letter"), "one rule or answer in our own words, a few sentences")
	}
	for _, q := range quotation.FindAllString(text, -1) {
		if len(strings.Fields(q)) > maxQuoted {
			s.doubt(field, clip(q), "is a long quotation", "the same in our own words")
		}
	}
}
