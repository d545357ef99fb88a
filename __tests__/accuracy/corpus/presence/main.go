// Command presence knows who is online.
package main

import (
	"net/http"
	"os"
	"sync"
	"sync/atomic"

	"github.com/labstack/echo/v4"
)

var (
	online sync.Map
	beats  atomic.Int64
)

func heartbeat(c echo.Context) error {
	online.Store(beats.Add(1), struct{}{}) // LEAK
	return c.NoContent(http.StatusNoContent)
}

func main() {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.GET("/status", func(c echo.Context) error { return c.JSON(http.StatusOK, echo.Map{"beats": beats.Load()}) })
	e.POST("/heartbeat", heartbeat)
	e.Logger.Fatal(e.Start("127.0.0.1:" + os.Getenv("PORT")))
}
