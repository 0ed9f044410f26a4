package api

import (
	"fmt"
	"maps"
	"net/http"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"

	"seelex/legislation"
)

// policy lets a page load what the site itself serves, and nothing run that is
// written into it.
const policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// safe are the headers of every answer. The lists are shared by all, and never changed.
var safe = http.Header{
	"Content-Security-Policy":    {policy},
	"X-Content-Type-Options":     {"nosniff"},
	"Referrer-Policy":            {"strict-origin-when-cross-origin"},
	"Cross-Origin-Opener-Policy": {"same-origin"},
}

// secured is outside of all: the router redirects without its middleware.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		safely(w.Header(), r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

// safely sets the headers that every answer has, errors among them.
func safely(h http.Header, path string) {
	maps.Copy(h, safe)
	if strings.HasPrefix(path, "/api/") {
		h.Set("Access-Control-Allow-Origin", "*") // public data, read without credentials
	}
}

// validate lets a client that holds the answer of this generation and day keep it:
// the address, these two and the program determine every answer.
func (s *server) validate(c *gin.Context) {
	if c.Request.Method != http.MethodGet || strings.HasPrefix(c.Request.URL.Path, "/static/") || unversioned[c.Request.URL.Path] {
		return
	}
	state := s.service.State()
	tag := fmt.Sprintf(`W/"%d.%d-%x-%s-%s"`, state.Store, state.Index, state.Contents, s.service.Today(), built())
	h := c.Writer.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", "public, no-cache")
	h.Add("Vary", "Accept")
	if s.service.Base == "" {
		h.Add("Vary", "X-Forwarded-Proto") // links are written with it
	}
	if holds(c.Request.Header.Get("If-None-Match"), tag) {
		c.AbortWithStatus(http.StatusNotModified)
	}
}

// built tells the program from another build of the same version, such as that of somebody who
// changes a page and starts again.
var built = sync.OnceValue(func() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return strconv.FormatInt(info.ModTime().UnixMilli(), 36)
})

// holds reports whether a client that names the answers it holds has the one with the tag, also
// where a proxy took the tag for a strong one.
func holds(named, tag string) bool {
	for one := range strings.SplitSeq(named, ",") {
		if one = strings.TrimSpace(one); one != "" && strings.TrimPrefix(one, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// unversioned are the addresses whose answers change without the data.
var unversioned = map[string]bool{"/healthz": true, "/readyz": true, "/metrics": true}

// recover turns a panic into an answer that says nothing of the inside; the log has
// the rest.
func (s *server) recover(c *gin.Context) {
	defer func() {
		if p := recover(); p != nil {
			if p == http.ErrAbortHandler {
				panic(p)
			}
			s.log.Error("panic", "path", c.Request.URL.Path, "panic", p, "stack", string(debug.Stack()))
			s.fail(c, fmt.Errorf("%v", p))
		}
	}()
	c.Next()
}

func (s *server) methodNotAllowed(c *gin.Context) {
	s.failWith(c, http.StatusMethodNotAllowed, &legislation.Error{Field: "method", Value: c.Request.Method, Message: "is not allowed here", Want: c.Writer.Header().Get("Allow")})
}
