// Command orders takes orders and tells other parts of the shop when they are paid.
package main

import (
	"cmp"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	events := &bus{subscribers: make(map[string][]func(event))}
	handler := &orders{events: events}

	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("POST /quotes", handler.quote)
	mux.HandleFunc("POST /orders", handler.place)
	mux.HandleFunc("POST /orders/{id}/paid", handler.paid) // the payment provider calls this

	server := &http.Server{
		Addr:              ":" + cmp.Or(os.Getenv("PORT"), "8080"),
		Handler:           mux,
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Fatal(server.ListenAndServe())
}
