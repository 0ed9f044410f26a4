package datapackage

import (
	"maps"
	"slices"

	"seelex/api/export"
	"seelex/api/export/table"
	"seelex/legislation"
)

// dataset is one table of the package; rows hands every row to add.
type dataset struct {
	name, title, note string
	columns           []table.Column
	key               []string
	references        []foreignKey
	rows              func(add func(cells ...any) error) error
}

func (d dataset) path() string { return "data/" + d.name + ".csv" }

// Short forms for columns.
func text(name string) table.Column { return table.Column{Name: name, Type: table.Text} }
func date(name string) table.Column { return table.Column{Name: name, Type: table.Date} }
func list(name string) table.Column { return table.Column{Name: name, Type: table.List} }
func flag(name string) table.Column { return table.Column{Name: name, Type: table.Boolean} }

var established = []table.Column{text("confidence"), list("sources")}

func columns(first []table.Column, more ...table.Column) []table.Column {
	return append(slices.Clone(first), more...)
}

func refers(field, to, key string) foreignKey {
	return foreignKey{[]string{field}, reference{to, []string{key}}}
}

var toJurisdiction = refers("jurisdiction", "jurisdictions", "code")

// each hands the rows of a list to add.
func each[T any](items []T, cells func(T) []any) func(func(...any) error) error {
	return func(add func(...any) error) error {
		for _, item := range items {
			if err := add(cells(item)...); err != nil {
				return err
			}
		}
		return nil
	}
}

// tablesOf are the tables, those that others refer to first.
func tablesOf(records Records) []dataset {
	c := records.Catalog()
	return append([]dataset{jurisdictions(c), topics(c), codebook(c), thesaurus(c), sources(c), instruments(c), gazettes(c), amendments(c),
		provisions(records)}, rest(c)...)
}

func jurisdictions(c *legislation.Catalog) dataset {
	return dataset{name: "jurisdictions", title: "Legal orders", key: []string{"code"},
		columns: []table.Column{text("code"), text("name"), text("native_names"), list("languages"), text("currency"), text("parent"), text("eu_status"), text("legal_system"), text("note"), list("open_questions")},
		rows: each(c.Jurisdictions, func(j legislation.Jurisdiction) []any {
			return []any{j.Code, j.Name, tagged(j.NativeNames), j.Languages, j.Currency, j.Parent, j.EUStatus, j.LegalSystem, j.Note, c.Questions(j.Code)}
		})}
}

func topics(c *legislation.Catalog) dataset {
	return dataset{name: "topics", title: "Topics that are compared", key: []string{"id"}, columns: []table.Column{text("id"), text("label"), text("question")},
		rows: each(c.Topics, func(t legislation.Topic) []any { return []any{t.ID, t.Label, t.Question} })}
}

func codebook(c *legislation.Catalog) dataset {
	return dataset{name: "codebook", title: "Variables of each topic", key: []string{"topic", "variable"}, references: []foreignKey{refers("topic", "topics", "id")},
		columns: []table.Column{text("topic"), text("variable"), text("type"), list("values"), text("meaning")},
		rows: func(add func(...any) error) error {
			for _, t := range c.Topics {
				for _, v := range t.Variables {
					if err := add(t.ID, v.Name, string(v.Type), v.Values, v.Note); err != nil {
						return err
					}
				}
			}
			return nil
		}}
}

func thesaurus(c *legislation.Catalog) dataset {
	return dataset{name: "thesaurus", title: "Labels of concepts in the languages of the region",
		columns: []table.Column{text("concept"), text("lang"), text("label"), flag("preferred"), list("topics"), text("definition")},
		rows: func(add func(...any) error) error {
			for _, concept := range c.Concepts {
				for _, tag := range slices.Sorted(maps.Keys(concept.Labels)) {
					for i, label := range concept.Labels[tag] {
						if err := add(concept.ID, tag, label, i == 0, concept.Topics, concept.Definition); err != nil {
							return err
						}
					}
				}
			}
			return nil
		}}
}

func sources(c *legislation.Catalog) dataset {
	return dataset{name: "sources", title: "Sources, numbered for each jurisdiction", key: []string{"jurisdiction", "id"}, references: []foreignKey{toJurisdiction},
		columns: []table.Column{text("jurisdiction"), text("id"), text("title"), text("publisher"), date("date"), text("kind"), {Name: "url", Type: table.Address}},
		rows: func(add func(...any) error) error {
			for _, j := range c.Jurisdictions {
				for _, s := range c.AllSources(j.Code) {
					if err := add(j.Code, s.ID, s.Title, s.Publisher, s.Date, s.Kind, s.URL); err != nil {
						return err
					}
				}
			}
			return nil
		}}
}

// rest are positions and what is dated.
func rest(c *legislation.Catalog) []dataset {
	return []dataset{
		{name: "positions", title: "Answers to the codebook by jurisdiction, topic and period", references: []foreignKey{toJurisdiction, refers("topic", "topics", "id")},
			key:     []string{"jurisdiction", "topic", "variable", "n"},
			note:    "One row for each value, and one for the summary of each position (variable `summary`). `n` counts the positions of a topic in time.",
			columns: positionColumns(), rows: positionRows(c)},
		{name: "reforms", title: "Dated reforms", references: []foreignKey{toJurisdiction},
			columns: columns([]table.Column{text("jurisdiction"), date("date"), text("title"), text("instrument"), text("direction")}, established...),
			rows: each(c.Reforms, func(r legislation.Reform) []any {
				return []any{r.Jurisdiction, r.Date, r.Title, string(r.Instrument), r.Direction, string(r.Confidence), r.Sources}
			})},
		{name: "practice", title: "Figures on how the law is applied", references: []foreignKey{toJurisdiction},
			columns: columns([]table.Column{text("jurisdiction"), text("year"), text("measure"), {Name: "value", Type: table.Number}, text("unit")}, established...),
			rows: each(c.Practice, func(f legislation.Figure) []any {
				return []any{f.Jurisdiction, f.Year, f.Measure, f.Value, f.Unit, string(f.Confidence), f.Sources}
			})},
		{name: "ratifications", title: "Steps to be bound by treaties", references: []foreignKey{toJurisdiction, refers("instrument", "instruments", "id")},
			columns: columns([]table.Column{text("instrument"), text("jurisdiction"), date("date"), text("manner")}, established...),
			rows: each(c.Ratifications, func(r legislation.Ratification) []any {
				return []any{string(r.Instrument), r.Jurisdiction, r.Date, r.Manner, string(r.Confidence), r.Sources}
			})},
	}
}

func positionColumns() []table.Column {
	value := func(name string, kind table.Type, note string) table.Column {
		return table.Column{Name: name, Type: kind, Note: note}
	}
	return columns([]table.Column{text("jurisdiction"), text("topic"), value("n", table.Number, "1 for the earliest position known"), date("from"), date("to"), text("variable"),
		value("value", table.JSON, "code, text, date or boolean; JSON where the value has parts"), text("words"),
		value("min", table.Number, "lower end of a range"), value("max", table.Number, "upper end of a range"),
		value("unit", table.Text, "months, daily units, or a currency (ISO 4217)"), list("citations")}, established...)
}

func positionRows(c *legislation.Catalog) func(func(...any) error) error {
	return func(add func(...any) error) error {
		counts := map[[2]string]int{}
		for _, p := range c.Positions {
			topic, err := c.Topic(p.Topic)
			if err != nil {
				return err
			}
			counts[[2]string{p.Jurisdiction, p.Topic}]++
			n := counts[[2]string{p.Jurisdiction, p.Topic}]
			cited := make([]string, len(p.Citations))
			for i, id := range p.Citations {
				cited[i] = string(id)
			}
			row := func(variable string, value any, words string, b export.Bounds) error {
				return add(p.Jurisdiction, p.Topic, n, p.From, p.To, variable, value, words, b.Min, b.Max, b.Unit, cited, string(p.Confidence), p.Sources)
			}
			for _, v := range topic.Variables {
				if value, known := p.Values[v.Name]; known {
					if err := row(v.Name, value, value.Words(), export.BoundsOf(value)); err != nil {
						return err
					}
				}
			}
			if err := row("summary", p.Summary, p.Summary, export.Bounds{}); err != nil {
				return err
			}
		}
		return nil
	}
}
