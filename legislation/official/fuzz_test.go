package official

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"seelex/legislation/official/structure"
)

// fuzz feeds a reader with files that Detect gives to it: whatever they hold, it returns an error or a whole document.
func fuzz(f *testing.F, format string, seeds ...string) {
	files, err := filepath.Glob(filepath.Join("testdata", "nasty", "*"))
	if err != nil {
		f.Fatal(err)
	}
	printed, err := filepath.Glob(filepath.Join("testdata", "pdf", "*.pdf"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range append(files, printed...) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		if Detect(data) == format {
			f.Add(data)
		}
	}
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	lim := structure.DefaultLimits()
	lim.Bytes, lim.Text, lim.Expanded = 1<<20, 1<<20, 4<<20
	f.Fuzz(func(t *testing.T, data []byte) {
		if Detect(data) != format || len(data) > 1<<20 {
			return // the input of another reader
		}
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		d, err := read(ctx, data, "", lim)
		if err != nil {
			return
		}
		tile(t, d, d.Parts, 0, len(d.Text))
		for _, r := range d.Text {
			if r < ' ' && r != '\n' && r != '\t' {
				t.Fatalf("control character %q in the text", r)
			}
		}
	})
}

func FuzzText(f *testing.F) {
	fuzz(f, "text", "Члан 246а\n(1) Ко има\n1) прво;\n2) друго.\nЧлан 217¹\n", "§ 1. В чл. 5:\n„(2) x.“\n§ 2. Y", "Neni 283/ç\nTitulli\n1.1. a;\n1.2. b.",
		"Partea I | Titlul II - x\nArticolul 15^1\nText (1) a) b; b) c.", "186.a člen\n(naslov)\nBesedilo.", "\xcf\xeb\xe0\xed 1", "Άρθρο πρώτο\nα. β. γ.")
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, "markdown", "# T\n\n- Source: x\n\n### Članak 1.\n\n(1) A. (2) B.\n\n> verzija\n> x\n", "\\#\\#\\# \\*\\*Članak 1\\.\\*\\*\n\\# x\n", "## Madde 1\n\nMadde 1 – (1) a) x;\n| a | b |\n|---|---|\n",
		"# x\n### Article 1\n### Article 2\n### Article 3\n### Artikel 1\n### Artikel 2\n")
}

func FuzzLegalize(f *testing.F) {
	fuzz(f, "legalize", "---\nidentifier: \"FEK\"\nrank: \"nomos\"\ncountry: \"gr\"\n---\n# ΝΟΜΟΣ ΥΠ’ ΑΡΙΘ. 4139\n\n##### Άρθρο 1\n\nΤίτλος\n\n1. Α: α) β, β) γ.\n\n##### Άρθρο 3\n\n«Άρθρο 5\n")
}

func FuzzHTML(f *testing.F) {
	fuzz(f, "html", "<html><body><h1>Zakon</h1><p class=clan>Član 217<sup>1</sup></p><table><tr><td>a</td><td>b</table><p>&lt;b&gt;", "<!doctype html><p>a<br>b")
}

func FuzzAkomaNtoso(f *testing.F) {
	fuzz(f, "akn", `<akomaNtoso><act><meta/><body><chapter><num>I</num><heading>H</heading><article><num>Član 1</num><paragraph><num>(1)</num><intro><p>a</p></intro><point><num>a)</num><p>b</p></point><wrapUp><p>c</p></wrapUp></paragraph></article></chapter></body></act></akomaNtoso>`,
		`<akomaNtoso><p>a<quotedStructure><article><num>Član 5</num></article></quotedStructure><table><tr><td>x</td></tr></table></p></akomaNtoso>`)
}

func FuzzDOCX(f *testing.F) {
	fuzz(f, "docx", string(wordFile(f, sampleDOCX)))
}

func FuzzPDF(f *testing.F) { fuzz(f, "pdf") }
