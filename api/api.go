// Package api serves seelex over HTTP: the JSON API of version 1 with its OpenAPI
// document, exports, health and metrics, and the middleware that pages share.
package api

import (
	"compress/gzip"
	"log/slog"
	"net/http"
	"runtime"
	"strings"
	"sync"

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
	AtOnce      int // answers that are worked out at a time; by default as many as there are processors
}

// server is what the handlers share.
type server struct {
	service *answer.Service
	pages   Pages
	log     *slog.Logger
	metrics *metrics
	version string
	token   string
	// document is the OpenAPI document, made when it is first asked for.
	document func() (*openapi3.T, error)
}

// New makes the handler of the whole site.
func New(service *answer.Service, o Options) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	s := &server{service: service, pages: o.Pages, log: o.Log, metrics: newMetrics(service), version: o.Version, token: o.ImportToken}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	s.document = sync.OnceValues(s.buildDocument)
	engine := gin.New()
	engine.HandleMethodNotAllowed = true
	engine.RedirectTrailingSlash = true
	engine.ContextWithFallback = true
	engine.Use(s.observe, s.recover, s.validate)
	s.routes(engine)
	if s.pages != nil {
		s.pages.Register(engine)
	}
	engine.NoRoute(func(c *gin.Context) {
		s.fail(c, &legislation.Error{Code: legislation.NotFound, Field: "address", Value: c.Request.URL.Path, Message: "is not an address of this site", Want: wayIn(c.Request.URL.Path)})
	})
	engine.NoMethod(s.methodNotAllowed)
	if o.AtOnce == 0 {
		o.AtOnce = runtime.GOMAXPROCS(0)
	}
	return secured(bounded(cached(service, limited(service, o.AtOnce, compressed(engine)))))
}

// wayIn is where the addresses of a part of the site are listed, for somebody who missed one.
func wayIn(path string) string {
	if strings.HasPrefix(path, base) {
		return "one of the addresses in " + base + "/openapi.json"
	}
	return ""
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

// maxAddress is how many bytes path and parameters may have.
const maxAddress = 16 << 10

// MaxHeader is how many bytes the headers of a request may have. A server that reads no more
// than that refuses longer ones in words of its own, which no program reads.
const MaxHeader = 32 << 10

func headerBytes(h http.Header) (n int) {
	for name, values := range h {
		for _, value := range values {
			n += len(name) + len(value) + len(": \r\n")
		}
	}
	return n
}

// bounded refuses addresses and headers that are too long before anything reads them.
func bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(r.URL.Path)+len(r.URL.RawQuery) > maxAddress {
			writeProblem(w, Problem{Status: http.StatusRequestURITooLong, Detail: "the address is too long", Want: "at most 16 kB"})
			return
		}
		if headerBytes(r.Header) > MaxHeader {
			writeProblem(w, Problem{Status: http.StatusRequestHeaderFieldsTooLarge, Detail: "the headers are too long", Want: "at most 32 kB; cookies of other sites behind the same name may be deleted"})
			return
		}
		next.ServeHTTP(w, r)
	})
}
