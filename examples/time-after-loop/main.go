// Command exports writes tables as CSV and logs how slow ones get on.
package main

import (
	"cmp"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/gin-gonic/gin"
)

func main() {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Use(gin.Recovery())
	router.GET("/healthz", func(c *gin.Context) { c.Status(http.StatusNoContent) })
	router.GET("/tables", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"tables": tables}) })
	router.POST("/exports/:table", exportTable)

	server := &http.Server{
		Addr:              ":" + cmp.Or(os.Getenv("PORT"), "8080"),
		Handler:           router,
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Fatal(server.ListenAndServe())
}

func exportTable(c *gin.Context) {
	table, ok := find(c.Param("table"))
	if !ok {
		c.JSON(http.StatusNotFound, gin.H{"error": "no such table"})
		return
	}
	progress := newProgress(table)
	go progress.log() // LEAK: log never returns
	csv := export(table, progress)
	c.Data(http.StatusOK, "text/csv", csv)
}
