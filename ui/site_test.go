package ui

import (
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/gin-gonic/gin"
	"golang.org/x/net/html"

	"seelex/api/answer"
	"seelex/index"
	"seelex/legislation"
	"seelex/legislation/corpus"
	"seelex/legislation/store"
)

// The tests read pages as a reader gets them: from the real corpus, store and index,
// through a router.
var site = sync.OnceValues(func() (http.Handler, error) {
	dir, err := os.MkdirTemp("", "seelex-ui")
	if err != nil {
		return nil, err
	}
	folder = dir
	handler, _, err := openSite(dir)
	return handler, err
})

// openSite loads the corpus into an empty folder and serves the pages over it.
func openSite(dir string) (http.Handler, *answer.Service, error) {
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		return nil, nil, err
	}
	return serveCorpus(dir, c)
}

// serveCorpus loads a corpus into an empty folder and serves the pages over it.
func serveCorpus(dir string, c *legislation.Corpus) (http.Handler, *answer.Service, error) {
	s, err := store.Open(dir)
	if err != nil {
		return nil, nil, err
	}
	if err := s.Load(c, "test"); err != nil {
		return nil, nil, err
	}
	x, err := index.Open(dir, s, nil)
	if err != nil {
		return nil, nil, err
	}
	service := answer.New(s, x)
	pages, err := New(service)
	if err != nil {
		return nil, nil, err
	}
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	pages.Register(engine)
	engine.NoRoute(func(c *gin.Context) {
		pages.Error(c, 404, &legislation.Error{Code: legislation.NotFound, Value: c.Request.URL.Path, Message: "is not an address of this site"})
	})
	return engine, service, nil
}

var folder string

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

// document is a page as it was answered.
type document struct {
	t      *testing.T
	path   string
	status int
	header http.Header
	body   string
	root   *html.Node
}

// get asks for a page.
func get(t *testing.T, path string) *document {
	t.Helper()
	handler, err := site()
	if err != nil {
		t.Fatal(err)
	}
	return ask(t, handler, path)
}

func ask(t *testing.T, handler http.Handler, path string) *document {
	t.Helper()
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	root, err := html.Parse(strings.NewReader(w.Body.String()))
	if err != nil {
		t.Fatal(err)
	}
	return &document{t, path, w.Code, w.Header(), w.Body.String(), root}
}

// page asks for a page that must be there.
func page200(t *testing.T, path string) *document {
	t.Helper()
	d := get(t, path)
	if d.status != 200 {
		t.Fatalf("%s: status %d: %s", path, d.status, d.text())
	}
	return d
}

// each calls do for every element of the name.
func (d *document) each(element string, do func(n *html.Node)) {
	for n := range d.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == element {
			do(n)
		}
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

var spaces = regexp.MustCompile(`\s+`)

// text is what an element says.
func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && c.Parent.Data != "script" {
			b.WriteString(c.Data)
		}
	}
	return strings.TrimSpace(spaces.ReplaceAllString(b.String(), " "))
}

func (d *document) text() string { return text(d.root) }

// says demands words on the page.
func (d *document) says(words ...string) *document {
	d.t.Helper()
	all := d.text()
	for _, w := range words {
		if !strings.Contains(all, w) {
			d.t.Errorf("%s does not say %q", d.path, w)
		}
	}
	return d
}

// saysNot demands that words are not on the page.
func (d *document) saysNot(words ...string) *document {
	d.t.Helper()
	all := d.text()
	for _, w := range words {
		if strings.Contains(all, w) {
			d.t.Errorf("%s says %q", d.path, w)
		}
	}
	return d
}

// links demands links to addresses.
func (d *document) links(addresses ...string) *document {
	d.t.Helper()
	all := map[string]bool{}
	d.each("a", func(n *html.Node) { all[attribute(n, "href")] = true })
	for _, a := range addresses {
		if !all[a] {
			d.t.Errorf("%s has no link to %s", d.path, a)
		}
	}
	return d
}

// texts are what all elements of the name say.
func (d *document) texts(element string) (out []string) {
	d.each(element, func(n *html.Node) { out = append(out, text(n)) })
	return out
}

// withAttribute finds the first element with the attribute.
func (d *document) withAttribute(name, value string) *html.Node {
	for n := range d.root.Descendants() {
		if n.Type == html.ElementNode && attribute(n, name) == value {
			return n
		}
	}
	return nil
}
