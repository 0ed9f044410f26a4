package store_test

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"seelex/legislation"
	"seelex/legislation/corpus"
	"seelex/legislation/store"
)

// everything reads the whole store and writes it down, to compare two of them.
func everything(dir string) (out string, err error) {
	s, err := store.Open(dir)
	if err != nil {
		return "", err
	}
	defer s.Close()
	var all []any
	c := s.Catalog()
	all = append(all, c.Jurisdictions, c.Topics, c.Concepts, c.Instruments, c.Positions, c.Reforms, c.Practice, c.Ratifications, c.Counts, s.Generation(), s.Corpus())
	for _, j := range c.Jurisdictions {
		all = append(all, c.AllSources(j.Code), c.Questions(j.Code))
	}
	if err := s.Provisions(func(p *legislation.Provision) error { all = append(all, p); return nil }); err != nil {
		return "", err
	}
	data, err := json.Marshal(all)
	return string(data), err
}

// Each file is damaged in another way. Opening it says what is wrong and the way out;
// the file is left as it was found.
func TestDamagedFiles(t *testing.T) {
	s, sound := loaded(t)
	s.Close()
	whole, err := os.ReadFile(filepath.Join(sound, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	cut := func(n int) []byte { return whole[:n] }
	zeroed := func(page int) []byte {
		b := append([]byte{}, whole...)
		clear(b[page*4096 : (page+1)*4096])
		return b
	}
	for name, data := range map[string][]byte{
		"cut to a half": cut(len(whole) / 2), "cut to its first page": cut(4096), "cut inside its first page": cut(100),
		"one byte": cut(1), "garbage": []byte(strings.Repeat("This is no database. ", 5_000)), "zeros": make([]byte, 1<<16),
		"first page zeroed": zeroed(0), "second page zeroed": zeroed(1), "a YAML file": []byte("jurisdiction:\n  code: RS\n"),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, store.FileName)
			if err := os.WriteFile(path, data, 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := store.Open(dir)
			var known *legislation.Error
			if !errors.As(err, &known) || known.Code != legislation.Unavailable || !strings.Contains(known.Error(), path) || !strings.Contains(known.Want, "restore") {
				t.Errorf("%v", err)
			}
			if strings.Count(fmt.Sprint(err), "\n") > 0 {
				t.Errorf("more than one line: %v", err)
			}
			if after, err := os.ReadFile(path); err != nil || string(after) != string(data) {
				t.Error("the file has been changed")
			}
		})
	}
}

// Damage at any place is found or harmless: the store says so, or every record is as
// it was. What is never given is a changed record, a missing one, or a panic.
func TestDamageAtAnyPlace(t *testing.T) {
	s, sound := loaded(t)
	s.Close()
	want, err := everything(sound)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(filepath.Join(sound, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, store.FileName)
	try := func(what string, harm func(b []byte)) (found bool) {
		b := append([]byte{}, whole...)
		harm(b)
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := everything(dir)
		var known *legislation.Error
		switch {
		case err == nil && got != want:
			t.Errorf("%s: records have changed and nothing is said", what)
		case err != nil && (!errors.As(err, &known) || !strings.Contains(known.Error(), path)):
			t.Errorf("%s: %v", what, err)
		}
		return err != nil
	}
	found, tries := 0, 0
	count := func(hit bool) {
		tries++
		if hit {
			found++
		}
	}
	pages := len(whole) / 4096
	for i := range 24 { // heads of pages, where the tree is
		page := i * pages / 24
		for _, at := range []int{8, 10, 12, 17, 24} {
			count(try(fmt.Sprintf("byte %d of page %d flipped", at, page), func(b []byte) { b[page*4096+at] ^= 0xFF }))
		}
	}
	for i := range 30 {
		at := (i*7919*4096 + i*613) % len(whole)
		count(try(fmt.Sprintf("byte %d flipped", at), func(b []byte) { b[at] ^= 1 << (i % 8) }))
	}
	for i := range 12 {
		page := i * pages / 12
		count(try(fmt.Sprintf("page %d zeroed", page), func(b []byte) { clear(b[page*4096 : (page+1)*4096]) }))
	}
	t.Logf("%d of %d damages found; the others were where no record is", found, tries)
	if found < tries/3 {
		t.Errorf("only %d of %d damages were found", found, tries)
	}
}

func TestANewerFormat(t *testing.T) {
	s, dir := loaded(t)
	s.Close()
	edit(t, dir, func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("meta")).Put([]byte("format"), binary.BigEndian.AppendUint64(nil, 2))
	})
	if _, err := store.Open(dir); err == nil || !strings.Contains(err.Error(), "newer seelex (format 2; this one reads up to 1)") {
		t.Errorf("%v", err)
	}
}

func TestAnotherProgramsFile(t *testing.T) {
	dir := t.TempDir()
	edit(t, dir, func(tx *bolt.Tx) error {
		b, err := tx.CreateBucket([]byte("accounts"))
		if err != nil {
			return err
		}
		return b.Put([]byte("k"), []byte("v"))
	})
	if _, err := store.Open(dir); err == nil || !strings.Contains(err.Error(), "not a seelex file") {
		t.Errorf("%v", err)
	}
}

func TestAnEmptyFileIsANewOne(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, store.FileName), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if s := open(t, dir); s.Generation() != 0 || s.Corpus() != "" {
		t.Errorf("generation %d", s.Generation())
	}
}

// What held records and is empty now was lost: to load the curated corpus as if nothing
// had been would hide that. An empty backup is none.
func TestAFileThatBecameEmpty(t *testing.T) {
	s, dir := loaded(t)
	s.Close()
	path := filepath.Join(dir, store.FileName)
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, store.CatalogName), []byte("kept"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(dir)
	_, err2 := store.Verify(path)
	for _, err := range []error{err, err2} {
		var known *legislation.Error
		if !errors.As(err, &known) || !strings.Contains(known.Message, "it is empty") || !strings.Contains(known.Want, "restore") {
			t.Errorf("%v", err)
		}
	}
}

func TestPlacesThatCannotBeUsed(t *testing.T) {
	inTheWay := t.TempDir()
	if err := os.Mkdir(filepath.Join(inTheWay, store.FileName), 0o755); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	places := map[string]string{"a folder where the file belongs": inTheWay, "a file where the folder belongs": file, "below a file": filepath.Join(file, "data")}
	if os.Getuid() != 0 {
		closed := t.TempDir()
		if err := os.Chmod(closed, 0o500); err != nil {
			t.Fatal(err)
		}
		places["a folder that cannot be written"] = closed
	}
	places["where nobody can write"] = "/proc/seelex"
	for name, dir := range places {
		_, err := store.Open(dir)
		var known *legislation.Error
		if !errors.As(err, &known) || known.Code != legislation.Unavailable || known.Want == "" || !strings.Contains(err.Error(), dir) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestASecondProcess(t *testing.T) {
	_, dir := loaded(t)
	out, err := again(t, "open", dir).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "is in use by another seelex") || strings.Count(strings.TrimSpace(string(out)), "\n") != 0 {
		t.Errorf("%v: %s", err, out)
	}
}

// A kill at any moment of a load leaves the old state or the new one, whole.
func TestKillDuringLoad(t *testing.T) {
	s, dir := loaded(t)
	want := s.Catalog().Counts
	s.Close()
	last, killed := uint64(1), 0
	for i := range 12 {
		load := again(t, "load", dir)
		pipe, err := load.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := load.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(pipe, make([]byte, len("loading"))); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(i) * 12 * time.Millisecond)
		_ = load.Process.Kill()
		if load.Wait() != nil {
			killed++
		}
		s, err := store.Open(dir)
		if err != nil {
			t.Fatalf("kill %d: %v", i, err)
		}
		if n := s.Generation(); n < last || s.Catalog().Counts != want {
			t.Errorf("kill %d: generation %d after %d, %+v", i, n, last, s.Catalog().Counts)
		} else {
			last = n
		}
		s.Close()
	}
	if _, err := store.Verify(filepath.Join(dir, store.FileName)); err != nil {
		t.Error(err)
	}
	t.Logf("%d of 12 killed; generation %d", killed, last)
}

// again runs this test program as another process that does one thing to a store.
func again(t *testing.T, what, dir string) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "SEELEX_STORE_TEST="+what, "SEELEX_STORE_DIR="+dir)
	return c
}

func TestMain(m *testing.M) {
	what, dir := os.Getenv("SEELEX_STORE_TEST"), os.Getenv("SEELEX_STORE_DIR")
	if what == "" {
		os.Exit(m.Run())
	}
	if err := other(what, dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func other(what, dir string) error {
	s, err := store.Open(dir)
	if err != nil || what == "open" {
		return err
	}
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		return err
	}
	fmt.Print("loading")
	for {
		if err := s.Load(c, "again"); err != nil {
			return err
		}
	}
}

// Who has a damaged file reads which record it is by the name that the site gives it, what
// is wrong with it, and what to do.
func TestADamagedRecordIsNamedAsPeopleKnowIt(t *testing.T) {
	s, sound := loaded(t)
	s.Close()
	whole, err := os.ReadFile(filepath.Join(sound, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		bucket, key string
		harm        func(record string) string
		sealed      bool // the record fits its checksum all the same
		says        string
	}{
		"a provision": {"provisions", legislation.ID("rs/criminal-code/art-246a/par-1").Key(), func(r string) string { return r[1:] }, false,
			"provision rs/criminal-code/art-246a/par-1 does not fit its checksum"},
		"an instrument": {"instruments", legislation.ID("rs/criminal-code").Key(), func(r string) string { return strings.Replace(r, `"title_en":"`, `"title_en":7,"x":"`, 1) }, true,
			"instrument rs/criminal-code cannot be read: its field title_en is a number"},
		"a position": {"positions", "RS/00002", func(r string) string { return r + " " }, false, "position 3 of RS does not fit its checksum"},
		"a position on nothing": {"positions", "RS/00000", func(string) string { return `{"jurisdiction":"RS","topic":"nothing"}` }, true,
			`position rs/position/nothing has the topic "nothing", which is not there`},
		"the generation": {"meta", "generation", func(r string) string { return r[1:] }, false, "the mark generation does not fit its checksum"},
		"one lost":       {"provisions", legislation.ID("rs/criminal-code/art-246a/par-1").Key(), nil, false, "records are missing: it has "},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, store.FileName), whole, 0o600); err != nil {
				t.Fatal(err)
			}
			edit(t, dir, func(tx *bolt.Tx) error {
				b, key := tx.Bucket([]byte(c.bucket)), []byte(c.key)
				sealed := string(b.Get(key))
				if sealed == "" {
					t.Fatalf("the key %q is not there", c.key)
				}
				if c.harm == nil {
					return b.Delete(key)
				}
				harmed := []byte(c.harm(sealed[:len(sealed)-4]))
				if c.sealed {
					return b.Put(key, store.Seal(key, harmed))
				}
				return b.Put(key, append(harmed, sealed[len(sealed)-4:]...))
			})
			_, err := store.Open(dir)
			var known *legislation.Error
			if !errors.As(err, &known) || !strings.Contains(known.Message, c.says) || !strings.Contains(known.Want, "seelex restore FILE") || !strings.Contains(known.Want, "start again") {
				t.Errorf("says %v, want %q", err, c.says)
			}
			if strings.ContainsAny(fmt.Sprint(err), "\x00\x01") || strings.Contains(fmt.Sprint(err), `\x`) {
				t.Errorf("an inner key: %q", err)
			}
		})
	}
}
