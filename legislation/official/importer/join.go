package importer

import (
	"cmp"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"seelex/legislation"
)

// joiner finds the instrument that a document is a text of.
type joiner struct {
	catalog *legislation.Catalog
	fresh   map[string]*legislation.Instrument // made in this run, by key
	byLaw   map[string][]*legislation.Instrument
	byFEK   map[string][]*legislation.Instrument
	titles  map[string][]title // by jurisdiction
	// editions are those of the knowledge base, by checksum.
	editions map[string][]imported
}

// title is a title of an instrument, folded.
type title struct {
	folded     string
	instrument *legislation.Instrument
}

func newJoiner(k *legislation.Catalog) *joiner {
	j := &joiner{catalog: k, fresh: map[string]*legislation.Instrument{}, byLaw: map[string][]*legislation.Instrument{},
		byFEK: map[string][]*legislation.Instrument{}, titles: map[string][]title{}}
	for _, i := range k.Instruments {
		j.know(i)
	}
	j.knowEditions()
	return j
}

func (j *joiner) know(i *legislation.Instrument) {
	code := i.ID.Jurisdiction()
	add := func(to map[string][]*legislation.Instrument, key string) {
		if key != "" && !slices.Contains(to[code+" "+key], i) {
			to[code+" "+key] = append(to[code+" "+key], i)
		}
	}
	for _, n := range lawNumbers(i.Number, i.Adopted.Year()) {
		add(j.byLaw, n)
	}
	for _, g := range i.Gazette {
		add(j.byFEK, gazetteKey(g.Ref, g.Date.Year()))
	}
	if i.Imported {
		return // titles of gazette issues name no law
	}
	for _, t := range i.Title {
		bare, _, _ := strings.Cut(t, " (") // without the number or year that is added to tell it apart
		for _, form := range []string{t, bare} {
			if folded := fold(form); len(folded) > 8 && !slices.Contains(j.titles[code], title{folded, i}) {
				j.titles[code] = append(j.titles[code], title{folded, i})
			}
		}
	}
	if folded := fold(i.TitleEn); len(folded) > 12 {
		j.titles[code] = append(j.titles[code], title{folded, i})
	}
}

// add makes an instrument that was new known to the files after it.
func (j *joiner) add(i *legislation.Instrument) {
	if _, err := j.find(i.ID); err != nil {
		j.fresh[i.ID.Key()] = i
		j.know(i)
	}
}

func (j *joiner) find(id legislation.ID) (*legislation.Instrument, error) {
	if i, ok := j.fresh[id.Key()]; ok {
		return i, nil
	}
	return j.catalog.Instrument(id)
}

// join finds the instrument by what the importer was told, else by the number of the
// law, the gazette, the title; failing that it makes a new one. Several that fit are an
// error that names them: a text that stands under another law is worse than none.
func (j *joiner) join(f *read) (i *legislation.Instrument, known bool, err error) {
	if id := f.item.Instrument; id != "" {
		if err := id.Valid(); err != nil || !id.IsInstrument() {
			return nil, false, &legislation.Error{Code: legislation.Invalid, Record: f.item.Path, Field: "instrument", Value: string(id), Message: "is not an id of an instrument", Want: "an id such as rs/criminal-code"}
		}
		if _, err := j.catalog.Jurisdiction(id.Jurisdiction()); err != nil {
			return nil, false, err
		}
		if i, err := j.find(id); err == nil {
			return i, true, nil
		}
		return j.fromText(f, id), false, nil
	}
	code, err := j.jurisdiction(f)
	if err != nil {
		return nil, false, err
	}
	found := j.candidates(f, code)
	switch len(found) {
	case 1:
		return found[0], true, nil
	case 0:
		return j.make(f, code)
	}
	names := make([]string, len(found))
	for n, i := range found {
		names[n] = string(i.ID)
	}
	return nil, false, &legislation.Error{Code: legislation.Conflict, Record: f.item.Path, Field: "instrument", Value: f.doc.Title, Message: "may be the text of " + strings.Join(names, " or "),
		Want: "the one that is meant, by --instrument or in a manifest"}
}

// jurisdiction tells whose law a file is: by what the importer was told, by its own
// metadata, by the folder it lies in, or by a language that only one has.
func (j *joiner) jurisdiction(f *read) (string, error) {
	if f.item.Jurisdiction != "" {
		found, err := j.catalog.Jurisdiction(f.item.Jurisdiction)
		if err != nil {
			return "", err
		}
		return found.Code, nil
	}
	folders := strings.Split(filepath.ToSlash(f.item.Path), "/")
	folders = folders[:len(folders)-1]
	slices.Reverse(folders)
	for _, name := range append([]string{f.doc.Meta.Extra["country"]}, folders[:min(3, len(folders))]...) {
		if strings.EqualFold(name, "un") {
			name = "INT"
		}
		if found, err := j.catalog.Jurisdiction(name); err == nil {
			return found.Code, nil
		}
	}
	var with []string
	for _, x := range j.catalog.Jurisdictions {
		if x.Parent == "" && slices.ContainsFunc(x.Languages, func(l string) bool { return l == f.doc.Language || f.doc.Language == mainTag(l) }) {
			with = append(with, x.Code)
		}
	}
	if len(with) == 1 {
		return with[0], nil
	}
	return "", &legislation.Error{Code: legislation.Invalid, Record: f.item.Path, Field: "jurisdiction", Message: "cannot be told from the file or its folder; its language is that of " + strings.Join(with, ", "),
		Want: "the instrument by --instrument, for example rs/criminal-code, or a folder named after the jurisdiction"}
}

func mainTag(tag string) string { main, _, _ := strings.Cut(tag, "-"); return main }

// candidates are the instruments that the document says it is a text of, by the
// strongest kind of evidence that there is.
func (j *joiner) candidates(f *read, code string) []*legislation.Instrument {
	m := f.doc.Meta
	opening := f.doc.Text[:min(len(f.doc.Text), 4000)]
	var found []*legislation.Instrument
	add := func(list []*legislation.Instrument) {
		for _, i := range list {
			if !slices.Contains(found, i) {
				found = append(found, i)
			}
		}
	}
	fek := gazetteKey(m.Gazette, year(m.Published))
	for _, n := range append(lawNumbers(m.Number, year(first(m.Published, m.Adopted))), titleNumbers(f.doc.Title)...) {
		for _, i := range j.byLaw[code+" "+n] {
			if i.Imported && fek != "" && len(i.Gazette) > 0 && gazetteKey(i.Gazette[0].Ref, i.Gazette[0].Date.Year()) != fek {
				continue // the same number again in another issue
			}
			add([]*legislation.Instrument{i})
		}
	}
	if len(found) > 0 || f.doc.Format == "legalize" && m.Number != "" {
		return found
	}
	if add(j.byFEK[code+" "+fek]); len(found) == 1 {
		return found
	}
	byTitle := j.titled(f, code, opening)
	switch {
	case len(found) > 1: // of one issue of the gazette: the title decides
		if both := slices.DeleteFunc(slices.Clone(byTitle), func(i *legislation.Instrument) bool { return !slices.Contains(found, i) }); len(both) > 0 {
			return both
		}
		return found
	case len(byTitle) > 1:
		return j.narrowed(byTitle, f, opening)
	}
	return byTitle
}

// titled are the instruments with the longest title that the document bears: in its
// own title, as a line of its opening, or as the name of its file.
func (j *joiner) titled(f *read, code, opening string) (found []*legislation.Instrument) {
	lines := []string{fold(f.doc.Title)}
	for line := range strings.Lines(opening) {
		lines = append(lines, fold(line))
	}
	for n := 1; n+1 < len(lines) && n < 12; n++ { // a title over two or three lines
		lines = append(lines, lines[n]+" "+lines[n+1])
		if n+2 < len(lines) {
			lines = append(lines, lines[n]+" "+lines[n+1]+" "+lines[n+2])
		}
	}
	name := strings.TrimSuffix(filepath.Base(f.item.Path), filepath.Ext(f.item.Path))
	for _, i := range j.catalog.InstrumentsOf(code) {
		if strings.EqualFold(string(i.ID), strings.ToLower(code)+"/"+name) {
			return []*legislation.Instrument{i}
		}
	}
	longest := 0
	for _, t := range j.titles[code] {
		if len(t.folded) < longest || !slices.ContainsFunc(lines, func(l string) bool { return bears(l, t.folded) }) {
			continue
		}
		if len(t.folded) > longest {
			longest, found = len(t.folded), nil
		}
		if !slices.Contains(found, t.instrument) {
			found = append(found, t.instrument)
		}
	}
	return found
}

// bears reports whether a line is a title, perhaps with the abbreviation, gazettes or
// the date behind it: a line that only mentions the title is another law's.
func bears(line, title string) bool {
	rest, ok := strings.CutPrefix(line, title)
	if !ok {
		return false
	}
	letters := 0
	for _, word := range strings.Fields(rest) {
		if !strings.ContainsFunc(word, unicode.IsDigit) && len([]rune(word)) > 4 {
			letters++
		}
	}
	return rest == "" || rest[0] == ' ' && letters <= 3
}

// narrowed leaves, of several instruments with one title, those whose abbreviation,
// number or gazette stands in the opening of the text; all when that tells nothing.
func (j *joiner) narrowed(all []*legislation.Instrument, f *read, opening string) []*legislation.Instrument {
	text := " " + fold(f.doc.Title+" "+opening) + " "
	longest, by := 0, []*legislation.Instrument(nil)
	for _, i := range all { // KZ-1 rather than KZ
		a := fold(i.Abbreviation)
		if a == "" || len(a) < longest || !strings.Contains(" "+fold(f.doc.Title)+" ", " "+a+" ") {
			continue
		}
		if len(a) > longest {
			longest, by = len(a), nil
		}
		by = append(by, i)
	}
	if len(by) == 1 {
		return by
	}
	named := slices.DeleteFunc(slices.Clone(all), func(i *legislation.Instrument) bool {
		for _, g := range i.Gazette {
			if ref := fold(g.Ref); ref != "" && strings.Contains(text, " "+ref+" ") {
				return false
			}
		}
		for _, n := range digits.FindAllString(i.Number, -1) {
			if len(n) > 3 && strings.Contains(text, " "+n+" ") {
				return false
			}
		}
		return true
	})
	if len(named) > 0 {
		return named
	}
	if day, err := legislation.ParseDate(f.item.Consolidated.String()); err == nil && !day.IsZero() {
		named = slices.DeleteFunc(slices.Clone(all), func(i *legislation.Instrument) bool { return !i.Valid().Contains(day.First()) })
	}
	if len(named) > 0 {
		return named
	}
	return all
}

var (
	digits    = regexp.MustCompile(`\d+`)
	lawNumber = regexp.MustCompile(`(\d{1,2})/([LC])-(\d{1,4})|(\d{1,5})(?:\([IΙ]+\))?\s*/\s*(\d{4})|(\d[\d .]*\d|\d)`)
)

// lawNumbers reads the number of a law: 4139/2013, 06/L-074, 7895. Where the year does
// not stand with it, it is that of the date.
func lawNumbers(s string, year int) (keys []string) {
	m := lawNumber.FindStringSubmatch(s)
	switch {
	case m == nil:
	case m[2] != "":
		keys = append(keys, strings.TrimLeft(m[1], "0")+"/"+m[2]+"-"+strings.TrimLeft(m[3], "0"))
	case m[4] != "":
		keys = append(keys, m[4]+"/"+m[5])
	default:
		n := strings.NewReplacer(" ", "", ".", "").Replace(m[6])
		if year > 0 {
			keys = append(keys, n+"/"+strconv.Itoa(year))
		}
		if len(n) >= 4 { // numbers that are counted through, as in Albania, Greece and Turkey
			keys = append(keys, n)
		}
	}
	return keys
}

var (
	bracketed = regexp.MustCompile(`\((\d{1,4}(?:\([IΙ]+\))?/\d{4}|\d{4,5})\)\s*$`)
	numbered  = regexp.MustCompile(`(?i)\b(?:nr|no|br)\.?\s*(\d{1,2}/[LC]-\d{1,4})|\b(?:lege|legea|hot[aă]r[aâ]re|ordonan[tț]a)\b.*?\bnr\.?\s*([\d.]+) din .*?(\d{4})`)
)

// titleNumbers are the numbers that a title gives the law: "… Νόμος του 1977 (29/1977)",
// "KODI NR. 06/L-074", "LEGE nr. 143 din 26 iulie 2000".
func titleNumbers(title string) []string {
	if m := bracketed.FindStringSubmatch(title); m != nil {
		return lawNumbers(m[1], 0)
	}
	if m := numbered.FindStringSubmatch(title); m != nil {
		if m[1] != "" {
			return lawNumbers(m[1], 0)
		}
		return lawNumbers(m[2]+"/"+m[3], 0)
	}
	return nil
}

var gazetteNumber = regexp.MustCompile(`(\d{1,4})\s*/\s*(\d{4}|\d{2})\b|nr\.?\s*(\d+)\D+(\d{4})|(\d{1,4})`)

// gazetteKey reads the reference of a gazette: "Α 74/2013" is 74/2013. Greek issues of
// other series than A are other issues.
func gazetteKey(ref string, year int) string {
	series := ""
	if r := []rune(strings.TrimSpace(ref)); len(r) > 1 && (r[0] == 'Β' || r[0] == 'Γ' || r[0] == 'B') {
		series = "B "
	}
	m := gazetteNumber.FindStringSubmatch(ref)
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		if len(m[2]) == 2 {
			m[2] = century(m[2])
		}
		return series + m[1] + "/" + m[2]
	case m[3] != "":
		return series + m[3] + "/" + m[4]
	case year > 0:
		return series + m[5] + "/" + strconv.Itoa(year)
	}
	return ""
}

func century(year string) string {
	if year > "30" {
		return "19" + year
	}
	return "20" + year
}

func year(date string) int {
	if len(date) < 4 {
		return 0
	}
	n, _ := strconv.Atoi(date[:4])
	return n
}

// fold writes a title in small letters without diacritics and signs.
func fold(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ς': // σ at the end of a word
			b.WriteRune('σ')
			blank = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '/':
			if blank && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			blank = false
		default:
			blank = true
		}
	}
	return b.String()
}

// make gives a document that is the text of nothing known an instrument of its own,
// with an id that it keeps for ever.
func (j *joiner) make(f *read, code string) (*legislation.Instrument, bool, error) {
	for _, slug := range slugs(f) {
		id := legislation.ID(strings.ToLower(code) + "/" + slug)
		if id.Valid() != nil {
			continue
		}
		known, err := j.find(id)
		if err != nil {
			return j.fromText(f, id), false, nil
		}
		if known.Imported && slices.ContainsFunc(known.Gazette, func(g legislation.Gazette) bool { return g.Ref == f.doc.Meta.Gazette }) {
			return known, true, nil
		}
		if known.Imported && len(known.Gazette) == 0 && f.doc.Meta.Gazette == "" {
			return known, true, nil // named after its file: the file again
		}
	}
	return nil, false, &legislation.Error{Code: legislation.Conflict, Record: f.item.Path, Field: "instrument", Value: strings.Join(slugs(f), ", "), Message: "is the id of another instrument already",
		Want: "a new id for this one, by --instrument or in a manifest"}
}

var slugSign = regexp.MustCompile(`[^a-z0-9]+`)

// slugs are the names that an instrument may get, the most telling first.
func slugs(f *read) (out []string) {
	m := f.doc.Meta
	rank := map[string]string{"nomos": "law", "lege": "law"}[m.Extra["rank"]]
	if n := lawNumbers(m.Number, year(first(m.Published, m.Adopted))); rank != "" && len(n) > 0 {
		out = append(out, rank+"-"+strings.ReplaceAll(n[0], "/", "-"))
	}
	for _, name := range []string{m.Extra["identifier"], strings.TrimSuffix(filepath.Base(f.item.Path), filepath.Ext(f.item.Path))} {
		if slug := strings.Trim(slugSign.ReplaceAllString(fold(name), "-"), "-"); slug != "" && slug[0] >= 'a' {
			out = append(out, clipSlug(slug))
		}
	}
	return out
}

func clipSlug(s string) string { return strings.Trim(s[:min(len(s), 80)], "-") }

// fromText is the record of an instrument that is known by its text only.
func (j *joiner) fromText(f *read, id legislation.ID) *legislation.Instrument {
	m := f.doc.Meta
	i := &legislation.Instrument{ID: id, Type: "act", Title: legislation.Text{f.doc.Language: clip(first(f.doc.Title, string(id)), 500)}, Confidence: legislation.Primary,
		Imported: true, URL: m.Source, Gazette: []legislation.Gazette{}, Amendments: []legislation.Amendment{}, Implements: []legislation.ID{}, Sources: []string{}}
	published, _ := legislation.ParseDate(m.Published) // what is no date tells none
	i.Adopted, _ = legislation.ParseDate(m.Adopted)
	if n := lawNumbers(m.Number, year(first(m.Published, m.Adopted))); len(n) > 0 {
		i.Number = n[0]
	}
	if m.Gazette != "" {
		i.Gazette = append(i.Gazette, legislation.Gazette{Ref: m.Gazette, Date: published})
	}
	slug := strings.TrimPrefix(string(id), strings.ToLower(id.Jurisdiction())+"/")
	switch {
	case strings.HasPrefix(slug, "law-"):
		i.TitleEn = "Law " + i.Number
		i.Title[f.doc.Language] = first(lawTitle(f), i.Title[f.doc.Language])
	case m.Gazette != "":
		i.TitleEn = "Gazette " + m.Gazette
	default:
		i.TitleEn = first(clip(f.doc.Title, 300), slug)
	}
	i.Number = cmp.Or(i.Number, "")
	return i
}

// lawTitle is the heading that follows the number of the law.
func lawTitle(f *read) string {
	lines := strings.Split(f.doc.Text[:min(len(f.doc.Text), 3000)], "\n")
	for n, line := range lines {
		if strings.Contains(line, f.doc.Meta.Number) && n+1 < len(lines) && strings.Contains(fold(line), "νομοσ") {
			return clip(strings.TrimSpace(lines[n+1]), 500)
		}
	}
	return ""
}
