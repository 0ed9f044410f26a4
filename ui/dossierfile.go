package ui

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"seelex/api/export"
	"seelex/api/export/docx"
	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/cite"
)

// dossierFormats are the files that a dossier is exported as.
func dossierFormats() []string {
	formats := []string{"docx", "csv"}
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
func (s *Site) dossierFile(page *dossierPage, format, base string) (*file, error) {
	switch format {
	case "csv":
		return dossierTable(page, base, s.service.Today())
	case "docx":
		return dossierDocument(page, base, s.service.Today())
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

// dossierDocument writes a dossier as a document to edit: each item with what it says,
// its notes and its citations, which stand in footnotes and again as a list.
func dossierDocument(page *dossierPage, base string, today legislation.Day) (*file, error) {
	doc := docx.Document{Title: "Dossier", Subject: "Drug law of South East Europe", Language: "en", Created: today.Time(),
		Description: "Made on " + today.Date().Words() + " from " + page.Permanent, Footer: "seelex: research, not legal advice"}
	doc.Paragraph(docx.Title, docx.Text("Dossier"))
	doc.Paragraph(docx.Small, docx.Text(page.Count+", collected on "+today.Date().Words()+". "), docx.Run{Text: page.Permanent, Link: page.Permanent})
	var cited []citedIn
	for _, e := range page.Entries {
		entryDocument(&doc, e, base)
		for _, c := range e.Citations {
			if !slices.ContainsFunc(cited, func(o citedIn) bool { return o.Text == c.Text }) {
				cited = append(cited, c)
			}
		}
	}
	if len(cited) > 0 {
		doc.Paragraph(docx.Heading1, docx.Text("Law cited"))
	}
	for _, c := range cited {
		doc.Paragraph(docx.Reference, docx.Run{Text: c.Text, Link: base + c.URL})
	}
	doc.Paragraph(docx.Small, docx.Text("The digests and answers are the knowledge base's own words, under CC BY 4.0. Research, not legal advice."))
	var body bytes.Buffer
	if err := doc.Write(&body); err != nil {
		return nil, err
	}
	return &file{export.DOCX.MediaType(), "seelex-dossier-" + today.String() + ".docx", body.Bytes()}, nil
}

func entryDocument(doc *docx.Document, e dossierEntry, base string) {
	title := docx.Run{Text: e.Title}
	if e.URL != "" {
		title.Link = base + e.URL
	}
	doc.Paragraph(docx.Heading2, docx.Text(strconv.Itoa(e.N)+". "), title)
	if e.Missing != "" {
		doc.Paragraph(docx.Body, docx.Run{Text: e.Missing, Italic: true})
		return
	}
	facts := []string{e.Kind, e.Where.Name, "as it stood on " + e.AsItStood.Text}
	if e.Confidence != "" {
		facts = append(facts, "confidence: "+e.Confidence)
	}
	doc.Paragraph(docx.Lead, docx.Run{Text: strings.Join(facts, " · "), Faint: true})
	for paragraph := range strings.SplitSeq(e.Text, "\n\n") {
		run := docx.Text(paragraph)
		if strings.HasSuffix(e.Text, paragraph) {
			for i, c := range e.Citations {
				if i > 0 {
					run.Note = append(run.Note, docx.Text("; "))
				}
				run.Note = append(run.Note, docx.Run{Text: c.Text, Link: base + c.URL})
			}
		}
		doc.Paragraph(docx.Body, run)
	}
	for _, v := range e.Values {
		doc.Paragraph(docx.Item, docx.Text("•\t"), docx.Run{Text: v.Term + ": ", Bold: true}, docx.Text(v.Values[0].Text))
	}
	if e.Note != "" {
		doc.Paragraph(docx.Body, docx.Run{Text: "Note: ", Bold: true}, docx.Text(e.Note))
	}
}
