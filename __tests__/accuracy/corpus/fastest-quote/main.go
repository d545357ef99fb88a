// Command fastest-quote asks two brokers and takes the first answer.
package main

import (
	"net/http"
	"os"
	"time"

	"github.com/gin-gonic/gin"
)

type quote struct {
	Broker string  `json:"broker"`
	Price  float64 `json:"price"`
}

func ask(broker string, delay time.Duration, into chan<- quote) {
	time.Sleep(delay)
	into <- quote{broker, 12.5}
}

// fastest leaves the slower broker's answer without anybody to take it.
func fastest() quote {
	answers := make(chan quote)
	go ask("near", 0, answers)               // LEAK
	go ask("far", time.Millisecond, answers) // LEAK
	return <-answers
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.GET("/quote", func(c *gin.Context) { c.JSON(http.StatusOK, fastest()) })
	engine.GET("/brokers", func(c *gin.Context) { c.JSON(http.StatusOK, []string{"near", "far"}) })
	engine.GET("/", func(c *gin.Context) { c.String(http.StatusOK, "quotes") })
	if err := engine.Run("127.0.0.1:" + os.Getenv("PORT")); err != nil {
		panic(err)
	}
}
