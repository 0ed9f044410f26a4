package ui

import (
	"slices"
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
	for _, c := range b.Columns {
		g.columns = append(g.columns, Head{Code: c.Jurisdiction.Code, Label: c.Jurisdiction.Name, URL: "/jurisdictions/" + c.Jurisdiction.Code})
	}
	for _, variable := range b.Topic.Variables {
		if v.shown(b, variable) {
			g.variables = append(g.variables, variable)
		}
	}
	heads, day := [3]Head{{Label: "In force", Note: inForceNote}, {Label: "Summary"}, {Label: "Law cited"}}, ""
	if b.Against != 0 { // each day has its own answer, with its own evidence
		day = ", " + b.On.Date().Words()
	}
	evidence := evidenceCells(b, now, b.On, notes)
	g.add(heads[0], day, evidence[0])
	for i, cells := range valueCells(b, g.variables) {
		g.add(Head{Label: variableLabel(g.variables[i].Name), Note: note(g.variables[i])}, "", cells)
	}
	g.add(heads[1], day, evidence[1])
	g.add(heads[2], day, evidence[2])
	if b.Against != 0 && slices.ContainsFunc(b.Columns, func(c compare.Column) bool { return !sameAnswer(c) }) {
		evidence := evidenceCells(b, then, b.Against, notes)
		for i, head := range heads {
			g.add(head, ", "+b.Against.Date().Words(), evidence[i])
		}
	}
	return g
}

const inForceNote = "Since when the answer holds, how surely it is known, and the sources, which are those of all its values."

func (g *grid) add(head Head, day string, cells []Cell) {
	head.Label += day
	g.rows, g.cells = append(g.rows, head), append(g.cells, cells)
}

// dayAnswer is the answer of a jurisdiction on one of the days compared, or why there is none.
type dayAnswer struct {
	*compare.Cell
	gap *compare.Gap
}

func now(c compare.Column) dayAnswer { return dayAnswer{c.Position, c.Gap} }

func then(c compare.Column) dayAnswer { return dayAnswer{c.Against, c.AgainstGap} }

// sameAnswer reports whether one answer holds on both days, or none on either.
func sameAnswer(c compare.Column) bool {
	if c.Position == nil || c.Against == nil {
		return c.Position == nil && c.Against == nil
	}
	return c.Position.From == c.Against.From && c.Position.To == c.Against.To
}

// evidenceCells are the rows that say of the answers on a day since when they hold and
// who says so, what they are in a few sentences, and where in the law they stand.
func evidenceCells(b *compare.Block, on func(compare.Column) dayAnswer, day legislation.Day, notes *footnotes) (rows [3][]Cell) {
	for _, c := range b.Columns {
		if day == b.Against && c.Against != nil && sameAnswer(c) {
			for i := range rows {
				rows[i] = append(rows[i], Cell{Head: c.Jurisdiction.Code, State: "value", Lines: []string{"the same"}})
			}
			continue
		}
		answer := on(c)
		rows[0] = append(rows[0], periodCell(c, answer, day, notes))
		rows[1] = append(rows[1], summaryCell(c, answer))
		rows[2] = append(rows[2], citedCell(b, c, answer, day))
	}
	return rows
}

// periodCell holds what belongs to an answer as a whole, not to one of its values.
func periodCell(c compare.Column, p dayAnswer, day legislation.Day, notes *footnotes) Cell {
	cell := Cell{Head: c.Jurisdiction.Code, State: "value"}
	switch {
	case p.Cell != nil:
		cell.Lines, cell.Confidence, cell.Marks = []string{period(p.From, p.To)}, string(p.Confidence), together(notes.marks(c.Jurisdiction.Code, p.Sources))
	case !c.KnownFrom.IsZero() && day < c.KnownFrom.First():
		cell.Lines = []string{"known from " + c.KnownFrom.Words()}
	default:
		cell.Lines = []string{"no answer known for this day"}
	}
	return cell
}

func summaryCell(c compare.Column, p dayAnswer) Cell {
	cell := Cell{Head: c.Jurisdiction.Code, State: "value", Kind: "text"}
	if p.Cell != nil {
		cell.Lines = []string{daysInWords(p.Summary)}
	} else {
		cell.Lines = []string{p.gap.Words}
	}
	return cell
}

func citedCell(b *compare.Block, c compare.Column, p dayAnswer, on legislation.Day) Cell {
	if p.Cell == nil {
		return Cell{Head: c.Jurisdiction.Code, State: "gap"}
	}
	cell := Cell{Head: c.Jurisdiction.Code, State: "value", Keep: "topic:" + b.Topic.ID + "/" + c.Jurisdiction.Code + "@" + on.String()}
	cell.Cites = citedLinks(p.Citations)
	if len(cell.Cites) == 0 {
		cell.Lines = []string{"no provision cited"}
	}
	return cell
}

// citedLinks lead to what is cited; an instrument that has just been named is not named again.
func citedLinks(citations []compare.Citation) (links []Link) {
	above := legislation.ID("")
	for _, citation := range citations {
		label := citation.Label
		if of := citation.ID.Instrument(); of == above {
			label = citation.Short
		} else {
			above = of
		}
		links = append(links, Link{Label: label, URL: citation.URL})
	}
	return links
}

// valueCells are the coded values, by variable. A reform is named once in a column.
func valueCells(b *compare.Block, variables []legislation.Variable) [][]Cell {
	cells := make([][]Cell, len(variables))
	earlier := b.Against.Date().Words()
	for _, c := range b.Columns {
		told := map[string]bool{}
		for i, variable := range variables {
			cell := valueCell(c, variable, earlier)
			if r := cell.Reform; r != nil {
				if told[r.Label] {
					cell.Reform = &Link{Label: "the same reform", URL: r.URL}
				}
				told[r.Label] = true
			}
			cells[i] = append(cells[i], cell)
		}
	}
	return cells
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

// valueCell is one coded value, with what it was before where two days are compared.
func valueCell(c compare.Column, v legislation.Variable, earlier string) Cell {
	cell := Cell{Head: c.Jurisdiction.Code, State: "gap"}
	if c.Position != nil {
		if value, ok := c.Position.Values[v.Name]; ok {
			cell = coded(c.Jurisdiction.Code, value)
		} else if words, ok := c.Position.Words[v.Name]; ok {
			cell = Cell{Head: cell.Head, State: "value", Lines: []string{words}} // a penalty that is not possible
		}
	}
	for _, change := range c.Changes {
		if change.Variable == v.Name {
			return changed(cell.Head, change, earlier)
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

// changed shows the later answer with the earlier one before it. What has only become known, or is no longer, has not changed.
func changed(head string, change compare.Change, earlier string) Cell {
	var cell Cell
	switch {
	case change.After != nil:
		cell = coded(head, *change.After)
	case change.Kind == compare.NoLonger:
		return Cell{Head: head, State: "gap", Aside: "on " + earlier + ": " + change.BeforeWords}
	default:
		cell = Cell{Head: head, State: "value", Lines: []string{change.AfterWords}}
	}
	if change.Kind == compare.NewlyKnown {
		cell.Aside = "not known on " + earlier
		return cell
	}
	cell.Changed, cell.How, cell.Before, cell.Reform = true, "changed", change.BeforeWords, reformOf(change)
	if !change.Since.IsZero() {
		cell.How += ", since " + change.Since.Words()
	}
	return cell
}

// reformOf names what changed an answer. A reform that fits in the instrument only came
// before the change, and may be a bill that never became law: it is not named.
func reformOf(change compare.Change) *Link {
	for _, r := range change.Reforms {
		if r.Fit != compare.FitInstrument {
			return &Link{Label: r.Title, URL: r.URL}
		}
	}
	if len(change.Amendments) == 0 {
		return nil
	}
	a := change.Amendments[0]
	return &Link{Label: a.Title + " as amended by " + a.Ref, URL: "/law/" + string(a.Instrument)}
}

// matrices sets the grids of all topics into one table, or, with jurisdictions down,
// each into its own.
func matrices(grids []grid, v view, caption string) (out []Matrix) {
	if v.layout != transposed {
		m := Matrix{ID: "matrix", Caption: caption, Corner: "Variable", Columns: grids[0].columns}
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
