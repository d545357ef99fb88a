// Command expiring-codes hands out codes that are good for two seconds.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"sync"
	"time"
)

type codes struct {
	mu    sync.Mutex
	last  uint64
	valid map[uint64]time.Time
}

func (c *codes) issue() uint64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last++
	c.valid[c.last] = time.Now().Add(2 * time.Second)
	return c.last
}

func (c *codes) sweep() {
	for now := range time.Tick(250 * time.Millisecond) {
		c.mu.Lock()
		for code, until := range c.valid {
			if now.After(until) {
				delete(c.valid, code)
			}
		}
		c.mu.Unlock()
	}
}

func main() {
	c := &codes{valid: map[uint64]time.Time{}}
	go c.sweep()
	mux := http.NewServeMux()
	mux.HandleFunc("POST /codes", func(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(c.issue()) })
	mux.HandleFunc("GET /about", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("two seconds")) })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux))
}
