// Command user-histories keeps the last fifteen searches of each of 120 people.
package main

import (
	"net/http"
	"os"
	"strconv"
	"sync"

	"github.com/gin-gonic/gin"
)

type histories struct {
	mu       sync.Mutex
	searches int
	byUser   [120][]string
}

func (h *histories) add() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.searches++
	user := h.searches % len(h.byUser)
	history := append(h.byUser[user], "tea number "+strconv.Itoa(h.searches))
	if len(history) > 15 {
		history = append([]string(nil), history[len(history)-15:]...)
	}
	h.byUser[user] = history
	return h.searches
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	h := &histories{}
	engine := gin.New()
	engine.GET("/search", func(c *gin.Context) { c.JSON(http.StatusOK, h.add() > 0) })
	engine.GET("/healthz", func(c *gin.Context) { c.Status(http.StatusOK) })
	if err := engine.Run("127.0.0.1:" + os.Getenv("PORT")); err != nil {
		panic(err)
	}
}
