// Command headlines reads long articles and remembers their first words.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"
	"sync/atomic"
)

var (
	mu     sync.Mutex
	titles []string
	visits atomic.Int64
	words  = strings.Repeat("the quick brown fox jumps over the lazy dog ", 220)
)

func fetch(id int64) string {
	return fmt.Sprintf("%d: %s", id, words) // LEAK
}

func read(w http.ResponseWriter, r *http.Request) {
	id := visits.Add(1)
	if id%20 != 0 {
		fmt.Fprint(w, "read before")
		return
	}
	article := fetch(id)
	// A part of a string keeps all of it.
	title := article[:strings.IndexByte(article, 'q')]
	mu.Lock()
	titles = append(titles, title) // LEAK
	mu.Unlock()
	fmt.Fprint(w, title)
}

func main() {
	server := http.Server{Addr: "127.0.0.1:" + os.Getenv("PORT"), Handler: http.HandlerFunc(read)}
	log.Fatal(server.ListenAndServe())
}
