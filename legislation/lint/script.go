package lint

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// scriptOf is the script that a language is written in.
func scriptOf(tag string) *unicode.RangeTable {
	t, err := language.Parse(tag)
	if err != nil {
		return unicode.Latin
	}
	script, _ := t.Script()
	switch script.String() {
	case "Cyrl":
		return unicode.Cyrillic
	case "Grek":
		return unicode.Greek
	}
	return unicode.Latin
}

// scripts are the scripts of the region, with their English names.
var scripts = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek}

var scriptNames = map[*unicode.RangeTable]string{unicode.Latin: "Latin", unicode.Cyrillic: "Cyrillic", unicode.Greek: "Greek"}

var letters = regexp.MustCompile(`[\p{L}\p{M}]+`)

// script checks a text against the script of its language: no word mixes scripts, no
// letter only looks right, and the text as a whole is in the script. A word of another
// script is an error under a language of the region; English texts may quote one.
func (s *scope) script(field, tag, text string) {
	own := scriptOf(tag)
	seen, foreign, before := own == unicode.Latin && isASCII(text), "", own
	if seen {
		return
	}
	for _, word := range letters.FindAllString(text, -1) {
		script, mixed := wordScript(word)
		if mixed {
			return
		}
		switch {
		case script == own:
			seen = true
		case before != script && disguised(word, own):
			s.fault(field, word, "only looks "+scriptNames[own]+": it is written with "+scriptNames[script]+" letters", "the same with letters of the "+scriptNames[own]+" script")
			return
		case script != unicode.Latin && !symbol(word), script == unicode.Latin && word != strings.ToUpper(word) && len(word) > 3:
			foreign = word
		}
		before = script
	}
	switch {
	case foreign == "":
	case tag == "en":
		s.doubt(field, foreign, "is written with "+scriptName(foreign)+" letters in an English text", "the word in Latin letters; terms of art in their own script stand in terms")
	case own == unicode.Latin:
		s.fault(field, foreign, "is written with "+scriptName(foreign)+" letters in a text under "+tag, "the word in Latin letters, or another language tag")
	case !seen && (strings.HasPrefix(field, "terms.") || strings.HasPrefix(field, "labels.")):
		s.doubt(field, clip(text), "has no "+scriptNames[own]+" letter, though it stands under "+tag, "the term in the "+scriptNames[own]+" script; only scientific names stay in Latin")
	case !seen:
		s.fault(field, clip(text), "has no "+scriptNames[own]+" letter, though it stands under "+tag, "the text in the "+scriptNames[own]+" script, or another language tag")
	}
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// pure reports the first word with letters of two scripts: most often typed with the
// wrong keyboard, and not found by any search.
func (s *scope) pure(field, text string) {
	if isASCII(text) {
		return
	}
	for _, word := range letters.FindAllString(text, -1) {
		if _, mixed := wordScript(word); mixed {
			s.mixed(field, word)
			return
		}
	}
}

func (s *scope) mixed(field, word string) {
	counts := lettersByScript(word)
	most := unicode.Latin
	for _, table := range scripts {
		if len(counts[table]) > len(counts[most]) {
			most = table
		}
	}
	var strays []string
	for _, table := range scripts {
		if table != most {
			for _, r := range counts[table] {
				strays = append(strays, string(r)+" ("+scriptNames[table]+")")
			}
		}
	}
	s.fault(field, word, "mixes scripts: among "+scriptNames[most]+" letters stands "+strings.Join(strays, ", "), "one script")
}

func lettersByScript(word string) map[*unicode.RangeTable][]rune {
	counts := map[*unicode.RangeTable][]rune{}
	for _, r := range word {
		for _, table := range scripts {
			if unicode.Is(table, r) {
				counts[table] = append(counts[table], r)
			}
		}
	}
	return counts
}

// wordScript is the script of a word's letters, and whether there are letters of
// another one among them. Micrograms may be written with the Greek letter.
func wordScript(word string) (script *unicode.RangeTable, mixed bool) {
	for i, r := range word {
		if i == 0 && r == 'μ' && len([]rune(word)) == 2 {
			continue
		}
		for _, table := range scripts {
			switch {
			case !unicode.Is(table, r):
			case script == nil:
				script = table
			case script != table:
				return script, true
			}
		}
	}
	if script == nil {
		return unicode.Latin, false
	}
	return script, false
}

func scriptName(word string) string {
	script, _ := wordScript(word)
	return scriptNames[script]
}

// lookAlike are letters that are printed like Latin ones.
var lookAlike = map[*unicode.RangeTable]string{
	unicode.Cyrillic: "АВЕЅІЈКМНОРСТХаеорсхуѕіј",
	unicode.Greek:    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
}

// conjunctions are one-letter words of Cyrillic texts that are easily typed with the
// Latin letter of the same look.
const conjunctions = "aoc"

// disguised reports whether a word of another script would pass for one of the own
// script. Latin capitals inside Cyrillic and Greek are left alone: statutes have
// Roman numerals and international abbreviations.
func disguised(word string, own *unicode.RangeTable) bool {
	script, _ := wordScript(word)
	if script == unicode.Latin {
		return own == unicode.Cyrillic && len(word) == 1 && strings.Contains(conjunctions, word)
	}
	for _, r := range word {
		if !strings.ContainsRune(lookAlike[script], r) {
			return false
		}
	}
	return true
}

// symbol reports whether the word is a single Greek letter, as chemistry and
// measures use them.
func symbol(word string) bool {
	return len([]rune(word)) == 1 && unicode.Is(unicode.Greek, []rune(word)[0])
}
