package api

import (
	"encoding/json"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"seelex/api/answer"
	"seelex/legislation"
)

// answerer works out the answer to a request.
type answerer func(c *gin.Context, p *answer.Params) (any, error)

// routes are the addresses of version 1.
func (s *server) routes(r *gin.Engine) {
	v1 := r.Group("/api/v1")
	get := func(path string, a answerer) { v1.GET(path, s.json(a)); v1.HEAD(path, s.json(a)) }

	get("/jurisdictions", func(_ *gin.Context, p *answer.Params) (any, error) {
		return checked(p, p.Window(), s.service.Jurisdictions)
	})
	get("/jurisdictions/:code", func(c *gin.Context, p *answer.Params) (any, error) {
		on := p.Day("on")
		if err := p.Err(); err != nil {
			return nil, err
		}
		return s.service.Jurisdiction(c.Param("code"), on)
	})
	get("/topics", func(_ *gin.Context, p *answer.Params) (any, error) { return checked(p, p.Window(), s.service.Topics) })
	get("/topics/:id", func(c *gin.Context, _ *answer.Params) (any, error) { return s.service.Topic(c.Param("id")) })
	get("/instruments", func(_ *gin.Context, p *answer.Params) (any, error) {
		request := p.InstrumentsRequest()
		if err := p.Err(); err != nil {
			return nil, err
		}
		return s.service.Instruments(request)
	})
	get("/instruments/*id", func(c *gin.Context, p *answer.Params) (any, error) {
		on := p.Day("on")
		if err := p.Err(); err != nil {
			return nil, err
		}
		return s.service.Instrument(lawID(c), on)
	})
	get("/provisions/*id", s.provision)
	get("/positions", func(_ *gin.Context, p *answer.Params) (any, error) {
		return checked(p, p.PositionsRequest(), s.service.Positions)
	})
	get("/search", func(c *gin.Context, p *answer.Params) (any, error) {
		request := p.SearchRequest()
		if err := p.Err(); err != nil {
			return nil, err
		}
		return s.service.Search(c.Request.Context(), request)
	})
	get("/compare", func(_ *gin.Context, p *answer.Params) (any, error) {
		request := p.CompareRequest()
		if err := p.Err(); err != nil {
			return nil, err
		}
		return s.service.Compare(request)
	})
	get("/stats", func(*gin.Context, *answer.Params) (any, error) { return s.service.Stats(), nil })

	r.GET("/healthz", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"status": "ok", "version": s.version}) })
	r.GET("/readyz", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"status": "ready", "generation": s.service.Generation()})
	})
	r.GET("/metrics", gin.WrapH(s.metrics.handler()))
}

// checked asks once the request could be read.
func checked[R, A any](p *answer.Params, request R, ask func(R) A) (any, error) {
	if err := p.Err(); err != nil {
		return nil, err
	}
	return ask(request), nil
}

// provision answers /provisions/{id}, /provisions/{id}/versions and
// /provisions/{id}/diff. No id ends in a segment of these names.
func (s *server) provision(c *gin.Context, p *answer.Params) (any, error) {
	id := lawID(c)
	if base, ok := strings.CutSuffix(string(id), "/versions"); ok {
		on := p.Day("on")
		if err := p.Err(); err != nil {
			return nil, err
		}
		return s.service.Versions(legislation.ID(base), on)
	}
	on := p.Day("on")
	if err := p.Err(); err != nil {
		return nil, err
	}
	return s.service.Provision(id, on)
}

func lawID(c *gin.Context) legislation.ID {
	return legislation.ID(strings.Trim(c.Param("id"), "/"))
}

// json renders an answer.
func (s *server) json(a answerer) gin.HandlerFunc {
	return func(c *gin.Context) {
		found, err := a(c, s.service.Params(c.Request.URL.Query()))
		if err != nil {
			s.fail(c, err)
			return
		}
		c.Header("Content-Type", "application/json; charset=utf-8")
		encoder := json.NewEncoder(c.Writer)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(found); err != nil {
			s.log.Warn("answer", "path", c.Request.URL.Path, "error", err)
		}
	}
}
