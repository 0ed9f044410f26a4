package export

import (
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/api/export/docx"
	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/compare/diff"
)

// Diff makes a file of what changed in a provision between two days, word by word. The
// rows without those put in are, together, the earlier wording; without those taken out
// the later. The provision is asked for the sources of its versions.
func Diff(d *answer.Diff, p *legislation.Provision, catalog *legislation.Catalog, r Request) *File {
	_, below, _ := strings.Cut(d.ID, "/")
	r.On, r.Places = d.To, []string{p.ID.Jurisdiction()}
	f := list("Difference", "difference-"+below, catalog, r, d, text("text", "Text", 20), text("language", "Language", 10), number("part", "Part", "its place in the text"),
		text("op", "What", 10), text("words", "Words", 100))
	f.beside(codeColumn, idColumn)
	f.Title, f.Question, f.Against, f.upright = d.Label, "What changed in its wording, word by word", d.From, true
	wordings := table.Table{Name: "Wordings", Columns: []table.Column{text("text", "Text", 20), text("language", "Language", 10), text("side", "Side", 9), inForceColumn, endedColumn,
		confidenceColumn, sourcesColumn, urlColumn}}
	f.addEdits(d, digestText, d.Lang, d.Edits)
	for _, v := range []*answer.VersionItem{d.Before, d.After} {
		if v != nil {
			of := f.sources.add(p.ID.Jurisdiction(), catalog.Sources(p.ID.Jurisdiction(), versionSources(p, v)))
			wordings.Add(digestText, d.Lang, whichDay(v == d.Before), v.InForce, v.Ended, string(v.Confidence), of, f.absolute(v.URL))
		}
	}
	for _, t := range d.Texts {
		f.addEdits(d, officialText, t.Lang, t.Edits)
		for _, w := range []*answer.WordingItem{t.Before, t.After} {
			if w != nil {
				of := f.sources.add(p.ID.Jurisdiction(), []legislation.Source{editionSource(w.Edition.Edition)})
				wordings.Add(officialText, t.Lang, whichDay(w == t.Before), w.From, w.To, "", of, f.absolute(w.URL))
			}
		}
	}
	amendments := table.Table{Name: "Amendments", Columns: []table.Column{text("ref", "Amendment", 30), date("in_force", "In force"), text("what", "What it changed", 90)}}
	for _, a := range d.Amends {
		amendments.Add(a.Ref, a.InForce, a.What)
	}
	f.behind = []sheet{{Table: wordings, pinned: 1, wide: true}, {Table: amendments, pinned: 1, wide: true}}
	f.body = func(h *handout) {
		h.edits(digestText, d.Edits, d.Same)
		for _, t := range d.Texts {
			h.edits(officialText+", "+t.Lang, t.Edits, t.Same)
		}
		h.part(part{heading: "The wordings", rows: &wordings, empty: "None is known for either day.", notes: []string{"sources"},
			columns: []shown{{"text", 24}, {"language", 12}, {"side", 12}, {"in_force", 20}, {"ended", 20}, {"confidence", 15}}})
		h.part(part{heading: "Amendments of the instrument between the two days", rows: &amendments, empty: "None is known.", columns: []shown{{"ref", 30}, {"in_force", 20}, {"what", 50}}})
	}
	return f
}

// The texts that are compared.
const (
	digestText   = "digest (own words)"
	officialText = "official text"
)

func (f *File) addEdits(d *answer.Diff, text, language string, edits []diff.Edit) {
	for i, e := range edits {
		f.data.Add(text, language, i+1, string(e.Op), e.Text, legislation.ID(d.ID).Jurisdiction(), d.ID)
	}
}

// edits sets a text out once, what was taken out struck through and what was put in
// underlined.
func (h *handout) edits(text string, edits []diff.Edit, same bool) {
	h.doc.Paragraph(docx.Heading2, docx.Text(capitalised(text)))
	if same {
		h.doc.Paragraph(docx.Lead, docx.Text("The same on both days."))
	} else {
		h.doc.Paragraph(docx.Lead, docx.Run{Text: "Taken out", Removed: true}, docx.Text(" · "), docx.Run{Text: "put in", Added: true})
	}
	runs := make([]docx.Run, len(edits))
	for i, e := range edits {
		runs[i] = docx.Run{Text: e.Text, Removed: e.Op == diff.Delete, Added: e.Op == diff.Insert}
	}
	h.doc.Paragraph(docx.Body, runs...)
}

func whichDay(earlier bool) string {
	if earlier {
		return "earlier"
	}
	return "later"
}

// versionSources are those of the version that an item stands for.
func versionSources(p *legislation.Provision, item *answer.VersionItem) []string {
	at := slices.IndexFunc(p.Versions, func(v legislation.Version) bool { return v.InForce == item.InForce && v.Ended == item.Ended })
	if at < 0 {
		return nil
	}
	return p.Versions[at].Sources
}

// editionSource is an imported text as a source.
func editionSource(e legislation.Edition) legislation.Source {
	return legislation.Source{ID: e.Key, Title: e.Title, URL: e.Source, Date: e.Retrieved, Kind: "official"}
}
