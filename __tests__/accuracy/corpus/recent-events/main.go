// Command recent-events keeps the last 3,000 events in a ring.
package main

import (
	"net/http"
	"os"
	"sync"

	"github.com/labstack/echo/v4"
)

type event struct {
	id   uint64
	text string
	tags []string
}

type log struct {
	mu     sync.Mutex
	events [3000]*event
	next   uint64
}

func (l *log) add(text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.next++
	l.events[l.next%uint64(len(l.events))] = &event{id: l.next, text: text, tags: []string{text, "new"}}
}

func main() {
	l := &log{}
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.POST("/events/:text", func(c echo.Context) error {
		l.add(string([]byte(c.Param("text"))))
		return c.NoContent(http.StatusCreated)
	})
	e.GET("/events", func(c echo.Context) error {
		l.mu.Lock()
		defer l.mu.Unlock()
		return c.JSON(http.StatusOK, l.next)
	})
	e.Logger.Fatal(e.Start("127.0.0.1:" + os.Getenv("PORT")))
}
