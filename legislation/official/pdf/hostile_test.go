package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"seelex/legislation/official/structure"
)

// file is a PDF in the making.
type file struct {
	bytes.Buffer
	at []int
}

func (f *file) object(s string) {
	if f.Len() == 0 {
		f.WriteString("%PDF-1.7\n")
	}
	f.at = append(f.at, f.Len())
	fmt.Fprintf(f, "%d 0 obj\n%s\nendobj\n", len(f.at), s)
}

func (f *file) end() []byte {
	table := f.Len()
	fmt.Fprintf(f, "xref\n0 %d\n0000000000 65535 f \n", len(f.at)+1)
	for _, at := range f.at {
		fmt.Fprintf(f, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(f, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(f.at)+1, table)
	return f.Bytes()
}

// onePage is a PDF of one page with a font F, a content, and further resources and objects, numbered from 6 on.
func onePage(content, resources string, more ...string) []byte {
	f := &file{}
	f.object("<</Type/Catalog/Pages 2 0 R>>")
	f.object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	f.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>" + resources + ">>>>")
	f.object(packed("", content))
	f.object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	for _, m := range more {
		f.object(m)
	}
	return f.end()
}

func packed(dictionary, content string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(content))
	z.Close()
	return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", dictionary, b.Len(), b.String())
}

// forms draw the next twice each: the last is drawn 2^n times.
func forms(n int) (out []string) {
	const form = "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>"
	for i := range n {
		out = append(out, packed(fmt.Sprintf(form, 7+i), "/X Do /X Do"))
	}
	return append(out, packed(fmt.Sprintf(form, 5), "BT /F 12 Tf 50 700 Td (a) Tj ET"))
}

// TestHostilePages: some kilobytes that PDFium would draw for minutes, or in gigabytes, are refused, and the error says
// where they stand, by which limit, and what to do. The limits of time are shorter here than those of an import.
func TestHostilePages(t *testing.T) {
	lim := structure.DefaultLimits()
	lim.Opening, lim.Page, lim.Pages = 300*time.Millisecond, 200*time.Millisecond, 100
	const memory, time, advice = "more than 256 MB of memory", "of processor time", "print it to a new PDF, or import the text as DOCX, HTML or plain text"
	for _, c := range []struct {
		name string
		data []byte
		want []string
	}{
		{"forms within forms", onePage("/X Do", "/XObject<</X 6 0 R>>", forms(30)...), []string{"page 1 of 1", advice}},
		{"a million lines", onePage(strings.Repeat("0 0 m 1 1 l S\n", 1_000_000), ""), []string{"page 1 of 1", time, advice}},
		{"a page of a gigabyte", onePage(strings.Repeat(strings.Repeat(" ", 1<<20), 400), ""), []string{"page 1 of 1", time, advice}},
		{"a dictionary within a dictionary", onePage("/A "+strings.Repeat("<</A ", 5_000_000)+"BDC", ""), []string{"page 1 of 1", time, advice}},
		{"objects and no table of them", append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte("1 0 obj <<>> "), 3_000_000)...), []string{"cannot be opened", time, advice}},
		{"brackets", onePage("q", "/X "+strings.Repeat("[", 20_000_000)), []string{"PDF cannot be", advice}},
		{"more letters than a page has", onePage("BT /F 1 Tf 50 700 Td "+strings.Repeat("(abcdefghij) Tj ", 20_001)+"ET", ""), []string{"page 1 of 1", "200010 characters; at most 200000"}},
		{"more pages than are accepted", manyPages(101), []string{"101 pages; at most 100 are accepted"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			lim := lim
			if strings.Contains(strings.Join(c.want, " "), "characters") { // they are counted when the page was read
				lim.Opening = structure.DefaultLimits().Opening
			}
			_, err := Read(context.Background(), c.data, lim)
			if err == nil {
				t.Fatal("it was read")
			}
			for _, w := range c.want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("%d bytes: error %q, want one that says %q", len(c.data), err, w)
				}
			}
		})
	}
}

func manyPages(n int) []byte {
	f := &file{}
	f.object("<</Type/Catalog/Pages 2 0 R>>")
	kids := ""
	for i := range n {
		kids += fmt.Sprintf("%d 0 R ", 3+i)
	}
	f.object(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, n))
	for range n {
		f.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>")
	}
	return f.end()
}

// TestNothingIsLeft: a document that was stopped leaves no goroutine, no file and none of its memory behind.
func TestNothingIsLeft(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	lim := structure.DefaultLimits()
	lim.Opening, lim.Page = 100*time.Millisecond, 0
	hostile := onePage("/X Do", "/XObject<</X 6 0 R>>", forms(30)...)
	read := func() {
		if _, err := Read(context.Background(), hostile, lim); err == nil {
			t.Error("it was read")
		}
	}
	read() // what is kept for all documents: the machine code of PDFium
	heap := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	goroutines, before := runtime.NumGoroutine(), heap()
	for range 3 {
		read()
	}
	if after := heap(); after > before+usualMemory/2 {
		t.Errorf("the heap grew from %d to %d bytes", before, after)
	}
	if n := runtime.NumGoroutine(); n > goroutines {
		t.Errorf("%d goroutines, before %d", n, goroutines)
	}
	if files, err := filepath.Glob(filepath.Join(temp, "*")); err != nil || len(files) > 0 {
		t.Errorf("left in the folder of temporary files: %v %v", files, err)
	}
}

// TestADamagedPage: a page that is none is left out and reported; the others are read.
func TestADamagedPage(t *testing.T) {
	f := &file{}
	f.object("<</Type/Catalog/Pages 2 0 R>>")
	f.object("<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>")
	f.object("null")
	f.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>")
	f.object(packed("", "BT /F 12 Tf 50 700 Td (Clan 1) Tj ET"))
	f.object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	src, err := Read(context.Background(), f.end(), structure.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if len(src.Blocks) != 1 || src.Blocks[0].Text != "Clan 1" {
		t.Errorf("blocks %v", src.Blocks)
	}
	if len(src.Warnings) != 1 || !strings.Contains(src.Warnings[0].Text, "page 1 cannot be read") {
		t.Errorf("warnings %v", src.Warnings)
	}
}
