package api_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"seelex/api"
	"seelex/api/answer"
)

// library is a site of its own behind a real server, to which texts are brought.
type library struct {
	*testing.T
	url string
}

func newLibrary(t *testing.T) *library {
	s, x := emptySite(t)
	server := httptest.NewUnstartedServer(api.New(answer.New(s, x), api.Options{ImportToken: "secret"}))
	server.Listener = narrow{server.Listener}
	server.Start()
	t.Cleanup(server.Close)
	return &library{t, server.URL}
}

// narrow is a listener whose connections hold back little of what nobody takes from them.
type narrow struct{ net.Listener }

func (n narrow) Accept() (net.Conn, error) {
	c, err := n.Listener.Accept()
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(16 << 10)
	}
	return c, err
}

func (l *library) send(method, address, body string) (*http.Response, []byte) {
	r, err := http.NewRequestWithContext(l.Context(), method, l.url+"/api/v1"+address, strings.NewReader(body))
	if err != nil {
		l.Error(err)
		return nil, nil
	}
	r.Header.Set("Authorization", "Bearer secret")
	a, err := http.DefaultClient.Do(r)
	if err != nil {
		l.Error(err)
		return nil, nil
	}
	defer a.Body.Close()
	all, err := io.ReadAll(a.Body)
	if err != nil || a.StatusCode != http.StatusOK {
		l.Errorf("%s %s: %s %v %.300s", method, address, a.Status, err, all)
	}
	return a, all
}

// bring imports a text as that of one law on one day, in the place of the one before.
func (l *library) bring(text string) {
	l.send("POST", "/import?instrument=rs/probe-act&lang=sr-Latn&date=2020-01-01&name=zakon.txt", text)
}

// probeEdition is a law that says in every article which edition it is.
func probeEdition(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Zakon o ververicama, izdanje %d\n\n", n)
	for article := range 60 + 20*(n%2) {
		fmt.Fprintf(&b, "Član %d\nVeverice izdanja %d se broje po članu %d.\n\n", article+1, n, article)
	}
	return b.String()
}

// file is what somebody has downloaded.
type file struct{ address, tag, body string }

// beingImported are exports whose contents an import of the probe changes.
var beingImported = []string{"akn/rs/probe-act", "instruments.csv?jurisdiction=RS", "search.csv?q=veverice"}

func (l *library) download(address string) file {
	a, body := l.send("GET", "/export/"+address, "")
	if a == nil {
		return file{}
	}
	return file{address, a.Header.Get("ETag"), string(body)}
}

// indexBehind is the tag of what is stored and not searched yet.
var indexBehind = regexp.MustCompile(`^W/"(\d+)\.(\d+)-`)

// TestAFileIsOfOneState: what is downloaded while imports follow each other is, to the byte, a file
// of before or after an import, and its tag is that of the same.
func TestAFileIsOfOneState(t *testing.T) {
	l := newLibrary(t)
	l.bring(probeEdition(0))
	whole := map[string]map[string]string{} // tag → address → file
	atRest := func() (tag string) {
		all := map[string]string{}
		for _, address := range beingImported {
			f := l.download(address)
			all[address], tag = f.body, f.tag
		}
		whole[tag] = all
		return tag
	}
	before, between := atRest(), 0
	for n := 1; n <= 6; n++ {
		imported := make(chan struct{})
		var files []file
		var mu sync.Mutex
		var askers sync.WaitGroup
		for asker := range 4 {
			askers.Go(func() {
				for i := asker; ; i++ {
					f := l.download(beingImported[i%len(beingImported)])
					mu.Lock()
					files = append(files, f)
					mu.Unlock()
					select {
					case <-imported:
						return
					default:
					}
				}
			})
		}
		l.bring(probeEdition(n))
		close(imported)
		askers.Wait()
		after := atRest()
		for _, f := range files {
			want, known := whole[f.tag]
			if !known { // the index was behind
				generations := indexBehind.FindStringSubmatch(f.tag)
				if len(generations) != 3 || generations[1] == generations[2] {
					t.Errorf("%s has the tag %s, which it has at rest neither before (%s) nor after (%s)", f.address, f.tag, before, after)
				}
				between++
				if want = whole[after]; strings.HasPrefix(f.address, "search") {
					for line := range strings.Lines(f.body) {
						if !strings.Contains(whole[before][f.address]+want[f.address], line) {
							t.Errorf("edition %d: while the index is behind, %s has the row %s", n, f.address, line)
						}
					}
					continue
				}
			}
			if f.body != want[f.address] {
				other := "a mixture"
				for tag, files := range whole {
					if files[f.address] == f.body {
						other = "the file of " + tag
					}
				}
				t.Errorf("edition %d: %s with the tag %s is %s (before %s, after %s)", n, f.address, f.tag, other, before, after)
			}
		}
		before = after
	}
	t.Logf("%d files were of a state whose index was behind", between)
}

// TestASlowDownloadHoldsUpNobody: somebody takes a file a little at a time; texts that let the
// store grow are imported, read and searched meanwhile, and the file arrives whole.
func TestASlowDownloadHoldsUpNobody(t *testing.T) {
	l := newLibrary(t)
	want := l.download("dataset.zip").body
	slow, err := net.Dial("tcp", strings.TrimPrefix(l.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer slow.Close()
	if err := slow.(*net.TCPConn).SetReadBuffer(16 << 10); err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Fprintf(slow, "GET /api/v1/export/dataset.zip HTTP/1.0\r\nHost: %s\r\n\r\n", slow.RemoteAddr()); err != nil {
		t.Fatal(err)
	}
	begun := make([]byte, len(want)/2) // in the middle of the provisions
	if _, err := io.ReadFull(slow, begun); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		l.bring("Zakon o slučaju\n\nČlan 1\n" + randomText(6<<20))
		if _, body := l.send("GET", "/search?q=slucaj", ""); !bytes.Contains(body, []byte("rs/probe-act")) {
			t.Errorf("what was imported is not found: %.300s", body)
		}
		l.send("GET", "/provisions/rs/criminal-code/art-246a", "")
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("import and readers wait for the slow download")
	}
	rest, err := io.ReadAll(slow)
	_, body, found := strings.Cut(string(begun)+string(rest), "\r\n\r\n")
	if err != nil || !found || body != want {
		t.Errorf("the slow download has %d bytes, want those %d that it has at rest: %v", len(body), len(want), err)
	}
}

// randomText cannot be compressed much.
func randomText(n int) string {
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for b.Len() < n {
		for range 6 { // words of a line: a text may have so many paragraphs only
			fmt.Fprintf(&b, "%016x%016x ", random.Uint64(), random.Uint64())
		}
		b.WriteByte('\n')
	}
	return b.String()
}
