// Command pipe-ends makes an operating-system pipe for each fiftieth message and keeps both ends.
package main

import (
	"log"
	"os"
	"sync"

	"github.com/gofiber/fiber/v2"
)

type end struct{ read, write *os.File }

type relay struct {
	sync.Mutex
	messages int
	ends     []end
}

func (r *relay) connect() error {
	r.Lock()
	defer r.Unlock()
	if r.messages++; r.messages%50 != 0 {
		return nil
	}
	read, write, err := os.Pipe() // LEAK
	if err != nil {
		return err
	}
	r.ends = append(r.ends, end{read, write})
	return nil
}

func main() {
	r := &relay{}
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Post("/messages", func(c *fiber.Ctx) error {
		if err := r.connect(); err != nil {
			return err
		}
		return c.SendStatus(fiber.StatusNoContent)
	})
	log.Fatal(app.Listen("127.0.0.1:" + os.Getenv("PORT")))
}
