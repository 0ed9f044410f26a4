package docx

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"seelex/api/export/docx/docxtest"
)

// TestAPackageIsWhole checks what word processors insist on: every part is well
// formed, has a type, and every reference leads to something.
func TestAPackageIsWhole(t *testing.T) {
	d := &Document{Title: "A & B", Language: "en-GB", Created: time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC), Landscape: true, Footer: "<foot>"}
	d.Paragraph(Title, Text("A & B"))
	d.Paragraph(Body, Run{Text: "one\ntwo", Note: []Run{Text("see "), {Text: "there", Link: "https://example.org/?a=1&b=2"}}}, Run{Text: "link", Link: "https://example.org/"})
	d.Table(Table{Widths: []int{3000, 5000}, Head: [][]Run{{Text("a")}, {Text("b")}}, Rows: []Row{{{Runs: []Run{Text("1")}}, {Runs: []Run{Text("\x01")}, Shaded: true}}}})
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	parts := docxtest.Parts(t, b.Bytes())
	for name, text := range parts {
		if err := parse(text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" && !strings.Contains(parts["[Content_Types].xml"], `PartName="/`+name+`"`) {
			t.Errorf("%s has no type", name)
		}
	}
	for _, reference := range []struct{ in, text string }{
		{"word/document.xml", `<w:footnoteReference w:id="1"/>`}, {"word/footnotes.xml", `<w:footnote w:id="1">`}, {"word/footnotes.xml", `r:id="link1"`},
		{"word/_rels/footnotes.xml.rels", `Id="link1"`}, {"word/_rels/footnotes.xml.rels", `Target="https://example.org/?a=1&amp;b=2" TargetMode="External"`},
		{"word/_rels/document.xml.rels", `Target="https://example.org/"`}, {"word/document.xml", `one</w:t><w:br/>`}, {"word/document.xml", `<w:tblHeader/>`},
		{"word/document.xml", `w:orient="landscape"`}, {"docProps/core.xml", `A &amp; B`}, {"word/footer1.xml", `&lt;foot&gt;`},
	} {
		if !strings.Contains(parts[reference.in], reference.text) {
			t.Errorf("%s has no %s", reference.in, reference.text)
		}
	}
}

func parse(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}
