package api

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// slow answers at once, or not before it is allowed to.
func slow(t *testing.T, allowed <-chan struct{}) (h http.Handler, begun <-chan struct{}) {
	working := make(chan struct{}, 8)
	return whole(1, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		working <- struct{}{}
		if r.URL.Path == "/slow" {
			select {
			case <-allowed:
			case <-r.Context().Done():
			}
		}
		w.Header().Set("ETag", `"kept"`)
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
	if w.Header().Get("ETag") != "" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("it may be kept: ETag %q, Cache-Control %q", w.Header().Get("ETag"), w.Header().Get("Cache-Control"))
	}
}
