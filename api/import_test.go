package api_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"seelex/api"
	"seelex/api/answer"
	"seelex/index"
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
	dir := t.TempDir()
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Load(site.corpus, "the embedded corpus"); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(dir, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
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
