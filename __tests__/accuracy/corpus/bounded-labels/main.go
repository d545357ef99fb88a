// Command bounded-labels counts by path and status, of which there are few.
package main

import (
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

var seconds = prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "request_seconds"}, []string{"path", "status", "shard"})

func observe(c *gin.Context) {
	started := time.Now()
	c.Next()
	shard := strconv.FormatInt(started.UnixNano()%40, 10)
	seconds.WithLabelValues(c.FullPath(), strconv.Itoa(c.Writer.Status()), shard).Observe(time.Since(started).Seconds())
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	prometheus.MustRegister(seconds)
	engine := gin.New()
	engine.Use(observe)
	engine.GET("/metrics", gin.WrapH(promhttp.Handler()))
	engine.GET("/ok", func(c *gin.Context) { c.String(http.StatusOK, "ok") })
	engine.GET("/teapot", func(c *gin.Context) { c.String(http.StatusTeapot, "short and stout") })
	if err := engine.Run("127.0.0.1:" + os.Getenv("PORT")); err != nil {
		panic(err)
	}
}
