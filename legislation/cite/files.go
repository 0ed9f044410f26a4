package cite

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"seelex/legislation"
)

// files write works as files for reference managers.
var files = map[string]func([]work) string{
	"bibtex":   func(ws []work) string { return bibliography(ws, (*work).bibtex) },
	"biblatex": func(ws []work) string { return bibliography(ws, (*work).biblatex) },
	"ris":      func(ws []work) string { return bibliography(ws, (*work).ris) },
	"csl-json": cslJSON,
}

func bibliography(works []work, entry func(*work) string) string {
	entries := make([]string, len(works))
	for i := range works {
		entries[i] = entry(&works[i])
	}
	return strings.Join(entries, "\n")
}

// citeKey is what a citation is called in a file: rs-criminal-code-art-246a-par-1.
func (w *work) citeKey() string {
	return strings.NewReplacer("/", "-", ".", "-").Replace(string(w.id))
}

// section is the place in the form that reference managers keep: art. 246a(1).
func (w *work) section() string { return w.pinEnglish("art. ", "sec. ", "ch. ", "annex ") }

// sectionField is the place for the field of that name, in front of which processors
// print "§" or "sect." themselves.
func (w *work) sectionField() string { return w.pinEnglish("", "sec. ", "ch. ", "annex ") }

// original is the title in the original, and in English where that is another.
func (w *work) original() (title, english string) {
	switch {
	case w.series() != "":
		return w.treatyTitle(), ""
	case w.title == "" || w.lang == "en":
		return composedTitle(w.instrument), ""
	}
	return w.title, w.instrument.TitleEn
}

// gazetteNumber is what Zotero calls the code number: 85/2005.
func (w *work) gazetteNumber() string {
	if len(w.gazettes) == 0 {
		return ""
	}
	return w.gazettes[0].ref
}

// officialNumber is the number of the instrument; of a treaty that of its
// registration.
func (w *work) officialNumber() string {
	if w.series() != "" {
		n, _, _ := strings.Cut(w.instrument.Number, ",")
		return n
	}
	if strings.HasPrefix(w.instrument.Number, "Official Gazette") {
		return "" // that is where it was published
	}
	return w.instrument.Number
}

func (w *work) gazetteName() string {
	if w.series() != "" && strings.Contains(w.series(), "UNTS") {
		return "United Nations Treaty Series"
	}
	if len(w.gazettes) == 0 {
		return ""
	}
	return w.gazettes[0].name
}

// enacted is the day of adoption, or else that of publication or force.
func (w *work) enacted() legislation.Date {
	i := w.instrument
	switch {
	case !i.Adopted.IsZero():
		return i.Adopted
	case len(w.gazettes) > 0 && !w.gazettes[0].date.IsZero():
		return w.gazettes[0].date
	case !i.InForce.IsZero():
		return i.InForce
	case i.Period != nil:
		return i.Period.From
	}
	return legislation.Date{}
}

// note says what the fields of a file have no place for: heading, amendments, the
// version and how sure the knowledge base is of it.
func (w *work) note() string {
	parts := []string{w.section(), w.heading}
	if last := w.lastAmendment(); last != "" {
		parts = append(parts, "as last amended by "+last)
	}
	parts = append(parts, "law as of "+w.on.String())
	return join("; ", parts...)
}

func (w *work) jurisdiction() string {
	if w.country.Code == "INT" {
		return ""
	}
	return strings.TrimRight(join(", ", w.country.Name, w.parent), "*")
}

// language is the BCP 47 tag of the title.
func (w *work) language() string {
	if w.title == "" {
		return "en"
	}
	return w.lang
}

type field struct{ name, value string }

func entry(kind, key string, fields []field) string {
	var b strings.Builder
	b.WriteString("@" + kind + "{" + key)
	for _, f := range fields {
		switch {
		case f.name == "month" && f.value != "":
			b.WriteString(",\n  month = " + f.value)
		case f.value != "":
			b.WriteString(",\n  " + f.name + " = {" + f.value + "}")
		}
	}
	b.WriteString("\n}\n")
	return b.String()
}

// bibtex has no type for laws: the entry is @misc, with the fields that its styles
// print and those that reference managers read.
func (w *work) bibtex() string {
	title, english := w.original()
	if english != "" {
		title += " [" + english + "]"
	}
	d := w.enacted()
	month := "" // one of BibTeX's own names, which its styles write out
	if len(d.String()) >= len("2006-01") {
		month = strings.ToLower(d.First().Time().Format("Jan"))
	}
	return entry("misc", w.citeKey(), []field{
		{"title", "{" + tex(title) + "}"},
		{"type", tex(w.kind())},
		{"number", tex(w.officialNumber())},
		{"howpublished", tex(join(" ", w.gazetteName(), w.gazetteNumber(), w.treatyVolume()))},
		{"chapter", tex(w.section())},
		{"year", year(d)},
		{"month", month},
		{"address", tex(w.jurisdiction())},
		{"language", w.language()},
		{"url", texURL(w.url)},
		{"urldate", w.accessed.String()},
		{"abstract", tex(w.digest)},
		{"note", tex(w.note())},
	})
}

// biblatex uses the data model's types for law and treaties.
func (w *work) biblatex() string {
	title, english := w.original()
	kind := "legislation"
	if w.report() {
		kind = "report"
	}
	institution := ""
	if w.report() {
		institution = join(", ", w.instrument.Responsible, w.jurisdiction())
	}
	return entry(kind, w.citeKey(), []field{
		{"title", "{" + tex(title) + "}"},
		{"titleaddon", tex(english)},
		{"shorttitle", tex(w.instrument.Abbreviation)},
		{"type", tex(w.kind())},
		{"number", tex(w.officialNumber())},
		{"journaltitle", tex(w.gazetteName())},
		{"issue", tex(join(" ", w.gazetteNumber(), w.treatyVolume()))},
		{"section", tex(w.section())},
		{"date", w.enacted().String()},
		{"institution", tex(institution)},
		{"location", tex(w.jurisdiction())},
		{"langid", langid(w.language())},
		{"language", w.language()},
		{"url", texURL(w.url)},
		{"urldate", w.accessed.String()},
		{"abstract", tex(w.digest)},
		{"note", tex(w.note())},
	})
}

// kind is the type of the instrument in words.
func (w *work) kind() string { return legislation.CodeWords(w.instrument.Type) }

// treatyVolume is volume and page of the treaty series.
func (w *work) treatyVolume() string {
	if volume, page, found := strings.Cut(w.series(), " UNTS "); found {
		return "vol. " + volume + ", p. " + page
	}
	return ""
}

func year(d legislation.Date) string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Year())
}

// langid is the name that babel and polyglossia have for a language, "" for one that
// they do not have.
func langid(tag string) string {
	return map[string]string{"sq": "albanian", "bs": "bosnian", "bg": "bulgarian", "el": "greek", "en": "english", "hr": "croatian", "mk": "macedonian",
		"ro": "romanian", "sr-Latn": "serbian", "sr-Cyrl": "serbianc", "sl": "slovene", "tr": "turkish", "ru": "russian", "de": "german"}[tag]
}

var texSpecials = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "_", `\_`, "%", `\%`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

// tex makes a text safe for TeX; it is one line.
func tex(s string) string { return texSpecials.Replace(oneLine(s)) }

var urlSpecials = strings.NewReplacer(`\`, "%5C", "{", "%7B", "}", "%7D", " ", "%20", "\n", "", "\r", "")

// texURL makes a URL safe inside braces; url fields are read verbatim.
func texURL(s string) string { return urlSpecials.Replace(s) }

var spaces = regexp.MustCompile(`\s+`)

// oneLine takes out line breaks and other control characters.
func oneLine(s string) string {
	return spaces.ReplaceAllString(strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)), " ")
}

// ris uses the tags that Zotero's RIS translator maps to the fields of a statute: TI
// name of act, T2 code, VL code number, M1 public law number, SE section, DA date
// enacted, PB and CY jurisdiction.
func (w *work) ris() string {
	title, english := w.original()
	kind := "STAT"
	if w.report() {
		kind = "RPRT"
	}
	var b strings.Builder
	put := func(tag, value string) {
		if value = oneLine(value); value != "" || tag == "ER" {
			b.WriteString(tag + "  - " + value + "\r\n")
		}
	}
	put("TY", kind)
	put("ID", w.citeKey())
	put("TI", title)
	put("TT", english)
	put("ST", w.instrument.Abbreviation)
	put("T2", w.gazetteName())
	if volume, page, found := strings.Cut(w.series(), " UNTS "); found {
		put("VL", volume)
		put("SP", page)
	} else {
		put("VL", w.gazetteNumber())
	}
	put("M1", w.officialNumber())
	put("M3", w.kind())
	put("SE", w.sectionField())
	if d := w.enacted(); !d.IsZero() {
		put("PY", year(d))
		put("DA", strings.ReplaceAll(d.String(), "-", "/"))
	}
	put("PB", join(", ", w.instrument.Responsible, w.jurisdiction()))
	put("CY", w.jurisdiction())
	put("LA", w.language())
	put("UR", w.url)
	if w.accessed != 0 {
		put("Y2", strings.ReplaceAll(w.accessed.String(), "-", "/"))
	}
	put("AB", w.digest)
	put("N1", w.note())
	put("KW", w.kind())
	put("ER", "")
	return b.String()
}

// cslItem is an item of CSL-JSON (schema 1.0.2). Zotero reads container-title as the
// code, volume as the code number, number as the public law number and chapter-number
// as the session of a statute.
type cslItem struct {
	ID             string   `json:"id"`
	Type           string   `json:"type"`
	Title          string   `json:"title"`
	TitleShort     string   `json:"title-short,omitempty"`
	OriginalTitle  string   `json:"original-title,omitempty"`
	ContainerTitle string   `json:"container-title,omitempty"`
	Volume         string   `json:"volume,omitempty"`
	Page           string   `json:"page,omitempty"`
	Number         string   `json:"number,omitempty"`
	Section        string   `json:"section,omitempty"`
	Genre          string   `json:"genre,omitempty"`
	Publisher      string   `json:"publisher,omitempty"`
	Authority      string   `json:"authority,omitempty"`
	Jurisdiction   string   `json:"jurisdiction,omitempty"`
	Issued         *cslDate `json:"issued,omitempty"`
	Accessed       *cslDate `json:"accessed,omitempty"`
	Language       string   `json:"language,omitempty"`
	URL            string   `json:"URL,omitempty"`
	Abstract       string   `json:"abstract,omitempty"`
	Note           string   `json:"note,omitempty"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

func cslDateOf(d legislation.Date) *cslDate {
	if d.IsZero() {
		return nil
	}
	var parts []int
	for p := range strings.SplitSeq(d.String(), "-") {
		n, _ := strconv.Atoi(p)
		parts = append(parts, n)
	}
	return &cslDate{[][]int{parts}}
}

func (w *work) csl() cslItem {
	title, english := w.original()
	if english != "" {
		title += " [" + english + "]"
	}
	item := cslItem{ID: w.citeKey(), Type: "legislation", Title: oneLine(title), TitleShort: w.instrument.Abbreviation, ContainerTitle: w.gazetteName(),
		Volume: w.gazetteNumber(), Number: w.officialNumber(), Section: w.sectionField(), Jurisdiction: w.jurisdiction(), Authority: w.instrument.Responsible,
		Issued: cslDateOf(w.enacted()), Accessed: cslDateOf(w.accessed.Date()), Language: w.language(), URL: w.url, Abstract: oneLine(w.digest), Note: oneLine(w.note())}
	switch {
	case w.instrument.Type == "treaty":
		item.Type = "treaty"
		if volume, page, found := strings.Cut(w.series(), " UNTS "); found {
			item.Volume, item.Page = volume, page
		}
	case w.report():
		item.Type, item.Genre = "report", w.kind()
		item.Publisher, item.Authority = join(", ", w.instrument.Responsible, w.jurisdiction()), ""
	}
	return item
}

func cslJSON(works []work) string {
	items := make([]cslItem, len(works))
	for i := range works {
		items[i] = works[i].csl()
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(items); err != nil {
		return "[]\n" // texts, numbers and lists are always encoded
	}
	return b.String()
}
