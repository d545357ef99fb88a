// Command uncancelled-wait waits for the end of a context whose cancel function it threw away.
package main

import (
	"context"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"github.com/labstack/echo/v4"
)

type lease struct {
	id      int64
	expired atomic.Bool
}

func (l *lease) guard(ctx context.Context) {
	<-ctx.Done()
	l.expired.Store(true)
}

var leases atomic.Int64

func acquire(c echo.Context) error {
	one := &lease{id: leases.Add(1)}
	if one.id%5 == 0 {
		ctx, _ := context.WithTimeout(context.Background(), 48*time.Hour)
		go one.guard(ctx) // LEAK
	}
	return c.JSON(http.StatusOK, echo.Map{"lease": one.id})
}

func main() {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.POST("/leases", acquire)
	e.GET("/leases", func(c echo.Context) error { return c.JSON(http.StatusOK, leases.Load()) })
	e.Logger.Fatal(e.Start("127.0.0.1:" + os.Getenv("PORT")))
}
