package api

import (
	"bytes"
	"hash/maphash"
	"maps"
	"net/http"
	"strconv"
	"sync/atomic"

	"github.com/maypok86/otter/v2"

	"seelex/api/answer"
	"seelex/legislation"
)

// Bounds of what is remembered.
const (
	memory    = 4 << 20   // bytes of answers kept
	maxAnswer = 256 << 10 // bytes of one answer
	around    = 1500      // bytes that an answer takes beside its body: headers, and its place
)

// remembered is a whole answer.
type remembered struct {
	status int
	header http.Header
	body   []byte
}

// identity determines an answer.
type identity struct {
	state                             answer.State
	day                               legislation.Day
	origin, encodings, kinds, address string
}

// remember keeps answers that only the address, the day and the generation of the
// data determine, so that a question that many ask is worked out twice at most. The first time
// it is only known that it was asked: most questions are asked once, and their answers
// would take the place of others.
func remember(service *answer.Service, next http.Handler) http.Handler {
	cache := otter.Must(&otter.Options[identity, *remembered]{
		MaximumWeight: memory,
		Weigher: func(key identity, r *remembered) uint32 {
			return uint32(len(key.origin) + len(key.encodings) + len(key.kinds) + len(key.address) + len(r.body) + around)
		},
	})
	var before lately
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet || r.Header.Get("If-None-Match") != "" || r.Header.Get("Range") != "" || unversioned[r.URL.Path] {
			next.ServeHTTP(w, r)
			return
		}
		key := identity{service.State(), service.Today(), service.Origin(r), r.Header.Get("Accept-Encoding"), r.Header.Get("Accept"), r.RequestURI}
		if found, ok := cache.GetIfPresent(key); ok {
			found.write(w)
			return
		}
		if !before.asked(key) {
			next.ServeHTTP(w, r)
			return
		}
		recorder := &recorder{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(recorder, r)
		if recorder.status == http.StatusOK && recorder.body != nil && r.Context().Err() == nil {
			header := w.Header().Clone()
			header.Set("Content-Length", strconv.Itoa(len(recorder.body))) // also of an export, which was sent in chunks
			cache.Set(key, &remembered{recorder.status, header, recorder.body})
		}
	})
}

// lately knows questions that were asked a short while ago; a later one takes the place of
// an earlier one.
type lately struct{ places [8 << 10]atomic.Uint64 }

var seed = maphash.MakeSeed()

// asked reports whether a question was asked before, and knows it from now on.
func (l *lately) asked(question identity) bool {
	sum := maphash.Comparable(seed, question)
	return l.places[sum%uint64(len(l.places))].Swap(sum) == sum
}

func (a *remembered) write(w http.ResponseWriter) {
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
	if r.pieces++; r.pieces == 1 && len(p) <= maxAnswer {
		r.body = bytes.Clone(p)
	}
	return r.ResponseWriter.Write(p)
}

// Unwrap lets http.ResponseController reach what is beneath.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
