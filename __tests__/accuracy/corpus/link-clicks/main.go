// Command link-clicks sends people on and counts who came.
package main

import (
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
)

type click struct {
	code  string
	agent string
	at    int64
}

type statistics struct {
	mu     sync.Mutex
	clicks []*click
}

func (s *statistics) note(code, agent string) {
	one := &click{code: code, agent: agent, at: time.Now().Unix()} // LEAK
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clicks = append(s.clicks, one) // LEAK
}

var targets = map[string]string{"docs": "https://example.com/docs", "blog": "https://example.com/blog"}

func main() {
	gin.SetMode(gin.ReleaseMode)
	stats := &statistics{}
	engine := gin.New()
	engine.GET("/healthz", func(c *gin.Context) { c.Status(http.StatusNoContent) })
	engine.GET("/r/:code", func(c *gin.Context) {
		target, ok := targets[c.Param("code")]
		if !ok {
			c.Status(http.StatusNotFound)
			return
		}
		stats.note(c.Param("code"), "browser")
		c.Redirect(http.StatusFound, target)
	})
	if err := engine.Run("127.0.0.1:" + os.Getenv("PORT")); err != nil {
		panic(err)
	}
}
