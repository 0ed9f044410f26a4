package export

import (
	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// Strategies makes a file of strategies and action plans, a row for each document,
// with the times that have none and what the documents undertake.
func Strategies(s compare.Strategies, catalog *legislation.Catalog, r Request) *File {
	f := strategic("Strategies", "strategies", s, catalog, r, nameColumn, text("title", "Document", 44), text("type", "Type", 12), text("status", "Status", 13), date("from", "From"), date("to", "To"),
		date("adopted", "Adopted"), date("planned_from", "Planned from"), date("planned_to", "Planned to"), text("summary", "Summary", 60), text("responsible", "Responsible", 30),
		several("predecessors", "Replaces", 34), text("successor", "Replaced by", 34), several("implements", "Implements", 34), number("sections", "Sections", ""),
		boolean("draft", "Draft"), boolean("beside", "Beside"), confidenceColumn, sourcesColumn)
	f.beside(codeColumn, idColumn, urlColumn)
	gaps := table.Table{Name: "Gaps", Columns: []table.Column{nameColumn, date("from", "From"), date("to", "To"), text("words", "In words", 70), codeColumn}}
	for _, c := range s.Columns {
		for _, document := range c.Strategies {
			f.addStrategy(document)
		}
		for _, gap := range c.Gaps {
			gaps.Add(c.Jurisdiction.Name, gap.From, gap.To, gap.Words, c.Jurisdiction.Code)
		}
	}
	aims := f.aims(s)
	f.behind = []sheet{{Table: gaps, pinned: 1}, {Table: aims, pinned: 1, wide: true}}
	f.body = parts(
		part{heading: "Documents", rows: &f.data, groups: []string{"jurisdiction_name"}, empty: "No strategy or action plan is known.",
			columns: []shown{{"title", 30}, {"type", 9}, {"status", 9}, {"from", 11}, {"to", 11}, {"summary", 36}, {"confidence", 10}, {"sources", 10}}},
		part{heading: "Times without a strategy", rows: &gaps, empty: "None is known.", columns: []shown{{"jurisdiction_name", 25}, {"words", 75}}},
		byTheme(s, aims))
	return f
}

// Aims makes a file of what strategies and action plans undertake, and of accounts of
// what became of it, a row for each section.
func Aims(s compare.Strategies, catalog *legislation.Catalog, r Request) *File {
	f := strategic("Aims", "aims", s, catalog, r)
	f.data = f.aims(s)
	f.body = parts(byTheme(s, f.data))
	return f
}

func strategic(title, name string, s compare.Strategies, catalog *legislation.Catalog, r Request, columns ...table.Column) *File {
	r.On = s.On
	f := list(title, name, catalog, r, s, columns...)
	f.Title, f.Question = "Strategies and action plans", map[string]string{"aims": "Their aims and commitments, by theme"}[name]
	return f
}

func (f *File) addStrategy(s compare.StrategyOn) {
	place, planned, successor := s.Jurisdiction.Code, legislation.Period{}, ""
	if s.Planned != nil {
		planned = *s.Planned
	}
	if s.Successor != nil {
		successor = s.Successor.Title
	}
	f.data.Add(s.Jurisdiction.Name, anchor{s.Title, s.URL}, code(s.Type), code(s.Status), s.From, s.To, s.Adopted, planned.From, planned.To, s.Summary, s.Responsible,
		linked(s.Predecessors), successor, linked(s.Implements), len(s.Sections), s.Draft, s.Beside, string(s.Confidence), f.sources.add(place, s.Sources), place, string(s.ID), f.absolute(s.URL))
}

func linked(all []compare.InstrumentLink) (out []string) {
	for _, l := range all {
		out = append(out, l.Title)
	}
	return out
}

func (f *File) aims(s compare.Strategies) table.Table {
	t := table.Table{Name: "Aims", Columns: []table.Column{nameColumn, text("strategy", "Document", 40), text("section", "Section", 11), text("heading", "Heading", 34), text("text", "In own words", 70),
		several("themes", "Themes", 30), several("themes_by", "What gives the themes away", 34), boolean("account", "Account"), text("status", "Status of the document", 13), confidenceColumn, sourcesColumn,
		codeColumn, idColumn, urlColumn}}
	labels := map[string]string{}
	for _, theme := range s.Themes {
		labels[theme.ID] = theme.Label
	}
	for _, c := range s.Columns {
		for _, document := range c.Strategies {
			for _, section := range document.Sections {
				f.addAim(&t, document, section, labels)
			}
		}
	}
	return t
}

func (f *File) addAim(t *table.Table, s compare.StrategyOn, section compare.Section, labels map[string]string) {
	var themes, by []string
	for _, reason := range section.Themes {
		themes = append(themes, labels[reason.Theme])
		if reason.By != "" {
			by = append(by, labels[reason.Theme]+": "+reason.By+" “"+reason.Match+"”")
		}
	}
	place := s.Jurisdiction.Code
	t.Add(s.Jurisdiction.Name, s.Title, anchor{section.Citation.Short, section.Citation.URL}, section.Heading, section.Text, themes, by, section.Account, code(s.Status),
		string(section.Confidence), f.sources.add(place, section.Sources), place, string(section.Citation.ID), f.absolute(section.Citation.URL))
}

// byTheme sets the aims side by side, theme by theme; what is about several themes
// stands under each.
func byTheme(s compare.Strategies, aims table.Table) part {
	themed := table.Table{Columns: append([]table.Column{text("theme", "Theme", 20)}, aims.Columns...)}
	aim := part{rows: &aims}
	at, account := aim.at("themes"), aim.at("account")
	for _, theme := range s.Themes {
		for _, row := range aims.Rows {
			for _, label := range row[at].([]string) {
				if label == theme.Label {
					line := append([]any{theme.Label}, row...)
					line[account+1] = map[any]any{true: "account"}[row[account]] // a yes is rare enough to stand out
					themed.Rows = append(themed.Rows, line)
				}
			}
		}
	}
	return part{heading: "What they say, by theme", lead: "Of documents of all times. “Account” marks what tells how a document was made or carried out.", rows: &themed, groups: []string{"theme"},
		empty:   "No section of them is in the data.",
		columns: []shown{{"jurisdiction_name", 12}, {"strategy", 23}, {"section", 8}, {"text", 41}, {"account", 8}, {"confidence", 9}, {"sources", 9}}}
}
