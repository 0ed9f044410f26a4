package export

import (
	"html"
	"maps"
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/api/export/table"
	"seelex/index"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// Records is what lists look up of the rows behind them.
type Records interface {
	Catalog() *legislation.Catalog
	Provision(id legislation.ID) (*legislation.Provision, error)
}

// list starts a file with one row for each item of an answer.
func list(title, name string, catalog *legislation.Catalog, r Request, answer any, columns ...table.Column) *File {
	return &File{Request: r, catalog: catalog, Title: title, slug: slug(name), answer: answer, data: table.Table{Name: title, Columns: columns}}
}

// beside adds columns that programs need and readers do not.
func (f *File) beside(columns ...table.Column) {
	f.readers = len(f.data.Columns)
	f.data.Columns = append(f.data.Columns, columns...)
}

// Columns that several lists have.
var (
	idColumn           = table.Column{Name: "id", Title: "Id", Type: table.Text, Width: 36, Note: "permanent; the address of the law page is /law/ and the id"}
	jurisdictionColumn = table.Column{Name: "jurisdiction", Title: "Jurisdiction", Type: table.Text, Width: 12, Note: "code of the legal order"}
	topicsColumn       = table.Column{Name: "topics", Title: "Topics", Type: table.List, Width: 26}
	inForceColumn      = table.Column{Name: "in_force", Title: "In force", Type: table.Date, Note: "first day"}
	endedColumn        = table.Column{Name: "ended", Title: "Ended", Type: table.Date, Note: "last day; nothing while it is in force as far as the sources show"}
	statusColumn       = table.Column{Name: "status", Title: "Status", Type: table.Text, Width: 14, Note: "on the day of the law"}
	nameColumn         = table.Column{Name: "jurisdiction_name", Title: "Jurisdiction", Type: table.Text, Width: 18}
	codeColumn         = table.Column{Name: "jurisdiction", Title: "Code", Type: table.Text, Width: 8, Note: "code of the legal order"}
	citationsColumn    = table.Column{Name: "citations", Title: "Citations", Type: table.List}
	addressesColumn    = table.Column{Name: "citation_addresses", Title: "Addresses of citations", Type: table.List}
	confidenceColumn   = table.Column{Name: "confidence", Title: "Confidence", Type: table.Text, Width: 12}
	sourcesColumn      = table.Column{Name: "sources", Title: "Sources", Type: table.List, Width: 16}
	urlColumn          = table.Column{Name: "url", Title: "Page", Type: table.Address}
)

func text(name, title string, width float64) table.Column {
	return table.Column{Name: name, Title: title, Type: table.Text, Width: width}
}

func number(name, title, note string) table.Column {
	return table.Column{Name: name, Title: title, Type: table.Number, Width: 11, Note: note}
}

func boolean(name, title string) table.Column {
	return table.Column{Name: name, Title: title, Type: table.Boolean, Width: 11}
}

func several(name, title string, width float64) table.Column {
	return table.Column{Name: name, Title: title, Type: table.List, Width: width}
}

func date(name, title string) table.Column {
	return table.Column{Name: name, Title: title, Type: table.Date}
}

// Search makes a file of the hits of a search.
func Search(a *index.Answer, records Records, r Request) *File {
	r.On = a.Query.On
	title := "Search"
	f := list(title, "search-"+a.Query.Text, records.Catalog(), r, a, idColumn, text("kind", "Kind", 11), jurisdictionColumn, text("instrument", "Instrument", 34),
		text("label", "Provision", 16), text("heading", "Heading", 36), text("native", "Heading in the original", 36), text("native_lang", "Language", 9),
		text("snippet", "Passage", 60), topicsColumn, inForceColumn, endedColumn, statusColumn, table.Column{Name: "score", Title: "Score", Type: table.Number},
		confidenceColumn, sourcesColumn, urlColumn)
	f.Question = a.Query.Text
	for _, h := range a.Hits {
		instrument := ""
		if h.Instrument != nil {
			instrument = h.Instrument.Title
		}
		f.data.Add(h.ID, h.Kind, h.Jurisdiction, instrument, h.Label, h.Heading, h.Native, h.NativeLang, passage(string(h.Snippet)), h.Topics, h.InForce, h.Ended,
			string(h.Status), h.Score, string(h.Confidence), f.sources.add(h.Jurisdiction, sourcesOf(records, h)), r.absolute(h.URL))
	}
	return f
}

// passage is the plain text of a snippet, which has <mark> as its only markup.
func passage(snippet string) string {
	return html.UnescapeString(strings.NewReplacer("<mark>", "", "</mark>", "").Replace(snippet))
}

// sourcesOf finds the sources of the row behind a hit. A row that has gone since the
// search has none to show.
func sourcesOf(records Records, h index.Hit) []legislation.Source {
	c, id := records.Catalog(), legislation.ID(h.ID)
	var ids []string
	switch h.Kind {
	case "instrument":
		if i, err := c.Instrument(id); err == nil {
			ids = i.Sources
		}
	case "position":
		for _, topic := range h.Topics {
			for _, p := range c.PositionsOf(h.Jurisdiction, topic) {
				if p.From == h.InForce && p.To == h.Ended {
					ids = p.Sources
				}
			}
		}
	default:
		if p, err := records.Provision(id); err == nil {
			for _, v := range p.Versions {
				if v.InForce == h.InForce && v.Ended == h.Ended {
					ids = v.Sources
				}
			}
		}
	}
	return c.Sources(h.Jurisdiction, ids)
}

// Instruments makes a file of a list of instruments.
func Instruments(items []answer.InstrumentItem, catalog *legislation.Catalog, r Request) *File {
	f := list("Instruments", "instruments", catalog, r, items, idColumn, jurisdictionColumn, text("type", "Type", 12), text("title_en", "Title in English", 44),
		text("title", "Original title", 44), text("abbreviation", "Abbreviation", 13), text("number", "Number", 18), date("adopted", "Adopted"), inForceColumn, endedColumn,
		statusColumn, text("replaced_by", "Replaced by", 30), date("period_from", "Plans from"), date("period_to", "Plans to"), boolean("draft", "Draft"), table.Column{Name: "gazette", Title: "Gazette", Type: table.List},
		table.Column{Name: "amendments", Title: "Amendments", Type: table.List}, text("responsible", "Responsible", 28),
		text("summary", "Summary", 60), confidenceColumn, sourcesColumn, urlColumn)
	for _, item := range items {
		i, err := catalog.Instrument(legislation.ID(item.ID))
		if err != nil {
			continue // of a generation that has gone since
		}
		period := legislation.Period{}
		if i.Period != nil {
			period = *i.Period
		}
		f.data.Add(item.ID, item.Jurisdiction, i.Type, i.TitleEn, titles(i.Title), i.Abbreviation, i.Number, i.Adopted, i.InForce, i.Ended, string(item.Status),
			string(i.ReplacedBy), period.From, period.To, i.Draft, gazettes(i), amended(i), i.Responsible, i.Summary, string(i.Confidence),
			f.sources.add(item.Jurisdiction, catalog.Sources(item.Jurisdiction, i.Sources)), r.absolute(item.URL))
	}
	return f
}

// titles gives a text in all its languages, each with its tag where there are several.
func titles(t legislation.Text) string {
	tags := slices.Sorted(maps.Keys(t))
	if len(tags) == 1 {
		return t[tags[0]]
	}
	out := make([]string, len(tags))
	for i, tag := range tags {
		out[i] = tag + ": " + t[tag]
	}
	return strings.Join(out, "; ")
}

func gazettes(i *legislation.Instrument) (out []string) {
	for _, g := range i.Gazette {
		out = append(out, strings.TrimSpace(g.Name+" "+g.Ref))
	}
	return out
}

func amended(i *legislation.Instrument) (out []string) {
	for _, a := range i.Amendments {
		text := a.Ref
		if !a.InForce.IsZero() {
			text += " (in force " + a.InForce.String() + ")"
		}
		out = append(out, strings.TrimSpace(text))
	}
	return out
}

// Provisions makes a file of provisions: of the versions of the request's day, or of
// all versions when it names none.
func Provisions(provisions []*legislation.Provision, catalog *legislation.Catalog, r Request) *File {
	f := list("Provisions", "provisions", catalog, r, provisions, idColumn, jurisdictionColumn, text("instrument", "Instrument", 34), text("label", "Provision", 16),
		text("heading", "Heading", 36), text("original_heading", "Original heading", 36), text("digest", "Digest (own words)", 70),
		table.Column{Name: "terms", Title: "Terms of art", Type: table.List}, topicsColumn, inForceColumn, endedColumn, table.Column{Name: "implements", Title: "Implements", Type: table.List},
		confidenceColumn, sourcesColumn, urlColumn)
	for _, p := range provisions {
		shown := legislation.Pick(p.Versions, legislation.Version.Valid, r.On)
		for i, v := range p.Versions {
			if r.On == 0 || i == shown {
				f.addVersion(p, v, catalog)
			}
		}
	}
	if len(provisions) > 0 {
		if i, err := catalog.Instrument(provisions[0].ID.Instrument()); err == nil {
			f.Title, f.slug = i.TitleEn, slug(string(i.ID))
		}
	}
	return f
}

func (f *File) addVersion(p *legislation.Provision, v legislation.Version, catalog *legislation.Catalog) {
	code, instrument := p.ID.Jurisdiction(), string(p.ID.Instrument())
	if i, err := catalog.Instrument(p.ID.Instrument()); err == nil {
		instrument = i.TitleEn
	}
	original := maps.Clone(v.Heading)
	delete(original, "en")
	var terms, implements []string
	for _, tag := range slices.Sorted(maps.Keys(v.Terms)) {
		terms = append(terms, v.Terms[tag]...)
	}
	for _, id := range v.Implements {
		implements = append(implements, string(id))
	}
	address := "/law/" + string(p.ID)
	if f.On != 0 && f.On != f.Exported {
		address += "?on=" + f.On.String()
	} else if v.Valid().Ended(f.Exported) {
		address += "?on=" + v.Ended.Last().String()
	}
	f.data.Add(string(p.ID), code, instrument, p.ID.Label(), v.Heading["en"], titles(original), v.Digest, terms, v.Topics, v.InForce, v.Ended, implements,
		string(v.Confidence), f.sources.add(code, catalog.Sources(code, v.Sources)), f.absolute(address))
}

// Positions makes a file of positions, one row for each of their values.
func Positions(positions []answer.Position, catalog *legislation.Catalog, r Request) *File {
	f := list("Positions", "positions", catalog, r, positions, valueColumns()...)
	for _, p := range positions {
		topic, err := catalog.Topic(p.Topic)
		if err != nil {
			continue
		}
		row := valueRow{jurisdiction: p.Jurisdiction, name: p.Jurisdiction, topic: topic, day: r.On, from: p.From, to: p.To, confidence: p.Confidence,
			sources: f.sources.add(p.Jurisdiction, p.Sources)}
		if j, err := catalog.Jurisdiction(p.Jurisdiction); err == nil {
			row.name = j.Name
		}
		for _, c := range p.Citations {
			row.citations = append(row.citations, compare.Citation{ID: legislation.ID(c.ID), Label: c.Label, URL: c.URL})
		}
		row.addresses = r.addresses(row.citations)
		f.addRows(row, p.Values, p.Summary)
	}
	return f
}

// Concepts makes a file of thesaurus entries, one row for each label.
func Concepts(concepts []legislation.Concept, catalog *legislation.Catalog, r Request) *File {
	f := list("Thesaurus", "thesaurus", catalog, r, concepts, text("concept", "Concept", 26), text("lang", "Language", 10), text("label", "Label", 44),
		table.Column{Name: "preferred", Title: "Preferred", Type: table.Boolean}, topicsColumn, text("definition", "Definition", 70), confidenceColumn)
	for _, c := range concepts {
		for _, tag := range slices.Sorted(maps.Keys(c.Labels)) {
			for i, label := range c.Labels[tag] {
				f.data.Add(c.ID, tag, label, i == 0, c.Topics, c.Definition, labelConfidence)
			}
		}
	}
	return f
}

// labelConfidence is that of all labels: editorial knowledge of the national codes.
const labelConfidence = string(legislation.Unverified)
