// Command gauges samples itself all the time and keeps every sample.
package main

import (
	"log"
	"net/http"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"
)

type sample struct {
	at         time.Time
	goroutines int
	padding    [60]uint64
}

type history struct {
	mu      sync.Mutex
	samples []*sample
}

func (h *history) record() {
	for at := range time.Tick(20 * time.Millisecond) {
		one := &sample{at: at, goroutines: runtime.NumGoroutine()} // LEAK
		h.mu.Lock()
		h.samples = append(h.samples, one) // LEAK
		h.mu.Unlock()
	}
}

func main() {
	h := &history{}
	go h.record()
	http.HandleFunc("/goroutines", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(strconv.Itoa(runtime.NumGoroutine())))
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
