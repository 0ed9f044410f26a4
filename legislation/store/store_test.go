package store_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
	"go.yaml.in/yaml/v3"

	"seelex/legislation"
	"seelex/legislation/corpus"
	"seelex/legislation/store"
)

var embedded = sync.OnceValues(func() (*legislation.Corpus, error) { return corpus.Load(corpus.Embedded()) })

func wholeCorpus(t testing.TB) *legislation.Corpus {
	t.Helper()
	c, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// loaded is a store with the whole corpus, in a directory of its own.
func loaded(t testing.TB) (s *store.Store, dir string) {
	t.Helper()
	dir = t.TempDir()
	s = open(t, dir)
	if err := s.Load(wholeCorpus(t), "first"); err != nil {
		t.Fatal(err)
	}
	return s, dir
}

func open(t testing.TB, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// The records of the YAML files, counted without the loader.
func TestCountsAreThoseOfTheFiles(t *testing.T) {
	var want legislation.Counts
	provisions := map[string]bool{}
	files := 0
	err := fs.WalkDir(corpus.Embedded(), "jurisdictions", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(corpus.Embedded(), name)
		if err != nil {
			return err
		}
		var doc yaml.Node
		if err := yaml.Unmarshal(data, &doc); err != nil {
			return err
		}
		files++
		top := doc.Content[0].Content
		for i := 0; i < len(top); i += 2 {
			n := len(top[i+1].Content)
			switch top[i].Value {
			case "instruments":
				want.Instruments += n
			case "provisions":
				want.ProvisionVersions += n
				for _, row := range top[i+1].Content {
					for j := 0; j < len(row.Content); j += 2 {
						if row.Content[j].Value == "id" {
							base, _, _ := strings.Cut(row.Content[j+1].Value, "@")
							provisions[strings.ToLower(base)] = true
						}
					}
				}
			case "positions":
				want.Positions += n
			case "reforms":
				want.Reforms += n
			case "practice":
				want.Practice += n
			case "ratifications":
				want.Ratifications += n
			case "sources":
				want.Sources += n / 2
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want.Jurisdictions, want.Provisions, want.Concepts = files, len(provisions), len(wholeCorpus(t).Concepts)
	s, _ := loaded(t)
	if got := s.Catalog().Counts; got != want {
		t.Errorf("the store has %+v\nthe files have %+v", got, want)
	}
	t.Logf("%+v", want)
}

// Every record that was loaded is read back as it was, after the file was closed.
func TestEveryRecordIsReadBack(t *testing.T) {
	first, dir := loaded(t)
	first.Close()
	s := open(t, dir)
	want := legislation.NewCatalog(wholeCorpus(t))
	got := s.Catalog()
	same(t, "jurisdictions", got.Jurisdictions, want.Jurisdictions)
	same(t, "topics", got.Topics, want.Topics)
	same(t, "concepts", got.Concepts, want.Concepts)
	same(t, "instruments", got.Instruments, want.Instruments)
	same(t, "positions", got.Positions, want.Positions)
	same(t, "reforms", got.Reforms, want.Reforms)
	same(t, "practice", got.Practice, want.Practice)
	same(t, "ratifications", got.Ratifications, want.Ratifications)
	for _, j := range want.Jurisdictions {
		same(t, "sources of "+j.Code, got.AllSources(j.Code), want.AllSources(j.Code))
		same(t, "open questions of "+j.Code, got.Questions(j.Code), want.Questions(j.Code))
	}
	for _, sheet := range wholeCorpus(t).Sheets {
		for _, p := range legislation.Fold(sheet.Provisions) {
			read, err := s.Provision(p.ID)
			if err != nil {
				t.Fatal(err)
			}
			same(t, string(p.ID), *read, p)
		}
	}
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	a, errA := json.Marshal(got)
	b, errB := json.Marshal(want)
	if errA != nil || errB != nil || string(a) != string(b) {
		t.Errorf("%s: read back otherwise (%v %v)\n%.500s\n%.500s", what, errA, errB, a, b)
	}
}

func TestReadById(t *testing.T) {
	s, _ := loaded(t)
	for _, id := range []legislation.ID{"rs/criminal-code/art-246a/par-1", "RS/Criminal-Code/ART-246A/Par-1"} {
		if p, err := s.Provision(id); err != nil || p.ID != "rs/criminal-code/art-246a/par-1" {
			t.Errorf("%s gives %v, %v", id, p, err)
		}
	}
	var known *legislation.Error
	if _, err := s.Provision("rs/criminal-code/art-246a"); !errors.As(err, &known) || known.Code != legislation.NotFound {
		t.Errorf("an article without a row of its own gives %v", err)
	}
	ids := func(id legislation.ID) (out []legislation.ID) {
		below, err := s.Below(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range below {
			out = append(out, p.ID)
		}
		return out
	}
	for _, id := range ids("rs/criminal-code/art-246") {
		if !id.Under("rs/criminal-code/art-246") {
			t.Errorf("%s is not below art-246", id)
		}
	}
	if got := ids("RS/criminal-code/art-246A"); len(got) == 0 || got[0] != "rs/criminal-code/art-246a/par-1" {
		t.Errorf("below art-246A: %v", got)
	}
	all := ids("rs/criminal-code")
	for i := 1; i < len(all); i++ {
		if all[i-1].Key() >= all[i].Key() {
			t.Errorf("%s stands before %s", all[i-1], all[i])
		}
	}
	if got := ids("rs/criminal"); got != nil {
		t.Errorf("below a part of a name: %v", got)
	}
}

// A newer corpus takes the place of the old one as a whole; what was imported stays.
func TestANewerCorpus(t *testing.T) {
	first, dir := loaded(t)
	if first.Generation() != 1 || first.Corpus() != "first" {
		t.Errorf("generation %d of corpus %q", first.Generation(), first.Corpus())
	}
	first.Close()
	edit(t, dir, func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("texts")).Put([]byte("of an import"), []byte("its text"))
	})
	s := open(t, dir)
	old, newer := s.Catalog(), *wholeCorpus(t)
	newer.Sheets = newer.Sheets[1:]
	if err := s.Load(&newer, "second"); err != nil {
		t.Fatal(err)
	}
	if s.Generation() != 2 || s.Corpus() != "second" || s.Catalog().Counts != newer.Count() {
		t.Errorf("generation %d of corpus %q with %+v", s.Generation(), s.Corpus(), s.Catalog().Counts)
	}
	gone := wholeCorpus(t).Sheets[0]
	if _, err := s.Catalog().Jurisdiction(gone.Jurisdiction.Code); err == nil {
		t.Errorf("%s is still there", gone.Jurisdiction.Code)
	}
	if below, err := s.Below(gone.Instruments[0].ID); err != nil || len(below) != 0 {
		t.Errorf("provisions of %s are still there", gone.Jurisdiction.Code)
	}
	if _, err := old.Jurisdiction(gone.Jurisdiction.Code); err != nil {
		t.Error("a catalog that a reader holds has changed")
	}
	s.Close()
	edit(t, dir, func(tx *bolt.Tx) error {
		if string(tx.Bucket([]byte("texts")).Get([]byte("of an import"))) != "its text" {
			t.Error("the import is lost")
		}
		return nil
	})
}

func TestALoadThatFailsChangesNothing(t *testing.T) {
	s, _ := loaded(t)
	twice := *wholeCorpus(t)
	twice.Sheets = append(append([]legislation.Sheet{}, twice.Sheets...), twice.Sheets[0])
	err := s.Load(&twice, "twice")
	if err == nil || !strings.Contains(err.Error(), "stands twice") {
		t.Errorf("the same sheet twice: %v", err)
	}
	if s.Generation() != 1 || s.Corpus() != "first" || s.Catalog().Counts != wholeCorpus(t).Count() {
		t.Errorf("afterwards generation %d of %q with %+v", s.Generation(), s.Corpus(), s.Catalog().Counts)
	}
}

// A backup is taken while readers read and a load writes; it holds one generation.
func TestBackupWhileInUse(t *testing.T) {
	s, dir := loaded(t)
	var wait sync.WaitGroup
	stop := make(chan struct{})
	for range 4 {
		wait.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					if _, err := s.Below("rs/criminal-code"); err != nil {
						t.Error(err)
						return
					}
				}
			}
		})
	}
	wait.Go(func() {
		if err := s.Load(wholeCorpus(t), "second"); err != nil {
			t.Error(err)
		}
	})
	backup := filepath.Join(t.TempDir(), "backup.db")
	sum, err := s.Backup(backup)
	close(stop)
	wait.Wait()
	if err != nil || sum.Counts != wholeCorpus(t).Count() || sum.Generation < 1 || sum.Generation > 2 {
		t.Fatalf("%+v %v", sum, err)
	}
	again, err := store.Verify(backup)
	if err != nil || again != sum {
		t.Errorf("verified: %+v %v", again, err)
	}
	if _, err := s.Backup(filepath.Join(dir, "no", "such", "folder", "b")); err == nil || !strings.Contains(err.Error(), "cannot be written") {
		t.Errorf("into a folder that is not there: %v", err)
	}
}

// What nobody could restore is not written; what a killed backup left does not stay.
func TestBackupLeavesNothingUseless(t *testing.T) {
	path := filepath.Join(t.TempDir(), "backup.db")
	if _, err := open(t, t.TempDir()).Backup(path); err == nil || !strings.Contains(err.Error(), "holds nothing yet") {
		t.Errorf("of an empty store: %v", err)
	}
	s, _ := loaded(t)
	killed, running := filepath.Join(filepath.Dir(path), ".backup.db.1"), filepath.Join(filepath.Dir(path), ".backup.db.2")
	for _, left := range []string{killed, running} {
		if err := os.WriteFile(left, []byte("half a backup"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().Add(-24 * time.Hour)
	if err := os.Chtimes(killed, yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Backup(path); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(killed); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what was left yesterday: %v", err)
	}
	if _, err := os.Stat(running); err != nil {
		t.Errorf("what another writes now: %v", err)
	}
}

func TestRestore(t *testing.T) {
	s, dir := loaded(t)
	backup := filepath.Join(t.TempDir(), "backup.db")
	if _, err := s.Backup(backup); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Restore(backup, dir); err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("while the store is open: %v", err)
	}
	fewer := *wholeCorpus(t)
	fewer.Sheets = fewer.Sheets[:3]
	if err := s.Load(&fewer, "fewer"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	sum, err := store.Restore(backup, dir)
	if err != nil || sum.Counts != wholeCorpus(t).Count() {
		t.Fatalf("%+v %v", sum, err)
	}
	if restored := open(t, dir); restored.Generation() <= 2 || restored.Corpus() != "first" {
		t.Errorf("generation %d of %q: an index of generation 2 would be taken for its own", restored.Generation(), restored.Corpus())
	}
	if kept, err := store.Verify(filepath.Join(dir, store.FileName+".before-restore")); err != nil || kept.Counts != fewer.Count() {
		t.Errorf("what was there before: %+v %v", kept, err)
	}
	fresh := filepath.Join(t.TempDir(), "a", "new", "place")
	if _, err := store.Restore(backup, fresh); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(fresh, store.FileName)); err != nil {
		t.Error(err)
	}
}

// A backup that is damaged takes nobody's place.
func TestRestoreRefusesADamagedBackup(t *testing.T) {
	s, dir := loaded(t)
	backup := filepath.Join(t.TempDir(), "backup.db")
	if _, err := s.Backup(backup); err != nil {
		t.Fatal(err)
	}
	s.Close()
	data, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 0x40
	if err := os.WriteFile(backup, data[:len(data)-4096], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Restore(backup, dir); err == nil {
		t.Error("it was restored")
	}
	if again := open(t, dir); again.Catalog().Counts != wholeCorpus(t).Count() {
		t.Error("what was there is not any more")
	}
}

// edit changes the file behind the store's back.
func edit(t *testing.T, dir string, change func(tx *bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(filepath.Join(dir, store.FileName), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Update(change); err != nil {
		t.Fatal(err)
	}
}
