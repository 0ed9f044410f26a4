package ui

import (
	"html/template"
	"net/url"
	"slices"
	"strings"

	"seelex/legislation"
	"seelex/legislation/compare"
	"seelex/ui/chart/rangebars"
	"seelex/ui/chart/regionmap"
	"seelex/ui/chart/svg"
)

// mainVariable is the variable by which a topic's map is coloured: the first of codes,
// or else the first of yes and no.
func mainVariable(t *legislation.Topic) (legislation.Variable, bool) {
	for _, kind := range []legislation.VariableType{legislation.Enum, legislation.Bool} {
		for _, v := range t.Variables {
			if v.Type == kind {
				return v, true
			}
		}
	}
	return legislation.Variable{}, false
}

// headlines are the types of variables that say most in a line, best first.
var headlines = []legislation.VariableType{legislation.Enum, legislation.Imprison, legislation.Enums, legislation.Bool, legislation.Plain, legislation.Dated, legislation.List}

// headline is an answer to a topic in a line. Where no value is coded it is "", and the summary has to speak.
func headline(t *legislation.Topic, values map[string]legislation.Value) string {
	for _, kind := range headlines {
		for _, v := range t.Variables {
			value, ok := values[v.Name]
			if v.Type != kind || !ok {
				continue
			}
			return variableLabel(v.Name) + ": " + clip(value.Words(), 90)
		}
	}
	return ""
}

// classOf is the key of a value's class on a map.
func classOf(v legislation.Value) string {
	if v.Type == legislation.Bool {
		return v.Words()
	}
	return v.Text
}

func classes(v legislation.Variable) []regionmap.Class {
	if v.Type == legislation.Bool {
		return []regionmap.Class{{Key: "yes", Label: "yes"}, {Key: "no", Label: "no"}}
	}
	out := make([]regionmap.Class, len(v.Values))
	for i, code := range v.Values {
		out[i] = regionmap.Class{Key: code, Label: legislation.CodeWords(code)}
	}
	return out
}

// mapFigure is a topic's answers to one variable on the map.
func mapFigure(id string, block *compare.Block, v legislation.Variable, notes *footnotes) Figure {
	day := block.On.Date().Words()
	f := Figure{ID: id, Title: block.Topic.Label + ": " + strings.ToLower(variableLabel(v.Name)), Subtitle: "As of " + day,
		Caption: "Coded from the law in force on " + day + "; select a jurisdiction for its answer with citations and sources."}
	if block.Against != 0 { // one of two maps
		f.Title, f.Subtitle = f.Title+", "+day, ""
	}
	table := &Table{ID: id + "-table", Caption: block.Topic.Label + ": " + strings.ToLower(variableLabel(v.Name)) + ", " + day, Columns: []Column{{Label: "Jurisdiction"}, {Label: variableLabel(v.Name)}, {Label: "Confidence"}}}
	var values []regionmap.Value
	for _, c := range block.Columns {
		party := c.Jurisdiction
		answer, confidence := "not known", ""
		value := regionmap.Value{Code: party.Code, Name: party.Name, Href: compareURL(block.Topic.ID, party.Code, block.On)}
		if c.Position != nil {
			confidence = string(c.Position.Confidence)
			if coded, ok := c.Position.Values[v.Name]; ok {
				value.Class, answer = classOf(coded), c.Position.Words[v.Name]
			}
			if notes != nil {
				f.Marks = append(f.Marks, notes.marks(party.Code, c.Position.Sources)...)
			}
		}
		values = append(values, value)
		table.Rows = append(table.Rows, []Field{{Text: party.Name, URL: "/jurisdictions/" + party.Code}, {Text: answer, URL: value.Href}, {Text: confidence}})
	}
	f.Table, f.Marks = table, together(distinct(f.Marks))
	m := regionmap.Map{Heading: svg.Heading{ID: id + "-map", Title: f.Title, Desc: "Map of South East Europe coloured by jurisdiction; the same as a table stands below."}, Classes: classes(v), Values: values}
	large := address{"/map", url.Values{"topic": {block.Topic.ID}, "variable": {v.Name}, "on": {block.On.String()}}}
	f.SVG = regionmap.Draw(m)
	for _, size := range chartSizes[:2] {
		f.Downloads = append(f.Downloads, Link{Label: size.label, URL: large.with("download", "map", "size", size.parameter()).String()})
	}
	return f
}

// prisonVariables are the variables of a topic that hold ranges of imprisonment.
func prisonVariables(t *legislation.Topic) (out []legislation.Variable) {
	for _, v := range t.Variables {
		if v.Type == legislation.Imprison {
			out = append(out, v)
		}
	}
	return out
}

// rangeFigure draws a topic's ranges of imprisonment on one scale.
func rangeFigure(id string, block *compare.Block, notes *footnotes) (Figure, bool) {
	chart, table, known := rangeChart(id, block)
	if !known {
		return Figure{}, false
	}
	day := block.On.Date().Words()
	f := Figure{ID: id, Title: chart.Title, Subtitle: "Statutory ranges as of " + day, Table: table,
		Caption: rangebars.HowToRead + " What a statute provides on " + day + ", not what courts impose. Each jurisdiction leads to its answer with citations and sources."}
	codes := make([]string, len(block.Columns))
	for i, c := range block.Columns {
		codes[i] = c.Jurisdiction.Code
		if c.Position != nil && notes != nil {
			f.Marks = append(f.Marks, notes.marks(codes[i], c.Position.Sources)...)
		}
	}
	f.Marks = together(distinct(f.Marks))
	here := address{"/compare", url.Values{"topic": {block.Topic.ID}, "jurisdictions": {strings.Join(codes, ",")}, "on": {block.On.String()}}}
	f = f.drawn(here, func(as func(svg.Heading) svg.Heading) template.HTML {
		c := chart
		c.Heading = as(c.Heading)
		return rangebars.Draw(c)
	})
	for i, size := range chartSizes[:2] {
		f.Downloads[i].URL = here.with("download", downloadRanges, "size", size.parameter()).String() // whatever the id on another page
	}
	return f, true
}

// downloadRanges is the value of download that asks the page of comparison for its
// ranges of imprisonment as a file.
const downloadRanges = "ranges"

// rangeChart sets a topic's ranges on one scale; false where the data knows none.
func rangeChart(id string, block *compare.Block) (rangebars.Chart, *Table, bool) {
	variables := prisonVariables(block.Topic)
	known := slices.ContainsFunc(block.Columns, func(c compare.Column) bool {
		return c.Position != nil && slices.ContainsFunc(variables, func(v legislation.Variable) bool { _, ok := c.Position.Values[v.Name]; return ok })
	})
	title := block.Topic.Label + ": ranges of imprisonment"
	chart := rangebars.Chart{Heading: svg.Heading{ID: id + "-bars", Title: title, Desc: "Horizontal bars on one scale of years; the same as a table stands below."}}
	table := &Table{ID: id + "-table", Caption: title + ", " + block.On.Date().Words(), Columns: []Column{{Label: "Jurisdiction"}}}
	for _, v := range variables {
		chart.Offences = append(chart.Offences, strings.TrimSuffix(strings.ToLower(variableLabel(v.Name)), " prison")) // the title says of what
		table.Columns = append(table.Columns, Column{Label: variableLabel(v.Name)})
	}
	for _, c := range block.Columns {
		row := rangebars.Row{Name: c.Jurisdiction.Name, Href: compareURL(block.Topic.ID, c.Jurisdiction.Code, block.On)}
		fields := []Field{{Text: c.Jurisdiction.Name, URL: row.Href}}
		for i, v := range variables {
			b := bar(i, v, c.Position)
			row.Bars = append(row.Bars, b)
			fields = append(fields, Field{Text: barWords(b)})
		}
		chart.Rows = append(chart.Rows, row)
		table.Rows = append(table.Rows, fields)
	}
	return chart, table, known
}

func barWords(b rangebars.Bar) string {
	switch b.State {
	case rangebars.None:
		return "no imprisonment"
	case rangebars.Prison:
		return b.Label
	}
	return "not known"
}

// bar is one range. That there is no imprisonment is drawn only where the data says so.
func bar(offence int, v legislation.Variable, c *compare.Cell) rangebars.Bar {
	b := rangebars.Bar{Offence: offence}
	if c == nil {
		return b
	}
	if value, ok := c.Values[v.Name]; ok {
		b.State, b.Label = rangebars.Prison, value.Words()
		b.Min, b.Max = months(value.Prison.Min), months(value.Prison.Max)
	} else if possible, ok := c.Values[v.Name+"_possible"]; ok && !possible.Bool {
		b.State = rangebars.None
	}
	return b
}

func months(m *legislation.Months) *rangebars.Months {
	if m == nil {
		return nil
	}
	return &rangebars.Months{N: m.N, Life: m.Life}
}
