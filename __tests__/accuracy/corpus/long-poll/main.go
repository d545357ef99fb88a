// Command long-poll lets visitors wait for news, which come every 30 milliseconds.
package main

import (
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/go-chi/chi/v5"
)

type news struct {
	mu      sync.Mutex
	number  int
	changed chan struct{}
}

func (n *news) run() {
	for range time.Tick(30 * time.Millisecond) {
		n.mu.Lock()
		n.number++
		close(n.changed)
		n.changed = make(chan struct{})
		n.mu.Unlock()
	}
}

func (n *news) wait(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	changed := n.changed
	n.mu.Unlock()
	select {
	case <-changed:
		n.mu.Lock()
		defer n.mu.Unlock()
		w.Write([]byte(strconv.Itoa(n.number)))
	case <-r.Context().Done():
	}
}

func main() {
	n := &news{changed: make(chan struct{})}
	go n.run()
	router := chi.NewRouter()
	router.Get("/next", n.wait)
	router.Get("/healthz", func(w http.ResponseWriter, r *http.Request) {})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
