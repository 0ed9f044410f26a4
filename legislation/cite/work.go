package cite

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"seelex/legislation"
)

// work is what is known of a cited instrument and of the place in it.
type work struct {
	id         legislation.ID
	instrument *legislation.Instrument
	country    *legislation.Jurisdiction
	parent     string // the name of the state that an entity belongs to
	practice   practice
	on         legislation.Day
	accessed   legislation.Day
	url        string
	lang       string
	title      string // in the native language, "" where it is not known
	distinct   string // what tells it from another work of the same title, "" where nothing must
	sharedName bool   // the abbreviation alone may be another's
	heading    string
	digest     string
	version    legislation.Period
	ended      bool        // the wording that is cited was law on the day and is no longer
	gazettes   []reference // where it was published, first, and amended, up to the day
	updated    []reference
}

// reference is one number of a gazette.
type reference struct {
	name       string // of the gazette
	ref        string // as the gazette is counted: 85/2005, 2002, nr. 128-129, art. 1012
	no         string // the number alone
	year       string
	date       legislation.Date
	correction bool // of a printing mistake
	again      bool // a republication of the whole
}

func workOf(k *legislation.Catalog, q Request) (work, error) {
	i, err := k.Instrument(q.ID.Instrument())
	if err != nil {
		return work{}, err
	}
	j, err := k.Jurisdiction(i.ID.Jurisdiction())
	if err != nil {
		return work{}, err
	}
	w := work{id: q.ID, instrument: i, country: j, on: q.On, accessed: q.Accessed, practice: practices[j.Code]}
	if w.practice.titled == "" {
		w.practice = practices["INT"]
		w.practice.lang = ""
	}
	if parent, err := k.Jurisdiction(j.Parent); j.Parent != "" && err == nil {
		w.parent = parent.Name
	}
	w.url = strings.TrimSuffix(q.Base, "/") + "/law/" + string(q.ID) + "?on=" + q.On.String()
	w.lang, w.title = nativeTitle(i, w.practice.lang, j.Languages)
	w.title = capital(w.title)
	if w.title == "" && w.practice.lang == "en" {
		w.title = i.TitleEn
	}
	w.publications()
	w.twins(k)
	w.content(q.Provision)
	return w, nil
}

func nativeTitle(i *legislation.Instrument, preferred string, languages []string) (lang, title string) {
	for _, tag := range append([]string{preferred}, languages...) {
		if t := i.Title[tag]; t != "" {
			return tag, t
		}
	}
	for _, tag := range []string{"sr-Latn", "bs", "hr", "sr-Cyrl"} {
		if t := i.Title[tag]; t != "" {
			return tag, t
		}
	}
	if preferred != "" {
		return preferred, ""
	}
	return "en", ""
}

// twins finds what the title alone would be taken for: a law of another country, taken
// over from the federation that both were in, or, where no gazette tells them apart, an
// earlier or later law of the same title.
func (w *work) twins(k *legislation.Catalog) {
	for _, i := range k.Instruments {
		if i != w.instrument && i.Abbreviation == w.instrument.Abbreviation && len(w.gazettes) == 0 && i.ID.Jurisdiction() == w.country.Code {
			w.sharedName = true
		}
		if i == w.instrument || i.Type != w.instrument.Type || w.title == "" || !hasTitle(i, w.title) && !w.takenOver(i) {
			continue
		}
		switch same := i.ID.Jurisdiction() == w.country.Code; {
		case same && len(w.gazettes) == 0:
			w.distinct = w.year()
		case !same && (len(w.gazettes) == 0 || len(i.Gazette) > 0 && strings.HasPrefix(i.Gazette[0].Ref, w.gazettes[0].ref)):
			w.distinct = w.country.NativeNames[w.country.Languages[0]]
		}
	}
}

// takenOver reports whether another country has the same federal law.
func (w *work) takenOver(i *legislation.Instrument) bool {
	return len(w.gazettes) > 0 && len(i.Gazette) > 0 && i.Gazette[0].Ref == w.gazettes[0].ref && i.Gazette[0].Name == w.gazettes[0].name &&
		i.Type == w.instrument.Type && i.ID.Jurisdiction() != w.country.Code
}

func hasTitle(i *legislation.Instrument, title string) bool {
	for _, t := range i.Title {
		if t == title {
			return true
		}
	}
	return false
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

func (w *work) content(p *legislation.Provision) {
	w.digest, w.version = w.instrument.Summary, w.instrument.Valid()
	if p == nil || len(p.Versions) == 0 {
		return
	}
	v := p.Versions[legislation.Pick(p.Versions, legislation.Version.Valid, w.on)]
	w.digest, w.version = v.Digest, v.Valid()
	w.ended = !v.Ended.IsZero() && v.Ended.First() >= w.on && v.InForce.First() <= w.on
	for _, tag := range append([]string{w.lang, "en"}, w.country.Languages...) {
		if w.heading == "" {
			w.heading = v.Heading[tag]
		}
	}
}

// date is a day in the words of the native language, where it is used in words.
func (w *work) date(d legislation.Date) string {
	if !d.Exact() {
		return ""
	}
	if w.practice.lang == "ro" {
		t := d.First().Time()
		return strconv.Itoa(t.Day()) + " " + romanianMonths[t.Month()] + " " + strconv.Itoa(t.Year())
	}
	return dotted(d)
}

func dotted(d legislation.Date) string {
	if !d.Exact() {
		return ""
	}
	return d.First().Time().Format("2.1.2006")
}

// number is the number of the instrument in its own language, "" for none.
func (w *work) number() string {
	n := w.instrument.Number
	for _, words := range numberWords[w.practice.lang] {
		if rest, found := strings.CutPrefix(n, words[0]); found {
			n = words[1] + rest
			break
		}
	}
	if w.country.Code == "CY" {
		n = strings.Replace(n, "ν. ", "Ν. ", 1)
		n = strings.Replace(n, "(I)", "(Ι)", 1)
	}
	if w.practice.lang != "en" {
		n = onDate.ReplaceAllString(n, "")
		if strings.Contains(n, "Ministry") {
			return "" // what the corpus has in English only
		}
	}
	return n
}

// dated is the number with the date of adoption.
func (w *work) dated() string {
	n := w.number()
	if w.country.Code == "INT" {
		return w.treaty()
	}
	d := w.date(w.instrument.Adopted)
	if n == "" || d == "" {
		return n
	}
	switch w.practice.lang {
	case "sq":
		return n + ", datë " + d
	case "ro":
		if strings.Contains(n, "/") {
			return n
		}
		return n + " din " + d
	}
	return n
}

var volumePage = regexp.MustCompile(`vol\. (\d+), p\. (\d+)`)

// treaty is where a treaty is found, or the number of another international document.
func (w *work) treaty() string {
	if series := w.series(); series != "" {
		return strings.Join(slices.DeleteFunc([]string{w.instrument.Adopted.Words(), series}, func(s string) bool { return s == "" }), ", ")
	}
	return strings.Join(slices.DeleteFunc([]string{w.instrument.Number, w.instrument.Adopted.Words()}, func(s string) bool { return s == "" }), ", ")
}

// series is a treaty's place in the treaty series: "1582 UNTS 95", "ETS No. 156".
func (w *work) series() string { return seriesOf(w.instrument) }

func seriesOf(i *legislation.Instrument) string {
	if s := treatySeries[string(i.ID)]; s != "" {
		return s
	}
	if m := volumePage.FindStringSubmatch(i.Number); m != nil && strings.HasPrefix(i.Number, "UNTS") {
		return m[1] + " UNTS " + m[2]
	}
	if strings.HasPrefix(i.Number, "ETS") {
		return i.Number
	}
	return ""
}

// segment is one step of the place: its kind and number, or its name.
type segment struct {
	kind, number string
	name         string // for one without a number: "section on aims"
}

func (w *work) segments() []segment {
	var out []segment
	at := w.instrument.ID
	for _, s := range w.id.Segments() {
		kind, number, _ := strings.Cut(s, "-")
		one := segment{kind: kind, number: number}
		label := (at + "/" + legislation.ID(s)).Label()
		switch {
		case kind == "annex" && number == "":
		case isName(kind, number), practiceKind(kind) == "":
			one.name = nameOfPlace(kind, number, s)
		case kind == "sec" && !strings.ContainsFunc(number, unicode.IsLetter):
			one.number = strings.ReplaceAll(number, "-", ".")
		case kind != "par" && kind != "pt":
			_, one.number, _ = strings.Cut(label, " ")
		}
		out = append(out, one)
	}
	return out
}

func practiceKind(kind string) string { return english[kind] }

// nameOfPlace is the name in English of a place without a number.
func nameOfPlace(kind, number, whole string) string {
	words := strings.ReplaceAll(number, "-", " ")
	switch {
	case number == "preamble":
		return "preamble"
	case kind == "sec":
		return "section on " + words
	case kind == "ch":
		return "chapter on " + words
	case kind == "art":
		return "article on " + words
	case kind == "annex":
		return "annex: " + words
	case kind == "pt" || kind == "par":
		return words
	}
	return strings.ReplaceAll(whole, "-", " ")
}

// isName reports whether a segment is called by words: its letters are more than the
// numbers of statutes have.
func isName(kind, number string) bool {
	run, longest, digits := 0, 0, false
	for _, r := range number {
		run++
		if !unicode.IsLower(r) {
			run = 0
		}
		digits = digits || unicode.IsDigit(r)
		longest = max(longest, run)
	}
	return number == "" || longest > 3 || !digits && kind != "pt" && longest > 2
}
