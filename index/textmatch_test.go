package index

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"

	"seelex/index/lang"
	"seelex/legislation"
	"seelex/legislation/corpus"
	"seelex/legislation/official/importer"
	"seelex/legislation/store"
)

// squirrelLaw has more articles than are put in order across kinds, on what no other law
// is about.
func squirrelLaw() string {
	var law strings.Builder
	law.WriteString("Zakon o vevericama\n\nČlan 1\nPredmet\nOvaj zakon uređuje gajenje veverica i lešnika u gradskim parkovima.\n\n" +
		"Član 2\nVeverice\nVeverica je životinja. Lešnik je plod.\n\n" +
		"Član 3\nLešnici\nLešnik pripada onome ko ga nađe. Javor pripada svima.\n\n")
	for n := 4; n < 260; n++ {
		fmt.Fprintf(&law, "Član %d\nRed broj %d\nVeverica broj %d čuva javor", n, n, n)
		if n%2 == 0 {
			law.WriteString(" i sakuplja lešnik")
		}
		law.WriteString(strings.Repeat(" pored reke", n%5) + ".\n\n")
	}
	return law.String()
}

// squirrels is an index with that law, and with its later wording, in which Article 3 is
// another.
func squirrels(t *testing.T) *Index {
	t.Helper()
	dir := t.TempDir()
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Load(c, "test"); err != nil {
		t.Fatal(err)
	}
	x, err := Open(dir, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	for date, law := range map[string]string{"2010-01-01": squirrelLaw(), "2020-01-01": strings.Replace(squirrelLaw(), "Javor pripada svima", "Žir pripada svima", 1)} {
		on, err := legislation.ParseDate(date)
		if err != nil {
			t.Fatal(err)
		}
		item := importer.Item{Path: "zakon.txt", Data: []byte(law), Instrument: "rs/squirrel-act", Language: "sr-Latn", Consolidated: on}
		if _, err := importer.Run(context.Background(), s, []importer.Item{item}, importer.Options{}); err != nil {
			t.Fatal(err)
		}
		if err := x.CatchUp(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
	}
	return x
}

// articles are the hits in the squirrel law, by their articles.
func articles(a *Answer) (out []string) {
	for _, h := range a.Hits {
		if rest, ok := strings.CutPrefix(h.ID, "rs/squirrel-act/"); ok {
			article, _, _ := strings.Cut(rest, "/")
			out = append(out, article)
		}
	}
	return out
}

func TestOfficialTextsAreFoundByTheirWords(t *testing.T) {
	x := squirrels(t)
	for _, c := range []struct {
		query string
		first []string
		total int
	}{
		{"veverice", []string{"art-2"}, 260}, // the title and what stands before the first article, too
		{"lešnici", []string{"art-3"}, 131},
		{"leshnik OR javor", nil, 259},
		{"lešnik veverice javor on:2015-01-01", nil, 259}, // two of three are enough
		{"lešnik veverice javor", nil, 258},               // Article 3 is another since 2020
		{"„sakuplja lešnik“", nil, 128},
		{"veverica -javor", []string{"art-2"}, 4},
		{"javor -„sakuplja lešnik“ on:2015-01-01", nil, 129},
		{"javor -„sakuplja lešnik“", nil, 128},
		{"„veverica broj“ „broj 6 čuva“", nil, 1}, // they overlap
		{"veverica -broj/čuva", nil, 260},         // not said in one breath: nothing is excluded
		{"veverica country:HR", nil, 0},
		{"žir pripada svima lang:sr", []string{"art-3"}, 1},
		{"rs/squirrel-act", nil, 261},
	} {
		r := request(c.query)
		a := answer(t, x, r)
		got := articles(a)
		if a.Total != c.total {
			t.Errorf("%s: found %d, want %d", c.query, a.Total, c.total)
		}
		if len(got) < len(c.first) || !slices.Equal(got[:len(c.first)], c.first) {
			t.Errorf("%s: first are %v, want %v", c.query, got[:min(len(got), 5)], c.first)
		}
		if c.total > 0 && (len(a.Facets.Jurisdiction) != 1 || a.Facets.Jurisdiction[0].Count != c.total) {
			t.Errorf("%s: of %d hits all are of Serbia, but %v", c.query, a.Total, a.Facets.Jurisdiction)
		}
	}
}

// TestATextCountsForEachOfItsWords: as many are found as a reader of all of them counts.
func TestATextCountsForEachOfItsWords(t *testing.T) {
	x := squirrels(t)
	holding := map[string]int{}
	err := x.source.Texts("rs/squirrel-act", func(_ legislation.ID, all []legislation.Wording) error {
		seen := map[string]bool{}
		for _, term := range lang.Terms("sh", all[len(all)-1].Text) {
			seen[term] = true
		}
		for term := range seen {
			holding[term]++
		}
		return nil
	})
	if err != nil || len(holding) < 20 {
		t.Fatalf("%d terms are in the law, %v", len(holding), err)
	}
	for _, word := range []string{"veverica", "lešnik", "pored", "reke", "čuva", "životinja", "parkovima"} {
		terms := lang.Terms("sh", word)
		r := request(word + " kind:provision")
		r.Expand = false
		a := answer(t, x, r)
		if len(terms) != 1 || holding[terms[0]] == 0 || a.Total != holding[terms[0]] {
			t.Errorf("%s: %d found, in %d texts", word, a.Total, holding[terms[0]])
		}
	}
}

// TestPagesOfTextsContinueEachOther: what is read page by page is what one long list says.
func TestPagesOfTextsContinueEachOther(t *testing.T) {
	x := squirrels(t)
	for _, query := range []string{"veverica", "veverica lešnik javor", "javor"} {
		r := request(query)
		r.Limit = 300
		whole := idsOf(answer(t, x, r))
		var paged []string
		r.Limit = 23
		for r.Offset = 0; r.Offset < 300; r.Offset += r.Limit {
			paged = append(paged, idsOf(answer(t, x, r))...)
		}
		if at := firstDifference(paged[:min(len(paged), len(whole))], whole); at >= 0 || len(whole) < 250 {
			t.Errorf("%s: %d hits; the pages differ at %d", query, len(whole), at+1)
		}
		seen := map[string]bool{}
		for _, id := range whole {
			if seen[id] {
				t.Errorf("%s shows %s twice", query, id)
			}
			seen[id] = true
		}
	}
}

func TestAtLeast(t *testing.T) {
	sets := []*roaring.Bitmap{roaring.BitmapOf(1, 2, 3, 4), roaring.BitmapOf(1, 2, 3), roaring.BitmapOf(1, 2, 9)}
	for need, want := range map[int]string{1: "[1 2] [1 2 3] [1 2 3 4 9]", 2: "[1 2] [1 2 3]", 3: "[1 2]"} {
		var got []string
		for _, tier := range atLeast(sets, need) {
			got = append(got, fmt.Sprint(tier.ToArray()))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("in %d of three or more: %s, want %s", need, s, want)
		}
	}
}

// TestAnImportIsSeenWholeOrNotAtAll: also while it is being indexed, or was cut short.
func TestAnImportIsSeenWholeOrNotAtAll(t *testing.T) {
	x := squirrels(t)
	found := func() int {
		r := request("veverica")
		a, err := x.Search(context.Background(), r)
		if err != nil {
			t.Error(err)
			return -1
		}
		if len(a.Hits) != r.Limit {
			t.Errorf("%d hits on a page of %d", len(a.Hits), r.Limit)
		}
		return a.Total
	}
	before := found()
	law := importer.Item{Path: "zakon.txt", Data: []byte(squirrelLaw()), Instrument: "rs/second-squirrel-act", Language: "sr-Latn"}
	if _, err := importer.Run(t.Context(), x.source.(*store.Store), []importer.Item{law}, importer.Options{}); err != nil {
		t.Fatal(err)
	}
	s := x.state.Load()
	x.torn = true
	if err := x.addTexts(t.Context(), s.bleve, s.curated.lexicon, []legislation.ID{"rs/second-squirrel-act"}, s.stamp, nil); err != nil {
		t.Fatal(err)
	}
	x.renew(s)
	if n := found(); n != before {
		t.Errorf("an import that was cut short shows: %d hits, %d before", n, before)
	}
	done, totals := make(chan struct{}), make(chan []int)
	go func() {
		var seen []int
		for {
			select {
			case <-done:
				totals <- append(seen, found())
				return
			default:
				seen = append(seen, found())
			}
		}
	}()
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Error(err)
	}
	close(done)
	seen := <-totals
	if after := 2 * before; !slices.IsSorted(seen) || slices.ContainsFunc(seen, func(n int) bool { return n != before && n != after }) || seen[len(seen)-1] != after {
		t.Errorf("while an import doubles %d hits, %v are found", before, slices.Compact(seen))
	}
}

// TestADamagedIndexOfTextsIsMadeAnew: wherever its file is damaged.
func TestADamagedIndexOfTextsIsMadeAnew(t *testing.T) {
	x := squirrels(t)
	want := answer(t, x, request("veverica")).Total
	for _, place := range []float64{0, 0.1, 0.5, 0.9, 1} {
		dir := t.TempDir()
		folder := filepath.Join(dir, FolderName)
		if err := os.CopyFS(folder, os.DirFS(x.folder)); err != nil {
			t.Fatal(err)
		}
		files, err := filepath.Glob(filepath.Join(folder, "store", "*.zap"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no segments: %v", err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			at := int(place * float64(len(data)-8))
			for i := range 8 {
				data[at+i] ^= 0xff
			}
			if err := os.WriteFile(f, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		again, err := Open(dir, x.source, nil)
		if err != nil {
			t.Fatalf("damaged at %v: %v", place, err)
		}
		if got := answer(t, again, request("veverica")).Total; got != want {
			t.Errorf("damaged at %v: %d found, want %d", place, got, want)
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}
}
