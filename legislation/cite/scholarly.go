package cite

import (
	"regexp"
	"strconv"
	"strings"

	"seelex/legislation"
)

// titled is the title as the scholarly styles want it: the original, in Latin letters
// where the style asks for that, with the English title in square brackets; in italics
// for a report.
func (w *work) titled(latin bool) string {
	emphasise := func(s string) string {
		if w.report() {
			return em(s)
		}
		return s
	}
	if w.title == "" || w.title == w.instrument.TitleEn || w.lang == "en" {
		return emphasise(w.instrument.TitleEn)
	}
	title := w.title
	if latin {
		title = romanise(title, w.lang)
	}
	return emphasise(title) + " [" + w.englishTitle() + "]"
}

var editorial = regexp.MustCompile(` \((?:\d{4}|[A-Z-]+\d*)\)$`)

// englishTitle is the English title without the year or abbreviation that the corpus
// adds to tell laws apart, where the gazette does that.
func (w *work) englishTitle() string {
	if len(w.gazettes) == 0 {
		return w.instrument.TitleEn
	}
	return editorial.ReplaceAllString(w.instrument.TitleEn, "")
}

var endingYear = regexp.MustCompile(`, \d{4}$`)

// treatyTitle is the name of a treaty without the year, which the date gives.
func (w *work) treatyTitle() string { return endingYear.ReplaceAllString(w.instrument.TitleEn, "") }

// number in English, unless the title has it.
func (w *work) plainNumber() string {
	n := w.instrument.Number
	if n == "" || strings.Contains(w.instrument.TitleEn, n) || strings.Contains(w.title, n) || strings.Contains(n, "Official Gazette") {
		return ""
	}
	if n[0] >= '0' && n[0] <= '9' && w.country.Code != "EU" && w.country.Code != "TR" {
		return "No. " + n
	}
	return n
}

// year is the year of the instrument: of adoption, of the gazette, of force.
func (w *work) year() string {
	i := w.instrument
	switch {
	case !i.Adopted.IsZero():
		return strconv.Itoa(i.Adopted.Year())
	case len(w.gazettes) > 0 && !w.gazettes[0].date.IsZero():
		return strconv.Itoa(w.gazettes[0].date.Year())
	case len(w.gazettes) > 0 && w.gazettes[0].year != "":
		return strconv.Itoa(w.gazettes[0].yearNumber())
	case !i.InForce.IsZero():
		return strconv.Itoa(i.InForce.Year())
	case i.Period != nil && !i.Period.From.IsZero():
		return strconv.Itoa(i.Period.From.Year())
	}
	return ""
}

// report reports whether the instrument is policy, not law: cited as a report.
func (w *work) report() bool { return w.instrument.IsStrategy() || w.instrument.Type == "guideline" }

// join puts the parts that are known together.
func join(separator string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, separator)
}

func bracket(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}

// oscola follows OSCOLA (4th edition), 2.8: legislation of other jurisdictions as it
// is cited there, without full stops in abbreviations, the jurisdiction in brackets;
// 2.6 for the Union, 3 of its section on international law for treaties.
func (w *work) oscola() string {
	pin := w.pinEnglish("art ", "s ", "ch ", "annex ")
	i := w.instrument
	switch {
	case w.series() != "":
		dates := "adopted " + i.Adopted.Words()
		if !i.InForce.IsZero() {
			dates += ", entered into force " + i.InForce.Words()
		}
		return join(" ", w.treatyTitle(), bracket(dates), stopless(w.series()), pin)
	case w.country.Code == "INT":
		by, number := "", stopless(i.Number)
		if resolution, symbol := w.resolution(); resolution != "" {
			by, number = "UNGA Res "+resolution, "UN Doc "+symbol
		}
		return join(", ", join(" ", by, reportTitle(w, "‘"+i.TitleEn+"’"), bracket(i.Adopted.Words()), number), pin)
	case w.country.Code == "EU":
		if j, is := w.judgment(); is {
			return j.oscola(pin)
		}
		return join(", ", join(" ", w.euTitle(), w.euJournal("[%y] OJ %s%n/%p")), pin)
	case w.report():
		return join(", ", join(" ", w.titled(false), bracket(join(" ", w.place(), w.year()))), stopless(w.plainNumber()), stopless(w.origin()), pin)
	}
	return join(", ", join(" ", w.titled(false), bracket(w.place())), stopless(w.plainNumber()), stopless(w.origin()), pin)
}

func reportTitle(w *work, plain string) string {
	if w.report() {
		return em(w.instrument.TitleEn)
	}
	return plain
}

// stopless takes the full stops out of abbreviations.
var stopless = strings.NewReplacer("No. ", "No ", "no. ", "no ", "nr. ", "nr ", "art. ", "art ", "p. ", "p ", "vol. ", "vol ", "Αρ. ", "Αρ ").Replace

// origin is the gazette with the last amendment, without full stops.
func (w *work) origin() string {
	if len(w.gazettes) == 0 {
		return ""
	}
	first := w.gazettes[0]
	out := join(" ", strings.Replace(first.name, " Partea I", ", Partea I, nr.", 1), first.ref)
	if first.year == "" && !first.date.IsZero() {
		out += " (" + strconv.Itoa(first.date.Year()) + ")"
	}
	if last := w.lastAmendment(); last != "" {
		out += " as amended by " + last
	}
	return out
}

// lastAmendment is where the last amendment up to the day was published.
func (w *work) lastAmendment() string {
	if n := len(w.updated); n > 0 {
		return w.updated[n-1].ref
	}
	for n := len(w.gazettes) - 1; n > 0; n-- {
		if r := w.gazettes[n]; !r.correction && !r.again {
			return r.ref
		}
	}
	return ""
}

// bluebook follows rule 20.5 with 20.2.2 and 20.2.4: title in the original, in Latin
// letters, translation in brackets, place, gazette, country after table T10.3; rule
// 21.4 for treaties.
func (w *work) bluebook() string {
	pin := w.pinEnglish("art. ", "sec. ", "ch. ", "annex ")
	i := w.instrument
	switch {
	case w.series() != "":
		return join(", ", join(" ", w.treatyTitle(), pin), american(i.Adopted.Words()), strings.Replace(w.series(), "UNTS", "U.N.T.S.", 1)) + "."
	case w.country.Code == "INT":
		number := i.Number
		head := join(" ", reportTitle(w, i.TitleEn), pin)
		if resolution, symbol := w.resolution(); resolution != "" {
			head, number = join(", ", "G.A. Res. "+resolution, head), "U.N. Doc. "+symbol
		}
		return join(", ", head, number) + tail(american(i.Adopted.Words())) + "."
	case w.country.Code == "EU":
		if j, is := w.judgment(); is {
			return j.american(j.name, american(i.Adopted.Words()), pin)
		}
		return join(", ", join(" ", w.euTitle(), pin), w.euJournal("%y O.J. (%s %n) %p")) + "."
	case w.report():
		return join(", ", join(" ", w.titled(true), pin), w.plainNumber(), w.originLatin()) + " " + bracket(join(" ", w.practice.country, w.year())) + "."
	}
	return join(", ", join(" ", w.titled(true), pin), w.plainNumber(), w.originLatin()) + " " + bracket(w.practice.country) + "."
}

func (w *work) originLatin() string { return romanise(w.origin(), w.lang) }

// american writes a date as Bluebook does, with the months of table T12.
func american(words string) string {
	parts := strings.Fields(words)
	if len(parts) != 3 {
		return words
	}
	month := parts[1]
	if len(month) > 4 {
		month = month[:3] + "."
		if parts[1] == "September" {
			month = "Sept."
		}
	}
	return month + " " + parts[0] + ", " + parts[2]
}

// apa follows the legal references of APA (7th edition), chapter 11, which are
// Bluebook's with the year; a strategy is a report of its government (10.4).
func (w *work) apa() string {
	pin := w.pinEnglish("art. ", "sec. ", "ch. ", "annex ")
	i := w.instrument
	switch {
	case w.series() != "":
		return join(", ", w.treatyTitle(), pin, longDate(i.Adopted.Words()), strings.Replace(w.series(), "UNTS", "U.N.T.S.", 1)) + "."
	case w.country.Code == "INT":
		return join(", ", reportTitle(w, i.TitleEn), pin, i.Number) + tail(w.year()) + "."
	case w.country.Code == "EU":
		if j, is := w.judgment(); is {
			return j.american(j.name, w.year(), pin)
		}
		return join(", ", w.euTitle(), pin, w.euJournal("%y O.J. (%s %n) %p")) + "."
	case w.report():
		return join(". ", w.place(), bracket(orNoDate(w.year())), join(", ", w.titled(true), pin)) + tail(join(", ", w.plainNumber(), w.originLatin())) + "."
	}
	year := tail(w.year())
	if strings.HasSuffix(w.originLatin(), year) {
		year = "" // the gazette has it
	}
	return join(", ", w.titled(true), pin, w.plainNumber(), w.originLatin()) + year + " (" + w.place() + ")."
}

func orNoDate(year string) string {
	if year == "" {
		return "n.d."
	}
	return year
}

func tail(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

func longDate(words string) string {
	if parts := strings.Fields(words); len(parts) == 3 {
		return parts[1] + " " + parts[0] + ", " + parts[2]
	}
	return words
}

// chicago follows the notes of the Chicago Manual of Style (17th edition), 14.269 to
// 14.305: foreign law in the form of its country with what a reader needs to find it.
func (w *work) chicago() string {
	pin := w.pinEnglish("art. ", "sec. ", "chap. ", "annex ")
	i := w.instrument
	switch {
	case w.series() != "":
		return join(", ", w.treatyTitle(), longDate(i.Adopted.Words()), w.series(), pin) + "."
	case w.country.Code == "INT":
		return join(", ", reportTitle(w, i.TitleEn), i.Number, longDate(i.Adopted.Words()), pin) + "."
	case w.country.Code == "EU":
		if j, is := w.judgment(); is {
			return j.american(em(j.name), longDate(i.Adopted.Words()), pin)
		}
		return join(", ", w.euTitle(), w.euJournal("%y O.J. (%s %n) %p"), pin) + "."
	case w.report():
		return join(", ", w.place(), join(" ", w.titled(true), bracket(join(", ", w.plainNumber(), w.originLatin(), w.year()))), pin) + "."
	}
	return join(", ", w.titled(true), w.plainNumber(), w.originLatin()) + tail(w.place()) + join("", prefixed(", ", pin)) + "."
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// euTitle is the title of an act of the Union with its number.
func (w *work) euTitle() string {
	i := w.instrument
	title := composedTitle(i)
	switch {
	case w.report():
		title = em(title)
		if i.Number != "" && !strings.Contains(i.Number, "/C ") {
			title += ", " + i.Number
		}
	case i.Number != "" && !strings.Contains(title, i.Number):
		title += ", " + i.Number
	}
	if len(w.gazettes) == 0 && w.year() != "" {
		title += tail(w.year())
	}
	return title
}

var actHead = regexp.MustCompile(`^(?:Council )?(?:Framework Decision|Decision|Regulation|Directive|Recommendation|Joint Action)\b`)

// composedTitle puts the number of an act of the Union where it belongs: Directive
// (EU) 2017/2103 on including …
func composedTitle(i *legislation.Instrument) string {
	head := actHead.FindString(i.TitleEn)
	if i.ID.Jurisdiction() != "EU" || head == "" || i.Number == "" || i.Type == "guideline" && i.Number == "" {
		return i.TitleEn
	}
	rest := i.TitleEn[len(head):]
	if t := i.Title["en"]; strings.Contains(t, i.Number) {
		return t + rest
	}
	return head + " " + i.Number + rest
}

// euJournal puts a reference to the Official Journal (OJ L 335, p. 8) into a form of
// year %y, series %s, number %n and page %p.
func (w *work) euJournal(form string) string {
	if len(w.gazettes) == 0 {
		return ""
	}
	first := w.gazettes[0]
	fields := strings.FieldsFunc(strings.TrimPrefix(first.ref, "OJ "), func(r rune) bool { return r == ' ' || r == ',' })
	if len(fields) == 0 || fields[0] != "L" && fields[0] != "C" {
		return "OJ " + first.ref
	}
	number, page := "", ""
	if len(fields) > 1 {
		number = fields[1]
	}
	if len(fields) > 3 {
		page = fields[3]
	}
	year := ""
	if !first.date.IsZero() {
		year = strconv.Itoa(first.date.Year())
	}
	out := strings.NewReplacer("%y", year, "%s", fields[0], "%n", number, "%p", page, "%d", dotted(first.date)).Replace(form)
	return strings.TrimRight(strings.NewReplacer("[] ", "", ", ,", ",").Replace(strings.TrimSuffix(out, ", p. ")), "/ ,")
}
