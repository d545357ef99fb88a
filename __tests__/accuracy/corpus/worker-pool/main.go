// Command worker-pool has workers that it starts when there is work, up to 24.
package main

import (
	"log"
	"os"
	"sync"
	"sync/atomic"

	"github.com/gofiber/fiber/v2"
)

type pool struct {
	jobs    chan int
	mu      sync.Mutex
	workers int
	jobsIn  int
	done    atomic.Int64
}

func (p *pool) work() {
	for job := range p.jobs {
		p.done.Add(int64(job))
	}
}

func (p *pool) submit(job int) {
	p.mu.Lock()
	if p.jobsIn++; p.workers < 24 && p.jobsIn%60 == 1 {
		p.workers++
		go p.work()
	}
	p.mu.Unlock()
	p.jobs <- job
}

func main() {
	p := &pool{jobs: make(chan int, 100)}
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Post("/jobs", func(c *fiber.Ctx) error {
		p.submit(1)
		return c.SendStatus(fiber.StatusAccepted)
	})
	app.Get("/", func(c *fiber.Ctx) error { return c.SendString("pool") })
	log.Fatal(app.Listen("127.0.0.1:" + os.Getenv("PORT")))
}
