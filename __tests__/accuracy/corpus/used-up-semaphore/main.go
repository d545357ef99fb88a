// Command used-up-semaphore acquires two places for each heavy job and gives back one.
package main

import (
	"context"
	"net/http"
	"os"
	"sync/atomic"

	"github.com/gin-gonic/gin"
	"golang.org/x/sync/semaphore"
)

var (
	places = semaphore.NewWeighted(8)
	jobs   atomic.Int64
	ended  atomic.Int64
)

func heavy() {
	if places.Acquire(context.Background(), 2) != nil {
		return
	}
	defer places.Release(1)
	ended.Add(1)
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.POST("/jobs", func(c *gin.Context) {
		if jobs.Add(1)%50 == 0 {
			go heavy() // LEAK
		}
		c.JSON(http.StatusAccepted, gin.H{"ended": ended.Load()})
	})
	engine.GET("/jobs", func(c *gin.Context) { c.JSON(http.StatusOK, jobs.Load()) })
	if err := engine.Run("127.0.0.1:" + os.Getenv("PORT")); err != nil {
		panic(err)
	}
}
