package importer

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestManifest fetches a text from a server, imports it, and does not have it sent again.
func TestManifest(t *testing.T) {
	const law = "Zakon o probi\n\nČlan 1\nTekst.\n\nČlan 2\nTekst.\n"
	var sent, asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		sent.Add(1)
		fmt.Fprint(w, law)
	}))
	defer server.Close()
	dir := t.TempDir()
	list := filepath.Join(dir, "texts.yaml")
	write(t, list, "texts:\n  - instrument: rs/trial-act\n    url: "+server.URL+"/zakon.txt\n    language: sr-Latn\n    date: 2020-05-01\n    licence: public domain\n")
	f := NewFetcher(filepath.Join(dir, "cache"))
	f.Pause = 0
	s := knowledge(t, filepath.Join(dir, "data"))
	for n, want := range []string{StatusNew, StatusUnchanged} {
		items, err := ReadManifest(context.Background(), list, f)
		if err != nil {
			t.Fatal(err)
		}
		if got := bring(t, s, items...).Files[0]; got.Status != want || got.Instrument != "rs/trial-act" {
			t.Errorf("run %d: %s as %s, %s; want %s", n+1, got.Status, got.Instrument, got.Error, want)
		}
	}
	if sent.Load() != 1 || asked.Load() != 2 {
		t.Errorf("the text was sent %d times in %d requests, want once in two", sent.Load(), asked.Load())
	}
	i, err := s.Catalog().Instrument("rs/trial-act")
	if err != nil || i.Expressions[0].Source != server.URL+"/zakon.txt" || i.Expressions[0].Licence != "public domain" {
		t.Errorf("%+v %v", i, err)
	}
}

// TestFetchGoesOn where it was cut short, and stays within the limit.
func TestFetchGoesOn(t *testing.T) {
	body := strings.Repeat("0123456789", 10_000)
	cut := true
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"7"`)
		if cut {
			w.Header().Set("Content-Length", fmt.Sprint(len(body)))
			fmt.Fprint(w, body[:60_000])
			return // fewer bytes than were promised: the connection breaks
		}
		if r.Header.Get("Range") == "" {
			t.Error("the whole file was asked for again")
		}
		http.ServeContent(w, r, "x.txt", time.Time{}, strings.NewReader(body))
	}))
	defer server.Close()
	f := NewFetcher(t.TempDir())
	f.Pause = 0
	if _, err := f.Fetch(context.Background(), server.URL+"/x.txt"); err == nil {
		t.Fatal("a file that was cut short was taken for whole")
	}
	cut = false
	path, err := f.Fetch(context.Background(), server.URL+"/x.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != body {
		t.Errorf("%d bytes, want the %d that the server has", len(got), len(body))
	}
	small := NewFetcher(t.TempDir())
	small.Pause, small.Limit = 0, 1000
	server.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, body) })
	if _, err := small.Fetch(context.Background(), server.URL+"/y.txt"); err == nil || !strings.Contains(err.Error(), "more than 1000 bytes") {
		t.Errorf("a file over the limit: %v", err)
	}
	if _, err := small.Fetch(context.Background(), "file:///etc/passwd"); err == nil {
		t.Error("an address that is not of the web was fetched")
	}
}

// TestManifestSaysWhatIsWrong and where.
func TestManifestSaysWhatIsWrong(t *testing.T) {
	for name, x := range map[string]struct{ yaml, want string }{
		"unknown field": {"texts:\n  - instrument: rs/a\n    adress: x\n", "adress"},
		"neither":       {"texts:\n  - instrument: rs/a\n", "one of them is needed"},
		"checksum":      {"texts:\n  - instrument: rs/a\n    file: list.yaml\n    sha256: 00ff\n", "is not the checksum"},
	} {
		list := filepath.Join(t.TempDir(), "list.yaml")
		write(t, list, x.yaml)
		if _, err := ReadManifest(context.Background(), list, NewFetcher(t.TempDir())); err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s: %v, want it to say %q", name, err, x.want)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
