package official

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"seelex/legislation/official/structure"
)

// hostile are files made to do harm, with the words of the error that they must give, or none if they are read
// safely. Those that are large are made here, the others lie in testdata/nasty.
var hostile = []struct {
	name string
	data func(t testing.TB) []byte
	err  string
	text string // what must be in the text of a file that is read
}{
	{"zip bomb", func(t testing.TB) []byte { return wordFile(t, strings.Repeat("a", 80<<20)) }, "expands", ""},
	{"zip that lies about its size", lyingZip, "zip", ""},
	{"billion laughs in DOCX", func(t testing.TB) []byte {
		return wordFile(t, `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`)
	}, "entities", ""},
	{"deep DOCX", func(t testing.TB) []byte { return wordFile(t, strings.Repeat("<a>", 1000)) }, "nested", ""},
	{"zip without document", func(t testing.TB) []byte { return zipOf(t, "a.txt", "a") }, "no DOCX", ""},
	{"deep Akoma Ntoso", func(testing.TB) []byte {
		return []byte("<akomaNtoso>" + strings.Repeat("<section>", 10000))
	}, "nested", ""},
	{"deep HTML", func(testing.TB) []byte {
		return []byte("<html><body>" + strings.Repeat("<div><b>", 200000) + "Član 1</div>")
	}, "", "Član 1"},
	{"deep HTML tables", func(testing.TB) []byte { return []byte("<html>" + strings.Repeat("<table><tr><td>", 10000)) }, "nested", ""},
	{"endless HTML tag", func(testing.TB) []byte { return []byte("<html><p " + strings.Repeat("a", 10<<20)) }, "longer", ""},
	{"brackets", func(testing.TB) []byte {
		return []byte("# x\n\n" + strings.Repeat("[", 1<<20) + strings.Repeat("](", 1<<10))
	}, "", "["},
	{"markers", func(testing.TB) []byte { return []byte("Član 1\n" + strings.Repeat("(1) a) ", 1<<16)) }, "", "Član 1"},
	{"articles", func(testing.TB) []byte { return []byte(strings.Repeat("Član 1\n„Član 2\n", 1<<16)) }, "", "Član 1"},
	{"falling numbers", func(testing.TB) []byte {
		return []byte(strings.Repeat("Član 5\n\nČlan 4\n\n", 1<<15))
	}, "", "Član 5"},
	{"numbers that return at the end", func(testing.TB) []byte {
		return []byte("Član 100\n\n" + strings.Repeat("Član 3\n\n", 1<<16) + "Član 101\n")
	}, "", "Član 100"},
	{"too many lines", func(testing.TB) []byte { return []byte(strings.Repeat("\n", 1_000_001) + "Član 1") }, "lines", ""},
	{"nothing but an attribute", func(testing.TB) []byte { return []byte("<akomaNtoso a='" + strings.Repeat(" ", 1<<20) + "'/>") }, "no text", ""},
	{"article nought", func(testing.TB) []byte { return []byte(strings.Repeat("Član 0 Tekst.\n", 1<<16)) }, "", "Član 0"},
	{"quotes", func(testing.TB) []byte {
		return []byte("Άρθρο 1\n" + strings.Repeat("«α: ", 1<<16) + strings.Repeat("\n«", 1<<15))
	}, "", "Άρθρο 1"},
}

func TestHostileFiles(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) { hostileFile(t, h.data(t), h.err, h.text) })
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
	// Each takes a second or two; the limit is far, since other tests run beside.
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

func zipOf(t testing.TB, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create(name)
	if err == nil {
		_, err = f.Write([]byte(content))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
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
