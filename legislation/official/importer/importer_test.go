package importer

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"seelex/legislation"
	"seelex/legislation/corpus"
	"seelex/legislation/official"
	"seelex/legislation/store"
)

// folder is where the statutes lie that these tests read.
func folder(t testing.TB) string {
	dir := os.Getenv("SEELEX_OFFICIAL")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared", "official")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the folder of official texts is missing: %v (set SEELEX_OFFICIAL)", err)
	}
	return dir
}

// knowledge is a knowledge base with the curated corpus.
func knowledge(t testing.TB, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if s.Generation() == 0 {
		c, err := corpus.Load(corpus.Embedded())
		if err == nil {
			err = s.Load(c, "embedded")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func bring(t testing.TB, s *store.Store, items ...Item) *Report {
	t.Helper()
	r, err := Run(context.Background(), s, items, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestJoining imports texts of every format and says which instrument each joined, and
// how many of its curated provisions got their text.
func TestJoining(t *testing.T) {
	tests := []struct {
		file, instrument, edition string
		articles, joined          int
	}{
		{"gr/FEK-A-74-2013.md", "gr/law-4139-2013", "el@2013-03-20.legalize", 100, 100},
		{"gr/FEK-A-137-2014.md", "gr/law-4267-2014", "el@2014-06-12.legalize", 21, 0},
		{"gr/FEK-A-92-2013.md", "gr/fek-a-92-2013", "el@2013-04-19.legalize", 0, 0},
		{"xk/criminal-code-06-L-074.pdf", "xk/criminal-code-2019", "sq.pdf", 434, 39},
		{"ro/RO-263634.md", "ro/programme-2023-2026", "ro@2023-01-04.legalize", 6, 3},
		{"ro/legea-143-2000.txt", "ro/law-143-2000", "ro@2024-07-25.text", 28, 32},
		{"rs/krivicni-zakonik.md", "rs/criminal-code", "sr-Cyrl.markdown", 471, 20},
		{"rs/zakonik-o-krivicnom-postupku.md", "rs/criminal-procedure-code-2011", "sr-Cyrl.markdown", 609, 5},
		{"si/kazenski-zakonik.md", "si/criminal-code-2008", "sl.markdown", 328, 5},
		{"me/zakon-o-sprjecavanju-zloupotrebe-droga.xml", "me/drug-abuse-prevention-act", "sr-Latn@2015-07-29.akn", 60, 12},
		{"un/single-convention-1961.md", "int/convention-1961", "en.markdown", 54, 40},
		{"bg/zid-nk-2025.txt", "bg/zid-nk-2025", "bg.text", 0, 0},
	}
	s := knowledge(t, t.TempDir())
	var items []Item
	for _, x := range tests {
		items = append(items, Item{Path: filepath.Join(folder(t), x.file)})
	}
	r := bring(t, s, items...)
	for i, x := range tests {
		f := r.Files[i]
		if f.Error != "" || f.Instrument != x.instrument || f.Edition != x.edition || f.Articles != x.articles || f.Joined < x.joined {
			t.Errorf("%s: joined %s as %s with %d articles and %d curated provisions (%s); want %s as %s with %d and at least %d",
				x.file, f.Instrument, f.Edition, f.Articles, f.Joined, f.Error, x.instrument, x.edition, x.articles, x.joined)
		}
	}
	for id, words := range map[legislation.ID]string{
		"gr/law-4139-2013/art-29/par-1":       "για δική του αποκλειστικά χρήση",
		"xk/criminal-code-2019/art-269/par-2": "më pak se tre (3) gram",
		"gr/law-4267-2014/art-3":              "Ποινικού Κώδικα",
	} {
		all, err := s.Wordings(id)
		if err != nil || len(all) != 1 || !strings.Contains(all[0].Text, words) {
			t.Errorf("%s: %d wordings, %v; want one with %q", id, len(all), err, words)
		}
		if found, ok := s.Find(legislation.ID(strings.ToUpper(string(id)))); !ok || found != id {
			t.Errorf("%s in capitals finds %q", id, found)
		}
	}
}

// TestNothingIsLost: what is stored of an edition is, byte for byte, what was read, and
// the parts lie end to end over it.
func TestNothingIsLost(t *testing.T) {
	s := knowledge(t, t.TempDir())
	for _, name := range []string{"gr/FEK-A-74-2013.md", "rs/krivicni-zakonik.md", "ro/codul-penal-2026.txt"} {
		path := filepath.Join(folder(t), name)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := official.Read(context.Background(), name, bytes.NewReader(data), official.Options{})
		if err != nil {
			t.Fatal(err)
		}
		f := bring(t, s, Item{Path: path}).Files[0]
		text, outline, err := s.EditionText(legislation.ID(f.Instrument), f.Edition)
		if err != nil || text != d.Text {
			t.Errorf("%s: %d bytes are stored, %d were read: %v", name, len(text), len(d.Text), err)
		}
		at := 0
		for i, p := range outline {
			if p.Depth > 0 {
				continue
			}
			if p.Start != at {
				t.Errorf("%s: part %d starts at %d, the one before ended at %d", name, i, p.Start, at)
			}
			at = p.End
		}
		if at != len(text) {
			t.Errorf("%s: the parts end at %d of %d bytes", name, at, len(text))
		}
	}
}

// TestImportingTwice changes nothing, and says so.
func TestImportingTwice(t *testing.T) {
	s := knowledge(t, t.TempDir())
	item := Item{Path: filepath.Join(folder(t), "gr", "FEK-A-74-2013.md")}
	bring(t, s, item)
	before := s.Generation()
	f := bring(t, s, item).Files[0]
	if f.Status != StatusUnchanged || f.Instrument != "gr/law-4139-2013" || f.Articles != 100 {
		t.Errorf("the second time it is %s of %s with %d articles", f.Status, f.Instrument, f.Articles)
	}
	if s.Generation() != before {
		t.Error("the second import made another generation")
	}
}

// TestDryRun reports the same and changes nothing.
func TestDryRun(t *testing.T) {
	s := knowledge(t, t.TempDir())
	before := s.Generation()
	r, err := Run(context.Background(), s, []Item{{Path: filepath.Join(folder(t), "gr", "FEK-A-74-2013.md")}}, Options{DryRun: true})
	if err != nil || r.Files[0].Joined < 100 || s.Generation() != before {
		t.Errorf("joined %d, generation %d → %d, %v", r.Files[0].Joined, before, s.Generation(), err)
	}
	if all, _ := s.Wordings("gr/law-4139-2013/art-29"); len(all) != 0 {
		t.Error("a dry run stored the text")
	}
}

// TestLaterConsolidation makes new wordings only where the text changed.
func TestLaterConsolidation(t *testing.T) {
	law := func(art2, art3 string) []byte {
		return []byte("Zakon o ispitivanju\n\nČlan 1\nOvaj zakon uređuje ispitivanje.\n\nČlan 2\n" + art2 + "\n\nČlan 3\n" + art3 + "\n")
	}
	s := knowledge(t, t.TempDir())
	item := func(day string, data []byte) Item {
		return Item{Path: "zakon.txt", Data: data, Instrument: "rs/test-act", Language: "sr-Latn", Consolidated: legislation.MustDate(day)}
	}
	bring(t, s, item("2010-01-01", law("Kazna je do 5 godina.", "Ovaj zakon stupa na snagu odmah.")))
	f := bring(t, s, item("2015-06-01", law("Kazna je do 8 godina.", "Ovaj  zakon stupa na snagu odmah."))).Files[0]
	if f.Changed != 1 || f.New != 0 {
		t.Errorf("%d changed and %d new, want the one article that changed and nothing new", f.Changed, f.New)
	}
	periods := func(id legislation.ID) (out []string) {
		all, err := s.Wordings(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range all {
			out = append(out, w.From.String()+".."+w.To.String())
		}
		return out
	}
	for id, want := range map[legislation.ID][]string{
		"rs/test-act/art-1": {"2010-01-01.."},
		"rs/test-act/art-2": {"2010-01-01..2015-05-31", "2015-06-01.."},
		"rs/test-act/art-3": {"2010-01-01.."},
	} {
		if got := periods(id); !slices.Equal(got, want) {
			t.Errorf("%s has the wordings %v, want %v", id, got, want)
		}
	}
	// One in between, imported last, takes its place by its day.
	bring(t, s, item("2012-03-01", law("Kazna je do 5 godina.", "Ovaj zakon stupa na snagu sutra.")))
	if got, want := periods("rs/test-act/art-3"), []string{"2010-01-01..2012-02-29", "2012-03-01..2015-05-31", "2015-06-01.."}; !slices.Equal(got, want) {
		t.Errorf("art-3 has the wordings %v, want %v", got, want)
	}
}

// TestAmbiguousTextIsRefused and names what it may be.
func TestAmbiguousTextIsRefused(t *testing.T) {
	s := knowledge(t, t.TempDir())
	f := bring(t, s, Item{Path: "kazenski.txt", Jurisdiction: "SI", Language: "sl", Data: []byte("Kazenski zakonik\n\n1. člen\nBesedilo člena.\n\n2. člen\nBesedilo člena.\n")}).Files[0]
	if f.Status != StatusFailed || !strings.Contains(f.Error, "si/criminal-code-1994") || !strings.Contains(f.Error, "si/criminal-code-2008") {
		t.Errorf("%s: %q; want both codes named", f.Status, f.Error)
	}
}

// TestHostileFiles are refused or kept as text; the others of the run are imported.
func TestHostileFiles(t *testing.T) {
	s := knowledge(t, t.TempDir())
	good := []byte("Zakon\n\nČlan 1\n<script>alert(1)</script> & <b>tekst</b>\n")
	items := []Item{
		{Path: "zeros.pdf", Data: bytes.Repeat([]byte{0}, 4096)},
		{Path: "bomb.xml", Data: []byte(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "` + strings.Repeat("x", 1000) + `"><!ENTITY c "&b;&b;&b;&b;">]><akomaNtoso>&c;</akomaNtoso>`)},
		{Path: "missing.md"},
		{Path: "deep.html", Data: []byte("<html><body>" + strings.Repeat("<div>", 20000) + "x")},
		{Path: "cut.docx", Data: []byte("PK\x03\x04rest")},
		{Path: "../../etc/passwd.md", Data: good, Jurisdiction: "RS", Language: "sr-Latn"},
	}
	r := bring(t, s, items...)
	last := r.Files[len(items)-1]
	if last.Status != StatusNew || last.Instrument != "rs/passwd" {
		t.Fatalf("the good file is %s as %q: %s", last.Status, last.Instrument, last.Error)
	}
	for _, f := range r.Files[:3] {
		if f.Status != StatusFailed {
			t.Errorf("%s is %s", f.Path, f.Status)
		}
	}
	all, err := s.Wordings("rs/passwd/art-1")
	if err != nil || len(all) != 1 || strings.Contains(all[0].Text, "<script") {
		t.Errorf("markup is in the text: %v %v", all, err)
	}
}

// TestKilledWhileImporting starts imports and kills them, each a little later than the
// one before. What is there afterwards is whole: an instrument has all its articles, or
// none of them; and what was acknowledged is there.
func TestKilledWhileImporting(t *testing.T) {
	if dir := os.Getenv("SEELEX_IMPORT_INTO"); dir != "" {
		importUntilKilled(t, dir)
		return
	}
	dir := t.TempDir()
	knowledge(t, dir).Close()
	begun, acknowledged := false, 0
	for n := 0; n < 8 || !begun && n < 100; n++ { // a busy machine takes longer to get there
		cmd := exec.Command(os.Args[0], "-test.run", "^TestKilledWhileImporting$")
		cmd.Env = append(os.Environ(), "SEELEX_IMPORT_INTO="+dir)
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		said := bufio.NewReader(out)
		if _, err := said.ReadString('\n'); err != nil { // it imports now
			t.Fatal(err)
		}
		time.Sleep(time.Duration(n*7+1) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		rest, _ := io.ReadAll(said)
		_ = cmd.Wait() // it was killed
		s, err := store.Open(dir)
		if err != nil {
			t.Fatalf("after kill %d: %v", n, err)
		}
		for line := range strings.Lines(string(rest)) {
			var generation uint64
			if _, err := fmt.Sscanf(line, "imported %d", &generation); err != nil {
				continue
			}
			if acknowledged++; s.Generation() < generation {
				t.Errorf("after kill %d: generation %d was acknowledged, %d is there", n, generation, s.Generation())
			}
		}
		for _, i := range s.Catalog().Instruments {
			for _, e := range i.Expressions {
				begun = true
				text, outline, err := s.EditionText(i.ID, e.Key)
				articles := 0
				for _, at := range outline.Units() {
					if outline[at].Kind == legislation.PartArticle {
						articles++
					}
				}
				if err != nil || len(text) != e.Bytes || articles != e.Articles {
					t.Errorf("after kill %d: %s has %d of %d bytes and %d of %d articles: %v", n, i.ID, len(text), e.Bytes, articles, e.Articles, err)
				}
			}
		}
		s.Close()
	}
	t.Logf("%d imports were acknowledged", acknowledged)
	if !begun {
		t.Error("no import got as far as a transaction; the test shows nothing")
	}
}

// importUntilKilled imports laws without end, several in each transaction.
func importUntilKilled(t *testing.T, dir string) {
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("importing")
	for n := 0; ; n++ {
		var items []Item
		for k := range 5 {
			var b strings.Builder
			b.WriteString("Zakon\n\n")
			for art := range 200 {
				fmt.Fprintf(&b, "Član %d\nTekst %d zakona %d.\n\n", art+1, n, k)
			}
			items = append(items, Item{Path: "z.txt", Data: []byte(b.String()), Language: "sr-Latn", Instrument: legislation.ID(fmt.Sprintf("rs/killed-%d", k))})
		}
		report, err := Run(context.Background(), s, items, Options{})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("imported", report.Generation)
	}
}

// TestAllOfficialTexts imports everything there is: every file finds its instrument by
// itself. With -v it prints a table.
func TestAllOfficialTexts(t *testing.T) {
	s := knowledge(t, t.TempDir())
	items, err := Files([]string{folder(t)})
	if err != nil {
		t.Fatal(err)
	}
	// Reading PDFs takes long; the readers' own tests read every one.
	items = slices.DeleteFunc(items, func(i Item) bool { return strings.HasSuffix(i.Path, ".pdf") })
	type row struct{ files, articles, provisions, joined, unknown int }
	rows := map[string]row{}
	for _, f := range bring(t, s, items...).Files {
		if f.Error != "" {
			t.Errorf("%s: %s", f.Path, f.Error)
		}
		r := rows[f.Format]
		rows[f.Format] = row{r.files + 1, r.articles + f.Articles, r.provisions + f.Provisions, r.joined + f.Joined, r.unknown + f.Unknown}
	}
	for format, r := range rows {
		t.Logf("%-9s %3d files %5d articles %6d provisions %4d joined %7d bytes not understood", format, r.files, r.articles, r.provisions, r.joined, r.unknown)
	}
}

// TestTwoFormsOfOneCode: the Romanian code of 2015, without diacritics and in another
// form, and that of 2026, which is full of notes, tell the instrument and their days
// themselves. An article has two wordings where parliament changed it, and one where only
// the copies differ.
func TestTwoFormsOfOneCode(t *testing.T) {
	s := knowledge(t, t.TempDir())
	r := bring(t, s, Item{Path: filepath.Join(folder(t), "ro", "codul-penal-2026.txt")}, Item{Path: filepath.Join(folder(t), "ro", "codul-penal-2015.md")})
	for i, want := range []string{"ro@2025-12-19.text", "ro@2015.markdown"} {
		if f := r.Files[i]; f.Instrument != "ro/criminal-code-2009" || f.Edition != want {
			t.Errorf("%s is %s of %s, want %s of ro/criminal-code-2009: %s", f.Path, f.Edition, f.Instrument, want, f.Error)
		}
	}
	var one, two int
	for n := 1; n <= 446; n++ {
		all, err := s.Wordings(legislation.ID(fmt.Sprintf("ro/criminal-code-2009/art-%d", n)))
		if err != nil {
			t.Fatal(err)
		}
		switch len(all) {
		case 1:
			one++
		case 2:
			two++
		}
	}
	t.Logf("%d articles have one wording, %d have two", one, two)
	if one < 250 || two < 50 {
		t.Errorf("%d articles have one wording and %d have two; want most to have one", one, two)
	}
	for n, want := range map[int]int{3: 1, 4: 1, 6: 1, 83: 2, 193: 2, 75: 2, 188: 1} {
		if all, _ := s.Wordings(legislation.ID(fmt.Sprintf("ro/criminal-code-2009/art-%d", n))); len(all) != want {
			t.Errorf("art-%d has %d wordings, want %d", n, len(all), want)
		}
	}
}
