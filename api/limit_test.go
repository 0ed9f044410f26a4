package api

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"seelex/api/answer"
	"seelex/legislation"
)

// slow answers at once, or not before it is allowed to.
func slow(t *testing.T, allowed <-chan struct{}) (h http.Handler, begun <-chan struct{}) {
	working := make(chan struct{}, 8)
	return limited(new(counted), 1, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
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

// counted is a knowledge base of nothing but states, which imports count.
type counted struct {
	state  answer.State
	steady bool
}

func (c *counted) State() answer.State { return c.state }

func (c *counted) Steady(do func()) { c.steady = true; do(); c.steady = false }

// imported is an import that is ready; it waits while the state stays as it is.
func (c *counted) imported() {
	if !c.steady {
		c.state.Store++
	}
}

// What was worked out while an import came between could be of both, and is not sent: neither
// when there was one, nor when they follow each other without end.
func TestAnAnswerIsOfOneState(t *testing.T) {
	for name, imports := range map[string]uint64{"one": 1, "without end": 1000} {
		of := new(counted)
		handler := limited(of, 1, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			began := of.State().Store
			if began == 0 {
				w.Header().Set("X-Half", "yes")
			}
			if began < imports {
				of.imported()
			}
			_, _ = fmt.Fprintf(w, "began in %d, ended in %d", began, of.State().Store)
		}))
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, base+"/export/dataset.json", nil))
		if w.Body.String() != "began in 1, ended in 1" || w.Header().Get("X-Half") != "" || w.Header().Get("X-Content-Type-Options") == "" {
			t.Errorf("%s: %q %v", name, w.Body, w.Header())
		}
	}
}

// A part of a file would be taken for all of it: who asks for one that cannot be written to its end
// is told so.
func TestAFileThatEndsEarlyIsNotSent(t *testing.T) {
	gin.SetMode(gin.ReleaseMode)
	w := httptest.NewRecorder()
	c, _ := gin.CreateTestContext(w)
	c.Request = httptest.NewRequest(http.MethodGet, base+"/export/dataset.zip", nil)
	s := &server{log: slog.New(slog.DiscardHandler)}
	s.send(c, File{"application/zip", "data.zip", func(w io.Writer) error {
		_, err := io.WriteString(w, "the first part")
		return errors.Join(err, &legislation.Error{Code: legislation.Unavailable, Message: "is damaged"})
	}})
	if w.Code != http.StatusServiceUnavailable || strings.Contains(w.Body.String(), "part") || w.Header().Get("Content-Disposition") != "" || !strings.Contains(w.Body.String(), "is damaged") {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
}

// held is a client that takes nothing of an answer before it is let go.
type held struct {
	http.ResponseWriter
	letGo <-chan struct{}
}

func (h held) Write(p []byte) (int, error) {
	<-h.letGo
	return h.ResponseWriter.Write(p)
}

func TestThoseWhoTakeLargeFilesSlowlyDoNotFillTheMemory(t *testing.T) {
	file := make([]byte, 5<<20)
	h := limited(new(counted), 1, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(file) }))
	ask := func(w http.ResponseWriter) {
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/v1/export/x", nil))
	}
	letGo, ended := make(chan struct{}), make(chan int)
	const slow = maxSending / (5 << 20)
	for range slow {
		go func() {
			w := httptest.NewRecorder()
			ask(held{w, letGo})
			ended <- w.Code
		}()
	}
	var refused *httptest.ResponseRecorder
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(time.Millisecond) { // until all have their answer
		refused = httptest.NewRecorder()
		if ask(refused); refused.Code != http.StatusOK {
			break
		}
	}
	if refused.Code != http.StatusServiceUnavailable || refused.Header().Get("Retry-After") == "" || !strings.Contains(refused.Body.String(), "large files") {
		t.Errorf("beside %d slow ones: %d %v %.200s", slow, refused.Code, refused.Header(), refused.Body)
	}
	close(letGo)
	for range slow {
		if code := <-ended; code != http.StatusOK {
			t.Errorf("a slow one got %d", code)
		}
	}
	again := httptest.NewRecorder()
	if ask(again); again.Code != http.StatusOK || again.Body.Len() != len(file) {
		t.Errorf("afterwards: %d, %d bytes", again.Code, again.Body.Len())
	}
}
