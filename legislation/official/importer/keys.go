package importer

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var (
	digits    = regexp.MustCompile(`\d+`)
	lawNumber = regexp.MustCompile(`(\d{1,2})/([LC])-(\d{1,4})|(\d{1,5})(?:\([IΙ]+\))?\s*/\s*(\d{4})|(\d[\d .]*\d|\d)`)
)

// lawNumbers reads the number of a law: 4139/2013, 06/L-074, 7895. Where the year does
// not stand with it, it is that of the date.
func lawNumbers(s string, year int) (keys []string) {
	m := lawNumber.FindStringSubmatch(s)
	switch {
	case m == nil:
	case m[2] != "":
		keys = append(keys, strings.TrimLeft(m[1], "0")+"/"+m[2]+"-"+strings.TrimLeft(m[3], "0"))
	case m[4] != "":
		keys = append(keys, m[4]+"/"+m[5])
	default:
		n := strings.NewReplacer(" ", "", ".", "").Replace(m[6])
		if year > 0 {
			keys = append(keys, n+"/"+strconv.Itoa(year))
		}
		if len(n) >= 4 { // numbers that are counted through, as in Albania, Greece and Turkey
			keys = append(keys, n)
		}
	}
	return keys
}

var (
	bracketed = regexp.MustCompile(`\((\d{1,4}(?:\([IΙ]+\))?/\d{4}|\d{4,5})\)\s*$`)
	numbered  = regexp.MustCompile(`(?i)\b(?:nr|no|br)\.?\s*(\d{1,2}/[LC]-\d{1,4})|\b(?:lege|legea|hot[aă]r[aâ]re|ordonan[tț]a)\b.*?\bnr\.?\s*([\d.]+) din .*?(\d{4})`)
)

// titleNumbers are the numbers that a title gives the law: "… Νόμος του 1977 (29/1977)",
// "KODI NR. 06/L-074", "LEGE nr. 143 din 26 iulie 2000".
func titleNumbers(title string) []string {
	if m := bracketed.FindStringSubmatch(title); m != nil {
		return lawNumbers(m[1], 0)
	}
	if m := numbered.FindStringSubmatch(title); m != nil {
		if m[1] != "" {
			return lawNumbers(m[1], 0)
		}
		return lawNumbers(m[2]+"/"+m[3], 0)
	}
	return nil
}

var gazetteNumber = regexp.MustCompile(`(\d{1,4})\s*/\s*(\d{4}|\d{2})\b|nr\.?\s*(\d+)\D+(\d{4})|(\d{1,4})`)

// gazetteKey reads the reference of a gazette: "Α 74/2013" is 74/2013. Greek issues of
// other series than A are other issues.
func gazetteKey(ref string, year int) string {
	series := ""
	if r := []rune(strings.TrimSpace(ref)); len(r) > 1 && (r[0] == 'Β' || r[0] == 'Γ' || r[0] == 'B') {
		series = "B "
	}
	m := gazetteNumber.FindStringSubmatch(ref)
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		if len(m[2]) == 2 {
			m[2] = century(m[2])
		}
		return series + m[1] + "/" + m[2]
	case m[3] != "":
		return series + m[3] + "/" + m[4]
	case year > 0:
		return series + m[5] + "/" + strconv.Itoa(year)
	}
	return ""
}

func century(year string) string {
	if year > "30" {
		return "19" + year
	}
	return "20" + year
}

func year(date string) int {
	if len(date) < 4 {
		return 0
	}
	n, _ := strconv.Atoi(date[:4])
	return n
}

// fold writes a title in small letters without diacritics and signs.
func fold(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ς': // σ at the end of a word
			b.WriteRune('σ')
			blank = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '/':
			if blank && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			blank = false
		default:
			blank = true
		}
	}
	return b.String()
}
