package api

import (
	"bytes"
	"context"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"seelex/api/answer"
	"seelex/index"
	"seelex/legislation"
)

// base is where version 1 of the API lives.
const base = "/api/v1"

// route is one address of the API. It is registered and documented from the same
// entry of [server.table].
type route struct {
	path    string  // below base; {code} stands for one segment, {id...} for an id with its slashes
	summary string  // one line
	note    string  // what else a caller should know, or ""
	params  []param // in the order of the document
	answer  any     // a value of the answer's type, for its schema
	media   string  // of an answer that is a file, not JSON
	ask     func(q question) (any, error)
}

// question is what a request asks.
type question struct {
	*answer.Params
	ctx   context.Context
	path  string // what the address has in place of {…}
	base  string // address of this site, without a path
	query string // the parameters as they were written
}

// id is the id of the law that the address names.
func (q question) id() legislation.ID { return legislation.ID(q.path) }

// table is every address of version 1.
func (s *server) table() []route {
	return slices.Concat(s.reading(), s.comparative(), s.citing(), s.exports())
}

// reading are the addresses that read and search the knowledge base.
func (s *server) reading() []route {
	page := []param{limitParam, offsetParam}
	return []route{
		{path: "/jurisdictions", summary: "List the jurisdictions", params: page, answer: answer.Page[answer.JurisdictionItem]{},
			ask: func(q question) (any, error) { return checked(q, q.Window(), s.service.Jurisdictions) }},
		{path: "/jurisdictions/{code}", summary: "One jurisdiction: its answers to every topic, instruments, reforms, treaties, figures, sources and open questions",
			params: []param{codeParam, onParam}, answer: answer.Jurisdiction{},
			ask: func(q question) (any, error) { return dated(q, q.path, s.service.Jurisdiction) }},
		{path: "/topics", summary: "List the topics with their codebooks", params: page, answer: answer.Page[answer.Topic]{},
			ask: func(q question) (any, error) { return checked(q, q.Window(), s.service.Topics) }},
		{path: "/topics/{id}", summary: "One topic: its codebook and the thesaurus entries that belong to it", params: []param{topicIDParam}, answer: answer.Topic{},
			ask: func(q question) (any, error) { return s.service.Topic(q.path) }},
		{path: "/instruments", summary: "List codes, acts, by-laws, strategies, action plans and treaties",
			note:   "With a day, only those in force on it.",
			params: append(instrumentsParams, page...), answer: answer.Page[answer.InstrumentItem]{},
			ask: func(q question) (any, error) { return tried(q, q.InstrumentsRequest(), s.service.Instruments) }},
		{path: "/instruments/{id...}", summary: "One instrument: gazettes, amendments, relations and provisions", params: []param{instrumentIDParam, onParam}, answer: answer.Instrument{},
			ask: func(q question) (any, error) { return dated(q, q.id(), s.service.Instrument) }},
		{path: "/provisions/{id...}", summary: "One provision as it stood on a day",
			note:   "An article of which only paragraphs are curated has no version of its own and gives them as children.",
			params: []param{provisionIDParam, onParam}, answer: answer.Provision{},
			ask: func(q question) (any, error) { return dated(q, q.id(), s.service.Provision) }},
		{path: "/provisions/{id...}/versions", summary: "All versions of one provision", params: []param{provisionIDParam, onParam}, answer: answer.Versions{},
			ask: func(q question) (any, error) { return dated(q, q.id(), s.service.Versions) }},
		{path: "/positions", summary: "List positions: how jurisdictions answer the codebook, in each period",
			note:   "With a day, only those that hold on it.",
			params: append(positionsParams, page...), answer: answer.Page[answer.Position]{},
			ask: func(q question) (any, error) { return checked(q, q.PositionsRequest(), s.service.Positions) }},
		{path: "/search", summary: "Search provisions, instruments and positions in any language of the region",
			note:   "Every text is a valid query: words, \"phrases\", -exclusions and field:value. Facets count the hits under all filters.",
			params: append(searchParams, page...), answer: index.Answer{},
			ask: func(q question) (any, error) {
				request := q.SearchRequest()
				if err := q.Err(); err != nil {
					return nil, err
				}
				return s.service.Search(q.ctx, request)
			}},
		{path: "/compare", summary: "Compare jurisdictions on a topic, on one day or two",
			note:   "Several topics give several blocks. No jurisdictions means all of them.",
			params: compareParams, answer: answer.Comparison{},
			ask: func(q question) (any, error) { return tried(q, q.CompareRequest(), within(q, s.service.Compare)) }},
		{path: "/stats", summary: "Count what the knowledge base holds", answer: answer.Stats{},
			ask: func(question) (any, error) { return s.service.Stats(), nil }},
		{path: "/openapi.json", summary: "This document", answer: map[string]any{},
			ask: func(question) (any, error) { return s.document() }},
	}
}

// checked asks once the request could be read.
func checked[R, A any](q question, request R, ask func(R) A) (any, error) {
	if err := q.Err(); err != nil {
		return nil, err
	}
	return ask(request), nil
}

// tried is checked for what can fail.
func tried[R, A any](q question, request R, ask func(R) (A, error)) (any, error) {
	if err := q.Err(); err != nil {
		return nil, err
	}
	return ask(request)
}

// within asks for work that ends when the request does: when the time for it is over or the
// client has gone.
func within[R, A any](q question, ask func(context.Context, R) (A, error)) func(R) (A, error) {
	return func(request R) (A, error) { return ask(q.ctx, request) }
}

// dated asks about something as of the day of the parameter "on".
func dated[N, A any](q question, name N, ask func(N, legislation.Day) (A, error)) (any, error) {
	on := q.Day("on")
	if err := q.Err(); err != nil {
		return nil, err
	}
	return ask(name, on)
}

// routes registers the table, and what an operator asks.
func (s *server) routes(r *gin.Engine) {
	v1 := r.Group(base)
	s.imports(v1)
	get := func(path string, h gin.HandlerFunc) { v1.GET(path, h); v1.HEAD(path, h) }
	wild := map[string][]route{} // those with an id in their path, by what is before it
	for _, a := range s.table() {
		before, name, _ := a.split()
		switch {
		case name == "":
			get(a.path, s.json(a, ""))
		case strings.HasSuffix(name, "..."):
			wild[before] = append(wild[before], a)
		default:
			get(before+":"+name, s.json(a, name))
		}
	}
	for before, routes := range wild {
		get(before+"*id", s.below(routes))
	}
	probe := func(path string, h gin.HandlerFunc) { r.GET(path, h); r.HEAD(path, h) }
	probe("/healthz", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"status": "ok", "version": s.version}) })
	probe("/readyz", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"status": "ready", "generation": s.service.Generation()})
	})
	r.GET("/metrics", gin.WrapH(s.metrics.handler()))
}

// parameters reads those of an address.
func parameters(query string) (url.Values, error) {
	values, err := url.ParseQuery(query)
	if err != nil {
		return nil, &legislation.Error{Code: legislation.Invalid, Field: "address", Value: query, Message: "cannot be read: " + err.Error(),
			Want: "parameters as name=value joined by &, other signs written as %XX"}
	}
	return values, nil
}

// asked answers a question whose parameters are spelt as the route has them.
func (a route) asked(q question) (any, error) {
	if err := q.Misspelt(names(a.params)); err != nil {
		return nil, err
	}
	for _, p := range a.params {
		if p.in == "" && !p.schema.Type.Is("array") {
			q.Once(p.name)
		}
	}
	if err := q.Err(); err != nil {
		return nil, err
	}
	return a.ask(q)
}

// split takes a path apart: before {name}, the name, and what follows.
func (a route) split() (before, name, after string) {
	before, rest, found := strings.Cut(a.path, "{")
	if !found {
		return a.path, "", ""
	}
	name, after, _ = strings.Cut(rest, "}")
	return before, name, after
}

// below chooses among the routes that have an id in their path by what follows the
// id. No id ends in a segment of these names.
func (s *server) below(routes []route) gin.HandlerFunc {
	return func(c *gin.Context) {
		id := strings.Trim(c.Param("id"), "/")
		chosen := routes[0]
		for _, a := range routes {
			if _, _, after := a.split(); after != "" && strings.HasSuffix(id, after) {
				chosen, id = a, strings.TrimSuffix(id, after)
				break
			}
		}
		s.answer(c, chosen, id)
	}
}

// json answers a route; name is that of the segment that its path leaves open.
func (s *server) json(a route, name string) gin.HandlerFunc {
	return func(c *gin.Context) { s.answer(c, a, c.Param(name)) }
}

func (s *server) answer(c *gin.Context, a route, path string) {
	values, err := parameters(c.Request.URL.RawQuery)
	if err != nil {
		s.fail(c, err)
		return
	}
	q := question{s.service.Params(values), c.Request.Context(), path, s.service.Origin(c.Request), c.Request.URL.RawQuery}
	found, err := a.asked(q)
	if err != nil {
		s.fail(c, err)
		return
	}
	if f, ok := found.(File); ok {
		s.send(c, f)
		return
	}
	c.Header("Content-Type", "application/json; charset=utf-8")
	if err := writeJSON(c.Writer, found); err != nil {
		s.log.Warn("answer", "path", c.Request.URL.Path, "error", err)
	}
}

// send sends a file once it is whole: a part of one would be taken for all of it.
func (s *server) send(c *gin.Context, f File) {
	var whole bytes.Buffer
	if err := f.Write(&whole); err != nil {
		s.fail(c, err)
		return
	}
	c.Header("Content-Type", f.Media)
	if f.Name != "" {
		c.Header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	}
	_, _ = c.Writer.Write(whole.Bytes()) // the client may have gone
}
