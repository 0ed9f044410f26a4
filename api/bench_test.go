package api_test

import (
	"net/http"
	"net/url"
	"testing"

	"seelex/legislation"
)

// BenchmarkAnswers is what the server does for one answer, compressed, without the
// network: of questions none of which was asked before, so that none is remembered.
func BenchmarkAnswers(b *testing.B) {
	for name, addresses := range map[string][]string{"search": searches(), "compare": comparisons()} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				address := addresses[n%len(addresses)]
				request, err := http.NewRequest(http.MethodGet, address, nil)
				if err != nil {
					b.Fatal(err)
				}
				request.RequestURI = address
				request.Header.Set("Accept-Encoding", "gzip")
				w := &thrownAway{header: http.Header{}}
				if site.handler.ServeHTTP(w, request); w.status != http.StatusOK {
					b.Fatalf("%s: %d", address, w.status)
				}
			}
		})
	}
}

// thrownAway is an answer that nobody reads.
type thrownAway struct {
	header http.Header
	status int
}

func (t *thrownAway) Header() http.Header         { return t.header }
func (t *thrownAway) WriteHeader(status int)      { t.status = status }
func (t *thrownAway) Write(p []byte) (int, error) { return len(p), nil }

// searches are for every label of the thesaurus, in all languages.
func searches() (all []string) {
	for _, concept := range site.corpus.Concepts {
		for _, labels := range concept.Labels {
			for _, label := range labels {
				all = append(all, "/api/v1/search?"+url.Values{"q": {label}}.Encode())
			}
		}
	}
	return all
}

// comparisons are of all jurisdictions, on each topic on many days.
func comparisons() (all []string) {
	day := legislation.MustDate("2001-01-01").First()
	for range 9_000 {
		for _, topic := range site.corpus.Topics {
			all = append(all, "/api/v1/compare?topic="+topic.ID+"&on="+day.String())
		}
		day = day.Next()
	}
	return all
}
