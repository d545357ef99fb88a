// Command unsignalled waits for stock with a condition that nobody signals.
package main

import (
	"log"
	"net/http"
	"os"
	"sync"
)

type shelf struct {
	lock  sync.Mutex
	full  *sync.Cond
	items int
}

func newShelf() *shelf {
	s := &shelf{}
	s.full = sync.NewCond(&s.lock)
	return s
}

func (s *shelf) awaitStock() {
	s.lock.Lock()
	defer s.lock.Unlock()
	for s.items == 0 {
		s.full.Wait()
	}
}

type store struct {
	mu     sync.Mutex
	visits int
}

func (st *store) visit(w http.ResponseWriter, r *http.Request) {
	st.mu.Lock()
	st.visits++
	empty := st.visits%20 == 0
	st.mu.Unlock()
	if empty {
		go newShelf().awaitStock() // LEAK
	}
	w.Write([]byte("come in"))
}

func main() {
	st := &store{}
	http.HandleFunc("GET /visit", st.visit)
	http.HandleFunc("GET /hours", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("9-17")) })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
