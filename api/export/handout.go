package export

import (
	"io"
	"strconv"
	"strings"

	"seelex/api/export/docx"
)

// handout is a file as a document that a lecturer prints or edits: what it is, its
// body, what the rows mean, the sources, and what must be known of the file.
type handout struct {
	file *File
	doc  *docx.Document
}

func (f *File) docx(w io.Writer) error {
	foot := clipTo(f.Title, 60)
	if f.On != 0 {
		foot += " · law as of " + words(f.On)
	}
	h := &handout{f, &docx.Document{Title: f.Title, Subject: f.Question, Description: f.citation(), Language: "en-GB", Created: f.Exported.Time(), Landscape: !f.upright,
		Footer: foot + " · seelex · " + Licence}}
	h.opening()
	f.body(h)
	h.meanings()
	h.sources()
	h.about()
	return h.doc.Write(w)
}

func (h *handout) opening() {
	f := h.file
	h.doc.Paragraph(docx.Title, docx.Text(f.Title))
	if f.Question != "" {
		h.doc.Paragraph(docx.Subtitle, docx.Text(f.Question))
	}
	line := "All periods; each row has its dates"
	if f.On != 0 {
		line = "Law as of " + words(f.On)
	}
	if f.Against != 0 {
		line += ", set against " + words(f.Against)
	}
	h.doc.Paragraph(docx.Small, docx.Text(line+" · exported "+words(f.Exported)+" · "+Licence+" · "+Notice))
	h.doc.Paragraph(docx.Imprint, docx.Run{Text: f.Address, Link: link(f.Address)})
}

// link is the address when a word processor may follow it.
func link(address string) string {
	if isAddress(address) {
		return address
	}
	return ""
}

// meanings says what the rows mean, where the codebook says more than their names.
func (h *handout) meanings() {
	width := h.doc.Width()
	t := docx.Table{Widths: []int{width * 22 / 100, width * 45 / 100, width * 33 / 100},
		Head: [][]docx.Run{{docx.Text("Variable")}, {docx.Text("Meaning")}, {docx.Text("Possible answers")}}}
	for _, topic := range h.file.codebook {
		for _, v := range topic.Variables {
			if v.Note == "" && len(v.Values) == 0 {
				continue
			}
			name := []docx.Run{{Text: variableLabel(v.Name), Bold: true}}
			if len(h.file.codebook) > 1 {
				name = append(name, docx.Run{Text: "\n" + topic.Label, Faint: true})
			}
			t.Rows = append(t.Rows, docx.Row{{Runs: name}, {Runs: []docx.Run{docx.Text(v.Note)}},
				{Runs: []docx.Run{docx.Text(strings.ReplaceAll(strings.Join(v.Values, "; "), "-", " "))}}})
		}
	}
	if len(t.Rows) > 0 {
		h.doc.Paragraph(docx.Heading2, docx.Text("What the variables mean"))
		h.doc.Table(t)
	}
}

func (h *handout) sources() {
	if len(h.file.sources.list) == 0 {
		return
	}
	h.doc.Paragraph(docx.Heading2, docx.Text("Sources"))
	last := ""
	for _, s := range h.file.sources.sorted() {
		if s.Jurisdiction != last {
			last = s.Jurisdiction
			h.doc.Paragraph(docx.Heading3, docx.Text(h.file.name(last)+" ("+last+")"))
		}
		text := s.Title
		for _, more := range []string{s.Publisher, s.Date.Words()} {
			if more != "" {
				text += ", " + more
			}
		}
		runs := []docx.Run{{Text: s.ID + "\t", Bold: true}, docx.Text(text)}
		if address := link(s.URL); address != "" {
			runs = append(runs, docx.Text(", "), docx.Run{Text: address, Link: address})
		}
		h.doc.Paragraph(docx.Reference, runs...)
	}
}

func (h *handout) about() {
	if remarks := h.file.remarks(); len(remarks) > 0 {
		h.doc.Paragraph(docx.Heading2, docx.Text("On the jurisdictions"))
		for _, remark := range remarks {
			h.doc.Paragraph(docx.Body, docx.Run{Text: remark.name + ": ", Bold: true}, docx.Text(remark.text))
		}
	}
	h.doc.Paragraph(docx.Heading2, docx.Text("About this hand-out"))
	for _, fact := range h.file.facts() {
		if fact.name == "Title" || fact.name == "Question" {
			continue
		}
		h.doc.Paragraph(docx.Body, docx.Run{Text: fact.name + ": ", Bold: true}, docx.Run{Text: fact.text, Link: link(fact.address)})
	}
	for _, degree := range degrees {
		h.doc.Paragraph(docx.Body, docx.Run{Text: "Confidence “" + string(degree) + "”: ", Bold: true}, docx.Text(confidences[degree]+"."))
	}
	for _, note := range notes {
		h.doc.Paragraph(docx.Body, docx.Text(note))
	}
}

// tooLong reports whether a list would make a narrow column tall. It is counted there
// and given in full below.
func tooLong(entries []string) bool {
	const narrow = 200 // characters that a column shows without growing tall
	return len(entries) > 1 && len(strings.Join(entries, " ")) > narrow
}

// counted stands for a list in a narrow column.
func counted(entries []string) string { return strconv.Itoa(len(entries)) + " entries, listed below" }

// listed gives in full what a table only counts.
func (h *handout) listed(title string, entries []string) {
	h.doc.Paragraph(docx.Lead, docx.Run{Text: title + ":", Bold: true})
	for _, entry := range entries {
		h.doc.Paragraph(docx.Item, docx.Text("–\t"+capitalised(entry)))
	}
}

func capitalised(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
