// Command first-error reads shards with an errgroup and returns at the first error, without draining the others.
package main

import (
	"context"
	"errors"
	"net/http"
	"os"
	"sync/atomic"

	"github.com/labstack/echo/v4"
	"golang.org/x/sync/errgroup"
)

var queries atomic.Int64

func read(shard int, rows chan<- int) error {
	for row := range 3 {
		rows <- shard*10 + row
	}
	return nil
}

func sum(ctx context.Context, broken bool) (int, error) {
	var group errgroup.Group
	rows := make(chan int)
	for shard := range 2 {
		group.Go(func() error { return read(shard, rows) }) // LEAK
	}
	if broken {
		<-rows
		return 0, errors.New("shard 0 answered nonsense")
	}
	total := 0
	for range 6 {
		total += <-rows
	}
	return total, group.Wait()
}

func main() {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.GET("/sum", func(c echo.Context) error {
		total, err := sum(c.Request().Context(), queries.Add(1)%10 == 0)
		if err != nil {
			return c.String(http.StatusOK, "partial")
		}
		return c.JSON(http.StatusOK, total)
	})
	e.Logger.Fatal(e.Start("127.0.0.1:" + os.Getenv("PORT")))
}
