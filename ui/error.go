package ui

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"seelex/api/answer"
	"seelex/legislation"
)

// moved is the answer that what was asked for has another address.
type moved struct {
	to     string
	status int
}

func (m *moved) Error() string { return "moved to " + m.to }

// errorPage is a page that could not be shown.
type errorPage struct {
	Frame
	Error struct {
		Status, Title, Detail string
		Ways                  []Link
	}
}

// errorTitles say in plain words what a status means.
var errorTitles = map[int]string{400: "This cannot be asked in this way", 404: "There is nothing under this address", 405: "Nothing can be sent to this address", 410: "This has been withdrawn",
	409: "This contradicts what is there", 503: "Not just now", 500: "Something went wrong here"}

// fail answers with a page that says what was wrong and what would be right.
func (s *Site) fail(c *gin.Context, err error) {
	var redirect *moved
	if errors.As(err, &redirect) {
		c.Redirect(redirect.status, redirect.to)
		return
	}
	if errors.Is(err, context.Canceled) {
		c.Abort()
		return
	}
	var known *legislation.Error
	if !errors.As(err, &known) {
		slog.Error("page failed", "path", c.Request.URL.Path, "error", err)
		known = &legislation.Error{Message: "the page could not be made; that is our fault, and it has been written down"}
	}
	s.Error(c, answer.HTTPStatus(known), known)
}

// Error writes the page that explains an error to a person.
func (s *Site) Error(c *gin.Context, status int, err *legislation.Error) {
	title, ok := errorTitles[status]
	if !ok {
		title = http.StatusText(status)
	}
	view := &errorPage{Frame: Frame{Title: title}}
	view.Error.Status, view.Error.Title = strconv.Itoa(status)+" "+http.StatusText(status), title
	view.Error.Detail, view.Error.Ways = explain(err), s.waysOn(c, err)
	view.Error.Ways = append(view.Error.Ways, Link{Label: "All jurisdictions and their law", URL: "/jurisdictions"}, Link{Label: "All topics", URL: "/topics"})
	c.Header("Cache-Control", "no-store")
	c.Writer.Header().Del("ETag")
	c.Abort()
	s.write(c, status, "error", view)
}

// explain says in sentences what an error says in fields.
func explain(e *legislation.Error) string {
	text := e.Message
	if e.Value != "" {
		text = "“" + clip(e.Value, 120) + "” " + text
	}
	text = capital(text) + "."
	if e.Want != "" {
		text += " What would be right: " + e.Want + "."
	}
	return text
}

// clip shortens a text to about n letters, at the end of a word where one is near.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if end := strings.LastIndexByte(cut, ' '); end > len(cut)*2/3 {
		cut = cut[:end]
	}
	return strings.TrimRight(cut, " ,;:.") + " …"
}

// waysOn leads from an error to what was probably meant.
func (s *Site) waysOn(c *gin.Context, e *legislation.Error) (ways []Link) {
	for _, near := range e.Nearest {
		way := Link{Label: near, Why: "is near to what was asked"}
		switch {
		case legislation.ID(near).Valid() == nil:
			way.URL = "/law/" + near
		case e.Field == "topic" && e.Code == legislation.NotFound:
			way.URL = "/topics/" + near
		case e.Field == "jurisdiction" && e.Code == legislation.NotFound:
			way.URL = "/jurisdictions/" + near
		default:
			q := c.Request.URL.Query()
			q.Set(e.Field, near)
			way.URL = c.Request.URL.Path + "?" + q.Encode()
		}
		ways = append(ways, way)
	}
	if q := c.Request.URL.Query(); e.Code == legislation.Invalid && q.Has(e.Field) {
		q.Del(e.Field)
		way := Link{Label: "The same page", URL: (&url.URL{Path: c.Request.URL.Path, RawQuery: q.Encode()}).String(), Why: "without “" + e.Field + "”"}
		if e.Field == "on" {
			way.Why = "as the law stands today"
		}
		ways = append(ways, way)
	}
	if id := legislation.ID(e.Value); e.Field == "id" && id.Valid() == nil && !id.IsInstrument() {
		label := string(id.Instrument())
		if i, err := s.service.Catalog().Instrument(id.Instrument()); err == nil {
			label = i.TitleEn + ", " + s.jurisdictionLink(i.ID.Jurisdiction()).Name
		}
		ways = append(ways, Link{Label: label, URL: "/law/" + string(id.Instrument()), Why: "is the instrument that it would be part of"})
	}
	return ways
}
