package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"seelex/api"
	"seelex/api/answer"
	"seelex/index"
	"seelex/legislation"
	"seelex/legislation/official/importer"
	"seelex/legislation/store"
)

const probeLaw = `Zakon o probi

Član 1
(1) Ovaj zakon uređuje <script>alert(1)</script> ververice.
(2) Ververice se broje.

Član 2
Ovaj zakon stupa na snagu odmah.
`

// TestImportingNeedsTheToken, and what was imported is read, searched and cited at once.
func TestImportingNeedsTheToken(t *testing.T) {
	s, x := emptySite(t)
	ask := func(h http.Handler, method, path, token, body string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, path, strings.NewReader(body))
		if token != "" {
			r.Header.Set("Authorization", "Bearer "+token)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	const address = "/api/v1/import?instrument=rs/probe-act&lang=sr-Latn&date=2020-02-01&name=zakon.txt"
	if w := ask(api.New(answer.New(s, x), api.Options{}), "POST", address, "", probeLaw); w.Code < 400 {
		t.Errorf("without a token of the operator importing answers %d", w.Code)
	}
	h := api.New(answer.New(s, x), api.Options{ImportToken: "secret"})
	for _, token := range []string{"", "secre", "secret2"} {
		if w := ask(h, "POST", address, token, probeLaw); w.Code != http.StatusUnauthorized {
			t.Errorf("the token %q is answered by %d, want 401", token, w.Code)
		}
	}
	w := ask(h, "POST", address, "secret", probeLaw)
	var report importer.Report
	if err := json.Unmarshal(w.Body.Bytes(), &report); err != nil || w.Code != http.StatusOK || len(report.Files) != 1 || report.Files[0].Articles != 2 {
		t.Fatalf("%d %v %s", w.Code, err, w.Body)
	}
	asDocumented(t, http.StatusOK, w)
	w = ask(h, "GET", "/api/v1/provisions/rs/probe-act/art-1/par-2", "", "")
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Ververice se broje.") {
		t.Errorf("the paragraph is answered by %d %.300s", w.Code, w.Body)
	}
	w = ask(h, "GET", "/api/v1/search?q=ververica", "", "")
	if body := w.Body.String(); !strings.Contains(body, "rs/probe-act/art-1/par-") || strings.Contains(body, "<script") {
		t.Errorf("searching a word of the text finds %.600s", body)
	}
	for path, want := range map[string]int{address: http.StatusBadRequest, "/api/v1/import?date=yesterday": http.StatusBadRequest} {
		w := ask(h, "POST", path, "secret", "")
		if w.Code != want {
			t.Errorf("%s with an empty body is answered by %d, want %d", path, w.Code, want)
		}
		asDocumented(t, want, w)
	}
	// What is wrong for every file is the call's mistake: nothing is imported.
	generation := s.Generation()
	for parameters, says := range map[string]string{"jurisdiction=ZZ": `"field":"jurisdiction","value":"ZZ","want":"one of `, "instrument=zz/probe-act": `"value":"ZZ"`, "instrument=probe": "an id such as rs/criminal-code",
		"jurisdicton=RS": `"nearest":["jurisdiction"]`, "instrument=rs/new-act&dryrun=true": `"nearest":["dry_run"]`, "instrument=rs/new-act&dry_run=maybe": "true or false"} {
		w := ask(h, "POST", "/api/v1/import?lang=sr-Latn&date=2020-02-01&"+parameters, "secret", probeLaw)
		if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), says) || s.Generation() != generation {
			t.Errorf("%s is answered by %d without %s (generation %d, before %d): %s", parameters, w.Code, says, s.Generation(), generation, w.Body)
		}
		asDocumented(t, http.StatusBadRequest, w)
	}
	w = ask(h, "POST", "/api/v1/import?instrument=rs/new-act&lang=sr-Latn&dry_run=1", "secret", probeLaw)
	if w.Code != http.StatusOK || s.Generation() != generation || !strings.Contains(w.Body.String(), `"dry_run":true`) {
		t.Errorf("trying is answered by %d, generation %d, before %d: %s", w.Code, s.Generation(), generation, w.Body)
	}
	asDocumented(t, http.StatusUnauthorized, ask(h, "POST", address, "", probeLaw))
}

// TestAnImportThatFailsSaysSo by its status, as the command does, and what became of each file.
func TestAnImportThatFailsSaysSo(t *testing.T) {
	s, x := emptySite(t)
	h := api.New(answer.New(s, x), api.Options{ImportToken: "secret"})
	const good, none = probeLaw, "%PDF-1.4 that is none"
	for _, c := range []struct {
		name       string
		parameters string
		files      []string
		status     int
		statuses   []string
		says       string
	}{
		{"one that cannot be read", "", []string{none}, http.StatusUnprocessableEntity, []string{"failed"}, "1 of 1 files could not be imported: 0.pdf"},
		{"tried only", "&dry_run=true", []string{none}, http.StatusUnprocessableEntity, []string{"failed"}, `"dry_run":true`},
		{"one of three", "", []string{good, none, good + "Član 3\nTreći.\n"}, http.StatusUnprocessableEntity, []string{"new", "failed", "changed"}, "1 of 3 files could not be imported: 1.pdf"},
		{"one that was there before", "", []string{good + "Član 3\nTreći.\n"}, http.StatusOK, []string{"unchanged"}, ""},
	} {
		var body strings.Builder
		form := multipart.NewWriter(&body)
		for n, text := range c.files {
			file, err := form.CreateFormFile("file", fmt.Sprintf("%d.pdf", n))
			if err != nil {
				t.Fatal(err)
			}
			_, _ = io.WriteString(file, text)
		}
		form.Close()
		r := httptest.NewRequest("POST", "/api/v1/import?jurisdiction=RS&lang=sr-Latn&date=2020-02-01"+c.parameters, strings.NewReader(body.String()))
		r.Header.Set("Authorization", "Bearer secret")
		r.Header.Set("Content-Type", form.FormDataContentType())
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		var report importer.Report
		if err := json.Unmarshal(w.Body.Bytes(), &report); err != nil || w.Code != c.status || report.Generation != s.Generation() || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s is answered by %d (generation %d of %d), want %d and %q: %v %s", c.name, w.Code, report.Generation, s.Generation(), c.status, c.says, err, w.Body)
		}
		var statuses []string
		for _, f := range report.Files {
			statuses = append(statuses, f.Status)
		}
		if !slices.Equal(statuses, c.statuses) {
			t.Errorf("%s: the files are %q, want %q", c.name, statuses, c.statuses)
		}
		asDocumented(t, c.status, w)
	}
}

// TestWhatIsFoundBeforeTheIndexHasAnImportIsNotRemembered: an import is stored first and
// searched a moment later. What was found in between is not found so again, by nobody.
func TestWhatIsFoundBeforeTheIndexHasAnImportIsNotRemembered(t *testing.T) {
	s, x := emptySite(t)
	h := api.New(answer.New(s, x), api.Options{})
	search := func(header ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", "/api/v1/search?q=ververica", nil)
		if len(header) > 0 {
			r.Header.Set("If-None-Match", header[0])
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	items := []importer.Item{{Path: "zakon.txt", Data: []byte(probeLaw), Instrument: "rs/probe-act", Language: "sr-Latn"}}
	if _, err := importer.Run(t.Context(), s, items, importer.Options{}); err != nil {
		t.Fatal(err)
	}
	var tag string
	for range 3 { // it is remembered
		tag = search().Header().Get("ETag")
	}
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if w := search(); !strings.Contains(w.Body.String(), "rs/probe-act/art-1") {
		t.Errorf("what was found before is found again: %.300s", w.Body)
	}
	if w := search(tag); w.Code != http.StatusOK {
		t.Errorf("a browser that holds what was found before is told to keep it: %d", w.Code)
	}
}

// TestAnImportIsFinishedThoughItsClientHasGone: it is stored and searched, or neither.
func TestAnImportIsFinishedThoughItsClientHasGone(t *testing.T) {
	s, x := emptySite(t)
	h := api.New(answer.New(s, x), api.Options{ImportToken: "secret"})
	ctx, leave := context.WithCancel(t.Context())
	r := httptest.NewRequestWithContext(ctx, "POST", "/api/v1/import?instrument=rs/probe-act&lang=sr-Latn", &leaving{strings.NewReader(probeLaw), leave})
	r.Header.Set("Authorization", "Bearer secret")
	h.ServeHTTP(httptest.NewRecorder(), r)
	for path, want := range map[string]string{"/api/v1/instruments/rs/probe-act": "Zakon o probi", "/api/v1/search?q=ververica": "rs/probe-act/art-1"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s does not have it: %d %.300s", path, w.Code, w.Body)
		}
	}
}

// leaving is the body of a client that goes away as soon as it has sent it.
type leaving struct {
	io.Reader
	leave func()
}

func (l *leaving) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	if err != nil {
		l.leave()
	}
	return n, err
}

// emptySite is a knowledge base of its own, with the embedded corpus.
func emptySite(t *testing.T) (*store.Store, *index.Index) {
	t.Helper()
	return siteOf(t, site.corpus)
}

func siteOf(t *testing.T, c *legislation.Corpus) (*store.Store, *index.Index) {
	t.Helper()
	dir := t.TempDir()
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Load(c, "the embedded corpus"); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(dir, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close(); s.Close() })
	return s, x
}

// asDocumented checks an answer to an import against the OpenAPI document.
func asDocumented(t *testing.T, status int, w *httptest.ResponseRecorder) {
	t.Helper()
	op := document(t).Paths.Find("/api/v1/import").Post
	described := op.Responses.Status(status)
	if described == nil {
		t.Fatalf("the status %d of an import is not documented", status)
	}
	var got any
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		t.Fatalf("%d %v", w.Code, err)
	}
	for media, content := range described.Value.Content {
		if !strings.HasPrefix(w.Header().Get("Content-Type"), media) {
			t.Errorf("%d is sent as %s, documented as %s", status, w.Header().Get("Content-Type"), media)
		}
		if err := content.Schema.Value.VisitJSON(got); err != nil {
			t.Errorf("%d is not as documented: %.600s", status, err)
		}
	}
}
