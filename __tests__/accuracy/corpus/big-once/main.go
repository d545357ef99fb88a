// Command big-once loads two megabytes at the first request that needs them.
package main

import (
	"net/http"
	"os"
	"sync"

	"github.com/labstack/echo/v4"
)

var dictionary = sync.OnceValue(func() map[uint32][]byte {
	words := make(map[uint32][]byte, 20_000)
	for i := range uint32(20_000) {
		words[i*2654435761] = make([]byte, 90)
	}
	return words
})

func main() {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.GET("/words", func(c echo.Context) error { return c.JSON(http.StatusOK, len(dictionary())) })
	e.GET("/", func(c echo.Context) error { return c.String(http.StatusOK, "words") })
	e.Logger.Fatal(e.Start("127.0.0.1:" + os.Getenv("PORT")))
}
