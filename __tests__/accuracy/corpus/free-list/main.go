// Command free-list reuses arenas that it keeps in a channel.
package main

import (
	"log"
	"os"

	"github.com/gofiber/fiber/v2"
)

type arena struct {
	block [16 << 10]byte
	used  int
}

func (a *arena) alloc(n int) []byte {
	a.used += n
	return a.block[a.used-n : a.used : a.used]
}

var free = make(chan *arena, 64)

func take() *arena {
	select {
	case a := <-free:
		a.used = 0
		return a
	default:
		return new(arena)
	}
}

func give(a *arena) {
	select {
	case free <- a:
	default:
	}
}

func main() {
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Get("/build", func(c *fiber.Ctx) error {
		a := take()
		defer give(a)
		for i := range 40 {
			part := a.alloc(100)
			part[0] = byte(i)
		}
		return c.SendString("built")
	})
	log.Fatal(app.Listen("127.0.0.1:" + os.Getenv("PORT")))
}
