package api

import (
	"bytes"
	"context"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"seelex/api/answer"
)

// Limits of working out an answer.
const (
	maxDuration = 10 * time.Second      // of it, for what heeds its context
	maxExport   = time.Minute           // the same for a file
	maxTurn     = 20 * time.Millisecond // after which the next may begin all the same
	maxPooled   = 1 << 20               // bytes of an answer whose buffer is used again
	maxSending  = 64 << 20              // bytes of larger ones that wait, all together, for those who take them
)

// knowledge is what answers are made of.
type knowledge interface {
	State() answer.State
	// Steady does something while the state stays as it is.
	Steady(do func())
}

// limited works out answers in the order in which they are asked for, as many at a time
// as there are turns, and sends each in one piece. Begun all at once, 16 answers would
// take the processors from each other: all would be late, and some far later than
// others. Files too are whole, a few megabytes at most, before they are sent: who takes
// one slowly keeps nobody from importing meanwhile, and gets no part of what came in between.
func limited(of knowledge, atOnce int, next http.Handler) http.Handler {
	turns := make(chan struct{}, atOnce)
	pool := sync.Pool{New: func() any { return new(bufferedAnswer) }}
	var sending atomic.Int64 // of maxSending
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet || unversioned[r.URL.Path] {
			next.ServeHTTP(w, r)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), longest(r.URL.Path))
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
		inTurn(turns, func() { ofOneState(of, buffered, r.WithContext(ctx), next) })
		if buffered.status >= http.StatusInternalServerError && ctx.Err() == context.DeadlineExceeded {
			tookTooLong(w, r)
			return
		}
		if large := int64(buffered.body.Len()); large > maxPooled {
			defer sending.Add(-large)
			if sending.Add(large) > maxSending {
				refuse(w, r, "many take large files at the moment")
				return
			}
		}
		buffered.send()
	})
}

// longest is how long an answer may be worked out.
func longest(path string) time.Duration {
	if strings.HasPrefix(path, base+"/export/") {
		return maxExport
	}
	return maxDuration
}

// ofOneState works an answer out again when an import has come between: a part of it could be
// of what was there before, and its ETag is. The second time the next import waits for it, so
// that those who ask for much get it also while imports follow each other.
func ofOneState(of knowledge, a *bufferedAnswer, r *http.Request, next http.Handler) {
	before := of.State()
	if next.ServeHTTP(a, r); of.State() == before {
		return
	}
	clear(a.Header())
	safely(a.Header(), r.URL.Path)
	a.reset(a.ResponseWriter)
	of.Steady(func() { next.ServeHTTP(a, r) })
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

func tookTooLong(w http.ResponseWriter, r *http.Request) { refuse(w, r, "the answer took too long") }

// refuse says why there is no answer now, and when to ask again.
func refuse(w http.ResponseWriter, r *http.Request, why string) {
	h := w.Header()
	clear(h) // of the answer that was begun
	safely(h, r.URL.Path)
	h.Set("Cache-Control", "no-store")
	h.Set("Retry-After", "10")
	writeProblem(w, Problem{Status: http.StatusServiceUnavailable, Detail: why})
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
