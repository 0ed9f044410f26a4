package structure

import (
	"regexp"
	"strings"
)

// romanianOrdinal is a number as in "Secțiunea a 2-a", "Titlul al II-lea".
var romanianOrdinal = regexp.MustCompile(`^(?:al? )(\d{1,3}|[IVXLC]+)-(?:a|lea)\b`)

// division recognises a chapter, part, annex… whose word is the first w bytes of s.
func (c classifier) division(m *mark, s string, w int, kw keyword, b *Block) bool {
	loud := b.Level > 0 || b.Strong || upperWords(m.word) && len(m.word) > 1
	at := w + spaces(s[w:])
	printed, value, size := c.divisionNumber(s[at:])
	switch {
	case size > 0:
		m.number = Number{Printed: printed, Key: itoa(value), Value: value}
		if n, sz, ok := parseNumber(s[at:], "sq"); ok && sz >= size {
			m.number, size = n, sz
		} else if key, _, w := parseSuffix(s[at+size:], "sq"); w > 0 && (s[at+size] == '/' || s[at+size] == '-') {
			m.number.Printed += s[at+size : at+size+w]
			m.number.Key += "-" + key
			size += w
		}
		m.end = at + size
	case kw.kind == Annex && loud, kw.kind == Annex && at >= len(s):
		m.end = w
	case loud && at < len(s) && generalTails[fold(s[at:at+wordLen(s[at:])])] && upperWords(s[at:]):
		m.end, m.body = len(s), len(s)
		m.key = slugs[kw.kind] + "-" + strings.ToLower(ascii(lastWord(s)))
		return true
	default:
		return false
	}
	if kw.slug != "" {
		m.key = kw.slug
		if m.number.Key != "" {
			m.key += "-" + m.number.Key
		}
	}
	m.body = m.end + separators(s[m.end:])
	rest := s[m.body:]
	if loud {
		return len(s) < 600
	}
	return rest == "" || m.body > m.end+1 && len(s) < 200 && !startsLower(rest) || size > 0 && loudHeading(rest)
}

// loudHeading says that what stands behind the number of a division is its heading, in capitals.
func loudHeading(s string) bool { return len(s) > 5 && len(s) < 200 && upperWords(s) }

// divisionNumber reads "XXIII", "Α΄", "3", "prva", "E PARË", "Nr. 2", "a 2-a".
func (c classifier) divisionNumber(s string) (printed string, value, size int) {
	if m := romanianOrdinal.FindStringSubmatch(s); m != nil {
		if v, sz := parseRoman(m[1]); sz == len(m[1]) {
			return m[1], v, len(m[0])
		}
		if n, sz, ok := parseNumber(m[1], ""); ok && sz == len(m[1]) {
			return m[1], n.Value, len(m[0])
		}
	}
	skip := 0
	for _, p := range [...]string{"nr. ", "Nr. ", "NR. ", "br. ", "бр. ", "no. ", "No. ", "№ ", "E ", "e ", "I ", "a "} {
		if strings.HasPrefix(s, p) && (len(p) > 2 || wordLen(s[len(p):]) > 2) {
			skip = len(p)
			break
		}
	}
	t := s[skip:]
	if n, sz, ok := parseNumber(t, ""); ok {
		return n.Printed, n.Value, skip + sz
	}
	if c.lang == "el" {
		if v, sz := parseGreek(t); sz > 0 {
			return t[:sz], v, skip + sz
		}
	}
	if v, sz := parseRoman(t); sz > 0 {
		return t[:sz], v, skip + sz
	}
	if v, sz := parseOrdinal(t); sz > 0 {
		end := sz
		if i := strings.IndexByte(t[end:], ')'); strings.HasPrefix(t[end:], " (") && i > 0 && i < 12 { // GLAVA DRUGA (II.)
			end += i + 1
		}
		return t[:sz], v, skip + end
	}
	return "", 0, 0
}

// romanFirst recognises chapters that are only numbered: "IV. KAZNENE ODREDBE".
func (c classifier) romanFirst(m *mark, s string, b *Block) bool {
	v, size := parseRoman(s)
	if size == 0 || size >= len(s) || s[size] != '.' || len(s) > 250 {
		return false
	}
	rest := strings.TrimLeft(s[size+1:], " ")
	if rest == "" || b.Level == 0 && (!upperWords(rest) || len(rest) < 6) {
		return false
	}
	m.kind, m.number = Chapter, Number{Printed: s[:size], Key: itoa(v), Value: v}
	m.end = size + 1
	m.body = len(s) - len(rest)
	if w := letters(rest, 1); w > 0 && s[size+1] != ' ' && strings.HasPrefix(rest[w:], " ") { // "XIX.a poglavje"
		m.number.Printed += "." + rest[:w]
		m.number.Key += strings.ToLower(ascii(rest[:w]))
		rest = strings.TrimLeft(rest[w:], " ")
		m.end = len(s) - len(rest) - 1
		m.body = len(s) - len(rest)
	}
	w := wordLen(rest)
	if kw, ok := keywords[fold(rest[:w])]; ok && slugs[kw.kind] != "" && kw.kind != Article { // "I. poglavje TEMELJNA NAČELA"
		m.kind, m.word = kw.kind, rest[:w]
		m.end = m.body + w
		m.body = m.end + separators(s[m.end:])
	}
	return true
}

// scheduleList recognises "List of drugs included in Schedule II" of the drug conventions.
func (c classifier) scheduleList(m *mark, s string, b *Block) bool {
	if c.lang != "en" || b.Level == 0 && !b.Strong || len(s) > 120 {
		return false
	}
	i := strings.Index(s, "Schedule ")
	if i < 0 {
		if s != "Schedules" && !strings.HasPrefix(s, "Revised Schedules") {
			return false
		}
		m.kind, m.key, m.end, m.body = Annex, "annex-schedules", 0, 0
		return true
	}
	v, size := parseRoman(s[i+len("Schedule "):])
	if size == 0 || i > 0 && !strings.HasPrefix(s, "List of ") {
		return false
	}
	m.kind, m.number, m.key = Annex, Number{Printed: s[i+len("Schedule "):][:size], Key: itoa(v), Value: v}, "annex-schedule-"+itoa(v)
	m.end, m.body = 0, 0
	return true
}

func spaces(s string) int {
	i := 0
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

// separators returns the bytes of blanks, full stops, colons and dashes at the start of s.
func separators(s string) int {
	for i, r := range s {
		switch r {
		case ' ', '.', ':', '-', '–', '—', '*', '|', '\t':
		case '°', 'º':
		default:
			return i
		}
	}
	return len(s)
}

func itoa(n int) string {
	var b [12]byte
	i := len(b)
	for {
		i--
		b[i] = byte('0' + n%10)
		if n /= 10; n == 0 {
			return string(b[i:])
		}
	}
}
