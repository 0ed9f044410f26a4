package cite

import (
	"regexp"
	"strconv"
	"strings"
)

// native is the citation as lawyers of the jurisdiction write it.
func (w *work) native() string {
	i := w.instrument
	if j, is := w.judgment(); is {
		return j.curia(i.Adopted.Words(), w.pin())
	}
	title := w.title
	if title == "" {
		title = "[" + i.TitleEn + "]"
	}
	if w.distinct != "" {
		title += " [" + w.distinct + "]"
	}
	values := map[string]string{"title": title, "name": i.Abbreviation, "number": w.number(), "dated": w.dated(), "gazette": w.gazette(), "pin": w.pin()}
	values["genitive"] = w.genitive()
	values["law"] = strings.Replace(values["dated"], "ligji ", "ligjit ", 1)
	if i.IsStrategy() || i.Type == "guideline" {
		values["title"] = em(title)
	}
	pattern := w.pinPattern(values)
	if w.id.IsInstrument() {
		pattern = w.wholePattern(values)
	}
	w.facts(pattern, title, values)
	out := w.tidy(fill(pattern, values))
	if w.id.IsInstrument() && w.country.Code == "AL" {
		return capital(out)
	}
	return out
}

// counted is a number with its year, whatever words stand around it.
var counted = regexp.MustCompile(`\d+/\d{4}`)

// facts leaves out a number that the title or the name has already, and gathers the
// others.
func (w *work) facts(pattern, title string, values map[string]string) {
	if rest, found := strings.CutPrefix(title, "Lege "); found && strings.HasPrefix(values["dated"], "Legea nr.") {
		values["title"] = values["dated"] + " " + rest // the number stands in the title
		title = values["title"]
	}
	for _, key := range []string{"number", "dated"} {
		n := values[key]
		said := strings.Contains(pattern, "{title}") && (strings.Contains(title, n) || counted.MatchString(n) && strings.Contains(strings.ReplaceAll(title, ".", ""), counted.FindString(n))) || strings.Contains(pattern, "{name}") && n == w.instrument.Abbreviation
		if said || strings.HasPrefix(n, "RG ") {
			values[key] = ""
		}
	}
	number := values["number"]
	switch w.country.Code {
	case "MD":
		number = values["dated"]
	case "SI":
		number = values["name"]
	}
	values["facts"] = join(", ", number, values["gazette"])
}

func (w *work) wholePattern(values map[string]string) string {
	p := w.practice
	switch {
	case w.country.Code == "AL" && (w.instrument.IsStrategy() || w.instrument.Type == "code" || w.title == "" || values["dated"] == ""):
		return "{title}< ({dated})><, {gazette}>"
	case w.country.Code == "GR" && (values["number"] == "" || w.title == ""):
		return "<{number} >{title}< ({gazette})>"
	case w.country.Code == "GR" && w.instrument.Type == "code":
		return "{title}< ({facts})>"
	}
	return p.whole
}

func (w *work) pinPattern(values map[string]string) string {
	p, i := w.practice, w.instrument
	code := i.Type == "code"
	switch {
	case p.short != "" && code && w.country.Code == "AL" && values["genitive"] != "":
		return p.short
	case p.short != "" && w.country.Code != "AL" && i.Abbreviation != "" && !w.sharedName && !i.IsStrategy() && !strings.Contains(i.Abbreviation, "/19") && !strings.Contains(i.Abbreviation, "/20"):
		return p.short
	case w.country.Code == "XK" && (values["genitive"] == "" || values["number"] == ""):
		return p.titled
	case p.numbered != "" && !i.IsStrategy() && i.Number != "" && values[numberKeyOf(p.numbered)] != "" && (w.country.Code != "TR" || !strings.HasPrefix(values["number"], "RG")) &&
		(w.country.Code != "GR" || strings.Contains(i.Number, "/")) && (i.Type == "act" || i.Type == "code" || i.Type == "bylaw"):
		return p.numbered
	}
	return p.titled
}

func numberKeyOf(pattern string) string {
	if strings.Contains(pattern, "{dated}") || strings.Contains(pattern, "{law}") {
		return "dated"
	}
	return "number"
}

// tidy takes out what an unknown value leaves behind.
func (w *work) tidy(s string) string {
	return strings.TrimSpace(strings.NewReplacer(" ,", ",", "()", "", "  ", " ", " /", "/", " -", "-").Replace(s))
}

// genitive is an Albanian title after "neni 283 i": of a title whose head has a known
// form.
func (w *work) genitive() string {
	title := w.title
	if w.country.Code == "AL" {
		title, _, _ = strings.Cut(title, " i Republikës")
	}
	for _, g := range genitives {
		if rest, found := strings.CutPrefix(title, g[0]); found {
			if after, of := strings.CutPrefix(rest, "i "); of {
				rest = "të " + after
			}
			return g[1] + strings.Replace(rest, " i Republikës", " të Republikës", 1)
		}
	}
	return ""
}

// pin is the place in the native style.
func (w *work) pin() string {
	segments := w.segments()
	var steps []string
	for n, s := range segments {
		steps = append(steps, w.step(s, w.practice.inner && n < len(segments)-1 && s.name == "" && segments[n+1].name == ""))
	}
	if w.practice.inner {
		return w.innerFirst(segments, steps)
	}
	var b strings.Builder
	for n, s := range steps {
		if n > 0 {
			join := w.practice.join
			if segments[n].name != "" || join == "" && practiceKind(segments[n].kind) != "" && segments[n].kind != "par" && segments[n].kind != "pt" {
				join = " "
			}
			b.WriteString(join)
		}
		b.WriteString(s)
	}
	return b.String()
}

// innerFirst puts the steps in Slovene order, what has a name last: 1. točka prvega
// odstavka 186. člena.
func (w *work) innerFirst(segments []segment, steps []string) string {
	var plain, named []string
	for n := len(steps) - 1; n >= 0; n-- {
		if segments[n].name == "" {
			plain = append(plain, steps[n])
		} else {
			named = append([]string{steps[n]}, named...)
		}
	}
	return strings.Join(append(plain, named...), " ")
}

// step is one step of a place; outer says that it stands behind an inner one.
func (w *work) step(s segment, outer bool) string {
	if s.name != "" {
		return "[" + s.name + "]"
	}
	form := w.practice.steps[s.kind]
	if s.kind == "sec" && w.country.Code == "INT" && w.instrument.Type != "decision" {
		form = "section %" // only resolutions count paragraphs
	}
	if f := w.practice.steps[s.kind+"+"]; outer && f != "" {
		form = f
	}
	if strings.Contains(form, "§") {
		if n, err := strconv.Atoi(s.number); err == nil && n > 0 && n < len(slovene) {
			word := slovene[n][0]
			if outer {
				word = slovene[n][1]
			}
			return strings.Replace(form, "§", word, 1)
		}
		form = strings.Replace(form, "§", "%.", 1)
	}
	return strings.TrimSpace(strings.Replace(form, "%", w.printed(s), 1))
}

// printed is a number as the gazettes of the jurisdiction print it: 354а, 283/a, 2ΙΒ,
// 48-а, 105/A.
func (w *work) printed(s segment) string {
	number := s.number
	base, added, found := strings.Cut(number, " ")
	switch {
	case found && (added == "bis" || added == "ter"):
		return number
	case found && w.country.Code == "INT":
		return base + "(" + added + ")"
	case found && w.country.Code == "TR":
		return base + "/" + strings.ToUpper(added)
	case found && w.country.Code == "MK":
		return base + "-" + w.letters(added)
	case found:
		return base + added
	case s.kind == "pt" && (w.country.Code == "INT" || w.country.Code == "EU"):
		return strings.ReplaceAll(number, "-", ")(")
	case s.kind == "pt" && len(number) <= 2:
		return w.letters(number)
	}
	digits := 0
	for digits < len(number) && number[digits] >= '0' && number[digits] <= '9' {
		digits++
	}
	if digits > 0 && len(number)-digits <= 3 && !strings.ContainsAny(number, "./¹²³") {
		return number[:digits] + w.letters(number[digits:])
	}
	return number
}

// letters writes letters in the jurisdiction's alphabet.
func (w *work) letters(s string) string {
	if w.practice.alphabet == nil {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if native, ok := w.practice.alphabet[r]; ok {
			b.WriteString(native)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// nativeEnglish is the native citation for readers of English: the same facts in the
// same order, the title and the words in English.
func (w *work) nativeEnglish() string {
	i := w.instrument
	if j, is := w.judgment(); is {
		return j.curia(i.Adopted.Words(), w.pin())
	}
	title := w.englishTitle()
	if w.country.Code == "EU" {
		title = composedTitle(i)
	}
	if w.series() != "" {
		title = w.treatyTitle()
	}
	if i.IsStrategy() || i.Type == "guideline" {
		title = em(title)
	}
	var facts []string
	if i.Number != "" && !strings.Contains(title, i.Number) && !strings.HasPrefix(i.Number, "Official Gazette") && w.series() == "" {
		facts = append(facts, i.Number)
	}
	switch {
	case w.country.Code == "INT":
		facts = append(facts, i.Adopted.Words(), w.series())
	case len(w.gazettes) > 0:
		facts = append(facts, w.source())
	case len(facts) == 0 && !i.Adopted.IsZero():
		facts = append(facts, "adopted "+i.Adopted.Words())
	}
	out := title
	if place := w.place(); place != "" && !strings.Contains(title, place) {
		out += " (" + place + ")"
	}
	if pin := w.pinEnglish("Art. ", "Sec. ", "Ch. ", "Annex "); pin != "" {
		out = pin + " " + out
	}
	for _, f := range facts {
		if f != "" {
			out += ", " + f
		}
	}
	return out
}

// place is the name of the legal order in English, "" for the international one.
func (w *work) place() string {
	switch w.country.Code {
	case "INT", "EU":
		return ""
	}
	return strings.TrimRight(w.country.Name, "*")
}

// source is the gazette for readers of English, with the last amendment.
func (w *work) source() string {
	first := w.gazettes[0]
	out := shortGazette(first.name) + " " + first.ref
	if strings.Contains(first.ref, "OJ ") {
		out = first.ref
	}
	if first.year == "" && !first.date.IsZero() && w.country.Code != "EU" {
		out += " (" + first.date.Words() + ")"
	} else if w.country.Code == "EU" && first.date.Exact() {
		out += ", " + first.date.Words()
	}
	if last := w.lastAmendment(); last != "" {
		out += ", as last amended by " + last
	}
	return out
}

// pinEnglish is the place with English words: Art. 246a(1), Annex 3 [use].
func (w *work) pinEnglish(article, section, chapter, annex string) string {
	if w.country.Code == "INT" && w.instrument.Type == "decision" {
		section = strings.NewReplacer("s ", "para ", "sec. ", "para. ", "Sec. ", "Para. ").Replace(section)
	}
	words := map[string]string{"art": article, "sec": section, "ch": chapter, "annex": annex}
	var b strings.Builder
	for n, s := range w.segments() {
		switch {
		case s.name != "":
			if n > 0 {
				b.WriteString(" ")
			}
			b.WriteString("[" + s.name + "]")
		case s.kind == "par" || s.kind == "pt":
			if n == 0 {
				b.WriteString(map[string]string{"par": "para ", "pt": "point "}[s.kind])
			}
			b.WriteString("(" + strings.ReplaceAll(s.number, "-", ")(") + ")")
		default:
			if n > 0 {
				b.WriteString(" ")
			}
			b.WriteString(strings.TrimRight(words[s.kind]+w.printedEnglish(s), " "))
		}
	}
	return b.String()
}

func (w *work) printedEnglish(s segment) string {
	base, added, found := strings.Cut(s.number, " ")
	switch {
	case found && len(added) == 1 && s.kind == "sec":
		return base + "(" + added + ")"
	case found && w.country.Code == "TR":
		return base + "/" + strings.ToUpper(added)
	case found && added != "bis" && added != "ter":
		return base + added
	}
	return s.number
}
