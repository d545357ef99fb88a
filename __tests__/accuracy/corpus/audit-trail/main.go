// Command audit-trail keeps books and writes down who looked at them.
package main

import (
	"bytes"
	"fmt"
	"log"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/go-chi/chi/v5"
)

// trail is meant to be flushed by somebody.
type trail struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (t *trail) middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		next.ServeHTTP(w, r)
		t.mu.Lock()
		fmt.Fprintf(&t.buf, "%s %s %s\n", r.Method, r.URL.Path, time.Since(started).Round(time.Millisecond)) // LEAK
		t.mu.Unlock()
	})
}

func main() {
	router := chi.NewRouter()
	router.Use((&trail{}).middleware)
	for _, path := range []string{"/books", "/books/{id}", "/authors"} {
		router.Get(path, func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, chi.URLParam(r, "id")) })
	}
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
