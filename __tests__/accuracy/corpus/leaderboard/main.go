// Command leaderboard has one goroutine that owns the scores.
package main

import (
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
)

type score struct {
	player uint64
	points int
	game   string
}

func keep(incoming <-chan score, best chan<- int) {
	history := map[uint64][]score{}
	top := 0
	for {
		select {
		case s := <-incoming:
			history[s.player%64] = append(history[s.player%64], s) // LEAK
			top = max(top, s.points)
		case best <- top:
		}
	}
}

func main() {
	incoming, best := make(chan score), make(chan int)
	go keep(incoming, best)
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.GET("/best", func(c echo.Context) error { return c.JSON(http.StatusOK, <-best) })
	e.POST("/scores", func(c echo.Context) error {
		incoming <- score{player: 12, points: 80, game: "chess"}
		return c.NoContent(http.StatusAccepted)
	})
	e.Logger.Fatal(e.Start("127.0.0.1:" + os.Getenv("PORT")))
}
