// Command scratch-pool takes buffers from a pool and returns early without them.
package main

import (
	"log"
	"net/http"
	"os"
	"sync"

	"github.com/go-chi/chi/v5"
)

var scratch = sync.Pool{New: func() any { return new([2048]byte) }}

func checksum(w http.ResponseWriter, r *http.Request) {
	buffer := scratch.Get().(*[2048]byte) // LEAK
	n := copy(buffer[:], r.URL.Path)
	var sum byte
	for _, b := range buffer[:n] {
		sum += b
	}
	w.Write([]byte{'0' + sum%10})
}

func main() {
	router := chi.NewRouter()
	router.Get("/sum/*", checksum)
	router.Get("/", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("sums")) })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
