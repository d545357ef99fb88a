// Command two-generations recognises what it has seen in the last 1,200 to 2,400 requests.
package main

import (
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"
)

type seen struct {
	mu         sync.Mutex
	count      int
	young, old map[string]bool
}

func (s *seen) check(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	key := "message-" + strconv.Itoa(s.count)
	known := s.young[key] || s.old[key]
	s.young[key] = true
	if len(s.young) >= 1200 {
		s.old, s.young = s.young, make(map[string]bool, 1200)
	}
	w.Write(strconv.AppendBool(nil, known))
}

func main() {
	s := &seen{young: make(map[string]bool, 1200)}
	http.HandleFunc("POST /messages", s.check)
	http.HandleFunc("GET /messages", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("secret")) })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
