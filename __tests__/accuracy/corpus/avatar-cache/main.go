// Command avatar-cache draws faces.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"sync/atomic"

	"example.com/corpus/avatar-cache/cache"
)

var (
	faces = &cache.LRU{Limit: 500}
	seeds atomic.Int64
)

func draw(seed string) []byte {
	face := make([]byte, 1024) // LEAK
	for i := range face {
		face[i] = seed[i%len(seed)]
	}
	return face
}

func random(w http.ResponseWriter, r *http.Request) {
	seed := fmt.Sprint("face-", seeds.Add(1)) // LEAK
	face := faces.Get(seed)
	if face == nil {
		face = draw(seed)
		faces.Put(seed, face)
	}
	w.Write(face)
}

func main() {
	http.HandleFunc("GET /random", random)
	http.HandleFunc("GET /about", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "faces") })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
