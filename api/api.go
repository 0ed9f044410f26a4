// Package api serves seelex over HTTP: the JSON API of version 1 with its OpenAPI
// document, exports, health and metrics, and the middleware that pages share.
package api

import (
	"bytes"
	"compress/gzip"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzhttp"

	"seelex/api/answer"
	"seelex/legislation"
)

// Pages are what people read; they join the API under one server.
type Pages interface {
	Register(r gin.IRouter)
	// Error writes the page that explains an error to a person.
	Error(c *gin.Context, status int, err *legislation.Error)
}

// Options are what the operator chooses.
type Options struct {
	Pages   Pages        // nil for the API alone
	Log     *slog.Logger // nil for silence
	Version string
	// ImportToken lets those who have it import official texts; "" lets nobody.
	ImportToken string
	Base        string // public address of the site, such as https://seelex.example; by default the one asked
}

// server is what the handlers share.
type server struct {
	service *answer.Service
	pages   Pages
	log     *slog.Logger
	metrics *metrics
	version string
	base    string
	token   string
	// document is the OpenAPI document, made when it is first asked for.
	document func() (*openapi3.T, error)
}

// New makes the handler of the whole site.
func New(service *answer.Service, o Options) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	s := &server{service: service, pages: o.Pages, log: o.Log, metrics: newMetrics(service), version: o.Version, token: o.ImportToken, base: strings.TrimRight(o.Base, "/")}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	s.document = sync.OnceValues(s.buildDocument)
	engine := gin.New()
	engine.HandleMethodNotAllowed = true
	engine.RedirectTrailingSlash = true
	engine.ContextWithFallback = true
	engine.Use(s.observe, s.recover, secure, s.validate)
	s.routes(engine)
	if s.pages != nil {
		s.pages.Register(engine)
	}
	engine.NoRoute(func(c *gin.Context) {
		s.fail(c, &legislation.Error{Code: legislation.NotFound, Field: "address", Value: c.Request.URL.Path, Message: "is not an address of this site"})
	})
	engine.NoMethod(s.methodNotAllowed)
	return bounded(remember(service, timed(compressed(engine))))
}

// compressed compresses answers as fast as can be: most are put together for one reader,
// and half a kilobyte less would cost more than sending it.
func compressed(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.CompressionLevel(gzip.BestSpeed))
	if err != nil {
		panic(err) // the level is one
	}
	return wrap(next)
}

// Limits of a request, in one place.
const (
	maxAddress  = 16 << 10         // bytes of path and parameters
	maxDuration = 10 * time.Second // of an answer
)

// bounded refuses addresses that are too long before anything reads them.
func bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(r.URL.Path)+len(r.URL.RawQuery) > maxAddress {
			writeProblem(w, Problem{Status: http.StatusRequestURITooLong, Detail: "the address is too long", Want: "at most 16 kB"})
			return
		}
		next.ServeHTTP(w, r)
	})
}

// timed ends what takes too long to answer. Exports stream, and are bounded by the
// limits of the server.
func timed(next http.Handler) http.Handler {
	ending := http.TimeoutHandler(gathered(next), maxDuration, `{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"the answer took too long"}`)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/api/v1/export/") || r.Method != http.MethodGet {
			next.ServeHTTP(w, r)
			return
		}
		ending.ServeHTTP(w, r)
	})
}

// gathered hands an answer over in one piece: the many small ones of compression would
// have whoever keeps them copy again and again.
func gathered(next http.Handler) http.Handler {
	spaces := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body := spaces.Get().(*bytes.Buffer)
		body.Reset()
		defer spaces.Put(body)
		next.ServeHTTP(gatherer{w, body}, r)
		if body.Len() > 0 {
			_, _ = w.Write(body.Bytes()) // the client may have gone
		}
	})
}

type gatherer struct {
	http.ResponseWriter
	body *bytes.Buffer
}

func (g gatherer) Write(p []byte) (int, error) { return g.body.Write(p) }
