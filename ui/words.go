package ui

import (
	"cmp"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"seelex/legislation"
)

func sourceID(n int) string { return "src-" + strconv.Itoa(n) }

var isoDate, isoDay = regexp.MustCompile(`\b\d{4}-\d{2}(-\d{2})?\b`), regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)

// datesInWords writes the dates within a note of the corpus as people do.
func datesInWords(text string) string { return inWords(isoDate, text) }

// daysInWords does so in a text of any kind, where 2005-12 may be the years of a strategy.
func daysInWords(text string) string { return inWords(isoDay, text) }

func inWords(dates *regexp.Regexp, text string) string {
	if !strings.Contains(text, "-0") && !strings.Contains(text, "-1") { // no month
		return text
	}
	return dates.ReplaceAllStringFunc(text, func(iso string) string {
		if d, err := legislation.ParseDate(iso); err == nil {
			return d.Words()
		}
		return iso // a number that only looks like a date
	})
}

// period gives a stretch of time in words: "since 11 September 2009", "1 January 2006
// to 10 September 2009", "until 2012".
func period(from, to legislation.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return "dates not known"
	case from.IsZero():
		return "until " + to.Words()
	case to.IsZero():
		return "since " + from.Words()
	}
	return from.Words() + " to " + to.Words()
}

// draft is the status of what was prepared, and is law on no day as far as is known.
var draft = Status{"future", "draft, adoption not known"}

// status says how something with a period stands to the day asked.
func status(s legislation.Status, from, to legislation.Date) Status {
	switch s {
	case legislation.Drafted:
		return draft
	case legislation.Ended:
		if to.IsZero() {
			return Status{"ended", "ended"}
		}
		return Status{"ended", "ended " + to.Words()}
	case legislation.NotYet:
		if from.IsZero() {
			return Status{"future", "not yet in force"}
		}
		return Status{"future", "in force from " + from.Words()}
	}
	if from.IsZero() {
		return Status{"in-force", "in force"}
	}
	return Status{"in-force", "in force since " + from.Words()}
}

// variableLabel names a variable of the codebook: "Offence class". What it means is its
// note.
func variableLabel(name string) string { return capital(strings.ReplaceAll(name, "_", " ")) }

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// typeNames are the types of instruments, one and several.
var typeNames = map[string][2]string{
	"code": {"Code", "Codes"}, "act": {"Act", "Acts"}, "bylaw": {"By-law", "By-laws"}, "strategy": {"Strategy", "Strategies"},
	"action-plan": {"Action plan", "Action plans"}, "treaty": {"Treaty", "Treaties"}, "directive": {"Directive", "Directives"},
	"decision": {"Decision", "Decisions"}, "guideline": {"Guideline", "Guidelines"},
}

func typeName(t string) string {
	if names, ok := typeNames[t]; ok {
		return names[0]
	}
	return capital(legislation.CodeWords(t))
}

// languageName is a language in English, with its script where it has two.
func languageName(tag string) string {
	switch tag {
	case "cnr":
		return "Montenegrin"
	case "sh":
		return "Bosnian, Croatian, Montenegrin, Serbian"
	case "el":
		return "Greek"
	case "bs", "hr", "sl", "sq", "tr", "ro", "bg", "mk", "en":
	}
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	base, script, _ := t.Raw()
	name := display.English.Languages().Name(base)
	if name == "" {
		return tag
	}
	if strings.Contains(tag, "-") {
		name += " (" + display.English.Scripts().Name(script) + ")"
	}
	return name
}

// texts are the languages of a text, sorted by tag; where two are spelled alike, once.
func texts(t legislation.Text) []Text {
	out := make([]Text, 0, len(t))
	for _, tag := range slices.SortedFunc(maps.Keys(t), cmp.Compare) {
		if !slices.ContainsFunc(out, func(o Text) bool { return o.Text == t[tag] }) {
			out = append(out, Text{t[tag], tag})
		}
	}
	return out
}

// native is a text in the original language: the first that is not English.
func native(t legislation.Text) *Text {
	for _, text := range texts(t) {
		if text.Lang != "en" && text.Text != "" {
			return &text
		}
	}
	return nil
}

// heading is the English heading with the original below it, or the original alone.
func heading(t legislation.Text) (english string, original *Text) {
	original = native(t)
	if english = t["en"]; english == "" && original != nil {
		return original.Text, nil
	}
	if original != nil && original.Text == english {
		original = nil
	}
	return english, original
}

// firstSentence cuts a text after its first sentence.
func firstSentence(s string) string {
	for i, r := range s {
		if r != '.' && r != ';' {
			continue
		}
		rest := s[i+1:]
		if len(rest) > 2 && rest[0] == ' ' && unicode.IsUpper(rune(rest[1])) && i > 40 {
			return s[:i] + "."
		}
	}
	return s
}

// opening is how a text begins, in a line.
func opening(s string) string { return clip(firstSentence(s), 110) }

func count(n int) string { return legislation.Amount(float64(n)) }

func plural(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return count(n) + " " + several
}

func asItStood(on legislation.Day) AsItStood { return AsItStood{on.String(), on.Date().Words()} }

// query escapes a text as the value of a parameter.
func query(s string) string { return url.QueryEscape(s) }

// lines are a value in words, an item of a list to a line.
func lines(v legislation.Value) []string {
	switch {
	case len(v.Thresholds) > 0:
		return each(v.Thresholds, legislation.Threshold.Words)
	case len(v.Measures) > 0:
		return each(v.Measures, func(m legislation.Measure) string { return daysInWords(m.Words()) })
	case len(v.Items) > 0 && v.Type == legislation.Enums:
		return each(v.Items, legislation.CodeWords)
	case len(v.Items) > 0:
		return v.Items
	}
	return []string{v.Words()}
}

func each[T any](list []T, words func(T) string) []string {
	out := make([]string, len(list))
	for i, item := range list {
		out[i] = words(item)
	}
	return out
}
