package store_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"seelex/legislation"
	"seelex/legislation/store"
)

const probe = legislation.ID("rs/probe-act")

// edition imports a text in the place of the one before: its title and its article say which it is.
func edition(s *store.Store, n int) error {
	title := fmt.Sprintf("edition %d", n)
	text := "Article 1\n" + strings.Repeat(title+" ", 2000)
	outline := legislation.Outline{{Kind: "article", Path: "art-1", Label: "Article 1", Body: len("Article 1\n"), End: len(text), Hash: uint64(n)}}
	packed := store.Pack(text, outline).For(legislation.Instrument{ID: probe, Type: "act", TitleEn: title},
		legislation.Edition{Key: "en.text", Language: "en", Title: title, SHA256: title, Articles: 1, Provisions: 1})
	return s.Import(packed)
}

// titleAndText are the title that the catalog has of the probe, and the first words of its article.
func titleAndText(s *store.Store) (title, text string, err error) {
	i, err := s.Catalog().Instrument(probe)
	if err != nil {
		return "", "", err
	}
	all, err := s.Wordings(probe + "/art-1")
	if err != nil || len(all) != 1 {
		return "", "", fmt.Errorf("%d wordings: %w", len(all), err)
	}
	return i.Expressions[0].Title, all[0].Text[all[0].Parts[0].Body:][:len(i.Expressions[0].Title)+1], nil
}

// Who reads the catalog and then the texts, while imports follow each other, sees both of the same
// generation, or that another has come.
func TestCatalogAndTextsAreOfOneGeneration(t *testing.T) {
	s, _ := loaded(t)
	if err := edition(s, 0); err != nil {
		t.Fatal(err)
	}
	const imports = 20
	var readers sync.WaitGroup
	first, seen := s.Generation(), sync.Map{}
	for range 3 {
		readers.Go(func() {
			for s.Generation() < first+imports && !t.Failed() {
				before := s.Generation()
				title, text, err := titleAndText(s)
				if err != nil {
					t.Error(err)
				}
				if s.Generation() == before && text != title+" " {
					t.Errorf("generation %d: the catalog has %q, the text is of %q", before, title, text)
				}
				seen.Store(title, true)
			}
		})
	}
	for n := 1; n <= imports; n++ {
		if err := edition(s, n); err != nil {
			t.Error(err)
			break
		}
		if title, text, err := titleAndText(s); err != nil || title != fmt.Sprintf("edition %d", n) || text != title+" " {
			t.Errorf("edition %d was imported, and is read as %q with the text of %q: %v", n, title, text, err)
		}
	}
	readers.Wait()
	n := 0
	seen.Range(func(any, any) bool { n++; return true })
	t.Logf("%d of %d editions were seen while they came", n, imports)
}

// While something asks for one state, an import that is ready waits for its end; readers wait for
// neither.
func TestAnImportWaitsWhereTheStateMustStay(t *testing.T) {
	s, _ := loaded(t)
	if err := edition(s, 1); err != nil {
		t.Fatal(err)
	}
	imported := make(chan error, 1)
	s.Steady(func() {
		go func() { imported <- edition(s, 2) }()
		for end := time.Now().Add(300 * time.Millisecond); time.Now().Before(end); time.Sleep(time.Millisecond) {
			if title, text, err := titleAndText(s); err != nil || title != "edition 1" || text != "edition 1 " {
				t.Fatalf("the import shows: %q with the text of %q, %v", title, text, err)
			}
			if _, err := s.Below("rs/criminal-code"); err != nil {
				t.Fatal(err)
			}
		}
		if len(imported) > 0 {
			t.Error("the import did not wait")
		}
	})
	if err := <-imported; err != nil {
		t.Fatal(err)
	}
	if title, text, err := titleAndText(s); err != nil || title != "edition 2" || text != "edition 2 " {
		t.Errorf("afterwards it is %q with the text of %q, %v", title, text, err)
	}
}
