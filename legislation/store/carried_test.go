package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"seelex/legislation/store"
)

// What is kept for the next start is derived: whatever becomes of it, every record is as
// it is in the store, and the file is put right.
func TestTheKeptCatalogIsNeverTrustedBlindly(t *testing.T) {
	s, dir := loaded(t)
	s.Close()
	kept := filepath.Join(dir, store.CatalogName)
	read := func() string {
		t.Helper()
		all, err := everything(dir)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	first, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(kept); err != nil {
		t.Fatal(err)
	}
	want := read() // from the records themselves
	if read() != want {
		t.Error("the kept catalog differs from the records")
	}
	for what, data := range map[string][]byte{"empty": {}, "cut": first[:len(first)/2], "changed": append([]byte("x"), first[1:]...)} {
		if err := os.WriteFile(kept, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if read() != want {
			t.Errorf("%s: the catalog has changed", what)
		}
		if again, err := os.ReadFile(kept); err != nil || !bytes.Equal(again, first) {
			t.Errorf("%s: the file is not put right (%v)", what, err)
		}
	}

	// Of other records: one instrument has another title.
	edit(t, dir, func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte("instruments"))
		k, sealed := b.Cursor().First()
		record := strings.Replace(string(sealed[:len(sealed)-4]), `"title_en":"`, `"title_en":"Another `, 1)
		return b.Put(k, store.Seal(k, []byte(record)))
	})
	if changed := read(); changed == want || !strings.Contains(changed, `"title_en":"Another `) {
		t.Error("a catalog of other records is taken for that of these")
	}
}
