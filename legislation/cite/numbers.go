package cite

import (
	"slices"
	"strconv"
	"strings"

	"seelex/legislation"
)

// lawNumber recognises the number of a law at a token: "Law No. 06/L-074", "ν.
// 4139/2013", "Legea nr. 143/2000", "5237 sayılı", "02/L-128", "2004/757/JHA". It
// gives the number as it is looked up, the kind of act that was said, if any, and
// the token behind it.
func lawNumber(tokens []token, i int) (key, kind string, next int) {
	at := i
	if tokens[i].kind == wordToken {
		if kind = lawWords[tokens[i].fold]; kind == "" {
			return "", "", i
		}
		at = behindIssuer(tokens, i+1)
	}
	key, next = numberKey(tokens, at)
	plain := !strings.ContainsAny(key, "/-")
	switch {
	case key == "" || plain && countsArticle(tokens, next) || plain && tokens[i].fold == "v":
		return "", "", i
	case kind == "":
		return unannounced(tokens, i, key, next)
	case plain:
		if year, end := yearBehind(tokens, next); end > next {
			return key + "/" + year, kind, end
		}
	}
	return key, kind, next
}

// maxIssuer bounds the words between that for a law and its number.
const maxIssuer = 7

// behindIssuer is the token behind "No.", "(EU) No", "Guvernului RM nr.".
func behindIssuer(tokens []token, at int) int {
	for end := at + maxIssuer; at < len(tokens) && at < end; at++ {
		t := tokens[at]
		if t.kind == markToken && t.fold == "/" || t.kind == wordToken && !numberSigns[t.fold] && !issuers[t.fold] || t.kind == numberToken {
			break
		}
	}
	return at
}

// unannounced is the number of a law that no word announces: what stands behind it tells
// it, 5237 sayılı, 5237 s. TCK, 2313 s.K. and 1582 UNTS 95; else it has its year.
func unannounced(tokens []token, i int, key string, next int) (string, string, int) {
	after := func(n int) string {
		if next+n < len(tokens) {
			return tokens[next+n].fold
		}
		return ""
	}
	switch page := next + 1; {
	case after(0) == "unts":
		if after(1) == "." {
			page++
		}
		if page < len(tokens) && tokens[page].kind == numberToken {
			return key + " UNTS " + tokens[page].fold, "treaty", page + 1
		}
	case after(0) == "sayili", len(key) == 4 && after(0) == "sk":
		return key, anyKind, next + 1
	case len(key) == 4 && after(0) == "s" && after(1) == ".":
		return key, anyKind, next + 2
	}
	if !strings.Contains(key, "/") {
		return "", "", i
	}
	return key, "", next
}

// yearBehind reads the year of the date behind a number, "din 26 iulie 2000", "от 2000
// г.", and gives the token behind it; the token itself where no date stands there.
func yearBehind(tokens []token, i int) (year string, next int) {
	day := i + 1
	if day >= len(tokens) || !dated[tokens[i].fold] {
		return "", i
	}
	if yearLike(tokens[day].fold) {
		return tokens[day].fold, day + 1
	}
	if end := dateAt(tokens, day); end > day {
		return tokens[end-1].fold, end
	}
	return "", i
}

// dated are the words between a number and its date.
var dated = words("din of od ot")

// countsArticle reports whether the number before a token is that of the article behind
// it: Kanunun 23. maddesi.
func countsArticle(tokens []token, at int) bool {
	at = behindOrdinal(tokens, at)
	return at < len(tokens) && postfixed[tokens[at].fold]
}

// anyKind is said of a number that is a law's, a decree's or a decision's: sayılı.
const anyKind = "any"

// What stands between a word for a law and its number: signs of a number, and who issued
// the act.
var (
	numberSigns = words("no nr num number numer n br st broj ar arith arithm eu ec ce es eec ez guvernului guvernit de urgenta a al keshillit ministrave")
	issuers     = words("rm republicii moldova romaniei plenului csj ms ministerului sanatatii ministria ms mz")
)

func glued(tokens []token, i int, fold string) bool {
	return i < len(tokens) && tokens[i].glued && tokens[i].fold == fold
}

func gluedNumber(tokens []token, i int) bool {
	return i < len(tokens) && tokens[i].glued && tokens[i].kind == numberToken
}

// numberKey reads a law's number in the forms of the region.
func numberKey(tokens []token, i int) (key string, next int) {
	n, at := wholeNumber(tokens, i)
	switch second := at + 1; {
	case n == "":
		return "", i
	case glued(tokens, at, "-") && second < len(tokens) && tokens[second].glued && isRoman(tokens[second].fold):
		return n + "-" + tokens[second].fold, second + 1 // 985-XV
	case !glued(tokens, at, "/"):
		return n, at
	case second < len(tokens) && tokens[second].fold == "l" && glued(tokens, second+1, "-") && gluedNumber(tokens, second+2):
		return n + "/l-" + trimZeros(tokens[second+2].fold), second + 3 // 06/L-074
	case gluedNumber(tokens, second) && len(tokens[second].fold) <= 5:
		return ofYearOrSeries(tokens, n, second)
	}
	return n, at
}

// ofYearOrSeries reads what stands behind the stroke of a number: 143/2000, 29/77,
// 30/20.12.2000 and, with the letters of the Union, 2004/757/JHA.
func ofYearOrSeries(tokens []token, n string, i int) (key string, next int) {
	if end := dateAt(tokens, i); end > i {
		return n + "/" + tokens[end-1].fold, end
	}
	second := tokens[i].fold
	if len(second) == 2 && len(n) <= 4 && !yearLike(n) {
		second = fullYear(second)
	}
	if next = i + 1; glued(tokens, next, "/") && next+1 < len(tokens) && tokens[next+1].glued && tokens[next+1].kind == wordToken {
		next += 2
	}
	return n + "/" + trimZeros(second), next
}

// wholeNumber reads a number with its thousands set apart, 1.359 and 10 023, and takes
// the series of Cypriot laws, 128(I)/2000, for said; "" for what is no number of a law.
func wholeNumber(tokens []token, i int) (n string, next int) {
	if i >= len(tokens) || tokens[i].kind != numberToken || len(tokens[i].fold) > 6 {
		return "", i
	}
	n = trimZeros(tokens[i].fold)
	i++
	thousands := func(at int) bool {
		return at < len(tokens) && tokens[at].kind == numberToken && len(tokens[at].fold) == 3
	}
	switch {
	case len(n) <= 2 && glued(tokens, i, ".") && gluedNumber(tokens, i+1) && thousands(i+1):
		n, i = n+tokens[i+1].fold, i+2
	case len(n) == 2 && thousands(i) && !tokens[i].glued:
		n, i = n+tokens[i].fold, i+1
	}
	if glued(tokens, i, "(") && i+1 < len(tokens) && tokens[i+1].fold == "i" && glued(tokens, i+2, ")") && glued(tokens, i+3, "/") {
		i += 3
	}
	return n, i
}

func trimZeros(s string) string {
	if t := strings.TrimLeft(s, "0"); t != "" {
		return t
	}
	return "0"
}

func yearLike(s string) bool { return len(s) == 4 && s >= "1850" && s <= "2100" }

// fullYear reads a year of two digits: 08 is 2008, 77 is 1977.
func fullYear(s string) string {
	if s < "50" {
		return "20" + s
	}
	return "19" + s
}

func isRoman(s string) bool {
	return s != "" && len(s) <= 7 && strings.Trim(s, "ivxlc") == ""
}

// roman is the value of a Roman number, "" for what is none.
func roman(s string) string {
	if !isRoman(s) {
		return ""
	}
	value := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	total := 0
	for i := range len(s) {
		v := value[s[i]]
		if i+1 < len(s) && value[s[i+1]] > v {
			v = -v
		}
		total += v
	}
	return strconv.Itoa(total)
}

type numbered struct {
	instrument *legislation.Instrument
	kind       string
}

// newNumbers arranges the instruments by the numbers that they carry, also together
// with the year of adoption (7975/1995).
func newNumbers(k *legislation.Catalog) map[string][]numbered {
	out := map[string][]numbered{}
	for _, i := range k.Instruments {
		seen := map[string]bool{}
		for _, n := range numbersOf(i) {
			if n[0] != "" && !seen[n[0]] {
				seen[n[0]] = true
				out[n[0]] = append(out[n[0]], numbered{i, n[1]})
			}
		}
	}
	return out
}

// numbersOf are the numbers of an instrument, as they are looked up, each with the kind
// of act that it is of.
func numbersOf(i *legislation.Instrument) (out [][2]string) {
	out = append(out, [2]string{seriesOf(i), "treaty"})
	for _, text := range []string{i.Number, i.Abbreviation} {
		tokens := tokenize(text)
		at := slices.IndexFunc(tokens, func(t token) bool { return t.kind == numberToken })
		if at < 0 {
			continue
		}
		kind := ""
		for _, t := range tokens[:at] {
			if kind == "" && t.kind == wordToken {
				kind = lawWords[t.fold]
			}
		}
		key, _ := numberKey(tokens, at)
		plain := !strings.ContainsAny(key, "/-")
		if plain && (kind == "" || len(key) < 2) {
			continue
		}
		act := kindOf(kind, i)
		out = append(out, [2]string{key, act})
		base, _, _ := strings.Cut(key, "-")
		if y := i.Adopted.Year(); y > 0 && (plain || base != key && !strings.Contains(key, "/")) {
			out = append(out, [2]string{base + "/" + strconv.Itoa(y), act})
			if kind == "law" {
				out = append(out, [2]string{base, "law"})
			}
		}
	}
	for _, title := range i.Title { // Наредба № 7 от 7 септември 2011 г.
		if key, kind, _ := lawNumber(tokenize(title), 0); strings.Contains(key, "/") {
			out = append(out, [2]string{key, kind})
		}
	}
	return out
}

// kindOf is the kind of act, from its number or else from its English title.
func kindOf(kind string, i *legislation.Instrument) string {
	if kind != "" {
		return kind
	}
	for _, t := range tokenize(i.TitleEn) {
		if k := lawWords[t.fold]; k != "" {
			return k
		}
	}
	return ""
}
