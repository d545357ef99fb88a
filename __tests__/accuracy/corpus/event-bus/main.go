// Command event-bus lets each visitor listen to prices, and forgets to take them off the list.
package main

import (
	"log"
	"net/http"
	"os"
	"sync"

	"github.com/gin-gonic/gin"
)

type bus struct {
	mu        sync.Mutex
	listeners []chan float64
}

func (b *bus) subscribe() <-chan float64 {
	listener := make(chan float64, 8) // LEAK
	b.mu.Lock()
	defer b.mu.Unlock()
	b.listeners = append(b.listeners, listener) // LEAK
	return listener
}

func (b *bus) publish(price float64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, listener := range b.listeners[max(0, len(b.listeners)-10):] {
		select {
		case listener <- price:
		default:
		}
	}
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	prices := &bus{}
	engine := gin.New()
	engine.Use(gin.Recovery())
	engine.GET("/prices", func(c *gin.Context) {
		listener := prices.subscribe()
		prices.publish(1.25)
		c.JSON(http.StatusOK, gin.H{"price": <-listener})
	})
	engine.GET("/symbols", func(c *gin.Context) { c.JSON(http.StatusOK, []string{"TEA", "RUM"}) })
	engine.GET("/version", func(c *gin.Context) { c.String(http.StatusOK, "3") })
	engine.HEAD("/symbols", func(c *gin.Context) { c.Status(http.StatusOK) })
	log.Fatal(engine.Run("127.0.0.1:" + os.Getenv("PORT")))
}
