package index

import (
	"testing"
	"time"

	"seelex/legislation/corpus"
	"seelex/legislation/store"
)

func TestTimes(t *testing.T) {
	dir := t.TempDir()
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Load(c, "x"); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	newKnowledge(s.Catalog())
	t.Log("knowledge", time.Since(start))
	start = time.Now()
	x, err := Open(dir, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Log("build", time.Since(start))
	n, _ := x.state.Load().bleve.DocCount()
	t.Log(n)
	x.Close()
	start = time.Now()
	x, err = Open(dir, s, nil)
	t.Log("open", time.Since(start), err)
}

func TestTry(t *testing.T) {
	dir := t.TempDir()
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Load(c, "x"); err != nil {
		t.Fatal(err)
	}
	x, err := Open(dir, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{"small quantity for personal use", "posedovanje droge Srbija", "ναρκωτικά κατοχή", "alternativa zatvoru", "mala sasia narkotike", "εναλλακτικά της φυλάκισης"} {
		a, err := x.Search(t.Context(), Request{Text: q, On: 20261125, Today: 20261125, Expand: true, Limit: 6})
		if err != nil {
			t.Fatal(err)
		}
		t.Log("====", q, a.Total, a.TookMS, a.Query.Jurisdictions, a.Facets.Jurisdiction)
		for _, e := range a.Query.Expanded {
			t.Log("  concept", e.Concept, e.Text)
		}
		for _, h := range a.Hits {
			t.Log("  ", h.Score, h.ID, h.Heading, h.Snippet)
		}
	}
}
