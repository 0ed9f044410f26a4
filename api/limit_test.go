package api

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"seelex/api/answer"
)

// slow answers at once, or not before it is allowed to.
func slow(t *testing.T, allowed <-chan struct{}) (h http.Handler, begun <-chan struct{}) {
	working := make(chan struct{}, 8)
	return limited(func() (none answer.State) { return none }, 1, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		working <- struct{}{}
		w.Header().Set("ETag", `"kept"`)
		w.Header().Set("Content-Length", "6")
		switch r.URL.Path {
		case "/slow":
			select {
			case <-allowed:
			case <-r.Context().Done():
				w.WriteHeader(http.StatusInternalServerError)
				return
			}
		case "/late": // does not heed the end of its time
			<-r.Context().Done()
		}
		_, _ = io.WriteString(w, "answer")
	})), working
}

func TestASlowAnswerDoesNotHoldUpTheOthers(t *testing.T) {
	allowed := make(chan struct{})
	h, begun := slow(t, allowed)
	ended := make(chan string)
	go func() {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/slow", nil))
		ended <- w.Body.String()
	}()
	<-begun
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/quick", nil))
	if w.Body.String() != "answer" || w.Header().Get("Content-Length") != "6" {
		t.Errorf("beside a slow one: %q, Content-Length %q", w.Body, w.Header().Get("Content-Length"))
	}
	close(allowed)
	if got := <-ended; got != "answer" {
		t.Errorf("the slow one: %q", got)
	}
}

func TestAnAnswerThatTakesTooLongIsAProblem(t *testing.T) {
	h, _ := slow(t, nil)
	soon, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/slow", nil).WithContext(soon))
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "took too long") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w.Header().Get("ETag") != "" || w.Header().Get("Content-Length") == "6" || w.Header().Get("X-Content-Type-Options") == "" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("headers of the answer that was begun, or none of its own: %v", w.Header())
	}
	w = httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/late", nil).WithContext(soon))
	if w.Code != http.StatusServiceUnavailable && w.Body.String() != "answer" {
		t.Errorf("late, but whole: %d %s", w.Code, w.Body)
	}
}

// What was worked out while an import came between could be of both, and is not sent.
func TestAnAnswerIsOfOneState(t *testing.T) {
	var state answer.State
	handler := limited(func() answer.State { return state }, 1, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := state.Store
		if began == 0 {
			w.Header().Set("X-Half", "yes")
			state.Store++ // an import
		}
		_, _ = fmt.Fprintf(w, "began in %d", began)
	}))
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if w.Body.String() != "began in 1" || w.Header().Get("X-Half") != "" || w.Header().Get("X-Content-Type-Options") == "" {
		t.Errorf("%q %v", w.Body, w.Header())
	}
}
