// Command ticket-numbers is the machine at the counter.
package main

import (
	"container/list"
	"log"
	"os"
	"strconv"
	"sync"

	"github.com/gofiber/fiber/v2"
)

type counter struct {
	sync.Mutex
	next    uint64
	waiting *list.List
}

// draw puts the customer in the queue, which nobody works off.
func (c *counter) draw() uint64 {
	c.Lock()
	defer c.Unlock()
	c.next++
	c.waiting.PushBack(c.next) // LEAK
	return c.next
}

func main() {
	c := &counter{waiting: list.New()}
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Get("/ready", func(ctx *fiber.Ctx) error { return ctx.SendStatus(fiber.StatusNoContent) })
	app.Post("/draw", func(ctx *fiber.Ctx) error { return ctx.SendString(strconv.FormatUint(c.draw(), 10)) })
	log.Fatal(app.Listen("127.0.0.1:" + os.Getenv("PORT")))
}
