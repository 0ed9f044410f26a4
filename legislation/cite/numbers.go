package cite

import (
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
	if tokens[at].kind == wordToken {
		if kind = lawWords[tokens[at].fold]; kind == "" {
			return "", "", i
		}
		at++
		for at < len(tokens) && at < i+6 && (tokens[at].kind == markToken && tokens[at].fold != "/" || tokens[at].kind == wordToken && numberSigns[tokens[at].fold]) {
			at++
		}
		if at < len(tokens) && tokens[at].kind == wordToken && lawWords[tokens[at].fold] == "" && at+1 < len(tokens) && tokens[at].fold == "nr" {
			at++
		}
	}
	key, next = numberKey(tokens, at)
	plain := !strings.ContainsAny(key, "/-")
	if key == "" || plain && countsArticle(tokens, next) || plain && tokens[i].fold == "v" {
		return "", "", i
	}
	if day := behindOf(tokens, next); plain && kind != "" && day > next {
		if end := dateAt(tokens, day); end > day {
			return key + "/" + tokens[end-1].fold, kind, end // Legea nr. 143 din 26 iulie 2000
		}
	}
	if page := next + 1; kind == "" && page < len(tokens) && tokens[next].fold == "unts" {
		if tokens[page].fold == "." && page+1 < len(tokens) {
			page++
		}
		if tokens[page].kind == numberToken {
			return key + " UNTS " + tokens[page].fold, "treaty", page + 1
		}
	}
	if kind == "" && next < len(tokens) && tokens[next].fold == "sayili" {
		return key, anyKind, next + 1
	}
	if kind == "" && len(key) == 4 && next+1 < len(tokens) && tokens[next].fold == "s" && tokens[next+1].fold == "." {
		return key, anyKind, next + 2 // 5237 s. TCK
	}
	if kind == "" && len(key) == 4 && next < len(tokens) && tokens[next].fold == "sk" {
		return key, anyKind, next + 1 // 2313 s.K.
	}
	if kind == "" && !strings.Contains(key, "/") {
		return "", "", i
	}
	return key, kind, next
}

// behindOf is the token behind the word between a number and its date; the token itself
// where none stands there.
func behindOf(tokens []token, i int) int {
	if i < len(tokens) && (tokens[i].fold == "din" || tokens[i].fold == "of" || tokens[i].fold == "od" || tokens[i].fold == "ot") {
		return i + 1
	}
	return i
}

// countsArticle reports whether the number before a token is that of the article behind
// it: Kanunun 23. maddesi.
func countsArticle(tokens []token, at int) bool {
	for at < len(tokens) && (tokens[at].fold == "." || tokens[at].fold == "'" || turkishOrdinal[tokens[at].fold]) {
		at++
	}
	return at < len(tokens) && postfixed[tokens[at].fold]
}

// anyKind is said of a number that is a law's, a decree's or a decision's: sayılı.
const anyKind = "any"

var numberSigns = words("no nr num number numer br broj ar arith arithm eu ec eec ez es guvernului guvernit de urgenta a al keshillit ministrave")

func glued(tokens []token, i int, fold string) bool {
	return i < len(tokens) && tokens[i].glued && tokens[i].fold == fold
}

func gluedNumber(tokens []token, i int) bool {
	return i < len(tokens) && tokens[i].glued && tokens[i].kind == numberToken
}

// numberKey reads a law's number in the forms of the region.
func numberKey(tokens []token, i int) (key string, next int) {
	if i >= len(tokens) || tokens[i].kind != numberToken || len(tokens[i].fold) > 6 {
		return "", i
	}
	n := trimZeros(tokens[i].fold)
	i++
	// 1.359/2000 and 10 023: thousands are set apart.
	if len(n) <= 2 && i+1 < len(tokens) && tokens[i].glued && tokens[i].fold == "." && gluedNumber(tokens, i+1) && len(tokens[i+1].fold) == 3 {
		n, i = n+tokens[i+1].fold, i+2
	} else if len(n) == 2 && i < len(tokens) && tokens[i].kind == numberToken && !tokens[i].glued && len(tokens[i].fold) == 3 {
		n, i = n+tokens[i].fold, i+1
	}
	// 128(I)/2000
	if glued(tokens, i, "(") && i+2 < len(tokens) && tokens[i+1].fold == "i" && glued(tokens, i+2, ")") && glued(tokens, i+3, "/") {
		i += 3
	}
	switch {
	case glued(tokens, i, "/") && i+3 < len(tokens) && tokens[i+1].fold == "l" && glued(tokens, i+2, "-") && gluedNumber(tokens, i+3):
		return n + "/l-" + trimZeros(tokens[i+3].fold), i + 4 // 06/L-074
	case glued(tokens, i, "/") && gluedNumber(tokens, i+1) && len(tokens[i+1].fold) <= 5:
		second := tokens[i+1].fold
		if len(second) == 2 && len(n) <= 4 && !yearLike(n) {
			second = fullYear(second)
		}
		i += 2
		if glued(tokens, i, "/") && i+1 < len(tokens) && tokens[i+1].glued && tokens[i+1].kind == wordToken {
			i += 2 // /JHA
		}
		return n + "/" + trimZeros(second), i
	case glued(tokens, i, "-") && i+1 < len(tokens) && tokens[i+1].glued && isRoman(tokens[i+1].fold):
		return n + "-" + tokens[i+1].fold, i + 2 // 985-XV
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
		add := func(key, kind string) {
			if key != "" && !seen[key] {
				seen[key] = true
				out[key] = append(out[key], numbered{i, kind})
			}
		}
		if series := seriesOf(i); series != "" {
			add(series, "treaty")
		}
		for _, text := range []string{i.Number, i.Abbreviation} {
			tokens := tokenize(text)
			kind := ""
			for at := range tokens {
				if w := lawWords[tokens[at].fold]; w != "" && kind == "" && tokens[at].kind == wordToken {
					kind = w
				}
				if tokens[at].kind != numberToken || at > 0 && glued(tokens, at, tokens[at].fold) && tokens[at-1].kind != markToken {
					continue
				}
				key, _ := numberKey(tokens, at)
				plain := !strings.ContainsAny(key, "/-")
				if plain && (kind == "" || len(key) < 2) {
					continue
				}
				add(key, kindOf(kind, i))
				base, _, _ := strings.Cut(key, "-")
				if y := i.Adopted.Year(); y > 0 && (plain || base != key && !strings.Contains(key, "/")) {
					add(base+"/"+strconv.Itoa(y), kindOf(kind, i))
					if kind == "law" {
						add(base, "law")
					}
				}
				break // what follows it is no number of the instrument
			}
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
