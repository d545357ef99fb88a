// Command expvar-keys publishes a variable for each answer.
package main

import (
	"expvar"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync/atomic"
)

var (
	durations = expvar.NewMap("durations")
	answers   atomic.Uint64
)

func answer(w http.ResponseWriter, r *http.Request) {
	key := strconv.FormatUint(1_000_000+answers.Add(1), 36) // LEAK
	durations.Add(key, 1)                                   // LEAK
	w.Write([]byte("42"))
}

func main() {
	http.HandleFunc("GET /answer", answer)
	http.HandleFunc("GET /question", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("unknown")) })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
