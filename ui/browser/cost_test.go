package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// comparative are the addresses that set jurisdictions or days side by side, each with
// the most that it can be asked for; %s stands for a list of all topics.
var comparative = []string{
	"/api/v1/changes?from=2000-01-01", "/changes?from=2000-01-01",
	"/api/v1/compare?topic=%s", "/compare?topic=%s",
	"/api/v1/compare?topic=%s&against=2000-01-01", "/compare?topic=%s&against=2000-01-01",
	"/compare?topic=%s&layout=transposed", "/compare?topic=personal-possession",
	"/api/v1/timeline?limit=200", "/timeline", "/timeline?limit=200",
	"/api/v1/strategies", "/strategies", "/strategies?scope=all", "/strategies?theme=treatment&scope=all",
	"/api/v1/map?topic=decriminalisation&variable=status", "/map",
	"/api/v1/scenario?conduct=possession&substance=cannabis&amount=5&unit=g", "/scenario?conduct=possession&substance=cannabis&amount=5&unit=g",
	"/api/v1/practice", "/practice", "/api/v1/coverage", "/method", "/topics/supply-trafficking", "/jurisdictions/RS",
}

// BenchmarkComparative is what an answer costs that is not remembered.
func BenchmarkComparative(b *testing.B) {
	topics := url.QueryEscape(strings.Join(allTopics, ","))
	for _, address := range comparative {
		b.Run(address, func(b *testing.B) {
			if strings.Contains(address, "%s") {
				address = fmt.Sprintf(address, topics)
			}
			size := 0
			b.ReportAllocs()
			for b.Loop() {
				r := httptest.NewRequest(http.MethodGet, address, nil)
				r.Header.Set("If-None-Match", "nothing remembered")
				w := httptest.NewRecorder()
				handler.ServeHTTP(w, r)
				if w.Code != http.StatusOK {
					b.Fatalf("%d: %.300s", w.Code, w.Body)
				}
				size = w.Body.Len()
			}
			b.ReportMetric(float64(size)/1000, "kB")
		})
	}
}
