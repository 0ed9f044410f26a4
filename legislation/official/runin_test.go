package official

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"seelex/legislation/official/structure"
)

func made(t *testing.T, name, text string) *structure.Document {
	t.Helper()
	d, err := Read(context.Background(), name, strings.NewReader(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	whole(t, d)
	return d
}

// divisions lists the chapters and groups of a text: key, label and heading.
func divisions(d *structure.Document) string {
	var out []string
	d.Walk(func(_ string, p *structure.Part) {
		if p.Kind == structure.Chapter || p.Kind == structure.Subsection {
			out = append(out, strings.TrimSpace(p.Key+"|"+p.Label+"|"+p.Heading))
		}
	})
	return strings.Join(out, "\n")
}

// A copy that lost the lines of print has the heading of every article behind the last sentence of the article before,
// and a chapter's in front of it. They belong to the next article, not to the text of a penalty.
func TestHeadingsBehindTheTextBefore(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Kazneni zakon\n\n")
	for n := 1; n <= 24; n++ {
		fmt.Fprintf(&b, "### Članak %d.\n\n(1) Tko učini djelo broj %d, kaznit će se kaznom zatvora. (2) Pokušaj je kažnjiv. ", n, n)
		if n == 12 {
			b.WriteString("GLAVA DRUGA (II.) KAZNENA DJELA PROTIV VATRE ")
		}
		fmt.Fprintf(&b, "Paljenje vatre broj %d\n\n", n+1)
	}
	d := made(t, "x.md", b.String())
	got := outline(d)
	for _, want := range []string{
		"art-2 Paljenje vatre broj 2|\nart-2/par-1 |Tko učini djelo broj 2, kaznit će se kaznom zatvora.\nart-2/par-2 |Pokušaj je kažnjiv.\nart-3 ",
		"art-12/par-2 |Pokušaj je kažnjiv.\nart-13 Paljenje vatre broj 13|",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("want %q in\n%s", want, got)
		}
	}
	if got := divisions(d); got != "ch-2|GLAVA DRUGA (II.)|KAZNENA DJELA PROTIV VATRE" {
		t.Errorf("divisions: %s", got)
	}
	// One article alone does not show how the text is made: its last words stay where they are.
	few := made(t, "x.md", "# Zakon\n\n### Članak 1.\n\n(1) Vatra je zabranjena. Osim u peći\n\n### Članak 2.\n\n(1) Zakon stupa na snagu. Odmah\n\n### Članak 3.\n\n(1) Kraj.\n")
	if got := outline(few); !strings.Contains(got, "Osim u peći") {
		t.Errorf("the end of an article became a heading:\n%s", got)
	}
}

// The same at the other end: the heading and the first paragraph are one line.
func TestHeadingsBeforeTheFirstParagraph(t *testing.T) {
	var b strings.Builder
	b.WriteString("CODUL FOCULUI\n\n")
	for n := 1; n <= 24; n++ {
		fmt.Fprintf(&b, "Articolul %d\nAprinderea focului %d (1) Fapta se pedepsește cu amendă. (2) Tentativa se pedepsește.\n\n", n, n)
	}
	got := outline(made(t, "x.txt", b.String()))
	if want := "art-7 Aprinderea focului 7|\nart-7/par-1 |Fapta se pedepsește cu amendă.\nart-7/par-2 |Tentativa se pedepsește."; !strings.Contains(got, want) {
		t.Errorf("want %q in\n%s", want, got)
	}
}

func TestHeadingsOfGroups(t *testing.T) {
	for _, c := range []struct{ name, in, outline, divisions string }{
		{"a short sentence in the middle of the page is no heading of what follows",
			"<html><body><p align=center>Neni 1</p><p align=center>Zjarri</p><p align=center>Zjarri dënohet me gjobë deri në një vit.</p><p align=center>Neni 2</p><p align=center>Hiri</p><p>Hiri lejohet.</p></body></html>",
			"art-1 Zjarri|Zjarri dënohet me gjobë deri në një vit.\nart-2 Hiri|Hiri lejohet.", ""},
		{"the heading of a group on the line of the number, the article's own above it",
			"# Законик\n\nПојам ватре\n\n### Члан 1\n\nВатра гори.\n\nПретпоставке за паљење\n\n### Члан 2. а) Паљење ватре\n\nПали се шибицом.\n\nГашење\n\n### Члан 3. б) Шта се гаси\n\nГаси се водом.\n",
			"art-1 Појам ватре|Ватра гори.\nart-2 Претпоставке за паљење а) Паљење ватре|Пали се шибицом.\nart-3 Гашење б) Шта се гаси|Гаси се водом.", ""},
		{"a footnote's number behind the last sentence before a heading",
			"# Kanun\n\nAteş\n\n## Madde 1\n\nAteş yakmak yasaktır.\n\nKül\n\n## Madde 2\n\nVerilecek ceza yarı oranında artırılır.85\n\nKöz bulundurmak[86]\n\n## Madde 3\n\nKöz söndürülür.\n\nDuman\n\n## Madde 4\n\nDuman serbesttir.\n",
			"art-1 Ateş|Ateş yakmak yasaktır.\nart-2 Kül|Verilecek ceza yarı oranında artırılır.85\nart-3 Köz bulundurmak[86]|Köz söndürülür.\nart-4 Duman|Duman serbesttir.", ""},
		{"a chapter that was put in between has a letter", "Законик\n\nГЛАВА ШЕСТА\nЗА ОГНОТ\n\nЧлен 1\nПрво.\n\nГЛАВА ШЕСТА-а\nЗА ЖАРТА\n\nЧлен 2\nВторо.\n",
			"art-1 |Прво.\nart-2 |Второ.", "ch-6|ГЛАВА ШЕСТА|ЗА ОГНОТ\nch-6-a|ГЛАВА ШЕСТА-а|ЗА ЖАРТА"},
		{"the word behind the number of the chapter is its label's", "# Zakon\n\n## I. poglavje  TEMELJNA NAČELA\n\n### 1. člen\n\nOgenj je prepovedan.\n\n## I.a poglavje  PEPEL\n\n### 2. člen\n\nPepel je dovoljen.\n",
			"art-1 |Ogenj je prepovedan.\nart-2 |Pepel je dovoljen.", "ch-1|I. poglavje|TEMELJNA NAČELA\nch-1a|I.a poglavje|PEPEL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := made(t, map[bool]string{true: "x.html", false: "x.md"}[strings.HasPrefix(c.in, "<html")], c.in)
			if got := outline(d); got != c.outline {
				t.Errorf("got\n%s\nwant\n%s", got, c.outline)
			}
			if got := divisions(d); got != c.divisions {
				t.Errorf("divisions: got\n%s\nwant\n%s", got, c.divisions)
			}
		})
	}
}
