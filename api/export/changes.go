package export

import (
	"slices"

	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// Changes makes a file of what changed between two days, a row for each variable.
func Changes(c compare.Changes, catalog *legislation.Catalog, r Request) *File {
	r.On = c.To
	f := list("Changes", "changes", catalog, r, c, nameColumn, text("topic_label", "Topic", 22), text("variable_label", "Variable", 20),
		text("before_words", "Earlier", 50), text("after_words", "Later", 50), date("since", "Since"), text("kind", "Kind", 12),
		several("reforms", "Reforms of that time", 40), several("amendments", "Amendments of that time", 40), text("before_confidence", "Confidence, earlier", 12), text("after_confidence", "Confidence, later", 12),
		several("before_citations", "Citations, earlier", 32), several("after_citations", "Citations, later", 32), sourcesColumn, several("reform_sources", "Sources of the reforms", 16))
	f.beside(codeColumn, several("before_addresses", "Addresses, earlier", 40), several("after_addresses", "Addresses, later", 40), text("topic", "Id of the topic", 22), text("variable", "Name in data", 22),
		table.Column{Name: "before", Title: "Value, earlier", Type: table.JSON, Note: "nothing where it is not known"}, table.Column{Name: "after", Title: "Value, later", Type: table.JSON},
		number("before_min", "Minimum, earlier", "lower end of a range"), number("before_max", "Maximum, earlier", "upper end; life imprisonment has no number"),
		number("after_min", "Minimum, later", ""), number("after_max", "Maximum, later", ""), text("unit", "Unit", 10))
	f.Title, f.Against, f.pinned = "What changed in drug law", c.From, 3
	f.Question = "Between " + words(c.From) + " and " + words(c.To)
	for _, row := range c.Rows {
		for _, change := range row.Changes {
			f.addChange(row, change)
		}
		f.explain(row)
	}
	f.body = parts(part{rows: &f.data, groups: []string{"jurisdiction_name", "topic_label"}, counted: true, notes: []string{"before_citations", "after_citations", "sources"},
		columns: []shown{{"variable_label", 16}, {"before_words", 25}, {"after_words", 25}, {"since", 10}, {"reforms", 22}, {"reform_sources", 9}},
		empty:   "Nothing changed between the two days, as far as the data says."})
	return f
}

func (f *File) addChange(row compare.TopicChanges, c compare.Change) {
	place, c := row.Jurisdiction.Code, ofThatTime(c)
	before, after := cellOf(row.Before), cellOf(row.After)
	var reforms []legislation.Source
	for _, r := range c.Reforms {
		reforms = append(reforms, r.Sources...)
	}
	was, is := given(c.Before), given(c.After)
	unit := is.Unit
	if unit == "" {
		unit = was.Unit
	}
	f.data.Add(row.Jurisdiction.Name, row.Topic.Label, variableLabel(c.Variable), inWords(c.Before, c.BeforeWords), inWords(c.After, c.AfterWords), c.Since, code(c.Kind), causes(c), amendments(c),
		string(before.Confidence), string(after.Confidence), cited(before.Citations), cited(after.Citations),
		f.sources.add(place, once(slices.Concat(before.Sources, after.Sources))), f.sources.add(place, once(reforms)),
		place, f.addresses(before.Citations), f.addresses(after.Citations), row.Topic.ID, c.Variable, value(c.Before), value(c.After), was.Min, was.Max, is.Min, is.Max, unit)
}

// explain puts what changed into the codebook.
func (f *File) explain(row compare.TopicChanges) {
	topic, err := f.catalog.Topic(row.Topic.ID)
	if err != nil {
		return // of a generation that has gone since
	}
	for _, c := range row.Changes {
		if v, ok := topic.Variable(c.Variable); ok {
			f.define(topic, v)
		}
	}
}

// define puts a variable into the codebook, which has each once, in the order of the
// topic.
func (f *File) define(topic *legislation.Topic, v legislation.Variable) {
	at := slices.IndexFunc(f.codebook, func(t *legislation.Topic) bool { return t.ID == topic.ID })
	if at < 0 {
		part := *topic
		part.Variables = nil
		at = len(f.codebook)
		f.codebook = append(f.codebook, &part)
	}
	have := f.codebook[at]
	var defined []legislation.Variable
	for _, of := range topic.Variables {
		if _, known := have.Variable(of.Name); known || of.Name == v.Name {
			defined = append(defined, of)
		}
	}
	have.Variables = defined
}

func cellOf(c *compare.Cell) compare.Cell {
	if c == nil {
		return compare.Cell{}
	}
	return *c
}

// inWords is a value in words, entry by entry where it is a list.
func inWords(v *legislation.Value, words string) any {
	if v != nil {
		if list := entries(*v); list != nil {
			return list
		}
	}
	return words
}

func value(v *legislation.Value) any {
	if v == nil {
		return nil
	}
	return *v
}

// given are the ends of a range that may not be known.
func given(v *legislation.Value) Bounds {
	if v == nil {
		return Bounds{}
	}
	return BoundsOf(*v)
}

// once leaves out the sources that came before.
func once(all []legislation.Source) (out []legislation.Source) {
	for _, s := range all {
		if !slices.ContainsFunc(out, func(have legislation.Source) bool { return have.ID == s.ID }) {
			out = append(out, s)
		}
	}
	return out
}
