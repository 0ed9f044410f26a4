package ui

import (
	"strings"

	"seelex/legislation"
	"seelex/legislation/compare"
)

// grid is one topic's answers: rows are variables with the prose and the evidence
// behind them, columns are jurisdictions.
type grid struct {
	topic     *legislation.Topic
	rows      []Head
	columns   []Head
	cells     [][]Cell // by row
	variables []legislation.Variable
}

func newGrid(b *compare.Block, v view, notes *footnotes) grid {
	g := grid{topic: b.Topic}
	for _, variable := range b.Topic.Variables {
		if v.shown(b, variable) {
			g.variables = append(g.variables, variable)
			g.rows = append(g.rows, Head{Label: variableLabel(variable.Name), Note: note(variable)})
		}
	}
	g.rows = append(g.rows, Head{Label: "Summary"}, Head{Label: "Law cited"})
	g.cells = make([][]Cell, len(g.rows))
	for _, c := range b.Columns {
		g.columns = append(g.columns, columnHead(c))
		var marks Marks
		if c.Position != nil {
			marks = notes.marks(c.Jurisdiction.Code, c.Position.Sources)
		}
		told := map[string]bool{}
		for i, variable := range g.variables {
			cell := valueCell(c, variable, together(marks))
			if r := cell.Reform; r != nil {
				if told[r.Label] {
					cell.Reform = &Link{Label: "the same reform", URL: r.URL}
				}
				told[r.Label] = true
			}
			g.cells[i] = append(g.cells[i], cell)
		}
		n := len(g.variables)
		g.cells[n] = append(g.cells[n], summaryCell(c, marks))
		g.cells[n+1] = append(g.cells[n+1], evidenceCell(b, c))
	}
	return g
}

func note(v legislation.Variable) string {
	text := v.Note
	if len(v.Values) > 0 {
		words := make([]string, len(v.Values))
		for i, code := range v.Values {
			words[i] = legislation.CodeWords(code)
		}
		if text != "" {
			text = strings.TrimSuffix(text, ".") + ". "
		}
		text += "Values: " + strings.Join(words, ", ") + "."
	}
	return capital(text)
}

func columnHead(c compare.Column) Head {
	h := Head{Code: c.Jurisdiction.Code, Label: c.Jurisdiction.Name, URL: "/jurisdictions/" + c.Jurisdiction.Code}
	switch {
	case c.Position != nil:
		h.Meta, h.Confidence = period(c.Position.From, c.Position.To), string(c.Position.Confidence)
	case !c.KnownFrom.IsZero():
		h.Meta = "known from " + c.KnownFrom.Words()
	default:
		h.Meta = "no answer known"
	}
	return h
}

// valueCell is one coded value, with what it was before where two days are compared.
func valueCell(c compare.Column, v legislation.Variable, marks Marks) Cell {
	cell := Cell{Head: c.Jurisdiction.Code, State: "gap"}
	if c.Position != nil {
		if value, ok := c.Position.Values[v.Name]; ok {
			cell = coded(c.Jurisdiction.Code, value)
			cell.Marks = marks
		} else if words, ok := c.Position.Words[v.Name]; ok {
			cell = Cell{Head: cell.Head, State: "value", Lines: []string{words}, Marks: marks} // a penalty that is not possible
		}
	}
	for _, change := range c.Changes {
		if change.Variable == v.Name {
			return changed(cell, change)
		}
	}
	return cell
}

func coded(head string, value legislation.Value) Cell {
	cell := Cell{Head: head, State: "value", Lines: lines(value)}
	switch {
	case value.Type == legislation.Bool:
		cell.Kind = value.Words()
	case value.Type == legislation.Plain:
		cell.Kind = "text"
	}
	if euro, ok := compare.InEuro(value); ok {
		cell.Lines = append(cell.Lines, "= "+euro.Words+" at the fixed rate")
	}
	return cell
}

// changeWords tell a change of the law from one of what is known of it.
var changeWords = map[compare.ChangeKind]string{compare.Changed: "changed", compare.NewlyKnown: "newly known", compare.NoLonger: "no longer known"}

// notKnown is how a comparison writes what the data does not say.
const notKnown = "not known"

// changed shows the later answer with the earlier one before it, whichever of the two
// days was asked about first.
func changed(cell Cell, change compare.Change) Cell {
	marks := cell.Marks
	switch {
	case change.After != nil:
		cell = coded(cell.Head, *change.After)
	case change.AfterWords == notKnown:
		cell = Cell{Head: cell.Head, State: "gap"}
	default:
		cell = Cell{Head: cell.Head, State: "value", Lines: []string{change.AfterWords}}
	}
	cell.Changed, cell.How, cell.Before, cell.Marks = true, changeWords[change.Kind], change.BeforeWords, marks
	if len(change.Reforms) > 0 {
		cell.Reform = &Link{Label: change.Reforms[0].Title + ", " + change.Reforms[0].Date.Words(), URL: change.Reforms[0].URL}
	} else if len(change.Amendments) > 0 {
		a := change.Amendments[0]
		cell.Reform = &Link{Label: a.Title + " as amended by " + a.Ref, URL: "/law/" + string(a.Instrument)}
	}
	return cell
}

func summaryCell(c compare.Column, marks Marks) Cell {
	if c.Position == nil {
		return Cell{Head: c.Jurisdiction.Code, State: "value", Kind: "text", Lines: []string{c.Gap.Words}}
	}
	return Cell{Head: c.Jurisdiction.Code, State: "value", Kind: "text", Lines: []string{daysInWords(c.Position.Summary)}, Marks: marks}
}

func evidenceCell(b *compare.Block, c compare.Column) Cell {
	if c.Position == nil {
		return Cell{Head: c.Jurisdiction.Code, State: "gap"}
	}
	cell := Cell{Head: c.Jurisdiction.Code, State: "value", Confidence: string(c.Position.Confidence),
		Keep: "topic:" + b.Topic.ID + "/" + c.Jurisdiction.Code + "@" + b.On.String()}
	above := legislation.ID("")
	for _, citation := range c.Position.Citations {
		label := citation.Label
		if of := citation.ID.Instrument(); of == above {
			label = citation.Short // the instrument has just been named
		} else {
			above = of
		}
		cell.Cites = append(cell.Cites, Link{Label: label, URL: citation.URL})
	}
	if len(cell.Cites) == 0 {
		cell.Lines = []string{"no provision cited"}
	}
	return cell
}

// matrices sets the grids of all topics into one table, or, with jurisdictions down,
// each into its own.
func matrices(grids []grid, v view, caption string) (out []Matrix) {
	if v.layout != transposed {
		m := Matrix{ID: "matrix", Caption: caption, Corner: "Variable", Columns: plain(grids)}
		for _, g := range grids {
			group := Group{Title: g.topic.Label, Question: g.topic.Question, URL: "/topics/" + g.topic.ID}
			if len(grids) == 1 {
				group = Group{}
			}
			for i, head := range g.rows {
				group.Rows = append(group.Rows, Row{head, g.cells[i]})
			}
			m.Groups = append(m.Groups, group)
		}
		return []Matrix{m}
	}
	for _, g := range grids {
		m := Matrix{ID: "matrix-" + g.topic.ID, Caption: caption + ": " + g.topic.Label, Corner: "Jurisdiction", Transposed: true, Columns: g.rows}
		group := Group{}
		if len(grids) > 1 {
			group = Group{Title: g.topic.Label, Question: g.topic.Question, URL: "/topics/" + g.topic.ID}
		}
		for j, head := range g.columns {
			row := Row{Head: head}
			for i := range g.rows {
				cell := g.cells[i][j]
				cell.Head = g.rows[i].Label
				row.Cells = append(row.Cells, cell)
			}
			group.Rows = append(group.Rows, row)
		}
		m.Groups = []Group{group}
		out = append(out, m)
	}
	return out
}

// plain are the columns of a table of several topics: periods and confidence differ
// from topic to topic, and stay with one topic only.
func plain(grids []grid) []Head {
	columns := grids[0].columns
	if len(grids) == 1 {
		return columns
	}
	out := make([]Head, len(columns))
	for i, h := range columns {
		out[i] = Head{Code: h.Code, Label: h.Label, URL: h.URL}
	}
	return out
}
