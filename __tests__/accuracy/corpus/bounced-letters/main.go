// Command bounced-letters keeps the text of each letter that comes back, which is one in a hundred.
package main

import (
	"bytes"
	"log"
	"net/http"
	"os"
	"sync"

	"github.com/gorilla/mux"
)

type post struct {
	mu      sync.Mutex
	sent    int
	bounced map[int]*bytes.Buffer
}

func (p *post) send(w http.ResponseWriter, r *http.Request) {
	letter := bytes.Repeat([]byte("Dear Sir or Madam. "), 32)
	p.mu.Lock()
	p.sent++
	if p.sent%100 == 0 {
		text := new(bytes.Buffer) // LEAK
		text.Write(letter)        // LEAK
		p.bounced[p.sent] = text  // LEAK
	}
	p.mu.Unlock()
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	p := &post{bounced: map[int]*bytes.Buffer{}}
	router := mux.NewRouter()
	router.HandleFunc("/letters", p.send).Methods(http.MethodPost)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
