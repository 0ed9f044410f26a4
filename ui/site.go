// Package ui is the pages of seelex: HTML rendered on the server from the answers of
// package answer, readable without JavaScript.
//
// A page is three files of one name: topic.go reads the request and fills a struct with
// exactly what the page shows, templates/pages/topic.html shows it, topic_test.go says
// what a reader notices. routes.go lists them all. What pages share are the components
// in templates/components, whose data are the types in component.go.
package ui

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"html/template"
	"net/url"
	"sync"

	"github.com/gin-gonic/gin"

	"seelex/api/answer"
	"seelex/legislation"
)

//go:embed templates static
var files embed.FS

// Site serves the pages. It may be used from many goroutines.
type Site struct {
	service   *answer.Service
	templates func() (*template.Template, error)
	pieces    *pieces
	bodies    sync.Pool // space for pages
	assets    *assets
}

// New makes the site. Templates are parsed when the first page is asked for: the start does
// not wait for them.
func New(service *answer.Service) (*Site, error) {
	s := &Site{service: service, assets: newAssets(files), bodies: sync.Pool{New: func() any { return new(bytes.Buffer) }}}
	s.templates = sync.OnceValues(s.parse)
	s.pieces = newPieces(s.templates)
	return s, nil
}

func (s *Site) parse() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{"static": s.assets.address}).Funcs(s.pieces.functions()).
		ParseFS(files, "templates/*.html", "templates/components/*.html", "templates/pages/*.html")
}

// Frame is what the frame of every page, base.html, shows of it. Page structs embed it.
type Frame struct {
	Title, Description, Section, Query, Canonical, LawOn string
	Meta                                                 *metadata // of pages of law
	Ignored                                              string    // a parameter that was left out, and which was meant
}

func (f *Frame) frame() *Frame { return f }

// pageView is what a page shows.
type pageView interface{ frame() *Frame }

// request is one request for a page: its typed parameters, and the rest of it.
type request struct {
	*answer.Params
	http *gin.Context
	on   legislation.Day // ?on=, today without it
	base string          // address of this site
}

// context ends when the request does.
func (r *request) context() context.Context { return r.http.Request.Context() }

// ignored says which parameter was left out though it resembles one of this page.
func (r *request) ignored() string {
	var e *legislation.Error
	if !errors.As(r.Ignored(), &e) {
		return ""
	}
	return "“" + clip(e.Field, 60) + "” is not known here and was left out; “" + e.Nearest[0] + "” was meant?"
}

// serve answers requests for one page.
func (s *Site) serve(p page) gin.HandlerFunc {
	return func(c *gin.Context) { s.show(c, p, c.Request.URL.Query()) }
}

// show answers a request for a page with the parameters of its address or form.
func (s *Site) show(c *gin.Context, p page, values url.Values) {
	r := &request{Params: s.service.Params(values), http: c, base: s.service.Origin(c.Request)}
	r.on = r.Day("on")
	if err := r.Err(); err != nil {
		s.fail(c, err)
		return
	}
	view, err := p.answer(s, r)
	if err != nil {
		s.fail(c, err)
		return
	}
	if f, ok := view.(*file); ok {
		f.send(c)
		return
	}
	shown := view.(pageView)
	shown.frame().Ignored = r.ignored()
	name := p.template
	if v, ok := view.(interface{ template() string }); ok {
		name = v.template()
	}
	s.write(c, 200, name, shown)
}

// roomKept is how large a space for pages may be, in bytes, to be used again.
const roomKept = 1 << 20

// write renders into memory first, so that a reader never sees half a page.
func (s *Site) write(c *gin.Context, status int, name string, view pageView) {
	body := s.bodies.Get().(*bytes.Buffer)
	body.Reset()
	if err := s.render(body, name, view); err != nil {
		if name == "error" {
			c.String(500, "The page could not be made.\n")
			return
		}
		s.fail(c, err)
		return
	}
	c.Data(status, "text/html; charset=utf-8", body.Bytes())
	if body.Cap() <= roomKept {
		s.bodies.Put(body)
	}
}

// render writes a page within the frame of all pages.
func (s *Site) render(body *bytes.Buffer, name string, view pageView) error {
	set, err := s.templates()
	if err != nil {
		return err
	}
	if err := set.ExecuteTemplate(body, "above", view.frame()); err != nil {
		return err
	}
	if err := set.ExecuteTemplate(body, "page "+name, view); err != nil {
		return err
	}
	return set.ExecuteTemplate(body, "below", view.frame())
}
