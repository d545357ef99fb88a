// Command kept-uploads writes each twentieth upload to a file and keeps it open.
package main

import (
	"net/http"
	"os"
	"sync"

	"github.com/labstack/echo/v4"
)

type spool struct {
	mu    sync.Mutex
	count int
	files []*os.File
}

func (s *spool) store(c echo.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.count++; s.count%20 != 0 {
		return c.NoContent(http.StatusAccepted)
	}
	file, err := os.CreateTemp("", "upload-*") // LEAK
	if err != nil {
		return err
	}
	os.Remove(file.Name())
	file.WriteString("uploaded")
	s.files = append(s.files, file)
	return c.NoContent(http.StatusAccepted)
}

func main() {
	s := &spool{}
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.POST("/uploads", s.store)
	e.GET("/uploads", func(c echo.Context) error { return c.String(http.StatusOK, "none of your business") })
	e.Logger.Fatal(e.Start("127.0.0.1:" + os.Getenv("PORT")))
}
