// Command mail-workers starts a worker for each letter and never tells it that there are no more.
package main

import (
	"log"
	"net/http"
	"os"
	"sync/atomic"
)

var sent atomic.Int64

type letter struct{ to, body string }

func work(letters <-chan letter, done func()) {
	for one := range letters {
		sent.Add(int64(len(one.body)))
		done()
	}
}

func send(w http.ResponseWriter, r *http.Request) {
	letters := make(chan letter, 1)
	finished := make(chan struct{})
	go work(letters, func() { close(finished) }) // LEAK
	letters <- letter{"bob", "see you at five"}
	<-finished
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /letters", send)
	mux.HandleFunc("GET /letters/{id}", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(r.PathValue("id"))) })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux))
}
