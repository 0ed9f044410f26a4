package ui

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"seelex/api"
	"seelex/legislation"
	"seelex/legislation/corpus"
)

// BenchmarkPages is what the server does for one page, compressed, without the network and
// without what it remembers of whole pages: many pages of each kind, on many days, none
// twice in a row. It reports too how many bytes a page has, and in how many it travels.
//
//	go test ./ui -run - -bench Pages -cpu 1
func BenchmarkPages(b *testing.B) {
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		b.Fatal(err)
	}
	_, service, err := serveCorpus(b.TempDir(), c)
	if err != nil {
		b.Fatal(err)
	}
	pages, err := New(service)
	if err != nil {
		b.Fatal(err)
	}
	handler := api.New(service, api.Options{Pages: pages})
	for _, kind := range kindsOfPages(c) {
		b.Run(kind.name, func(b *testing.B) {
			b.ReportAllocs()
			w, page, wire := &sent{header: http.Header{}}, 0, 0
			for n := 0; b.Loop(); n++ {
				address := kind.addresses[n%len(kind.addresses)]
				w.visit(b, handler, address)
				if b.StopTimer(); w.status != http.StatusOK && kind.name != "error" {
					b.Fatalf("%s: %d", address, w.status)
				}
				page, wire = page+w.pageSize(b), wire+w.body.Len()
				b.StartTimer()
			}
			b.ReportMetric(float64(page)/float64(b.N), "page-B")
			b.ReportMetric(float64(wire)/float64(b.N), "wire-B")
		})
	}
}

// kindOfPage is the addresses of many pages that one template shows.
type kindOfPage struct {
	name      string
	addresses []string
}

func kindsOfPages(c *legislation.Corpus) []kindOfPage {
	var labels, topics, compared, against, concepts, orders, instruments, provisions, times, maps []string
	for _, concept := range c.Concepts {
		concepts = append(concepts, "/concepts/"+concept.ID)
		for _, words := range concept.Labels {
			labels = append(labels, "/search?q="+url.QueryEscape(words[0]))
		}
	}
	for _, t := range c.Topics {
		topics = append(topics, "/topics/"+t.ID)
		for _, some := range []string{"", "&jurisdictions=RS,HR,BG", "&jurisdictions=AL,GR,RO,SI", "&jurisdictions=BA,BA-BIH,BA-SRP,BA-BRC,ME"} {
			compared = append(compared, "/compare?topic="+t.ID+some)
		}
		against = append(against, "/compare?against=2004-05-01&topic="+t.ID)
		times = append(times, "/timeline?topic="+t.ID)
		if v, ok := mainVariable(&t); ok {
			maps = append(maps, "/map?topic="+t.ID+"&variable="+v.Name)
		}
	}
	for _, sheet := range c.Sheets {
		orders = append(orders, "/jurisdictions/"+sheet.Jurisdiction.Code)
		times = append(times, "/timeline?jurisdiction="+sheet.Jurisdiction.Code)
		for _, i := range sheet.Instruments {
			instruments = append(instruments, "/law/"+string(i.ID))
		}
		for _, p := range sheet.Provisions {
			provisions = append(provisions, "/law/"+string(p.ID.Base()))
		}
	}
	return []kindOfPage{
		{"home", onDays("/")}, {"search", labels}, {"compare", onDays(compared...)}, {"against", onDays(against...)}, {"compare-form", onDays("/compare")},
		{"topics", onDays("/topics")}, {"topic", onDays(topics...)}, {"concept", concepts}, {"jurisdictions", onDays("/jurisdictions")}, {"jurisdiction", onDays(orders...)},
		{"instrument", instruments}, {"provision", provisions}, {"changes", onDays("/changes?from=2004-05-01")}, {"strategies", onDays("/strategies")},
		{"timeline", append(times, "/timeline")}, {"scenario", onDays("/scenario?conduct=possession&substance=cannabis&amount=5&unit=g")}, {"practice", onDays("/practice")}, {"map", onDays(maps...)},
		{"cite", onDays("/cite?q=KZ+RS+%C4%8Dl.+246a")}, {"method", onDays("/method")}, {"data", onDays("/data")}, {"error", onDays("/law/nowhere")},
	}
}

// onDays are addresses as of today, and as of earlier days.
func onDays(addresses ...string) []string {
	all := addresses
	for _, year := range []int{2004, 2014} {
		for _, a := range addresses {
			mark := "?"
			if strings.Contains(a, "?") {
				mark = "&"
			}
			all = append(all, a+mark+"on="+strconv.Itoa(year)+"-07-01")
		}
	}
	return all
}

// sent is an answer as it goes over the wire.
type sent struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (s *sent) Header() http.Header         { return s.header }
func (s *sent) WriteHeader(status int)      { s.status = status }
func (s *sent) Write(p []byte) (int, error) { return s.body.Write(p) }

// visit asks for a page as a browser does that holds another version of it: the server
// does not look among the answers that it remembers.
func (s *sent) visit(b testing.TB, handler http.Handler, address string) {
	r, err := http.NewRequestWithContext(b.Context(), http.MethodGet, address, nil)
	if err != nil {
		b.Fatal(err)
	}
	r.RequestURI = address
	r.Header = http.Header{"Accept": {"text/html"}, "Accept-Encoding": {"gzip"}, "If-None-Match": {`"another"`}}
	clear(s.header)
	s.body.Reset()
	handler.ServeHTTP(s, r)
}

// pageSize is how many bytes a browser unpacks.
func (s *sent) pageSize(b testing.TB) int {
	if s.header.Get("Content-Encoding") != "gzip" {
		return s.body.Len()
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(s.body.Bytes()))
	if err != nil {
		b.Fatal(err)
	}
	n, err := io.Copy(io.Discard, unpacked)
	if err != nil {
		b.Fatal(err)
	}
	return int(n)
}
