package importer

import (
	"cmp"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"seelex/legislation"
	"seelex/legislation/official/structure"
)

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
	if n := lawNumbers(m.Number, year(cmp.Or(m.Published, m.Adopted))); rank != "" && len(n) > 0 {
		out = append(out, rank+"-"+strings.ReplaceAll(n[0], "/", "-"))
	}
	numbered := ""
	for _, name := range []string{m.Extra["identifier"], strings.TrimSuffix(filepath.Base(f.item.Path), filepath.Ext(f.item.Path)), f.doc.Title} {
		switch slug := strings.Trim(slugSign.ReplaceAllString(structure.ASCII(strings.ReplaceAll(fold(name), "ı", "i")), "-"), "-"); {
		case slug == "" || slices.Contains(out, clipSlug(slug)):
		case slug[0] >= 'a':
			out = append(out, clipSlug(slug))
		case numbered == "":
			numbered = "act-" + clipSlug(slug) // an id begins with a letter
		}
	}
	if len(out) == 0 && numbered != "" {
		out = append(out, numbered)
	}
	return out
}

func clipSlug(s string) string { return strings.Trim(s[:min(len(s), 80)], "-") }

// fromText is the record of an instrument that is known by its text only.
func (j *joiner) fromText(f *read, id legislation.ID) *legislation.Instrument {
	m := f.doc.Meta
	i := &legislation.Instrument{ID: id, Type: "act", Title: legislation.Text{f.doc.Language: clip(cmp.Or(f.doc.Title, string(id)), 500)}, Confidence: legislation.Primary,
		Imported: true, URL: m.Source, Gazette: []legislation.Gazette{}, Amendments: []legislation.Amendment{}, Implements: []legislation.ID{}, Sources: []string{}}
	published, _ := legislation.ParseDate(m.Published) // what is no date tells none
	i.Adopted, _ = legislation.ParseDate(m.Adopted)
	if n := lawNumbers(m.Number, year(cmp.Or(m.Published, m.Adopted))); len(n) > 0 {
		i.Number = n[0]
	}
	if m.Gazette != "" {
		i.Gazette = append(i.Gazette, legislation.Gazette{Ref: m.Gazette, Date: published})
	}
	slug := strings.TrimPrefix(string(id), strings.ToLower(id.Jurisdiction())+"/")
	switch {
	case strings.HasPrefix(slug, "law-"):
		i.TitleEn = "Law " + i.Number
		i.Title[f.doc.Language] = cmp.Or(lawTitle(f), i.Title[f.doc.Language])
	case m.Gazette != "":
		i.TitleEn = "Gazette " + m.Gazette
	default:
		i.TitleEn = cmp.Or(clip(f.doc.Title, 300), slug)
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
