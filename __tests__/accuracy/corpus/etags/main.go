// Command etags remembers the version of each answer.
package main

import (
	"hash/fnv"
	"log"
	"os"
	"strconv"
	"sync"

	"github.com/gofiber/fiber/v2"
)

var versions = struct {
	sync.Mutex
	count  uint64
	hashes map[uint64]uint64
}{hashes: map[uint64]uint64{}}

func etag(body string) string {
	h := fnv.New64a()
	h.Write([]byte(body))
	versions.Lock()
	defer versions.Unlock()
	versions.count++
	versions.hashes[versions.count] = h.Sum64() // LEAK
	return strconv.FormatUint(h.Sum64(), 16)
}

func main() {
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Get("/page/:name", func(c *fiber.Ctx) error {
		body := "page " + c.Params("name")
		c.Set("ETag", etag(body))
		return c.SendString(body)
	})
	log.Fatal(app.Listen("127.0.0.1:" + os.Getenv("PORT")))
}
