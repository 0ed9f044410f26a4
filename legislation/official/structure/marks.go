package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is a place where a division of the text starts.
type mark struct {
	block   int
	kind    Kind
	number  Number
	key     string // whole segment, if it is not slug + number
	label   int    // offset in the block where the label starts (behind an opening quote)
	end     int    // where it ends
	body    int    // where the text behind the label and its punctuation starts
	level   int
	lang    string
	word    string // the keyword as printed
	quoted  bool
	section bool // a § of a Bulgarian act
	loose   bool // text follows the number on the line, which nothing parts from it; see keepLoose
	unsure  bool // by its form it may as well be a reference in running text
	repeat  int  // the block that repeats the label in front of the text, 0 if none does
	again   int  // the offset in that block of the text
	starts  int  // the number of the appended act that starts here, 0 if none does
	absent  bool // the number is not printed legibly; see inferNumbers
}

// classifier recognises marks in blocks of one language.
type classifier struct{ lang string }

// classify tells whether the block starts a division.
func (c classifier) classify(i int, b *Block) (mark, bool) {
	t := b.Text
	if b.Kind != "" || len(t) < 2 || strings.Contains(t, ".....") {
		return mark{}, false
	}
	m := mark{block: i, level: b.Level}
	for m.label < len(t) {
		r, w := utf8.DecodeRuneInString(t[m.label:])
		if !strings.ContainsRune(quoteOpeners, r) {
			break
		}
		m.quoted = true
		m.label += w
	}
	s := t[m.label:]
	if s == "" {
		return mark{}, false
	}
	r, _ := utf8.DecodeRuneInString(s)
	var ok bool
	switch {
	case r >= '0' && r <= '9':
		ok = c.numberFirst(&m, s, b)
	case r == '§':
		ok = c.paragraphSign(&m, s)
	case unicode.IsUpper(r) || b.Level > 0 && unicode.IsLetter(r):
		ok = c.wordFirst(&m, s, b)
	}
	if !ok {
		return mark{}, false
	}
	m.end += m.label
	m.body += m.label
	if m.key == "" && !m.absent {
		m.key = slugs[m.kind]
		if m.number.Key != "" {
			m.key += "-" + m.number.Key
		}
	}
	return m, true
}

// wordFirst recognises "Član 5", "GLAVA PRVA", "Prvo poglavje", "I. ОСНОВНЕ ОДРЕДБЕ", "GEÇİCİ MADDE 1".
func (c classifier) wordFirst(m *mark, s string, b *Block) bool {
	w := wordLen(s)
	if w > 40 {
		return false
	}
	m.word = s[:w]
	word := fold(m.word)
	kw, ok := keywords[word]
	if !ok {
		word = unmix(word)
		kw, ok = keywords[word]
	}
	if !ok && len(s) > w+4 && s[w] == ' ' {
		return c.keywordSecond(m, s, w, word, b) || c.romanFirst(m, s, b) || c.scheduleList(m, s, b)
	}
	if !ok {
		return c.romanFirst(m, s, b) || c.scheduleList(m, s, b)
	}
	m.kind = kw.kind
	m.lang = kw.lang
	if kw.kind == Article {
		return c.article(m, s, w, word, b)
	}
	return c.division(m, s, w, kw, b)
}

// article recognises the label of an article whose word is the first w bytes of s.
func (c classifier) article(m *mark, s string, w int, word string, b *Block) bool {
	at := w
	dot := at < len(s) && s[at] == '.'
	if dot {
		at++
	}
	if (word == "чл" || word == "art" || word == "cl" || word == "čl") && !dot && b.Level == 0 {
		return false
	}
	at += spaces(s[at:])
	if at == w && !dot {
		return false
	}
	n, size, ok := parseNumber(s[at:], c.lang)
	if !ok {
		n, size = c.articleWords(s[at:])
		if size == 0 {
			return false
		}
	}
	m.number = n
	m.end = at + size
	if c.lang == "el" {
		for _, ending := range [...]string{"ον", "ο", "o", "ος", "ου"} { // Άρθρο 2ο
			if strings.HasPrefix(s[m.end:], ending) && boundary(s[m.end+len(ending):]) {
				m.end += len(ending)
				break
			}
		}
	}
	return c.articleRest(m, s, b)
}

// articleWords reads Greek ordinals, "unic" and, in treaties, Roman numbers.
func (c classifier) articleWords(s string) (Number, int) {
	if c.lang == "el" || c.lang == "ro" || c.lang == "bg" {
		if v, size := parseOrdinal(s); size > 0 {
			return wordNumber(s[:size], v), size
		}
	}
	if c.lang == "el" { // Άρθρο ΙΒ΄
		if v, size := parseGreek(s); size > letters(s, 4) {
			n := wordNumber(s[:size], v)
			n.Words = false
			return n, size
		}
	}
	if v, size := parseRoman(s); size > 0 && (size == len(s) || s[size] == '.') {
		n := wordNumber(s[:size], v)
		n.Words = false
		return n, size
	}
	return Number{}, 0
}

func wordNumber(printed string, v int) Number {
	return Number{Printed: printed, Key: itoa(v), Value: v, Words: true}
}

// articleRest decides by what follows the number whether it labels an article or is a reference.
func (c classifier) articleRest(m *mark, s string, b *Block) bool {
	m.end += rangeEnd(s[m.end:], c.lang)
	rest := s[m.end:]
	sep := separators(rest)
	m.body = m.end + sep
	rest = rest[sep:]
	if strings.HasPrefix(rest, "ν. ") || strings.HasPrefix(rest, "παρ. ") || strings.HasPrefix(rest, "υ.α.") || strings.HasPrefix(rest, "π.δ.") {
		return false // a codification names the article that it takes over: "Άρθρο 5 ν. 2690/1999"
	}
	if rest == "" || b.Level > 0 {
		return true
	}
	punct := sep > 0 && strings.Trim(s[m.end:m.body], " ") != ""
	r, _ := utf8.DecodeRuneInString(rest)
	switch {
	case r == '(' || r == '[':
		return true
	case unicode.IsLower(r) || r == ',' || r == ';' || r == '/' || r == ')':
		return false
	case punct:
		m.unsure = !unicode.IsUpper(r)
		return true
	case unicode.IsUpper(r):
		m.unsure = !b.Strong && len(s) > 200
		m.loose = !m.number.Words && !b.Strong && (len(s) >= 200 || strings.HasSuffix(s, "."))
		return true
	}
	return false
}

// rangeEnd returns the bytes of the second half of "399. – 418.", the label of articles repealed together.
func rangeEnd(s, lang string) int {
	i := 0
	for i < len(s) && (s[i] == '.' || s[i] == ' ') {
		i++
	}
	for _, dash := range [...]string{"–", "-", "—", "do ", "до "} {
		if rest, ok := strings.CutPrefix(s[i:], dash); ok {
			gap := spaces(rest)
			if n, size, ok := parseNumber(rest[gap:], lang); ok && n.Value > 1 {
				end := i + len(dash) + gap + size
				if tail := strings.TrimLeft(s[end:], ". "); tail == "" || tail[0] == '(' {
					return end
				}
			}
		}
	}
	return 0
}

// numberFirst recognises "186.a člen" and "1. poglavje"; in headings also "1. Krajevna veljavnost. člen", where a
// group heading was set between the number and the word and the article's own number is lost.
func (c classifier) numberFirst(m *mark, s string, b *Block) bool {
	n, size, ok := parseNumber(s, c.lang)
	if !ok {
		return false
	}
	at := size
	if at < len(s) && s[at] == '.' {
		at++
	}
	at += spaces(s[at:])
	w := wordLen(s[at:])
	kw, known := keywords[fold(s[at:at+w])]
	switch {
	case known && kw.kind == Article && kw.lang == "sl", known && kw.kind != Article && kw.kind != Annex && at > size && (b.Level > 0 || upperWords(s[at:at+w])):
		m.kind, m.lang, m.word, m.number = kw.kind, kw.lang, s[at:at+w], n
		m.end = at + w
		m.body = m.end + separators(s[m.end:])
		return kw.kind != Article || b.Level > 0 || m.body == len(s) || !startsLower(s[m.body:])
	case b.Level > 0 && c.lang == "sl":
		if i := strings.Index(s, ". člen"); i > 0 {
			m.kind, m.lang, m.word, m.absent = Article, "sl", "člen", true
			m.end = i + len(". člen")
			m.body = m.end + separators(s[m.end:])
			return true
		}
	}
	return false
}

func (c classifier) paragraphSign(m *mark, s string) bool {
	at := len("§")
	at += spaces(s[at:])
	n, size, ok := parseNumber(s[at:], c.lang)
	if !ok {
		return false
	}
	m.kind, m.number, m.section, m.word = Paragraph, n, true, "§"
	m.end = at + size
	m.body = m.end + separators(s[m.end:])
	return true
}

// keywordSecond recognises "Prvo poglavje", "BİRİNCİ BÖLÜM", "OPŠTI DIO", "EK MADDE 1".
func (c classifier) keywordSecond(m *mark, s string, w int, word string, b *Block) bool {
	at := w + spaces(s[w:])
	v, size := parseOrdinal(s)
	general := generalParts[word]
	if size == 0 && !general && word != "ek" && word != "gecici" {
		return false
	}
	if size > 0 {
		at = size + spaces(s[size:])
	}
	w2 := wordLen(s[at:])
	kw, ok := keywords[fold(s[at:at+w2])]
	if !ok {
		return false
	}
	if kw.kind == Article {
		return (word == "ek" || word == "gecici") && c.additionalArticle(m, s, at+w2, word)
	}
	m.end = at + w2
	m.body = m.end + separators(s[m.end:])
	if b.Level == 0 && !upperWords(s[:m.end]) && m.body < len(s) && !loudHeading(s[m.body:]) {
		return false
	}
	m.kind, m.word = kw.kind, s[at:at+w2]
	if size > 0 {
		m.number = wordNumber(s[:size], v)
	} else {
		m.key = slugs[kw.kind] + "-" + strings.ToLower(ascii(word))
	}
	return true
}

// additionalArticle reads the number of a Turkish additional or provisional article.
func (c classifier) additionalArticle(m *mark, s string, at int, word string) bool {
	at += spaces(s[at:])
	n, size, ok := parseNumber(s[at:], c.lang)
	if !ok {
		return false
	}
	m.kind, m.number, m.lang, m.word = Article, n, "tr", "Madde"
	m.number.Suffix = word // not of the main sequence
	m.key = "art-" + word + "-" + n.Key
	m.end = at + size
	m.body = m.end + separators(s[m.end:])
	return true
}
