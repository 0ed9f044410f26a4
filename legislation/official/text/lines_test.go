package text

import (
	"fmt"
	"strings"
	"testing"

	"seelex/legislation/official/structure"
)

// wrapped is a law wrapped at 40 letters; the fifth article names another act, a place and a reference at line starts.
const wrapped = `ZAKON O VATRI

Član 1
Zabranjuje se otvorena vatra u šumi, na
njivi i na drugom javnom mjestu u zemlji
i na moru, a naročito ljeti i u vjetru.
Član 2
Kaznom iz čl. 3. i 4. ovog zakona i člana
5. stav 1. Krivičnog zakonika kazniće se
Federacija i kanton koji ne obezbijede
Vatrogasnoj jedinici vodu, i to:
1) u gradu sa stalnim izvorima vode kad je
potrebno;
2) u selu koje ima najmanje deset kuća u
kojima se živi.
Član 3
Kazna je novčana ako zakon ne propisuje
drugačije za pojedine slučajeve vatre na
javnom mjestu, u šumi ili na obali mora.
Član 4
Novac od kazne ide vatrogasnoj jedinici u
gradu ili u selu, a ostatak jedinici koju
Vlada odredi.
`

func TestWrappedText(t *testing.T) {
	want := []string{"ZAKON O VATRI", "Član 1",
		"Zabranjuje se otvorena vatra u šumi, na njivi i na drugom javnom mjestu u zemlji i na moru, a naročito ljeti i u vjetru.", "Član 2",
		"Kaznom iz čl. 3. i 4. ovog zakona i člana 5. stav 1. Krivičnog zakonika kazniće se Federacija i kanton koji ne obezbijede Vatrogasnoj jedinici vodu, i to:",
		"1) u gradu sa stalnim izvorima vode kad je potrebno;", "2) u selu koje ima najmanje deset kuća u kojima se živi.", "Član 3",
		"Kazna je novčana ako zakon ne propisuje drugačije za pojedine slučajeve vatre na javnom mjestu, u šumi ili na obali mora.", "Član 4",
		"Novac od kazne ide vatrogasnoj jedinici u gradu ili u selu, a ostatak jedinici koju Vlada odredi."}
	for name, in := range map[string]string{"LF": wrapped, "CR LF": strings.ReplaceAll(wrapped, "\n", "\r\n"), "CR": strings.ReplaceAll(wrapped, "\n", "\r")} {
		var got []string
		for _, b := range Lines(in, &structure.Source{}) {
			got = append(got, b.Text)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestPages: headers, footers and page numbers go and are reported, with form feeds and without; labels at the top of
// pages stay.
func TestPages(t *testing.T) {
	for _, feed := range []string{"\f", "\n"} {
		var b strings.Builder
		for page := 1; page <= 6; page++ {
			fmt.Fprintf(&b, "SLUŽBENI LIST br. 5/2020\n\nČlan %d\nTekst člana broj %d.\n", page, page)
			for range 22 {
				b.WriteString("Ovo je rečenica.\n")
			}
			fmt.Fprintf(&b, "\n                - %d -%s\n", page, feed)
		}
		src := &structure.Source{}
		var labels, furniture int
		for _, block := range Lines(b.String(), src) {
			switch {
			case strings.HasPrefix(block.Text, "Član "):
				labels++
			case strings.Contains(block.Text, "SLUŽBENI") || strings.HasPrefix(block.Text, "- "):
				furniture++
			}
		}
		if labels != 6 || furniture > 1 || len(src.Warnings) != 2 {
			t.Errorf("with %q: %d labels, %d headers and numbers left, warnings %v", feed, labels, furniture, src.Warnings)
		}
	}
}

// TestASentenceEnds: a file whose every line goes on with the one above would be copied line by line, for hours.
func TestASentenceEnds(t *testing.T) {
	for name, line := range map[string]string{"small letters": "a\n", "full lines": strings.Repeat("Zakon ", 11) + "Zakonodavac\n"} {
		blocks := Lines(strings.Repeat(line, 3*MaxParagraph/len(line)), &structure.Source{})
		if len(blocks) < 3 || len(blocks) > 10 {
			t.Errorf("%s: %d paragraphs, want some", name, len(blocks))
		}
		for _, b := range blocks {
			if len(b.Text) > MaxParagraph+2*len(line) {
				t.Errorf("%s: a paragraph of %d bytes", name, len(b.Text))
			}
		}
	}
}
