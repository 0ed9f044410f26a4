package corpus_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

var update = flag.Bool("update", false, "write testdata/labels.txt anew")

// Every id of the corpus and the name that people see for it, to be read through.
func TestLabelsOfAllIDs(t *testing.T) {
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	var ids []legislation.ID
	for _, s := range c.Sheets {
		for _, p := range legislation.Fold(s.Provisions) {
			ids = append(ids, p.ID)
		}
	}
	slices.SortFunc(ids, func(a, b legislation.ID) int { return strings.Compare(a.Key(), b.Key()) })
	var got bytes.Buffer
	for _, id := range ids {
		if id.Valid() != nil || id.Label() == "" {
			t.Errorf("%s: %v, label %q", id, id.Valid(), id.Label())
		}
		fmt.Fprintf(&got, "%s\t%s\n", id, id.Label())
	}
	const golden = "testdata/labels.txt"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || !bytes.Equal(got.Bytes(), want) {
		t.Errorf("labels are not those of %s (%v); go test ./legislation/corpus -update writes it anew, git diff shows what changed", golden, err)
	}
}

// The hash names the content: it changes with every byte and every name.
func TestHash(t *testing.T) {
	files := func() fstest.MapFS {
		return fstest.MapFS{"codebook.yaml": {Data: []byte("topics: []")}, "thesaurus.yaml": {Data: []byte("concepts: []")}, "moved.yaml": {Data: []byte("moved: []")}, "jurisdictions/rs.yaml": {Data: []byte("a")}}
	}
	hash := func(f fstest.MapFS) string {
		h, err := corpus.Hash(f)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	changed, renamed := files(), files()
	changed["jurisdictions/rs.yaml"] = &fstest.MapFile{Data: []byte("b")}
	renamed["jurisdictions/hr.yaml"] = renamed["jurisdictions/rs.yaml"]
	delete(renamed, "jurisdictions/rs.yaml")
	if same := hash(files()); same != hash(files()) || same == hash(changed) || same == hash(renamed) {
		t.Error("the hash does not name the content")
	}
	if _, err := corpus.Load(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "codebook.yaml") {
		t.Errorf("an empty folder: %v", err)
	}
}
