// Command reminders promises to come back tomorrow.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"sync/atomic"
	"time"
)

type reminder struct {
	to, text string
	payload  [96]byte
}

func (r *reminder) send() { log.Printf("to %s: %s", r.to, r.text) }

var created, fired atomic.Int64

func handle(w http.ResponseWriter, r *http.Request) {
	// One visitor in ten wants to be reminded.
	if created.Add(1)%10 == 0 {
		one := &reminder{to: "ada", text: "water the plants"} // LEAK
		time.AfterFunc(24*time.Hour, one.send)                // LEAK
	}
	json.NewEncoder(w).Encode(struct {
		Created int64 `json:"created"`
		Fired   int64 `json:"fired"`
	}{created.Load(), fired.Load()})
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/", handle)
	log.Fatal((&http.Server{Addr: "127.0.0.1:" + os.Getenv("PORT"), Handler: mux}).ListenAndServe())
}
