// Command stable-keys writes to a sync.Map all the time, always to the same 500 keys.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"sync"
	"sync/atomic"

	"github.com/go-chi/chi/v5"
)

type sensor struct {
	value int64
	unit  string
}

var (
	latest   sync.Map
	readings atomic.Int64
)

func main() {
	router := chi.NewRouter()
	router.Put("/reading", func(w http.ResponseWriter, r *http.Request) {
		n := readings.Add(1)
		latest.Store(fmt.Sprintf("sensor-%d", n%500), &sensor{n, "lux"})
		w.WriteHeader(http.StatusNoContent)
	})
	router.Get("/reading/{id}", func(w http.ResponseWriter, r *http.Request) {
		if found, ok := latest.Load("sensor-" + chi.URLParam(r, "id")); ok {
			fmt.Fprint(w, found.(*sensor).value)
		}
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
