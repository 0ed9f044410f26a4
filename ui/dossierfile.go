package ui

import (
	"bytes"
	"slices"
	"strings"

	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/cite"
)

// dossierFormats are the files that a dossier is exported as.
func dossierFormats() []string {
	formats := []string{"csv"}
	for _, s := range cite.Styles {
		if s.File {
			formats = append(formats, s.ID)
		}
	}
	return formats
}

func formatLabel(format string) string {
	if s, err := cite.StyleOf(format); err == nil {
		return s.Label
	}
	return strings.ToUpper(format)
}

// dossierFile writes a dossier as a table, or as a bibliography of the law in it.
func (s *Site) dossierFile(page *dossierPage, format, base string, d dossier) (*file, error) {
	if format == "csv" {
		return dossierTable(page, base, s.service.Today())
	}
	style, err := cite.StyleOf(format)
	if err != nil {
		return nil, err
	}
	var requests []cite.Request
	for _, e := range page.Entries {
		for _, id := range e.laws {
			q := cite.Request{ID: id, Style: format, On: e.on, Base: base, Accessed: s.service.Today()}
			if p, err := s.service.Records().Provision(id); err == nil {
				q.ID, q.Provision = p.ID, p
			}
			if !slices.ContainsFunc(requests, func(o cite.Request) bool { return o.ID == q.ID && o.On == q.On }) {
				requests = append(requests, q)
			}
		}
	}
	text := ""
	if len(requests) > 0 {
		if text, err = cite.WriteAll(s.service.Catalog(), requests); err != nil {
			return nil, err
		}
	}
	return &file{style.Media, "seelex-dossier-" + s.service.Today().String() + "." + style.Ext, []byte(text)}, nil
}

func dossierTable(page *dossierPage, base string, today legislation.Day) (*file, error) {
	t := table.Table{Name: "dossier"}
	for _, name := range []string{"number", "kind", "jurisdiction", "title", "text", "values", "citations", "note", "law_on", "confidence", "address"} {
		t.Columns = append(t.Columns, table.Column{Name: name, Title: capital(strings.ReplaceAll(name, "_", " ")), Type: table.Text})
	}
	for _, e := range page.Entries {
		var values, citations []string
		for _, d := range e.Values {
			values = append(values, d.Term+": "+d.Values[0].Text)
		}
		for _, c := range e.Citations {
			citations = append(citations, c.Text)
		}
		text := e.Text
		if e.Missing != "" {
			text = e.Missing
		}
		address := base + e.URL
		if e.URL == "" {
			address = ""
		}
		t.Add(float64(e.N), e.Kind, e.Where.Name, e.Title, text, strings.Join(values, "; "), strings.Join(citations, "; "), e.Note, e.AsItStood.On, e.Confidence, address)
	}
	var body bytes.Buffer
	if err := t.CSV(&body); err != nil {
		return nil, err
	}
	return &file{"text/csv; charset=utf-8", "seelex-dossier-" + today.String() + ".csv", body.Bytes()}, nil
}
