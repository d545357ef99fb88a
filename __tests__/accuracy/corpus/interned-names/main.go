// Command interned-names saves memory by keeping each string once, and then for ever.
package main

import (
	"net/http"
	"os"
	"strconv"
	"sync"

	"github.com/labstack/echo/v4"
)

type interner struct {
	sync.Mutex
	known map[string]string
	seen  int
}

func (i *interner) intern(s string) string {
	i.Lock()
	defer i.Unlock()
	if same, ok := i.known[s]; ok {
		return same
	}
	i.known[s] = s // LEAK
	return s
}

func (i *interner) tag(c echo.Context) string {
	i.Lock()
	i.seen++
	n := i.seen
	i.Unlock()
	return i.intern(c.Param("kind") + "/" + strconv.Itoa(n)) // LEAK
}

func main() {
	table := &interner{known: map[string]string{}}
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.GET("/", func(c echo.Context) error { return c.String(http.StatusOK, "ok") })
	e.PUT("/tags/:kind", func(c echo.Context) error { return c.String(http.StatusOK, table.tag(c)) })
	e.Logger.Fatal(e.Start("127.0.0.1:" + os.Getenv("PORT")))
}
