package api

import (
	"bytes"
	"hash/maphash"
	"maps"
	"net/http"
	"sync/atomic"

	"github.com/maypok86/otter/v2"

	"seelex/api/answer"
	"seelex/legislation"
)

// Bounds of the cache.
const (
	maxCache  = 4 << 20   // bytes of answers kept
	maxCached = 256 << 10 // bytes of one answer, compressed or not
	overhead  = 1500      // bytes that an answer takes beside its body: headers, and its place
)

// cachedAnswer is a whole answer, compressed as it was sent.
type cachedAnswer struct {
	status int
	header http.Header
	body   []byte
}

// cacheKey is all that an answer depends on.
type cacheKey struct {
	state                             answer.State
	day                               legislation.Day
	origin, encodings, kinds, address string
}

// cached keeps the answers of next, so that a question that many ask is worked out twice at
// most. The first time it is only known that it was asked: most questions are asked once,
// and their answers would take the place of others.
func cached(service *answer.Service, next http.Handler) http.Handler {
	cache := otter.Must(&otter.Options[cacheKey, *cachedAnswer]{
		MaximumWeight: maxCache,
		Weigher: func(key cacheKey, r *cachedAnswer) uint32 {
			return uint32(len(key.origin) + len(key.encodings) + len(key.kinds) + len(key.address) + len(r.body) + overhead)
		},
	})
	var recently recentlyAsked
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r = asGet(r)
		if r.Method != http.MethodGet || r.Header.Get("If-None-Match") != "" || r.Header.Get("Range") != "" || unversioned[r.URL.Path] {
			next.ServeHTTP(w, r)
			return
		}
		key := cacheKey{service.State(), service.Today(), service.Origin(r), r.Header.Get("Accept-Encoding"), r.Header.Get("Accept"), r.RequestURI}
		if found, ok := cache.GetIfPresent(key); ok {
			found.write(w)
			return
		}
		if !recently.asked(key) {
			next.ServeHTTP(w, r)
			return
		}
		recorder := &recorder{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(recorder, r)
		if recorder.status == http.StatusOK && recorder.body != nil && r.Context().Err() == nil {
			cache.Set(key, &cachedAnswer{recorder.status, w.Header().Clone(), recorder.body})
		}
	})
}

// asGet makes of HEAD the GET whose headers it asks for; the body goes no further than
// net/http. Compression would leave HEAD alone, and its length be another than that of GET.
func asGet(r *http.Request) *http.Request {
	if r.Method != http.MethodHead {
		return r
	}
	get := *r
	get.Method = http.MethodGet
	return &get
}

// recentlyAsked knows questions that were asked a short while ago; a later one takes the place of
// an earlier one.
type recentlyAsked struct{ places [8 << 10]atomic.Uint64 }

var seed = maphash.MakeSeed()

// asked reports whether a question was asked before, and knows it from now on.
func (l *recentlyAsked) asked(question cacheKey) bool {
	sum := maphash.Comparable(seed, question)
	return l.places[sum%uint64(len(l.places))].Swap(sum) == sum
}

func (a *cachedAnswer) write(w http.ResponseWriter) {
	maps.Copy(w.Header(), a.header)
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body) // the client may have gone
}

// recorder passes an answer on and keeps a copy of it, if it comes in one piece that is
// not too large.
type recorder struct {
	http.ResponseWriter
	status int
	body   []byte
	pieces int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(p []byte) (int, error) {
	r.body = nil
	if r.pieces++; r.pieces == 1 && len(p) <= maxCached {
		r.body = bytes.Clone(p)
	}
	return r.ResponseWriter.Write(p)
}

// Unwrap lets http.ResponseController reach what is beneath.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
