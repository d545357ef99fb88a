// Command batches collects measurements and writes them every 150 milliseconds, or when 400 have come together.
package main

import (
	"log"
	"net/http"
	"os"
	"sync"
	"time"
)

type measurement struct {
	at    time.Time
	value float64
}

type batcher struct {
	mu      sync.Mutex
	pending []*measurement
	written int
}

func (b *batcher) add(m *measurement) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.pending = append(b.pending, m)
	if len(b.pending) >= 400 {
		b.flush()
	}
}

func (b *batcher) flush() {
	b.written += len(b.pending)
	b.pending = nil
}

func (b *batcher) run() {
	for range time.Tick(150 * time.Millisecond) {
		b.mu.Lock()
		b.flush()
		b.mu.Unlock()
	}
}

func main() {
	b := &batcher{}
	go b.run()
	http.HandleFunc("POST /measurements", func(w http.ResponseWriter, r *http.Request) {
		b.add(&measurement{time.Now(), 3.5})
		w.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
