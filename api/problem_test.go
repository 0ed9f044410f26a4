package api_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"seelex/api"
)

// Everything that can be asked wrongly is answered with problem details: the status,
// the parameter, and what would have been right.
func TestProblems(t *testing.T) {
	long := strings.Repeat("a", 10_001)
	for _, c := range []struct {
		method, address string
		status          int
		field           string
		says            string // in the detail or in what would be right
		nearest         string
	}{
		{"GET", "/jurisdictions/ZZ", 404, "jurisdiction", "RS", ""},
		{"GET", "/jurisdictions/serbia", 404, "jurisdiction", "is not a jurisdiction", "RS"},
		{"GET", "/jurisdictions/BA-SRB", 404, "jurisdiction", "", "BA-SRP"},
		{"GET", "/topics/personal-posession", 404, "topic", "is not a topic", "personal-possession"},
		{"GET", "/instruments/rs/criminal-cod", 404, "id", "is not an instrument", "rs/criminal-code"},
		{"GET", "/instruments/zz/criminal-code", 404, "id", "", ""},
		{"GET", "/instruments/criminal-code", 400, "id", "rs/criminal-code", ""},
		{"GET", "/instruments/rs/criminal-code/art-246a", 404, "id", "rs/criminal-code; what is below it is among the provisions", ""},
		{"GET", "/provisions/rs/criminal-code/art-246b", 404, "id", "one of those that rs/criminal-code lists", ""},
		{"GET", "/provisions/rs/criminal-code/art-246a/par-9", 404, "id", "", "rs/criminal-code/art-246a/par-1"},
		{"GET", "/provisions/rs/criminal-code", 404, "id", "is an instrument", ""},
		{"GET", "/provisions/rs/criminal-code/art 246a", 400, "id", "character", ""},
		{"GET", "/provisions/rs//art-1", 400, "id", "", ""},
		{"GET", "/provisions/" + strings.Repeat("a/", 150) + "b", 400, "id", "too long", ""},
		{"GET", "/provisions/rs/criminal-code/art-246a%00", 400, "id", "", ""},
		{"GET", "/provisions/rs/criminal-code/art-246a%ff", 400, "id", "", ""},
		{"GET", "/provisions/rs/criminal-code/../../../etc/passwd", 404, "id", "", ""},
		{"GET", "/provisions/rs/criminal-code/art-999/versions", 404, "id", "", ""},
		{"GET", "/provisions/rs/criminal-code/art-0000000000000000000000000246a/par-9", 404, "id", "", ""},
		{"GET", "/provisions/rs/criminal-code/art-246a/par-1?on=2009", 400, "on", "2009-09-11", ""},
		{"GET", "/provisions/rs/criminal-code/art-246a/par-1?on=2009-02-30", 400, "on", "28 days", ""},
		{"GET", "/provisions/rs/criminal-code/art-246a/par-1?on=2009-13-01", 400, "on", "month", ""},
		{"GET", "/provisions/rs/criminal-code/art-246a/par-1?on=11.9.2009", 400, "on", "YYYY-MM-DD", ""},
		{"GET", "/provisions/rs/criminal-code/art-246a/par-1?on=0000-00-00", 400, "on", "", ""},
		{"GET", "/compare?topic=personal-possession&against=yesterday", 400, "against", "a day as YYYY-MM-DD, for", ""},
		{"GET", "/compare", 400, "topic", "personal-possession", ""},
		{"GET", "/compare?topic=", 400, "topic", "", ""},
		{"GET", "/compare?topic=posession", 400, "topic", "", "personal-possession"},
		{"GET", "/compare?topic=personal-possession&jurisdictions=RS,Croatia", 400, "jurisdictions", "", "HR"},
		{"GET", "/compare?topic=personal-possession&sort=prisn", 400, "sort", "", "prison"},
		{"GET", "/search?q=x&jurisdiction=SR", 400, "jurisdiction", "RS", ""},
		{"GET", "/search?q=x&topic=cannabis", 400, "topic", "one of", ""},
		{"GET", "/search?q=x&type=codes", 400, "type", "one of", "code"},
		{"GET", "/search?q=x&confidence=high", 400, "confidence", "primary", ""},
		{"GET", "/search?q=x&lang=German", 400, "lang", "not the tag of a language", ""},
		{"GET", "/search?q=x&lang=zz", 400, "lang", "those of the region are bg", ""},
		{"GET", "/search?q=x&kind=law", 400, "kind", "provision", ""},
		{"GET", "/search?q=x&expand=perhaps", 400, "expand", "true or false", ""},
		{"GET", "/search?q=x&limit=0", 400, "limit", "1 to 200", ""},
		{"GET", "/search?q=x&limit=201", 400, "limit", "1 to 200", ""},
		{"GET", "/search?q=x&limit=ten", 400, "limit", "whole number", ""},
		{"GET", "/search?q=x&limit=1e2", 400, "limit", "", ""},
		{"GET", "/search?q=x&limit=99999999999999999999", 400, "limit", "", ""},
		{"GET", "/search?q=x&offset=-1", 400, "offset", "from 0", ""},
		{"GET", "/search?q=x&offset=10001", 400, "offset", "10000", ""},
		{"GET", "/search?q=" + long, 400, "q", "at most 10000", ""},
		{"GET", "/search?q=%zz", 400, "address", "%XX", ""},
		{"GET", "/search?q=a;b=c", 400, "address", "&", ""},
		{"GET", "/search?q=x&jurisdiction=" + strings.Repeat("RS%2CHR%2C", 1) + manyCodes(80), 400, "jurisdiction", "", ""},
		{"GET", "/topics?limit=" + long, 400, "limit", "at most", ""},
		{"GET", "/search?q=" + strings.Repeat("a", 20_000), 414, "", "16 kB", ""},
		{"GET", "/nothing", 404, "address", "openapi.json", ""},
		{"GET", "/jurisdictions/Sebia", 404, "jurisdiction", "", "RS"},
		{"GET", "/provisions/bg/criminal-code/art-354a/par-3@2000-03-21", 400, "id", "art-354a/par-3 with on=2000-03-21", ""},
		{"GET", "/compare?topic=personal-possession&order=sideways", 400, "order", "desc", ""},
		{"GET", "/timeline?from=2020&to=2010", 400, "from", "2010-12-31", ""},
		{"GET", "/provisions/rs/criminal-code/art-246a/par-1/diff?from=2020-01-01&to=2010-01-01", 400, "from", "2010-01-01", ""},
		{"GET", "/map?variable=status", 400, "topic", "is missing", ""},
		{"GET", "/map?topic=decriminalization&variable=status", 400, "topic", "", "decriminalisation"},
		{"GET", "/map?topic=decriminalisation,drug-use&variable=status", 400, "topic", "one of them", ""},
		{"GET", "/search?q=x&jurisdictionn=RS", 400, "jurisdictionn", "one of q, jurisdiction, topic", "jurisdiction"},
		{"GET", "/compare?topics[]=drug-use&Jurisdictions=RS", 400, "Jurisdictions", "not a parameter", "jurisdictions"},
		{"GET", "/compare?topicc=drug-use", 400, "topicc", "", "topic"},
		{"GET", "/timeline?form=2010", 400, "form", "", "from"},
		{"GET", "/provisions/rs/criminal-code/art-246a/par-1?on_date=2010-01-01", 400, "on_date", "", "on"},
		{"GET", "/provisions/rs/criminal-code/art-246a/par-1/versions?On=2010-01-01", 400, "On", "", "on"},
		{"GET", "/export/search.csv?q=x&jurisdicton=RS", 400, "jurisdicton", "", "jurisdiction"},
		{"GET", "/compare?topic=drug-use&on=2012-01-01&on=2020-01-01", 400, "on", "several values", ""},
		{"GET", "/topics?limits=5", 400, "limits", "", "limit"},
		{"GET", "/", 404, "address", "", ""},
		{"POST", "/search", 405, "method", "GET", ""},
		{"DELETE", "/provisions/rs/criminal-code/art-246a/par-1", 405, "method", "GET", ""},
		{"PUT", "/topics", 405, "method", "GET", ""},
	} {
		name := c.address
		if len(name) > 80 {
			name = name[:80]
		}
		t.Run(c.method+" "+name, func(t *testing.T) {
			answer, body := ask(t, c.method, "/api/v1"+strings.ReplaceAll(c.address, " ", "%20"))
			var p api.Problem
			if err := json.Unmarshal(body, &p); err != nil {
				t.Fatalf("%s %v\n%.300s", answer.Status, err, body)
			}
			if answer.StatusCode != c.status || p.Status != c.status {
				t.Errorf("status %d, in the body %d, want %d: %s", answer.StatusCode, p.Status, c.status, p.Detail)
			}
			if kind := answer.Header.Get("Content-Type"); kind != "application/problem+json" {
				t.Errorf("Content-Type %q", kind)
			}
			if p.Type == "" || p.Title == "" || p.Detail == "" {
				t.Errorf("incomplete: %s", body)
			}
			if p.Field != c.field {
				t.Errorf("field %q, want %q", p.Field, c.field)
			}
			if !strings.Contains(p.Detail+" "+p.Want, c.says) {
				t.Errorf("%q is neither in %q nor in %q", c.says, p.Detail, p.Want)
			}
			if c.nearest != "" && !slices.Contains(p.Nearest, c.nearest) {
				t.Errorf("nearest %q, want %s", p.Nearest, c.nearest)
			}
			if len(body) > 4_000 {
				t.Errorf("the problem takes %d bytes: it throws back what came in", len(body))
			}
		})
	}
}

// What resembles no parameter changes nothing: links that travel get such. Of jurisdiction and
// jurisdictions, of which some addresses have one and some the other, both are understood.
func TestParametersOfOthersAreIgnored(t *testing.T) {
	for _, same := range [][2]string{
		{"/search?q=kanabis&limit=1", "/search?q=kanabis&limit=1&utm_source=mail&fbclid=x&_=1764140000&page=2"},
		{"/coverage", "/coverage?limit=1&lang=sr&ref=x"},
		{"/coverage?on=2012-01-01", "/coverage?on=2012-01-01&on=2012-01-01"},
		{"/stats", "/stats?q=x&jurisdiction=RS"},
		{"/positions?jurisdiction=RS&topic=drug-use", "/positions?jurisdictions=RS&topics=drug-use"},
		{"/compare?topic=drug-use&jurisdictions=RS", "/compare?topics=drug-use&jurisdiction=RS"},
	} {
		took := regexp.MustCompile(`"took_ms":[^,]*`) // differs from one answer to the next
		first, want := ask(t, http.MethodGet, "/api/v1"+same[0])
		second, got := ask(t, http.MethodGet, "/api/v1"+same[1])
		if first.StatusCode != http.StatusOK || second.StatusCode != http.StatusOK || !bytes.Equal(took.ReplaceAll(got, nil), took.ReplaceAll(want, nil)) {
			t.Errorf("%s answers %s, another than %s:\n%.300s", same[1], second.Status, same[0], got)
		}
	}
}

func manyCodes(n int) string {
	codes := make([]string, n)
	for i := range codes {
		codes[i] = "X" + itoa(i)
	}
	return strings.Join(codes, ",")
}

// What is not HTTP, or not quite, neither hangs nor harms.
func TestBrokenRequests(t *testing.T) {
	for _, raw := range []string{
		"GET /api/v1/topics\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
		"GET /api/v1/search?q=\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
		"GET /api/v1/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
		"BREW /api/v1/topics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
		"GET http://[::1/ HTTP/1.1\r\nHost: x\r\n\r\n",
		"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
	} {
		conn, err := net.Dial("tcp", strings.TrimPrefix(site.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		_ = conn.SetDeadline(time.Now().Add(5 * time.Second))
		if _, err := io.WriteString(conn, raw); err != nil {
			t.Error(err)
		}
		answer, err := io.ReadAll(conn)
		if err != nil || !bytes.HasPrefix(answer, []byte("HTTP/1.")) || bytes.Contains(answer, []byte(" 500 ")) {
			t.Errorf("%q: %v %.100s", raw, err, answer)
		}
		conn.Close()
	}
	if answer, _ := ask(t, http.MethodGet, "/healthz"); answer.StatusCode != http.StatusOK {
		t.Errorf("afterwards: %s", answer.Status)
	}
}
