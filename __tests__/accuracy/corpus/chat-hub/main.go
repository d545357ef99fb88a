// Command chat-hub is the usual hub of a chat: clients with a channel and a goroutine that pumps it.
package main

import (
	"log"
	"net/http"
	"os"
	"sync"

	"github.com/gorilla/mux"
)

func (h *hub) say(w http.ResponseWriter, r *http.Request) {
	var once sync.WaitGroup
	once.Add(1)
	c := &client{send: make(chan string, 4)}
	h.join(c)
	go c.pump(&once) // LEAK
	c.send <- mux.Vars(r)["room"]
	once.Wait()
	w.Write([]byte("said"))
}

func main() {
	h := &hub{clients: map[*client]bool{}}
	router := mux.NewRouter()
	router.HandleFunc("/rooms/{room}/say", h.say).Methods(http.MethodPost)
	router.HandleFunc("/rooms", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("tea")) })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
