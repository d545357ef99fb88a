// Command label-explosion counts requests by their id.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"sync/atomic"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

var (
	served = prometheus.NewCounterVec(prometheus.CounterOpts{Name: "served_total"}, []string{"path", "request_id"})
	last   atomic.Int64
)

func count(c *gin.Context) {
	id := fmt.Sprintf("req-%08d", last.Add(1))     // LEAK
	served.WithLabelValues(c.FullPath(), id).Inc() // LEAK
	c.Header("X-Request-Id", id)
	c.Next()
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	prometheus.MustRegister(served)
	engine := gin.New()
	engine.GET("/metrics", gin.WrapH(promhttp.Handler()))
	api := engine.Group("/api", count)
	api.GET("/weather", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"celsius": 11}) })
	api.GET("/tides", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"metres": 1.4}) })
	log.Fatal(engine.Run("127.0.0.1:" + os.Getenv("PORT")))
}
