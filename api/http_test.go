package api_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"seelex/api"
	"seelex/api/answer"
	"seelex/legislation"
)

func itoa(n int) string { return strconv.Itoa(n) }

func TestAClientMayKeepAnAnswer(t *testing.T) {
	first, body := ask(t, http.MethodGet, "/api/v1/topics")
	tag := first.Header.Get("ETag")
	if tag == "" || len(body) == 0 {
		t.Fatalf("ETag %q, %d bytes", tag, len(body))
	}
	again, rest := ask(t, http.MethodGet, "/api/v1/topics", "If-None-Match", tag)
	if again.StatusCode != http.StatusNotModified || len(rest) != 0 {
		t.Errorf("the same answer again: %s with %d bytes", again.Status, len(rest))
	}
	for _, held := range []string{`"another", ` + tag, strings.TrimPrefix(tag, "W/")} {
		if again, _ := ask(t, http.MethodGet, "/api/v1/topics", "If-None-Match", held); again.StatusCode != http.StatusNotModified {
			t.Errorf("of a client that holds %s: %s", held, again.Status)
		}
	}
	if other, _ := ask(t, http.MethodGet, "/api/v1/topics", "If-None-Match", `W/"of another day"`); other.StatusCode != http.StatusOK {
		t.Errorf("with another tag: %s", other.Status)
	}
	if failed, _ := ask(t, http.MethodGet, "/api/v1/topics/none"); failed.Header.Get("ETag") != "" || failed.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("an error may be kept: ETag %q, Cache-Control %q", failed.Header.Get("ETag"), failed.Header.Get("Cache-Control"))
	}
}

// Who comes to another knowledge base behind the same address, or to this one after another backup was
// restored, is not told to keep what the first answered; of two with the same records he is.
func TestAnAnswerOfAnotherKnowledgeBaseIsNotKept(t *testing.T) {
	corpus := func(title string) *legislation.Corpus {
		c := *site.corpus
		sheet := c.Sheets[0]
		sheet.Provisions = slices.Clone(sheet.Provisions)
		sheet.Provisions[0].Heading = legislation.Text{"en": title}
		c.Sheets = []legislation.Sheet{sheet}
		return &c
	}
	tag := func(title string) string {
		s, x := siteOf(t, corpus(title))
		w := httptest.NewRecorder()
		api.New(answer.New(s, x), api.Options{}).ServeHTTP(w, httptest.NewRequest("GET", "/api/v1/stats", nil))
		return w.Header().Get("ETag")
	}
	first, other, same := tag("one"), tag("another"), tag("one")
	if first == other {
		t.Errorf("two knowledge bases have one ETag: %s", first)
	}
	if first != same {
		t.Errorf("the same knowledge base on two servers has the ETags %s and %s", first, same)
	}
}

// What nobody waits for any more is not worked out.
func TestWorkEndsWithItsRequest(t *testing.T) {
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for _, address := range []string{"/compare?topic=personal-possession", "/changes?from=2012-01-01", "/scenario?conduct=possession&substance=cannabis", "/search?q=kanabis",
		"/export/compare.csv?topic=personal-possession", "/export/changes.json?from=2012-01-01", "/export/scenario.docx", "/export/timeline.xlsx", "/export/provisions.csv"} {
		for range 8 { // whether it is turned away or begins is left to chance
			w := httptest.NewRecorder()
			site.handler.ServeHTTP(w, httptest.NewRequestWithContext(gone, http.MethodGet, "/api/v1"+address, nil))
			if w.Code == http.StatusOK && w.Body.Len() > 0 {
				t.Errorf("%s: worked out %d bytes for a client that has gone", address, w.Body.Len())
				break
			}
		}
	}
}

func TestHeadIsGetWithoutTheBody(t *testing.T) {
	for _, address := range []string{"/api/v1/topics", "/api/v1/instruments/rs/criminal-code", "/api/v1/search?q=kanabis", "/api/v1/topics/none", "/healthz", "/readyz"} {
		whole, _ := ask(t, http.MethodGet, address)
		head, body := ask(t, http.MethodHead, address)
		if head.StatusCode != whole.StatusCode || head.Header.Get("Content-Type") != whole.Header.Get("Content-Type") || len(body) != 0 {
			t.Errorf("%s: HEAD %s %q with %d bytes, GET %s %q", address, head.Status, head.Header.Get("Content-Type"), len(body), whole.Status, whole.Header.Get("Content-Type"))
		}
	}
	for _, address := range []string{"/api/v1/topics", "/api/v1/compare?topic=treatment", "/api/v1/topics"} { // the last is remembered
		whole, packed := ask(t, http.MethodGet, address, "Accept-Encoding", "gzip")
		head, body := ask(t, http.MethodHead, address, "Accept-Encoding", "gzip")
		if head.ContentLength != int64(len(packed)) || head.Header.Get("Content-Encoding") != "gzip" || head.Header.Get("ETag") != whole.Header.Get("ETag") || len(body) != 0 {
			t.Errorf("%s: HEAD says %d bytes, %q; GET has %d, %q", address, head.ContentLength, head.Header.Get("Content-Encoding"), len(packed), whole.Header.Get("Content-Encoding"))
		}
	}
}

func TestHeadersThatAreTooLongAreAProblem(t *testing.T) {
	answer, body := ask(t, http.MethodGet, "/api/v1/topics", "Cookie", strings.Repeat("of=another site; ", 3000))
	if answer.StatusCode != http.StatusRequestHeaderFieldsTooLarge || answer.Header.Get("Content-Type") != "application/problem+json" || !strings.Contains(string(body), "at most 32 kB") {
		t.Errorf("%s, %q: %s", answer.Status, answer.Header.Get("Content-Type"), body)
	}
}

func TestAnswersAreCompressedForThoseWhoAsk(t *testing.T) {
	const address = "/api/v1/compare?topic=personal-possession"
	_, plain := ask(t, http.MethodGet, address, "Accept-Encoding", "identity")
	for times := range 2 { // the second time it is remembered
		packed, body := ask(t, http.MethodGet, address, "Accept-Encoding", "gzip")
		if times == 1 && packed.ContentLength != int64(len(body)) {
			t.Errorf("what is remembered says that it has %d bytes and has %d", packed.ContentLength, len(body))
		}
		if packed.Header.Get("Content-Encoding") != "gzip" || !strings.Contains(strings.Join(packed.Header.Values("Vary"), ","), "Accept-Encoding") {
			t.Fatalf("Content-Encoding %q, Vary %q", packed.Header.Get("Content-Encoding"), packed.Header.Values("Vary"))
		}
		r, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if unpacked, err := io.ReadAll(r); err != nil || !bytes.Equal(unpacked, plain) {
			t.Errorf("unpacked it is another answer (%v)", err)
		}
		if len(body)*2 > len(plain) {
			t.Errorf("%d bytes packed, %d plain", len(body), len(plain))
		}
	}
}

func TestHeadersKeepPagesSafe(t *testing.T) {
	for _, address := range []string{"/api/v1/topics", "/api/v1/topics/none", "/nowhere", "/healthz", "/healthz/", "/api/v1/topics/", "/api/v1/topics?" + strings.Repeat("long", 5000)} {
		answer, _ := ask(t, http.MethodGet, address)
		if moved := strings.HasSuffix(address, "/"); moved != (answer.StatusCode == http.StatusMovedPermanently) {
			t.Errorf("%s: %s, moved should be %v", address, answer.Status, moved)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'self'", "Referrer-Policy": "strict-origin"} {
			if got := answer.Header.Get(name); !strings.HasPrefix(got, want) {
				t.Errorf("%s: %s is %q", address, name, got)
			}
		}
	}
}

func TestOtherSitesMayReadTheAPI(t *testing.T) {
	for _, address := range []string{"/api/v1/topics", "/api/v1/topics/none", "/api/v1/topics/", "/api/v1/topics?" + strings.Repeat("long", 5000)} {
		if answer, _ := ask(t, http.MethodGet, address, "Origin", "https://law.example"); answer.Header.Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s: Access-Control-Allow-Origin %q", address, answer.Header.Get("Access-Control-Allow-Origin"))
		}
	}
}

func TestHealth(t *testing.T) {
	for address, want := range map[string]string{"/healthz": `"status":"ok"`, "/readyz": `"generation":1`, "/metrics": "seelex_generation 1"} {
		if answer, body := ask(t, http.MethodGet, address); answer.StatusCode != http.StatusOK || !strings.Contains(string(body), want) {
			t.Errorf("%s: %s, without %s", address, answer.Status, want)
		}
	}
}

// Whatever is typed is a query: it is answered, soon, and its snippets hold no markup
// but marks.
func TestHostileQueries(t *testing.T) {
	for name, q := range map[string]string{
		"ten thousand characters":   strings.Repeat("possession ", 909),
		"one endless word":          strings.Repeat("a", 10_000),
		"endless word, two bytes":   strings.Repeat("ж", 2_500),
		"five hundred terms":        strings.Join(strings.Fields(strings.Repeat("drug law prison fine treatment ", 100)), " "),
		"different terms":           differentWords(500),
		"wildcards":                 "* ? a* *a* %% __ poss?ssion*~2 /.*/ ^10 ~",
		"only a wildcard":           "*",
		"deep nesting":              strings.Repeat("(", 2_000) + "drug" + strings.Repeat(")", 2_000),
		"operators":                 "AND OR NOT && || ! + - OR OR AND (a OR (b AND (c",
		"only exclusions":           strings.Repeat("-drug ", 300),
		"unbalanced quotes":         `"small quantity` + strings.Repeat(`"`, 501),
		"unbalanced foreign quotes": "„мала количина «незаконно ”",
		"empty phrase":              `"" "  "`,
		"fields":                    "jurisdiction:RS jurisdiction: :RS jurisdiction:nowhere on:2009-02-30 _all:x body_en:drug " + strings.Repeat("type:code ", 200),
		"markup":                    `<script>alert(1)</script> <mark> &lt;b&gt; <img src=x onerror=alert(1)>`,
		"control characters":        "drug\x00law\x01\x1b[31m\r\n\t\v\f",
		"not UTF-8":                 "drug \xff\xfe\xc3\x28 law",
		"right to left":             "\u202edrug\u202c \u200b\u200d\ufeff \u0301\u0301\u0301",
		"combining marks":           "d" + strings.Repeat("\u0300", 2_500) + "rug",
		"emoji":                     strings.Repeat("👩‍⚖️", 200),
		"other scripts":             "毒品 المخدرات наркотици ναρκωτικά ნარკოტიკები",
		"numbers":                   strings.Repeat("999999999999999999999 246a ", 100),
		"spaces":                    strings.Repeat(" ", 9_000) + "drug",
		"all languages' small":      "мала количина mala količina малко количество μικρή ποσότητα cantitate mică az miktar sasi e vogël majhna količina",
	} {
		t.Run(name, func(t *testing.T) {
			started := time.Now()
			answer, body := ask(t, http.MethodGet, "/api/v1"+search("q", q))
			took := time.Since(started)
			if answer.StatusCode != http.StatusOK {
				t.Fatalf("%s: %.300s", answer.Status, body)
			}
			if took > time.Second {
				t.Errorf("took %v", took)
			}
			if !utf8.Valid(body) {
				t.Error("the answer is not UTF-8")
			}
			found := get[any](t, search("q", q))
			for _, hit := range at(t, found, "hits").([]any) {
				snippet := at(t, hit, "snippet").(string)
				if bare := strings.NewReplacer("<mark>", "", "</mark>", "").Replace(snippet); strings.ContainsAny(bare, "<>") {
					t.Errorf("snippet with markup: %s", snippet)
				}
			}
		})
	}
}

// differentWords are that many words of which none comes twice.
func differentWords(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = "posedovanje" + strconv.FormatInt(int64(i), 36)
	}
	return strings.Join(words, " ")
}
