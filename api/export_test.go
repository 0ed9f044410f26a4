package api

import (
	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
)

// Routes lists what the router serves.
func Routes() gin.RoutesInfo {
	engine := gin.New()
	(&server{metrics: &metrics{registry: prometheus.NewRegistry()}}).routes(engine)
	return engine.Routes()
}
