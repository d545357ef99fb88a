// Command links is a link shortener with a fixed set of links and a count of their clicks.
package main

import (
	"cmp"
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	links := newStore()
	clicks := newCounter(links)
	go clicks.run(ctx)

	server := &http.Server{
		Addr:              ":" + cmp.Or(os.Getenv("PORT"), "8080"),
		Handler:           routes(links, clicks),
		ReadHeaderTimeout: 5 * time.Second,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return server.Close()
	}
}

func routes(links *store, clicks *counter) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Use(gin.Recovery())
	router.GET("/healthz", func(c *gin.Context) { c.Status(http.StatusNoContent) })
	router.GET("/:alias", func(c *gin.Context) {
		target, ok := links.find(c.Param("alias"))
		if !ok {
			c.JSON(http.StatusNotFound, gin.H{"error": "no such link"})
			return
		}
		clicks.add(c.Param("alias"))
		c.Redirect(http.StatusFound, target)
	})

	admin := router.Group("/api", gin.BasicAuth(gin.Accounts{"admin": cmp.Or(os.Getenv("ADMIN_PASSWORD"), "secret")}))
	admin.GET("/links", func(c *gin.Context) { c.JSON(http.StatusOK, clicks.report()) })
	admin.PUT("/links/:alias", func(c *gin.Context) {
		var link struct {
			Target string `json:"target" binding:"required,url"`
		}
		if err := c.ShouldBindJSON(&link); err != nil {
			c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
			return
		}
		if !links.set(c.Param("alias"), link.Target) {
			c.JSON(http.StatusInsufficientStorage, gin.H{"error": "too many links"})
			return
		}
		c.Status(http.StatusNoContent)
	})
	return router
}
