package derived_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"seelex/legislation"
	"seelex/legislation/corpus"
	"seelex/legislation/derived"
)

// What comes back from a file is what went into it, of every record of the corpus:
// unknown dates, empty and missing lists, numbers and texts of all scripts.
func TestTheCorpusComesBack(t *testing.T) {
	want, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "corpus")
	if err := derived.Write(path, derived.Pack(want).Sections()); err != nil {
		t.Fatal(err)
	}
	got, records := new(legislation.Corpus), new(derived.Records)
	if err := derived.Read(path, records.Sections()); err != nil {
		t.Fatal(err)
	}
	if err := records.Unpack(got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("the corpus has changed")
	}
	var topics []legislation.Topic
	if err := records.Unpack(&topics); !errors.Is(err, derived.ErrOther) {
		t.Errorf("a corpus is read as topics: %v", err)
	}
}

// A file in which anything has changed is refused.
func TestDamagedFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "numbers")
	words, days := []byte("a text"), []int32{20240101, -1}
	sections := []derived.Section{derived.Numbers(&words), derived.Numbers(&days)}
	if err := derived.Write(path, sections); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := derived.Read(path, sections); err != nil || string(words) != "a text" || days[1] != -1 {
		t.Fatalf("%v: %q, %d", err, words, days)
	}
	refused := func(what string, data []byte) {
		t.Helper()
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := derived.Read(path, sections); !errors.Is(err, derived.ErrOther) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for at := range whole {
		changed := append([]byte{}, whole...)
		changed[at] ^= 0x10
		refused("a changed byte", changed)
		refused("a file that ends early", whole[:at])
	}
	os.Remove(path)
	if err := derived.Read(path, sections); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}
