package export

import (
	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// Timeline makes a file of dated events.
func Timeline(t compare.Timeline, catalog *legislation.Catalog, r Request) *File {
	f := list("Timeline", "timeline", catalog, r, t.Events, date("date", "Date"), date("to", "To"), nameColumn, text("kind", "Kind", 16), text("direction", "Direction", 10),
		text("title", "Event", 56), text("instrument", "Instrument", 40), confidenceColumn, sourcesColumn)
	f.beside(codeColumn, topicsColumn, urlColumn)
	f.upright = true
	for _, e := range t.Events {
		place, instrument, address := e.Jurisdiction.Code, "", ""
		if e.Instrument != nil {
			instrument, address = e.Instrument.Title, e.Instrument.URL
		}
		of := place
		if e.Kind == compare.RatifiedEvent {
			of = "INT" // whose file has the sources of ratifications
		}
		f.data.Add(e.Date, e.To, e.Jurisdiction.Name, code(e.Kind), e.Direction, anchor{e.Title, address}, instrument, string(e.Confidence), f.sources.add(of, e.Sources), place, e.Topics, f.absolute(address))
	}
	f.body = parts(part{rows: &f.data, empty: "No event fits what was asked.",
		columns: []shown{{"date", 14}, {"jurisdiction_name", 14}, {"title", 37}, {"kind", 12}, {"direction", 12}, {"sources", 11}}})
	return f
}

// Practice makes a file of figures on how the law is applied.
func Practice(p compare.Practice, catalog *legislation.Catalog, r Request) *File {
	f := list("Practice", "practice", catalog, r, p, nameColumn, text("measure", "Measure", 60), text("year", "Year", 11), table.Column{Name: "value", Title: "Value", Type: table.Number, Width: 12},
		text("unit", "Unit", 14), text("note", "Note", 34), confidenceColumn, sourcesColumn)
	f.beside(codeColumn, number("first_year", "First year", "of the years that the figure is about"))
	f.Title, f.upright = "The law in practice", true
	for _, series := range p.Series {
		code := series.Jurisdiction.Code
		for _, point := range series.Points {
			var first any
			if point.First > 0 {
				first = point.First
			}
			f.data.Add(series.Jurisdiction.Name, series.Measure, point.Year, point.Value, series.Unit, point.Note, string(point.Confidence), f.sources.add(code, point.Sources), code, first)
		}
	}
	f.body = parts(part{rows: &f.data, groups: []string{"jurisdiction_name"}, empty: "No figure fits what was asked.",
		columns: []shown{{"measure", 36}, {"year", 11}, {"value", 10}, {"unit", 15}, {"note", 16}, {"sources", 12}}})
	return f
}
