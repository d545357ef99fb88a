// Command spare-listeners opens a port for a transfer that never comes.
package main

import (
	"net"
	"net/http"
	"os"
	"sync"

	"github.com/gin-gonic/gin"
)

type transfers struct {
	mu    sync.Mutex
	asked int
	ports []net.Listener
}

func (t *transfers) offer(c *gin.Context) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.asked++; t.asked%100 != 0 {
		c.String(http.StatusOK, "later")
		return
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0") // LEAK
	if err != nil {
		c.String(http.StatusInternalServerError, err.Error())
		return
	}
	t.ports = append(t.ports, listener)
	c.String(http.StatusOK, listener.Addr().String())
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	t := &transfers{}
	engine := gin.New()
	engine.POST("/transfers", t.offer)
	if err := engine.Run("127.0.0.1:" + os.Getenv("PORT")); err != nil {
		panic(err)
	}
}
