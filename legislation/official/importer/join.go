package importer

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

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
	if err := f.item.Check(j.catalog); err != nil {
		return nil, false, err
	}
	if id := f.item.Instrument; id != "" {
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
	for _, n := range append(lawNumbers(m.Number, year(cmp.Or(m.Published, m.Adopted))), titleNumbers(f.doc.Title)...) {
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
	for word := range strings.FieldsSeq(rest) {
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
