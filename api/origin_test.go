package api_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"seelex/api"
	"seelex/api/answer"
)

// Who sends headers of his own choice gets links of his own choice; nobody else does, and where
// the operator says the address of the site not even he.
func TestLinksLeadToThisSite(t *testing.T) {
	service := answer.New(site.store, site.index)
	open, fixed := api.New(service, api.Options{}), answer.New(site.store, site.index)
	fixed.Base = "https://seelex.example"
	const address = "/api/v1/cite/rs/criminal-code/art-246a?style=bibtex"
	for _, c := range []struct {
		site               string
		handler            http.Handler
		host, proto, links string
	}{
		{"open", open, "seelex.test:8080", "", "http://seelex.test:8080/law/"},
		{"open", open, "seelex.test:8080", "https", "https://seelex.test:8080/law/"},
		{"open", open, "seelex.test:8080", "", "http://seelex.test:8080/law/"},
		{"open", open, "seelex.test:8080", "gopher", "http://seelex.test:8080/law/"},
		{"open", open, "evil.test", "https", "https://evil.test/law/"},
		{"open", open, "evil.test;{}", "", "/law/"},
		{"fixed", api.New(fixed, api.Options{}), "evil.test", "gopher", "https://seelex.example/law/"},
	} {
		for range 3 { // the third time it is remembered
			r := httptest.NewRequest(http.MethodGet, address, nil)
			r.Host = c.host
			if c.proto != "" {
				r.Header.Set("X-Forwarded-Proto", c.proto)
			}
			w := httptest.NewRecorder()
			c.handler.ServeHTTP(w, r)
			if !strings.Contains(w.Body.String(), "{"+c.links) {
				t.Errorf("%s site, asked as %s %s: no link to %s in %s", c.site, c.proto, c.host, c.links, w.Body)
			}
		}
	}
}
