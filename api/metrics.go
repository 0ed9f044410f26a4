package api

import (
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"seelex/api/answer"
)

// metrics are what an operator watches.
type metrics struct {
	registry *prometheus.Registry
	seconds  *prometheus.HistogramVec
}

func newMetrics(service *answer.Service) *metrics {
	m := &metrics{registry: prometheus.NewRegistry()}
	m.seconds = prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "seelex_request_seconds", Help: "Time to answer a request that was not remembered.",
		Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, 1, 5}}, []string{"route", "status"})
	generation := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "seelex_generation", Help: "Generation of the knowledge base."},
		func() float64 { return float64(service.Generation()) })
	m.registry.MustRegister(m.seconds, generation, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// observe counts and logs a request under its route, not its address: addresses are
// without bound.
func (s *server) observe(c *gin.Context) {
	start := time.Now()
	c.Next()
	took := time.Since(start)
	route := c.FullPath()
	if route == "" {
		route = "none"
	}
	s.metrics.seconds.WithLabelValues(route, strconv.Itoa(c.Writer.Status())).Observe(took.Seconds())
	if !s.log.Enabled(c, slog.LevelInfo) {
		return // what is said would be put together for nothing
	}
	s.log.Info("request", "method", c.Request.Method, "path", c.Request.URL.Path, "status", c.Writer.Status(), "ms", float64(took.Microseconds())/1000)
}
