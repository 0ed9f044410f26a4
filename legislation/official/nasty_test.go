package official

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"seelex/legislation/official/pdf"
	"seelex/legislation/official/structure"
)

// hostile are files made to do harm, as large as they may be or larger, with the words of the error that they must give,
// or none if they are read safely. Small ones lie in testdata/nasty.
var hostile = []struct {
	name string
	data func(t testing.TB) []byte
	err  string
	text string // what must be in the text of a file that is read
}{
	{"DOCX: a zip bomb", func(t testing.TB) []byte { return wordFile(t, strings.Repeat("a", 30<<20)) }, "word/document.xml expands to", ""},
	{"DOCX: a zip that lies about its size", lyingZip, "zip", ""},
	{"DOCX: more XML than is accepted, packed well", func(t testing.TB) []byte {
		return wordFile(t, "<w:document>"+varied("<w:p><w:r><w:t>%d</w:t></w:r></w:p>", 30<<20))
	}, "at most 100000 are accepted", ""},
	{"DOCX: billion laughs", func(t testing.TB) []byte {
		return wordFile(t, `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`)
	}, "entities", ""},
	{"DOCX: deep", func(t testing.TB) []byte { return wordFile(t, strings.Repeat("<a>", 1000)) }, "nested more than 256", ""},
	{"DOCX: a list whose number is a book", func(t testing.TB) []byte {
		return zipOf(t, "word/numbering.xml", `<w:numbering><w:abstractNum abstractNumId="1"><w:lvl ilvl="0"><w:numFmt val="lowerRoman"/><w:lvlText val="`+varied("%%1 %d ", 1<<20)+`"/></w:lvl></w:abstractNum><w:num numId="1"><w:abstractNumId val="1"/></w:num></w:numbering>`,
			"word/document.xml", "<w:document>"+strings.Repeat(`<w:p><w:pPr><w:numPr><w:numId val="1"/></w:numPr></w:pPr><w:r><w:t>Član</w:t></w:r></w:p>`, 9000)+"</w:document>")
	}, "", "Član"},
	{"DOCX: a zip without document", func(t testing.TB) []byte { return zipOf(t, "a.txt", "a") }, "no DOCX", ""},

	{"Akoma Ntoso: deep", xml("<section>", 11<<20), "nested more than 64", ""},
	{"Akoma Ntoso: deep metadata", xml("<meta><a>"+strings.Repeat("<a>", 3<<20), 0), "nested more than 64", ""},
	{"Akoma Ntoso: millions of attributes", func(testing.TB) []byte { return []byte("<akomaNtoso " + varied("a%d='1' ", 11<<20) + "/>") }, "no text", ""},
	{"Akoma Ntoso: one attribute", func(testing.TB) []byte { return []byte("<akomaNtoso a='" + strings.Repeat(" ", 11<<20) + "'/>") }, "no text", ""},
	{"Akoma Ntoso: millions of articles", xml("<article><num>1</num></article>", 11<<20), "at most 100000 are accepted", ""},
	{"Akoma Ntoso: a heading of millions of lines", xml("<article>"+strings.Repeat("<heading>aaa</heading>", 500_000), 0), "not well formed", ""},
	{"Akoma Ntoso: points within points", xml(strings.Repeat("<point>", 60)+"<p>a</p>"+strings.Repeat("</point>", 60), 11<<20), "at most 100000 are accepted", ""},

	{"HTML: deep", page("<div><b>", 11<<20, "Član 1"), "", "Član 1"},
	{"HTML: deep tables", page("<table><tr><td>", 1<<20, ""), "nested more than 256", ""},
	{"HTML: millions of cells", page("<td>a", 11<<20, ""), "at most 100000 are accepted", ""},
	{"HTML: millions of attributes", func(testing.TB) []byte { return []byte("<html><p " + varied("a%d=1 ", 7<<20) + ">Član 1") }, "", "Član 1"},
	{"HTML: a tag without end", page("<p "+strings.Repeat("a", 10<<20), 0, ""), "longer than 8 MB", ""},
	{"HTML: more than is accepted", page("<p>a", 13<<20, ""), "at most 12582912", ""},

	{"Markdown: brackets", func(testing.TB) []byte {
		return []byte("# x\n\n" + strings.Repeat("[", 6<<20) + strings.Repeat("](", 2<<20))
	}, "", "["},
	{"Markdown: a row of millions of cells", func(testing.TB) []byte { return []byte("# x\n|" + strings.Repeat("a|", 5<<20)) }, "", "a\ta"},
	{"Markdown: a front matter of thousands of fields", func(testing.TB) []byte { return []byte("---\n" + varied("a%d: 1\n", 30<<10) + "---\n# Član 1\n") }, "", "Član 1"},

	{"text: more than is accepted", func(testing.TB) []byte { return []byte(strings.Repeat("a", 13<<20)) }, "at most 12582912", ""},
	{"text: two million lines of one letter", func(testing.TB) []byte { return []byte(strings.Repeat("a\n", 2_000_000)) }, "2000000 lines; at most 200000", ""},
	{"text: as many as are accepted", func(testing.TB) []byte { return []byte("Član 1\n" + strings.Repeat("a\n", 199_998)) }, "", "Član 1"},
	{"text: one line", func(testing.TB) []byte { return []byte("Član 1\n" + strings.Repeat("abc ", 3_000_000)) }, "", "Član 1"},
	{"text: markers", func(testing.TB) []byte { return []byte("Član 1\n" + strings.Repeat("(1) a) ", 1_500_000)) }, "", "Član 1"},
	{"text: articles", func(testing.TB) []byte { return []byte(strings.Repeat("Član 1\n„Član 2\n", 49_000)) }, "", "Član 1"},
	{"text: falling numbers", func(testing.TB) []byte { return []byte(strings.Repeat("Član 5\n\nČlan 4\n\n", 49_000)) }, "", "Član 5"},
	{"text: numbers that return at the end", func(testing.TB) []byte {
		return []byte("Član 100\n\n" + strings.Repeat("Član 3\n\n", 90_000) + "Član 101\n")
	}, "", "Član 100"},
	{"text: article nought", func(testing.TB) []byte { return []byte(strings.Repeat("Član 0 Tekst.\n", 99_000)) }, "", "Član 0"},
	{"text: quotations", func(testing.TB) []byte {
		return []byte("Άρθρο 1\n" + strings.Repeat("«α: ", 1<<18) + strings.Repeat("\n«", 90_000))
	}, "", "Άρθρο 1"},
}

// xml is an Akoma Ntoso document whose body is a text, repeated up to a size.
func xml(unit string, size int) func(testing.TB) []byte {
	return func(testing.TB) []byte {
		return []byte("<akomaNtoso><body>" + strings.Repeat(unit, max(1, size/len(unit)-9)) + "</body></akomaNtoso>")
	}
}

// page is a web page of a text, repeated up to a size, with an end.
func page(unit string, size int, end string) func(testing.TB) []byte {
	return func(testing.TB) []byte {
		return []byte("<html><body>" + strings.Repeat(unit, max(1, size/len(unit))) + end)
	}
}

// varied repeats a pattern with other numbers, which pack badly and are no attribute twice.
func varied(pattern string, size int) string {
	var b strings.Builder
	for n := uint32(1); b.Len() < size; n = n*1664525 + 1013904223 {
		fmt.Fprintf(&b, pattern, n)
	}
	return b.String()
}

// atMost is the processor time that a hostile file may cost. Every one takes less than half of it.
const atMost = 4 * time.Second

func TestHostileFiles(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			data := h.data(t)
			began, spent := time.Now(), pdf.ProcessorTime()
			hostileFile(t, data, h.err, h.text)
			if cost := min(time.Since(began), pdf.ProcessorTime()-spent); cost > atMost {
				t.Errorf("%d bytes cost %v, want less than %v", len(data), cost, atMost)
			}
		})
	}
}

// nasty are the files of testdata/nasty.
var nasty = []struct{ file, err, text string }{
	{"billion-laughs.xml", "entities", ""},
	{"external-entity.xml", "entit", ""},
	{"unclosed.xml", "not well formed", ""},
	{"script.html", "", "Član 1"},
	{"script.md", "", "Članak 1"},
	{"script.xml", "", "Član 1"},
	{"nul.txt", "NUL", ""},
	{"binary.bin", "unknown format", ""},
	{"bad-utf8.txt", "", "Члан 1"},
	{"direction.txt", "", "Član 1"},
	{"truncated.pdf", "truncated or damaged", ""},
	{"no-text.pdf", "optical recognition", ""},
	{"not-a.pdf", "truncated or damaged", ""},
	{"encrypted.docx", "encrypted", ""},
	{"alias-bomb.md", "", "Άρθρο 1"},
	{"empty.txt", "no text", ""},
}

func TestNastyFiles(t *testing.T) {
	for _, n := range nasty {
		t.Run(n.file, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", "nasty", n.file))
			if err != nil {
				t.Fatal(err)
			}
			hostileFile(t, data, n.err, n.text)
		})
	}
}

func hostileFile(t *testing.T, data []byte, wantErr, wantText string) {
	t.Helper()
	d, err := Read(context.Background(), "file", bytes.NewReader(data), Options{Timeout: 2 * time.Minute})
	if wantErr != "" {
		if err == nil || !strings.Contains(err.Error(), wantErr) {
			t.Fatalf("error %v, want one that says %q", err, wantErr)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(d.Text, wantText) {
		t.Errorf("text %.200q lacks %q", d.Text, wantText)
	}
	for _, markup := range []string{"<script", "<img", "onerror=", "alert(1)", "\u202e", "javascript:"} {
		if strings.Contains(d.Text, markup) || markup != "alert(1)" && strings.Contains(d.Title, markup) {
			t.Errorf("%q survives in %.300q", markup, d.Text)
		}
	}
	whole(t, d)
}

func TestLimits(t *testing.T) {
	_, err := Read(context.Background(), "x.txt", strings.NewReader(strings.Repeat("a", 2000)), Options{Limits: Limits{Bytes: 1000}})
	if !errors.Is(err, ErrTooLarge) {
		t.Errorf("error %v, want ErrTooLarge", err)
	}
	lim := structure.DefaultLimits()
	lim.Blocks = 10
	if _, err = Read(context.Background(), "x.txt", strings.NewReader(strings.Repeat("A.\n", 15)), Options{Limits: lim}); err == nil || !strings.Contains(err.Error(), "at most 10") {
		t.Errorf("error %v, want one that names the limit of paragraphs", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err = Read(ctx, "x.txt", strings.NewReader("Član 1\n"), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
}

// TestDetect: the format is told by content.
func TestDetect(t *testing.T) {
	for _, c := range []struct{ data, format string }{
		{"%PDF-1.7\n", "pdf"},
		{"PK\x03\x04...", "docx"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "docx"},
		{"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<akomaNtoso xmlns=\"x\">", "akn"},
		{"<!DOCTYPE html><title>x</title>", "html"},
		{"<?xml version=\"1.0\"?><html xmlns=\"x\">", "html"},
		{"---\nidentifier: \"FEK\"\nrank: nomos\n---\n# x", "legalize"},
		{"---\ntitle: x\n---\n# x", "markdown"},
		{"text\n\n## Члан 1\n", "markdown"},
		{"\\#\\# \\*\\*Članak 1.\\*\\*\n\\# x\n\\#", "markdown"},
		{"Члан 1.\nТекст", "text"},
		{"a\x00b", ""},
	} {
		if got := Detect([]byte(c.data)); got != c.format {
			t.Errorf("%.30q: %q, want %q", c.data, got, c.format)
		}
	}
}

func wordFile(t testing.TB, document string) []byte { return zipOf(t, "word/document.xml", document) }

// zipOf packs files, each given by its name and content.
func zipOf(t testing.TB, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		f, err := w.Create(members[i])
		if err == nil {
			_, err = f.Write([]byte(members[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// lyingZip states a size of a few bytes for a member of many.
func lyingZip(t testing.TB) []byte {
	z := wordFile(t, strings.Repeat("<w:p>a</w:p>", 1<<20))
	i := bytes.LastIndex(z, []byte("PK\x01\x02"))
	copy(z[i+24:], []byte{9, 0, 0, 0})
	return z
}
