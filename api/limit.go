package api

import (
	"bytes"
	"context"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"seelex/api/answer"
)

// Limits of working out an answer.
const (
	maxDuration = 10 * time.Second      // of it, for what heeds its context
	maxTurn     = 20 * time.Millisecond // after which the next may begin all the same
	maxAgain    = 3                     // times that one is worked out again since an import came between
	maxPooled   = 1 << 20               // bytes of an answer whose buffer is used again
)

// limited works out answers in the order in which they are asked for, as many at a time
// as there are turns, and sends each in one piece. Begun all at once, 16 answers would
// take the processors from each other: all would be late, and some far later than
// others. Exports stream, and are bounded by the limits of the server.
func limited(state func() answer.State, atOnce int, next http.Handler) http.Handler {
	turns := make(chan struct{}, atOnce)
	pool := sync.Pool{New: func() any { return new(bufferedAnswer) }}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead || strings.HasPrefix(r.URL.Path, "/api/v1/export/") || unversioned[r.URL.Path] {
			next.ServeHTTP(w, r)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), maxDuration)
		defer cancel()
		select {
		case turns <- struct{}{}:
		case <-ctx.Done():
			tookTooLong(w, r)
			return
		}
		if ctx.Err() != nil { // its turn came too late
			<-turns
			tookTooLong(w, r)
			return
		}
		buffered := pool.Get().(*bufferedAnswer)
		buffered.reset(w)
		defer func() {
			if buffered.body.Cap() <= maxPooled {
				pool.Put(buffered)
			}
		}()
		inTurn(turns, func() { ofOneState(state, buffered, r.WithContext(ctx), next) })
		if buffered.status >= http.StatusInternalServerError && ctx.Err() == context.DeadlineExceeded {
			tookTooLong(w, r)
			return
		}
		buffered.send()
	})
}

// ofOneState works an answer out again when an import has come between: a part of it could be
// of what was there before, and its ETag is.
func ofOneState(state func() answer.State, a *bufferedAnswer, r *http.Request, next http.Handler) {
	for range maxAgain {
		before := state()
		if next.ServeHTTP(a, r); state() == before {
			return
		}
		clear(a.Header())
		safely(a.Header(), r.URL.Path)
		a.reset(a.ResponseWriter)
	}
	next.ServeHTTP(a, r)
}

// inTurn gives the turn on when the work is done, or when it takes so long that others
// should not have to wait for its end.
func inTurn(turns <-chan struct{}, work func()) {
	done := sync.OnceFunc(func() { <-turns })
	late := time.AfterFunc(maxTurn, done)
	defer done()
	defer late.Stop()
	work()
}

func tookTooLong(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	clear(h) // of the answer that was begun
	safely(h, r.URL.Path)
	h.Set("Cache-Control", "no-store")
	writeProblem(w, Problem{Status: http.StatusServiceUnavailable, Detail: "the answer took too long"})
}

// bufferedAnswer is an answer that is not sent yet.
type bufferedAnswer struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (g *bufferedAnswer) reset(w http.ResponseWriter) {
	g.ResponseWriter, g.status = w, http.StatusOK
	g.body.Reset()
}

func (g *bufferedAnswer) WriteHeader(status int) { g.status = status }

func (g *bufferedAnswer) Write(p []byte) (int, error) { return g.body.Write(p) }

func (g *bufferedAnswer) send() {
	if g.body.Len() > 0 {
		g.Header().Set("Content-Length", strconv.Itoa(g.body.Len()))
	}
	g.ResponseWriter.WriteHeader(g.status)
	_, _ = g.ResponseWriter.Write(g.body.Bytes()) // the client may have gone
	g.ResponseWriter = nil
}
