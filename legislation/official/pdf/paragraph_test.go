package pdf

import (
	"strings"
	"testing"
)

// page sets lines of print of a column from 70 to 520 points, each with where it ends.
func page(lines ...line) []line {
	for i := range lines {
		l := &lines[i]
		l.base, l.size = 700-14*float64(i), 11
		if l.left == 0 {
			l.left = 70
		}
	}
	return lines
}

func TestParagraphs(t *testing.T) {
	full, half, label := 520.0, 250.0, 110.0
	for _, c := range []struct {
		name  string
		lines []line
		want  string
	}{
		{"a label at the edge of the column heads the text below it", page(
			line{text: "Član 1", right: label}, line{text: "Ovim zakonom uređuju se prekršaji kojima se narušava red na", right: full}, line{text: "javnom mjestu.", right: 140},
			line{text: "Član 2", right: label}, line{text: "Javno mjesto je ulica.", right: half}),
			"Član 1 | Ovim zakonom uređuju se prekršaji kojima se narušava red na javnom mjestu. | Član 2 | Javno mjesto je ulica."},
		{"a short line that goes on in a capital ends a heading", page(
			line{text: "Neni 11", right: label}, line{text: "E drejta e kalimit", right: 170}, line{text: "Mjetet që mbajnë flamur të huaj kanë të drejtë të kalojnë në ujërat", right: full}, line{text: "territoriale.", right: 130}),
			"Neni 11 | E drejta e kalimit | Mjetet që mbajnë flamur të huaj kanë të drejtë të kalojnë në ujërat territoriale."},
		{"a reference at the end of a full line is no label", page(
			line{text: "Kazna se izriče onome ko prekrši odredbe koje propisuje, pored ostalih,", right: full}, line{text: "član 5 ovog zakona i drugi propisi o javnom redu koji se primjenjuju na", right: full}, line{text: "prekršaje.", right: 120}),
			"Kazna se izriče onome ko prekrši odredbe koje propisuje, pored ostalih, član 5 ovog zakona i drugi propisi o javnom redu koji se primjenjuju na prekršaje."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, b := range paragraphs([][]line{c.lines}) {
				got = append(got, b.Text)
			}
			if s := strings.Join(got, " | "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}
