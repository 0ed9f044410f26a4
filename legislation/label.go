package legislation

import "strings"

// segmentWords are the English words for the kinds of segments: in front of a
// number, and in front of a name.
var segmentWords = map[string][2]string{
	"art":   {"Art. ", "Article on "},
	"sec":   {"Sec. ", "Section on "},
	"ch":    {"Ch. ", "Chapter on "},
	"annex": {"Annex ", "Annex: "},
	"part":  {"Part ", "Part on "},
	"title": {"Title ", "Title on "},
	"table": {"Table ", "Table: "},
	"list":  {"List ", "List: "},
	"class": {"Class ", "Class: "},
	"group": {"Group ", "Group: "},
	"rule":  {"Rule ", "Rule on "},
	"rec":   {"Recital ", "Recital on "},
	"trans": {"§ ", "Transitional provision on "},
}

// Label is the short English name of a provision inside its instrument:
// "Art. 246a(1)", "Art. 3(1)(a-i)", "Section on harm reduction". It is "" for an
// instrument.
func (id ID) Label() string {
	var b strings.Builder
	for i, segment := range id.Segments() {
		kind, number, _ := strings.Cut(segment, "-")
		switch {
		case (kind == "par" || kind == "pt") && i > 0:
			b.WriteString("(" + strings.ReplaceAll(number, "-", " ") + ")")
			continue
		case i > 0:
			b.WriteString(", ")
		}
		words, known := segmentWords[kind]
		switch {
		case !known:
			words[0], words[1] = kind+" ", kind+" "
			fallthrough
		case isNumber(number):
			b.WriteString(words[0] + printedNumber(id.Jurisdiction(), number))
		case number == "":
			b.WriteString(strings.TrimRight(strings.TrimSuffix(words[0], ". "), " "))
		case number == "preamble":
			b.WriteString("Preamble")
		default:
			b.WriteString(words[1] + strings.ReplaceAll(number, "-", " "))
		}
	}
	return capitalise(b.String())
}

// isNumber reports whether the rest of a segment is a number as statutes count
// (246a, 2IB, 14-bis, 5.3.3, 4-j, XI), not a name.
func isNumber(s string) bool {
	if s == "" {
		return false
	}
	if s[0] >= '0' && s[0] <= '9' {
		return longestWord(s) <= 3
	}
	return len(s) <= 2
}

func longestWord(s string) int {
	longest, run := 0, 0
	for _, r := range s {
		if r >= 'a' && r <= 'z' {
			run++
			longest = max(longest, run)
			continue
		}
		run = 0
	}
	return longest
}

// superscripts print the number of an article that was put in between where the
// gazettes print it raised: art-134-1 is Art. 134¹.
var superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// printedNumber is an article's number as it is printed in the jurisdiction's own
// gazette: 283/a in Albania, 134¹ in Moldova, 246a elsewhere.
func printedNumber(jurisdiction, number string) string {
	base, added, found := strings.Cut(number, "-")
	switch {
	case !found:
		return number
	case jurisdiction == "AL" && longestWord(added) > 0:
		return base + "/" + strings.ReplaceAll(added, "ce", "ç")
	case longestWord(added) == 0 && (jurisdiction == "MD" || jurisdiction == "RO" || jurisdiction == "RS"):
		return base + superscripts.Replace(added)
	case longestWord(added) == 0:
		return strings.ReplaceAll(number, "-", ".")
	}
	return base + " " + strings.ReplaceAll(added, "-", " ")
}

func capitalise(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}
