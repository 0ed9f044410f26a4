package export

import (
	"fmt"
	"strings"

	"seelex/api/answer"
	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// Map makes a file of the answers to a variable, as a map shows them. The comparison
// is that of the topic on the same day: it knows what the answers rest on.
func Map(s compare.Shading, c *answer.Comparison, catalog *legislation.Catalog, r Request) *File {
	r.On = s.On
	f := list("Map", "map-"+s.Topic+"-"+s.Variable.Name, catalog, r, s, nameColumn, text("words", "Answer", 40), date("from", "Since"), date("to", "Until"), text("gap", "Why nothing is known", 44),
		citationsColumn, confidenceColumn, sourcesColumn)
	f.beside(codeColumn, addressesColumn, text("topic", "Topic", 22), text("variable", "Variable", 18),
		table.Column{Name: "code", Title: "Code", Type: table.Text, Width: 22, Note: "of the answer in the codebook; nothing where it is not known"})
	f.Title, f.Question, f.upright = s.Label+": "+strings.ToLower(variableLabel(s.Variable.Name)), capitalised(s.Variable.Note), true
	rests := map[string]compare.Cell{}
	for _, column := range c.Columns {
		rests[column.Jurisdiction.Code] = cellOf(column.Position)
	}
	for _, p := range s.Places {
		code, gap := p.Jurisdiction.Code, ""
		if p.Gap != nil {
			gap = p.Gap.Words
		}
		citations := rests[code].Citations
		f.data.Add(p.Jurisdiction.Name, p.Words, p.From, p.To, gap, cited(citations), string(p.Confidence), f.sources.add(code, p.Sources), code, f.addresses(citations), s.Topic, s.Variable.Name, p.Code)
	}
	legend := table.Table{Name: "Legend", Columns: []table.Column{text("words", "Answer", 40), number("count", "Jurisdictions", ""), text("code", "Code", 30)}}
	for _, class := range s.Classes {
		legend.Add(class.Words, class.Count, class.Code)
	}
	f.behind = []sheet{{Table: legend}}
	if topic, err := catalog.Topic(s.Topic); err == nil {
		f.define(topic, s.Variable)
	}
	f.body = parts(
		part{rows: &f.data, notes: []string{"citations", "sources"}, columns: []shown{{"jurisdiction_name", 26}, {"words", 34}, {"from", 17}, {"to", 15}, {"confidence", 14}}},
		part{heading: "How many answer so", rows: &legend, columns: []shown{{"words", 70}, {"count", 30}}})
	return f
}

// Coverage makes a file of how surely each jurisdiction answers each topic.
func Coverage(c compare.Coverage, catalog *legislation.Catalog, r Request) *File {
	r.On = c.On
	f := list("Data", "coverage", catalog, r, c, text(nameColumn.Name, nameColumn.Title, 40), text("topic_label", "Topic", 46), confidenceColumn, number("known", "Variables answered", ""), number("of", "Variables asked", ""),
		date("known_from", "Known from"), text("gap", "Why nothing is known", 44), sourcesColumn, codeColumn, text("topic", "Id of the topic", 24))
	f.Title, f.Question = "What is known, and how surely", "Confidence of the answers, and how many of a topic’s variables they hold"
	matrix := table.Table{Name: "Coverage", Columns: []table.Column{text("topic", "Topic", 30)}}
	columns := []shown{{"topic", 16}}
	for _, row := range c.Rows {
		matrix.Columns, columns = append(matrix.Columns, text(row.Jurisdiction.Code, row.Jurisdiction.Name, 18)), append(columns, shown{row.Jurisdiction.Code, 9})
	}
	for i, topic := range c.Topics {
		line := []any{topic.Label}
		for _, row := range c.Rows {
			line = append(line, covered(row.Cells[i]))
		}
		matrix.Rows = append(matrix.Rows, line)
	}
	for _, row := range c.Rows {
		for i, cell := range row.Cells {
			f.addCoverage(row.Jurisdiction, c.Topics[i], cell)
		}
	}
	f.before = []sheet{{Table: matrix, pinned: 1, wide: true, mark: func(row, col int) mark {
		switch {
		case col == 0:
			return strong
		case matrix.Rows[row][col] == notKnown:
			return faint
		}
		return unmarked
	}}}
	f.body = parts(part{rows: &matrix, columns: columns, abreast: 7})
	return f
}

// covered is a cell of the matrix in words.
func covered(c compare.CoverageCell) string {
	if c.Gap != nil {
		return notKnown
	}
	return fmt.Sprintf("%s, %d of %d", c.Confidence, c.Known, c.Of)
}

func (f *File) addCoverage(party compare.Party, topic compare.TopicName, c compare.CoverageCell) {
	gap, sources := "", sourced{}
	if c.Gap != nil {
		gap = c.Gap.Words
	}
	if p := f.catalog.Position(party.Code, topic.ID, f.On); p != nil {
		sources = f.sources.add(party.Code, f.catalog.Sources(party.Code, p.Sources))
	}
	f.data.Add(party.Name, topic.Label, string(c.Confidence), c.Known, c.Of, c.KnownFrom, gap, sources, party.Code, topic.ID)
}
