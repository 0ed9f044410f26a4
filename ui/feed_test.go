package ui

import (
	"encoding/json"
	"encoding/xml"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestFeedOfReforms(t *testing.T) {
	d := page200(t, "/feed.atom")
	var feed atomFeed
	if err := xml.Unmarshal([]byte(d.body), &feed); err != nil {
		t.Fatal(err)
	}
	if len(feed.Entries) != feedLength+1 {
		t.Fatalf("%d entries", len(feed.Entries))
	}
	seen := map[string]bool{}
	for _, e := range feed.Entries {
		if seen[e.ID] {
			t.Errorf("the id %s stands twice", e.ID)
		}
		seen[e.ID] = true
		if e.Updated == "" || e.Updated > feed.Updated || e.Title == "" || len(e.Links) != 1 {
			t.Errorf("not a whole entry: %+v", e)
		}
	}
}

// Wherever a page, feed or file names the site itself, it does so by the operator's address.
func TestPagesNameTheSiteAsTheOperatorDoes(t *testing.T) {
	handler, service, err := openSite(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	service.Base = "https://seelex.example"
	const law = "rs/criminal-code/art-246a/par-1"
	for _, path := range []string{"/sitemap.xml", "/robots.txt", "/opensearch.xml", "/feed.atom", "/law/" + law, "/api", "/compare?topic=personal-possession",
		"/dossier?item=" + law, "/dossier?format=csv&item=" + law, "/dossier?format=bibtex&item=" + law, "/map?download=svg"} {
		d := ask(t, handler, path)
		if d.status != 200 || !strings.Contains(d.body, "https://seelex.example") || strings.Contains(d.body, "//example.com") {
			t.Errorf("%s: status %d, names another site or none", path, d.status)
		}
	}
}

// The sitemap has every address that is permanent, and they all answer: the crawler
// follows the same ones.
func TestSitemapIsComplete(t *testing.T) {
	var set sitemapSet
	if err := xml.Unmarshal([]byte(page200(t, "/sitemap.xml").body), &set); err != nil {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, u := range set.URLs {
		all[strings.TrimPrefix(u.Loc, "http://example.com")] = true
	}
	for _, want := range []string{"/", "/strategies", "/topics/cultivation", "/jurisdictions/BA-SRP", "/law/rs/criminal-code", "/law/rs/criminal-code/art-246a/par-1"} {
		if !all[want] {
			t.Errorf("%s is not in the sitemap", want)
		}
	}
	if !strings.Contains(page200(t, "/robots.txt").body, "Sitemap: http://example.com/sitemap.xml") {
		t.Error("robots.txt does not name the sitemap")
	}
	if d := get(t, "/sitemap/2.xml"); d.status != 404 {
		t.Errorf("a part beyond the last: status %d", d.status)
	}
}

// A reference manager that opens a page of law takes it over as legislation.
func TestLawPagesSpeakToMachines(t *testing.T) {
	d := page200(t, "/law/rs/criminal-code/art-246a/par-1?on=2012-01-01")
	alternates := map[string]string{}
	d.each("link", func(n *html.Node) {
		if attribute(n, "rel") == "alternate" {
			alternates[attribute(n, "type")] = attribute(n, "href")
		}
	})
	for media, address := range map[string]string{"application/json": "/api/v1/provisions/rs/criminal-code/art-246a/par-1?on=2012-01-01", "application/akn+xml": "/api/v1/export/akn/rs/criminal-code?on=2012-01-01",
		"application/x-bibtex": "/api/v1/cite/rs/criminal-code/art-246a/par-1?style=bibtex&on=2012-01-01", "application/x-research-info-systems": "/api/v1/cite/rs/criminal-code/art-246a/par-1?style=ris&on=2012-01-01", "application/atom+xml": "/feed.atom"} {
		if alternates[media] != address {
			t.Errorf("%s is at %q", media, alternates[media])
		}
	}
	if n := d.withAttribute("name", "citation_title"); n == nil || attribute(n, "content") != "Criminal Code, Art. 246a(1)" {
		t.Error("no citation_title")
	}
	v, err := url.ParseQuery(attribute(d.withAttribute("class", "Z3988"), "title"))
	if err != nil || v.Get("rft.type") != "statute" || v.Get("rft.title") != "Criminal Code, Art. 246a(1)" || v.Get("rft.date") != "2005-09-29" {
		t.Errorf("ContextObject: %v", v)
	}
	var law map[string]any
	raw := ""
	d.each("script", func(n *html.Node) {
		if attribute(n, "type") == "application/ld+json" {
			raw = n.FirstChild.Data
		}
	})
	if err := json.Unmarshal([]byte(raw), &law); err != nil || law["legislationIdentifier"] != "rs/criminal-code/art-246a/par-1" {
		t.Errorf("JSON-LD: %v %s", err, raw)
	}
}

func TestContentNegotiation(t *testing.T) {
	handler, err := site()
	if err != nil {
		t.Fatal(err)
	}
	for accept, want := range map[string]string{
		"text/html,application/xhtml+xml,*/*;q=0.8": "text/html; charset=utf-8",
		"*/*":                 "text/html; charset=utf-8",
		"":                    "text/html; charset=utf-8",
		"application/ld+json": "application/ld+json; charset=utf-8",
		"application/json":    "→ /api/v1/instruments/rs/criminal-code?on=2012-01-01",
		"application/akn+xml": "→ /api/v1/export/akn/rs/criminal-code?on=2012-01-01",
	} {
		r := httptest.NewRequest("GET", "/law/rs/criminal-code?on=2012-01-01", nil)
		r.Header.Set("Accept", accept)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		got := w.Header().Get("Content-Type")
		if to := w.Header().Get("Location"); to != "" {
			got = "→ " + to
		}
		if got != want {
			t.Errorf("Accept %q: %s", accept, got)
		}
	}
}
