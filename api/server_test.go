package api_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"seelex/api"
	"seelex/api/answer"
	"seelex/index"
	"seelex/legislation"
	"seelex/legislation/corpus"
	"seelex/legislation/store"
)

// site is the API over the whole corpus, behind a real server.
var site struct {
	url     string
	handler http.Handler
	corpus  *legislation.Corpus
	store   *store.Store
	index   *index.Index
}

func TestMain(m *testing.M) {
	stop, err := start()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	stop()
	os.Exit(code)
}

func start() (stop func(), err error) {
	dir, err := os.MkdirTemp("", "seelex-api-")
	if err != nil {
		return nil, err
	}
	if site.corpus, err = corpus.Load(corpus.Embedded()); err != nil {
		return nil, err
	}
	s, err := store.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := s.Load(site.corpus, "the embedded corpus"); err != nil {
		return nil, err
	}
	x, err := index.Open(dir, s, nil)
	if err != nil {
		return nil, err
	}
	site.store, site.index = s, x
	site.handler = api.New(answer.New(s, x), api.Options{Version: "test"})
	server := httptest.NewServer(site.handler)
	site.url = server.URL
	return func() { server.Close(); x.Close(); s.Close(); os.RemoveAll(dir) }, nil
}

// ask sends a request as it stands and reads the whole answer.
func ask(t testing.TB, method, address string, header ...string) (*http.Response, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, site.url+address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, body
}

// get asks for JSON that is there.
func get[T any](t testing.TB, address string) (out T) {
	t.Helper()
	answer, body := ask(t, http.MethodGet, "/api/v1"+address)
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s\n%.400s", address, answer.Status, body)
	}
	if kind := answer.Header.Get("Content-Type"); kind != "application/json; charset=utf-8" {
		t.Errorf("%s: Content-Type %q", address, kind)
	}
	if err := json.Unmarshal(body, &out); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return out
}

// at digs into decoded JSON: at(v, "hits.0.instrument.id").
func at(t testing.TB, v any, path string) any {
	t.Helper()
	for name := range strings.SplitSeq(path, ".") {
		switch node := v.(type) {
		case map[string]any:
			inner, ok := node[name]
			if !ok {
				t.Fatalf("no field %q on the way of %s", name, path)
			}
			v = inner
		case []any:
			var i int
			if _, err := fmt.Sscan(name, &i); err != nil || i >= len(node) {
				t.Fatalf("no item %s on the way of %s", name, path)
			}
			v = node[i]
		default:
			t.Fatalf("%s: %q is below %v", path, name, v)
		}
	}
	return v
}

func search(pairs ...string) string {
	v := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		v.Set(pairs[i], pairs[i+1])
	}
	return "/search?" + v.Encode()
}
