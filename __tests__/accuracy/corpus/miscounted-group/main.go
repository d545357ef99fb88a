// Command miscounted-group adds one more to a WaitGroup than it has workers, in one request of a hundred.
package main

import (
	"log"
	"os"
	"sync"
	"sync/atomic"

	"github.com/gofiber/fiber/v2"
)

var (
	calls    atomic.Int64
	finished atomic.Int64
)

func process(parts int) {
	var wait sync.WaitGroup
	wait.Add(parts)
	for range 3 {
		go func() {
			defer wait.Done()
			finished.Add(1)
		}()
	}
	go func() { // LEAK
		wait.Wait()
		finished.Add(100)
	}()
}

func main() {
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Post("/process", func(c *fiber.Ctx) error {
		parts := 3
		if calls.Add(1)%100 == 0 {
			parts++
		}
		process(parts)
		return c.SendStatus(fiber.StatusAccepted)
	})
	log.Fatal(app.Listen("127.0.0.1:" + os.Getenv("PORT")))
}
