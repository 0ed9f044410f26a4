package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"seelex/api/answer"
	"seelex/legislation"
)

// Problem is an error as RFC 9457 problem details.
type Problem struct {
	Type    string   `json:"type"`
	Title   string   `json:"title"`
	Status  int      `json:"status"`
	Detail  string   `json:"detail"`
	Field   string   `json:"field,omitempty"`   // the parameter it is about
	Value   string   `json:"value,omitempty"`   // the value as given
	Want    string   `json:"want,omitempty"`    // what would be right
	Nearest []string `json:"nearest,omitempty"` // known values near to the given one
}

// fail answers with an error: as problem details under /api, as a page elsewhere.
func (s *server) fail(c *gin.Context, err error) {
	var known *legislation.Error
	if errors.As(err, &known) {
		status := answer.HTTPStatus(known)
		if status >= http.StatusInternalServerError {
			s.log.Error("answer", "path", c.Request.URL.Path, "error", err)
		}
		s.failWith(c, status, known)
		return
	}
	if errors.Is(err, context.Canceled) {
		c.Abort() // the client has gone
		return
	}
	s.log.Error("answer", "path", c.Request.URL.Path, "error", err)
	s.failWith(c, http.StatusInternalServerError, &legislation.Error{Message: "something went wrong on this side; the log of the server has more"})
}

func (s *server) failWith(c *gin.Context, status int, err *legislation.Error) {
	c.Abort()
	c.Writer.Header().Set("Cache-Control", "no-store")
	c.Writer.Header().Del("ETag")
	if s.pages != nil && !strings.HasPrefix(c.Request.URL.Path, "/api/v1") && !unversioned[c.Request.URL.Path] {
		s.pages.Error(c, status, err)
		return
	}
	writeProblem(c.Writer, problemOf(status, err))
}

func problemOf(status int, err *legislation.Error) Problem {
	short := *err
	short.Want, short.Nearest = "", nil
	return Problem{Status: status, Detail: short.Error(), Field: err.Field, Value: shortened(err.Value), Want: err.Want, Nearest: err.Nearest}
}

// shortened keeps an error from throwing back thousands of characters.
func shortened(value string) string {
	if r := []rune(value); len(r) > 200 {
		return string(r[:200]) + "…"
	}
	return value
}

// named gives a problem the type and title of its status.
func (p Problem) named() Problem {
	p.Type, p.Title = "about:blank", http.StatusText(p.Status)
	return p
}

func writeProblem(w http.ResponseWriter, p Problem) { sendProblem(w, p.Status, p.named()) }

// sendProblem sends a problem, or one with more members of its own.
func sendProblem(w http.ResponseWriter, status int, problem any) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(problem) // the client may have gone
}
