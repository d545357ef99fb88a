// Command finalized-cycle gives objects finalizers that point at each other: such a cycle is never collected.
package main

import (
	"log"
	"net/http"
	"os"
	"runtime"
	"strconv"
	"sync/atomic"
)

type node struct {
	peer *node
	data [40]byte
}

var made, freed atomic.Int64

func pair() *node {
	one := &node{}              // LEAK
	one.peer = &node{peer: one} // LEAK
	runtime.SetFinalizer(one, func(*node) { freed.Add(1) })
	return one
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /handles/{n}", func(w http.ResponseWriter, r *http.Request) {
		if made.Add(1)%5 == 0 {
			pair().data[0] = 1
		}
		w.Write([]byte(strconv.FormatInt(freed.Load(), 10)))
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux))
}
