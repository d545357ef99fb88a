// Command growing-ring links each turn into a ring that was meant to have eight places.
package main

import (
	"container/ring"
	"fmt"
	"log"
	"net/http"
	"os"
	"sync"

	"github.com/go-chi/chi/v5"
)

type roundRobin struct {
	sync.Mutex
	at *ring.Ring
}

func (r *roundRobin) next(player int) int {
	r.Lock()
	defer r.Unlock()
	place := ring.New(1) // LEAK
	place.Value = player
	r.at.Link(place)
	r.at = r.at.Next()
	return player
}

func main() {
	turns := &roundRobin{at: ring.New(8)}
	router := chi.NewRouter()
	router.Get("/turn", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, turns.next(7)) })
	router.Get("/rules", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "eight players") })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
