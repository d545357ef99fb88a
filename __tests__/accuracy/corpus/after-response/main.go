// Command after-response indexes a document for 700 milliseconds after its answer.
package main

import (
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"
)

type document struct {
	id   int64
	text [800]byte
}

var stored, indexed atomic.Int64

func index(d *document) {
	time.Sleep(700 * time.Millisecond)
	indexed.Add(int64(d.text[0]) + 1)
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.PUT("/documents", func(c *gin.Context) {
		d := &document{id: stored.Add(1)}
		if d.id%4 == 0 {
			go index(d)
		}
		c.JSON(http.StatusOK, gin.H{"id": d.id})
	})
	engine.GET("/indexed", func(c *gin.Context) { c.JSON(http.StatusOK, indexed.Load() >= 0) })
	if err := engine.Run("127.0.0.1:" + os.Getenv("PORT")); err != nil {
		panic(err)
	}
}
