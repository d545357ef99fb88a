// Command seen-headers debugs clients by keeping what they sent.
package main

import (
	"net/http"
	"os"
	"sync"

	"github.com/labstack/echo/v4"
)

var debug struct {
	sync.Mutex
	headers []http.Header
}

func remember(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		sent := c.Request().Header.Clone() // LEAK
		debug.Lock()
		debug.headers = append(debug.headers, sent) // LEAK
		debug.Unlock()
		return next(c)
	}
}

func main() {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.GET("/live", func(c echo.Context) error { return c.NoContent(http.StatusOK) })
	clients := e.Group("/clients", remember)
	clients.GET("/:id", func(c echo.Context) error { return c.String(http.StatusOK, c.Param("id")) })
	e.Logger.Fatal(e.Start("127.0.0.1:" + os.Getenv("PORT")))
}
