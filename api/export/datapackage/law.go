package datapackage

import (
	"maps"
	"slices"

	"seelex/api/export/table"
	"seelex/legislation"
)

func instruments(c *legislation.Catalog) dataset {
	return dataset{name: "instruments", title: "Codes, acts, by-laws, strategies, treaties", key: []string{"id"}, references: []foreignKey{toJurisdiction},
		columns: columns([]table.Column{text("id"), text("jurisdiction"), text("type"), text("title_en"), text("titles"), text("abbreviation"), text("number"), date("adopted"),
			date("in_force"), date("ended"), text("replaced_by"), date("period_from"), date("period_to"), flag("draft"), text("responsible"), list("implements"),
			{Name: "url", Type: table.Address}, text("summary")}, established...),
		rows: each(c.Instruments, func(i *legislation.Instrument) []any {
			period := legislation.Period{}
			if i.Period != nil {
				period = *i.Period
			}
			return []any{string(i.ID), i.ID.Jurisdiction(), i.Type, i.TitleEn, tagged(i.Title), i.Abbreviation, i.Number, i.Adopted, i.InForce, i.Ended, string(i.ReplacedBy),
				period.From, period.To, i.Draft, i.Responsible, texts(i.Implements), i.URL, i.Summary, string(i.Confidence), i.Sources}
		})}
}

func gazettes(c *legislation.Catalog) dataset {
	return dataset{name: "gazettes", title: "Where instruments were published", references: []foreignKey{refers("instrument", "instruments", "id")},
		columns: []table.Column{text("instrument"), text("gazette"), text("ref"), date("date")},
		rows: func(add func(...any) error) error {
			for _, i := range c.Instruments {
				for _, g := range i.Gazette {
					if err := add(string(i.ID), g.Name, g.Ref, g.Date); err != nil {
						return err
					}
				}
			}
			return nil
		}}
}

func amendments(c *legislation.Catalog) dataset {
	return dataset{name: "amendments", title: "Acts that changed instruments", references: []foreignKey{refers("instrument", "instruments", "id")},
		columns: []table.Column{text("instrument"), text("ref"), date("date"), date("in_force"), text("what")},
		rows: func(add func(...any) error) error {
			for _, i := range c.Instruments {
				for _, a := range i.Amendments {
					if err := add(string(i.ID), a.Ref, a.Date, a.InForce, a.What); err != nil {
						return err
					}
				}
			}
			return nil
		}}
}

func provisions(records Records) dataset {
	return dataset{name: "provisions", title: "Versions of provisions, with digests in own words", key: []string{"id", "version"},
		note:       "`version` counts the versions of a provision in time.",
		references: []foreignKey{refers("instrument", "instruments", "id")},
		columns: columns([]table.Column{text("id"), {Name: "version", Type: table.Number}, text("instrument"), text("label"), text("headings"), text("digest"), list("terms"),
			list("topics"), date("in_force"), date("ended"), flag("draft"), list("implements")}, established...),
		rows: func(add func(...any) error) error {
			return records.Provisions(func(p *legislation.Provision) error {
				for i, v := range p.Versions {
					if err := add(string(p.ID), i+1, string(p.ID.Instrument()), p.ID.Label(), tagged(v.Heading), v.Digest, terms(v), v.Topics, v.InForce, v.Ended, v.Draft,
						texts(v.Implements), string(v.Confidence), v.Sources); err != nil {
						return err
					}
				}
				return nil
			})
		}}
}

// tagged gives a text in all its languages, each behind its tag.
func tagged(t legislation.Text) []string {
	var out []string
	for _, tag := range slices.Sorted(maps.Keys(t)) {
		out = append(out, tag+": "+t[tag])
	}
	return out
}

func terms(v legislation.Version) []string {
	var out []string
	for _, tag := range slices.Sorted(maps.Keys(v.Terms)) {
		for _, term := range v.Terms[tag] {
			out = append(out, tag+": "+term)
		}
	}
	return out
}

func texts(ids []legislation.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
