package index

import (
	"os"
	"path/filepath"
	"testing"

	"seelex/legislation"
	"seelex/legislation/corpus"
	"seelex/legislation/store"
)

// keep opens a data directory of its own with the embedded corpus.
func keep(t *testing.T) (dir string, s *store.Store) {
	t.Helper()
	dir = t.TempDir()
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	if s, err = store.Open(dir); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := s.Load(c, "test"); err != nil {
		t.Fatal(err)
	}
	return dir, s
}

// open opens the index and says whether that built it anew.
func open(t *testing.T, dir string, s *store.Store) (built bool) {
	t.Helper()
	x, err := Open(dir, s, func(int, int) { built = true })
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	a, err := x.Search(t.Context(), Request{Text: "naloxone", On: today, Today: today, Expand: true, Limit: 5})
	if err != nil || a.Total == 0 {
		t.Fatalf("finds nothing: %v", err)
	}
	return built
}

// The index is derived: whatever happens to it, it is there again at the next start,
// and it is built only when that is needed.
func TestRebuildsByItself(t *testing.T) {
	dir, s := keep(t)
	folder := filepath.Join(dir, FolderName)
	if !open(t, dir, s) {
		t.Error("the first start does not build it")
	}
	if open(t, dir, s) {
		t.Error("a second start builds it again")
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if !open(t, dir, s) {
		t.Error("a missing index is not rebuilt")
	}
	for _, damage := range []string{"index_meta.json", filepath.Join("store", "root.bolt"), curatedName} {
		if err := os.WriteFile(filepath.Join(folder, damage), []byte("damaged"), 0o600); err != nil {
			t.Fatal(err)
		}
		if !open(t, dir, s) {
			t.Errorf("an index with a damaged %s is not rebuilt", damage)
		}
	}
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Load(c, "another"); err != nil {
		t.Fatal(err)
	}
	if !open(t, dir, s) {
		t.Error("the index of another generation is not rebuilt")
	}
	other, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	for _, name := range []string{"test", "a third"} { // as many loads, so the same generation
		if err := other.Load(c, name); err != nil {
			t.Fatal(err)
		}
	}
	if !open(t, dir, other) {
		t.Error("the index of another store is not rebuilt")
	}
}

// What citations are read by is kept from one start to the next: for as long as the file
// is whole and the instruments are the same.
func TestNamesAreThoseOfTheInstruments(t *testing.T) {
	dir, s := keep(t)
	kept := filepath.Join(dir, FolderName+namesSuffix)
	cited := func(text string) (id legislation.ID) {
		t.Helper()
		x, err := Open(dir, s, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		return x.state.Load().reader().Read(text, today).ID
	}
	const article = "rs/criminal-code/art-246a/par-1"
	for _, damage := range []string{"missing", "kept", "damaged", "put right"} {
		if damage == "damaged" {
			if err := os.WriteFile(kept, []byte(damage), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if id := cited("KZ čl. 246a st. 1"); id != article {
			t.Errorf("%s: KZ čl. 246a st. 1 is %q", damage, id)
		}
	}
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range c.Sheets {
		for i := range sheet.Instruments {
			if sheet.Instruments[i].ID == "rs/criminal-code" {
				sheet.Instruments[i].Abbreviation = "XQZ"
			}
		}
	}
	if id := cited("XQZ čl. 246a st. 1"); id != "" {
		t.Errorf("XQZ is %q before there is one", id)
	}
	if err := s.Load(c, "another"); err != nil {
		t.Fatal(err)
	}
	if id := cited("XQZ čl. 246a st. 1"); id != article {
		t.Errorf("after a load XQZ čl. 246a st. 1 is %q", id)
	}
}
