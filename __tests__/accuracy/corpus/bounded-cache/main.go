// Command bounded-cache renders pages and keeps the last 800.
package main

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync/atomic"

	"github.com/gin-gonic/gin"
	lru "github.com/hashicorp/golang-lru/v2"
)

var rendered atomic.Int64

func main() {
	gin.SetMode(gin.ReleaseMode)
	pages, err := lru.New[string, []byte](800)
	if err != nil {
		panic(err)
	}
	engine := gin.New()
	engine.GET("/fresh", func(c *gin.Context) {
		key := fmt.Sprintf("page-%d", rendered.Add(1))
		if _, ok := pages.Get(key); !ok {
			pages.Add(key, []byte(strings.Repeat(key, 20)))
		}
		c.String(http.StatusOK, key)
	})
	engine.GET("/size", func(c *gin.Context) { c.JSON(http.StatusOK, pages.Len()) })
	if err := engine.Run("127.0.0.1:" + os.Getenv("PORT")); err != nil {
		panic(err)
	}
}
