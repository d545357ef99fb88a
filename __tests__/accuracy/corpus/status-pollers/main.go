// Command status-pollers watches each order with a ticker and no end.
package main

import (
	"net/http"
	"os"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"
)

type watcher struct {
	orders atomic.Int64
	polls  atomic.Int64
}

func (w *watcher) watch(order int64) {
	ticker := time.NewTicker(750 * time.Millisecond)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			w.polls.Add(order & 1)
		}
	}
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	w := &watcher{}
	engine := gin.New()
	engine.POST("/orders", func(c *gin.Context) {
		id := w.orders.Add(1)
		if id%10 == 0 {
			go w.watch(id) // LEAK
		}
		c.String(http.StatusCreated, strconv.FormatInt(id, 10))
	})
	if err := engine.Run("127.0.0.1:" + os.Getenv("PORT")); err != nil {
		panic(err)
	}
}
