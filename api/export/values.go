package export

import (
	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// valueColumns are the columns of values as rows: one for each topic, jurisdiction,
// day and variable. A missing answer has a row too, with nothing as its value.
func valueColumns() []table.Column {
	return []table.Column{
		{Name: "jurisdiction", Title: "Jurisdiction", Type: table.Text, Width: 12, Note: "code of the legal order"},
		{Name: "jurisdiction_name", Title: "Name", Type: table.Text, Width: 20},
		{Name: "topic", Title: "Topic", Type: table.Text},
		{Name: "law_on", Title: "Law as of", Type: table.Date, Note: "the day whose law the row gives"},
		{Name: "variable", Title: "Variable", Type: table.Text, Note: "name in the codebook; summary for the summary of the whole position"},
		{Name: "type", Title: "Type", Type: table.Text, Width: 10},
		{Name: "value", Title: "Value", Type: table.JSON, Note: "the code, text, date or boolean; JSON where the value has parts"},
		{Name: "words", Title: "In words", Type: table.Text, Width: 40},
		{Name: "min", Title: "Minimum", Type: table.Number, Note: "lower end of a range; life imprisonment has no number"},
		{Name: "max", Title: "Maximum", Type: table.Number, Note: "upper end of a range"},
		{Name: "unit", Title: "Unit", Type: table.Text, Width: 10, Note: "months, daily units, or a currency as ISO 4217"},
		{Name: "min_eur", Title: "Minimum, EUR", Type: table.Number, Note: "at the legally fixed rate, where there is one"},
		{Name: "max_eur", Title: "Maximum, EUR", Type: table.Number},
		{Name: "from", Title: "From", Type: table.Date, Note: "first day on which the position holds"},
		{Name: "to", Title: "To", Type: table.Date, Note: "last day; nothing where it still holds as far as the sources show"},
		{Name: "citations", Title: "Citations", Type: table.List},
		{Name: "citation_addresses", Title: "Addresses of citations", Type: table.List},
		{Name: "confidence", Title: "Confidence", Type: table.Text, Width: 12},
		{Name: "sources", Title: "Sources", Type: table.List, Width: 60},
	}
}

// addValues adds a block's values to the data, and its sources to the file.
func (f *File) addValues(b *compare.Block) {
	for i := range b.Columns {
		column := &b.Columns[i]
		for _, s := range sides(b, column) {
			row := valueRow{jurisdiction: column.Jurisdiction.Code, name: column.Jurisdiction.Name, topic: b.Topic, day: s.day}
			if s.cell == nil {
				f.addRows(row, nil, s.summary())
				continue
			}
			row.from, row.to, row.confidence = s.cell.From, s.cell.To, s.cell.Confidence
			row.sources = f.sources.add(row.jurisdiction, s.cell.Sources)
			row.citations, row.addresses = s.cell.Citations, f.addresses(s.cell.Citations)
			f.addRows(row, s.cell.Values, s.cell.Summary)
		}
	}
}

// valueRow is what the rows of one position have in common.
type valueRow struct {
	jurisdiction, name string
	topic              *legislation.Topic
	day                legislation.Day
	from, to           legislation.Date
	citations          cited
	addresses          []string
	sources            sourced
	confidence         legislation.Confidence
}

func (f *File) addRows(r valueRow, values map[string]legislation.Value, summary string) {
	for _, v := range r.topic.Variables {
		value, known := values[v.Name]
		if !known {
			f.data.Add(r.cells(v.Name, string(v.Type), nil, notKnown, Bounds{})...)
			continue
		}
		f.data.Add(r.cells(v.Name, string(v.Type), value, value.Words(), BoundsOf(value))...)
	}
	f.data.Add(r.cells("summary", "text", nil, summary, Bounds{})...)
}

func (r valueRow) cells(variable, kind string, value any, words string, b Bounds) []any {
	return []any{r.jurisdiction, r.name, r.topic.ID, r.day, variable, kind, value, words, b.Min, b.Max, b.Unit, b.MinEUR, b.MaxEUR,
		r.from, r.to, r.citations, r.addresses, string(r.confidence), r.sources}
}

// Bounds are the ends of a range as numbers; an end that is not set, or is life, is nil.
type Bounds struct {
	Min, Max       *float64
	Unit           string   // months, daily units, or a currency (ISO 4217)
	MinEUR, MaxEUR *float64 // at the legally fixed rate, where there is one
}

// BoundsOf are the ends of a range of imprisonment or of a fine.
func BoundsOf(v legislation.Value) (b Bounds) {
	switch v.Type {
	case legislation.Imprison:
		b.Min, b.Max, b.Unit = monthsOf(v.Prison.Min), monthsOf(v.Prison.Max), "months"
	case legislation.Fine:
		b.Min, b.Max, b.Unit = v.Money.Min, v.Money.Max, v.Money.Currency
		if v.Money.Units {
			b.Unit = "daily units"
		}
		if euro, ok := compare.InEuro(v); ok {
			b.MinEUR, b.MaxEUR = euro.Min, euro.Max
		}
	}
	return b
}

// monthsOf is a length in months; life has none.
func monthsOf(m *legislation.Months) *float64 {
	if m == nil || m.Life {
		return nil
	}
	return &m.N
}
