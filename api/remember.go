package api

import (
	"bytes"
	"net/http"
	"slices"
	"strconv"

	"github.com/maypok86/otter/v2"

	"seelex/api/answer"
)

// Bounds of what is remembered.
const (
	memory    = 6 << 20   // bytes of answers kept
	maxAnswer = 256 << 10 // bytes of one answer
	around    = 1500      // bytes that an answer takes beside its body: headers, and its place
)

// remembered is a whole answer.
type remembered struct {
	status int
	header http.Header
	body   []byte
}

// remember keeps answers that only the address, the day and the generation of the
// data determine, so that a question that many ask is worked out once.
func remember(service *answer.Service, next http.Handler) http.Handler {
	cache := otter.Must(&otter.Options[string, *remembered]{
		MaximumWeight: memory,
		Weigher:       func(key string, r *remembered) uint32 { return uint32(len(key) + cap(r.body) + around) },
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet || r.Header.Get("If-None-Match") != "" || r.Header.Get("Range") != "" || unversioned[r.URL.Path] {
			next.ServeHTTP(w, r)
			return
		}
		key := strconv.FormatUint(service.Generation(), 10) + " " + service.Today().String() + " " + r.Host + " " + r.Header.Get("Accept-Encoding") + " " +
			r.Header.Get("Accept") + " " + r.URL.RequestURI()
		if found, ok := cache.GetIfPresent(key); ok {
			found.write(w)
			return
		}
		recorder := &recorder{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(recorder, r)
		if recorder.status == http.StatusOK && !recorder.tooLong && r.Context().Err() == nil {
			header := w.Header().Clone()
			header.Set("Content-Length", strconv.Itoa(recorder.body.Len())) // one piece, not chunks
			cache.Set(key, &remembered{recorder.status, header, slices.Clip(recorder.body.Bytes())})
		}
	})
}

func (a *remembered) write(w http.ResponseWriter) {
	h := w.Header()
	for name, values := range a.header {
		h[name] = values
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body) // the client may have gone
}

// recorder passes an answer on and keeps a copy of it.
type recorder struct {
	http.ResponseWriter
	status  int
	body    bytes.Buffer
	tooLong bool
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(p []byte) (int, error) {
	if r.tooLong = r.tooLong || r.body.Len()+len(p) > maxAnswer; !r.tooLong {
		r.body.Write(p)
	}
	return r.ResponseWriter.Write(p)
}

// Unwrap lets http.ResponseController reach what is beneath.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
