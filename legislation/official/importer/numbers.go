package importer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A digest and the text of the same provision ought to state the same numbers. Only
// what can be compared with some certainty is: years, months, days, grams, kilograms
// and money. A number of the digest is reported when the text has numbers of the same
// kind and none of them, nor any other number of the text, is equal to it.

// unit is a kind of number.
type unit string

const (
	years  unit = "years"
	months unit = "months"
	days   unit = "days"
	grams  unit = "g"
	kilos  unit = "kg"
)

// unitStems are how words of a unit begin, in every language of the region, folded.
var unitStems = map[unit][]string{
	years:  {"year", "godin", "годин", "godini", "leto", "let", "leta", "ετη", "ετων", "ετοσ", "ετουσ", "vit", "vjet", "vjec", "vite", "an", "ani", "yil", "гoдин"},
	months: {"month", "mesec", "mjesec", "месец", "μην", "muaj", "muaji", "luni", "luna", "ay", "aydan", "aya"},
	days:   {"day", "dan", "дан", "дена", "ден", "дни", "ημερ", "dite", "zile", "zi", "gun"},
	grams:  {"gram", "грам", "γραμμ", "g", "гр", "г", "gr"},
	kilos:  {"kilogram", "килограм", "χιλιογραμμ", "kg", "кг"},
}

// exactStems are stems that are whole words: "an" is a year in Romanian, "antidrog" is
// not.
var exactStems = map[string]bool{"an": true, "ani": true, "let": true, "leta": true, "leto": true, "ay": true, "zi": true, "g": true, "gr": true, "г": true, "гр": true, "kg": true, "кг": true, "vit": true, "vite": true, "dan": true, "дан": true, "ден": true}

// numberWords are the numbers that laws write in words, by how they begin, folded. Longer
// stems go before shorter ones.
var numberWords = map[string]map[int][]string{
	"sh": {1: {"jedan", "jedn", "један", "једн"}, 2: {"dve", "dvije", "dva", "две", "двије", "два"}, 3: {"tri", "три"}, 4: {"cetiri", "четири"}, 5: {"pet", "пет"}, 6: {"sest", "шест"}, 7: {"sedam", "седам"}, 8: {"osam", "осам"}, 9: {"devet", "девет"}, 10: {"deset", "десет"}, 12: {"dvanaest", "дванаест"}, 15: {"petnaest", "петнаест"}, 20: {"dvadeset", "двадесет"}, 30: {"trideset", "тридесет"}, 40: {"cetrdeset", "четрдесет"}},
	"mk": {1: {"една", "еден", "едно"}, 2: {"две", "два"}, 3: {"три"}, 4: {"четири"}, 5: {"пет"}, 6: {"шест"}, 7: {"седум"}, 8: {"осум"}, 9: {"девет"}, 10: {"десет"}, 12: {"дванаесет"}, 15: {"петнаесет"}, 20: {"дваесет"}},
	"bg": {1: {"една", "един", "едно"}, 2: {"две", "два"}, 3: {"три"}, 4: {"четири"}, 5: {"пет"}, 6: {"шест"}, 7: {"седем"}, 8: {"осем"}, 10: {"десет"}, 12: {"дванадесет"}, 15: {"петнадесет"}, 20: {"двадесет"}},
	"sl": {1: {"en", "eno", "enega", "enem"}, 2: {"dve", "dveh", "dva"}, 3: {"tri", "treh"}, 4: {"stiri"}, 5: {"pet", "petih"}, 6: {"sest"}, 7: {"sedem", "sedmih"}, 8: {"osem", "osmih"}, 9: {"devet"}, 10: {"deset"}, 12: {"dvanajst"}, 15: {"petnajst"}, 20: {"dvajset"}, 30: {"trideset"}},
	"el": {1: {"ενα", "ενοσ", "μια", "μιασ"}, 2: {"δυο"}, 3: {"τρια", "τριων", "τρεισ", "τρι"}, 4: {"τεσσερ", "τεσσαρ"}, 5: {"πεντε", "πενταετ"}, 6: {"εξι", "εξαμην"}, 7: {"επτα", "εφτα"}, 8: {"οκτω", "οχτω"}, 9: {"εννεα", "εννια"}, 10: {"δεκα"}, 11: {"εντεκα"}, 12: {"δωδεκα"}, 13: {"δεκατρι"}, 14: {"δεκατεσσ"}, 15: {"δεκαπεντε"}, 16: {"δεκαεξι"}, 17: {"δεκαεπτα"}, 18: {"δεκαοκτω", "δεκαοχτω"}, 20: {"εικοσι"}, 30: {"τριαντα"}, 40: {"σαραντα"}, 50: {"πενηντα"}},
	"sq": {1: {"nje"}, 2: {"dy"}, 3: {"tre", "tri"}, 4: {"kater"}, 5: {"pese"}, 6: {"gjashte"}, 7: {"shtate"}, 8: {"tete"}, 10: {"dhjete"}, 12: {"dymbedhjete"}, 15: {"pesembedhjete"}, 20: {"njezet"}, 30: {"tridhjete"}},
	"ro": {1: {"un", "o", "unu"}, 2: {"doi", "doua"}, 3: {"trei"}, 4: {"patru"}, 5: {"cinci"}, 6: {"sase"}, 7: {"sapte"}, 8: {"opt"}, 10: {"zece"}, 12: {"doisprezece"}, 15: {"cincisprezece"}, 20: {"douazeci"}},
	"tr": {1: {"bir"}, 2: {"iki"}, 3: {"uc"}, 4: {"dort"}, 5: {"bes"}, 6: {"alti"}, 7: {"yedi"}, 8: {"sekiz"}, 10: {"on"}, 12: {"oniki"}, 15: {"onbes"}, 20: {"yirmi"}, 30: {"otuz"}},
	"en": {1: {"one"}, 2: {"two"}, 3: {"three"}, 4: {"four"}, 5: {"five"}, 6: {"six"}, 7: {"seven"}, 8: {"eight"}, 9: {"nine"}, 10: {"ten"}, 11: {"eleven"}, 12: {"twelve"}, 13: {"thirteen"}, 14: {"fourteen"}, 15: {"fifteen"}, 16: {"sixteen"}, 17: {"seventeen"}, 18: {"eighteen"}, 19: {"nineteen"}, 20: {"twenty"}, 30: {"thirty"}, 40: {"forty"}, 50: {"fifty"}, 60: {"sixty"}, 90: {"ninety"}},
}

// families join tags that count with the same words.
var families = map[string]string{"sr": "sh", "hr": "sh", "bs": "sh", "cnr": "sh", "sh": "sh"}

func countsIn(tag string) map[int][]string {
	main := mainTag(tag)
	if family := families[main]; family != "" {
		main = family
	}
	return numberWords[main]
}

// largest is the most of a unit that laws count with it.
var largest = map[unit]float64{years: 60, months: 120, days: 366, grams: 1e6, kilos: 1e6}

// quantity is a number with its unit, as it stands in a text.
type quantity struct {
	value float64
	unit  unit
}

func (q quantity) String() string {
	return strconv.FormatFloat(q.value, 'f', -1, 64) + " " + string(q.unit)
}

var wordOrNumber = regexp.MustCompile(`\d+(?:[.,]\d+)*|\pL+`)

// quantities reads the numbers of a text that stand before a unit, and all its numbers.
// "from 3 to 10 years" gives years to both.
func quantities(text, tag string) (with []quantity, all []float64) {
	words := countsIn(tag)
	var waiting []float64
	gap := 0
	reach := 3
	if tag == "en" {
		reach = 0 // in English a unit follows its number at once
	}
	tens := 0.0 // the number that the word before gives, where it may be the first half of twenty-five
	for _, token := range wordOrNumber.FindAllString(text, -1) {
		if tag == "en" && (token == "to" || token == "and" || token == "or") {
			tens = 0
			continue
		}
		if n, ok := number(token, words); ok {
			all = append(all, n)
			if gap > reach {
				waiting = nil
			}
			if tens > 0 && n < 10 && !unicode.IsDigit(rune(token[0])) {
				n += tens
				all, waiting = append(all, n), waiting[:max(0, len(waiting)-1)]
			}
			waiting, gap, tens = append(waiting, n), 0, 0
			if n >= 20 && n < 100 && int(n)%10 == 0 && !unicode.IsDigit(rune(token[0])) {
				tens = n
			}
			continue
		}
		if token != "e" && token != "și" && token != "si" { // njëzet e pesë, douăzeci și cinci
			tens = 0
		}
		if u, ok := unitOf(fold(token)); ok && len(waiting) > 0 && gap <= reach {
			for _, n := range waiting {
				if n > largest[u] {
					continue // the year of a date, the number of a law
				}
				with = append(with, quantity{n, u})
			}
			waiting = nil
			continue
		}
		gap++
		if gap > 6 {
			waiting = nil
		}
	}
	return with, all
}

func number(token string, words map[int][]string) (float64, bool) {
	if unicode.IsDigit(rune(token[0])) {
		n, err := strconv.ParseFloat(plainNumber(token), 64)
		return n, err == nil
	}
	folded := fold(token)
	best, length := 0, 0
	_, english := words[19] // which does not inflect them
	for n, stems := range words {
		for _, stem := range stems {
			more := utf8.RuneCountInString(folded) - utf8.RuneCountInString(stem) // of the ending
			if len(stem) > length && (folded == stem || !english && len(stem) >= 4 && strings.HasPrefix(folded, stem) && more <= 3) {
				best, length = n, len(stem)
			}
		}
	}
	return float64(best), length > 0
}

var thousands = regexp.MustCompile(`^\d{1,3}(?:[.,]\d{3})+$`)

// plainNumber reads the points of 10.000 as those of thousands, those of 0,5 as a
// decimal sign.
func plainNumber(s string) string {
	if thousands.MatchString(s) {
		return strings.NewReplacer(".", "", ",", "").Replace(s)
	}
	return strings.ReplaceAll(s, ",", ".")
}

func unitOf(folded string) (unit, bool) {
	best, length := unit(""), 0
	for u, stems := range unitStems {
		for _, stem := range stems {
			if len(stem) > length && (folded == stem || !exactStems[stem] && len(stem) >= 4 && strings.HasPrefix(folded, stem)) {
				best, length = u, len(stem)
			}
		}
	}
	return best, length > 0
}

// disagreements compares the digest of a provision with its official text. What the
// digest attributes to practice or to other law is left alone.
func disagreements(id, digest, language, text string) (out []Disagreement) {
	if countsIn(language) == nil {
		return nil
	}
	theirs, all := quantities(text, language)
	for _, sentence := range sentences.Split(abbreviated.ReplaceAllString(digest, "$1.\u00a0"), -1) {
		if reported.MatchString(sentence) {
			continue
		}
		ours, _ := quantities(sentence, "en")
		for _, q := range ours {
			var same []string
			for _, t := range theirs {
				if s := t.String(); t.unit == q.unit && !slices.Contains(same, s) {
					same = append(same, s)
				}
			}
			known := slices.Contains(all, q.value) || q.unit == years && slices.Contains(all, q.value*12) || q.unit == months && slices.Contains(all, q.value/12)
			if len(same) == 0 || known {
				continue
			}
			d := Disagreement{Provision: id, Digest: clip(strings.TrimSpace(sentence), 300), Number: q.String(), Official: strings.Join(same, ", ")}
			if !slices.ContainsFunc(out, func(o Disagreement) bool { return o.Number == d.Number }) {
				out = append(out, d)
			}
		}
	}
	return out
}

// What a sentence of a digest owes to another provision, another time or to what others
// say is not compared.
var (
	sentences   = regexp.MustCompile(`[.;] `)
	abbreviated = regexp.MustCompile(`\b([Aa]rts?|[Pp]aras?|[Pp]ars?|[Nn]os?|cf)\. `)
	reported    = regexp.MustCompile(`(?i)\b(reported|practice|until|since|before|formerly|previously|earlier|original version|amend|statistics|cases? in|reportedly|general maximum|` +
		`speaks? of|says? of|EMCDDA|Wikipedia|consolidations? read|articles? \d|arts?\.[\s\x{a0}]?\d|penalt(?:y|ies) of paragraphs? \d)|\(par`)
)
