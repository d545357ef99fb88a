// Command pricing computes what an order costs. Pull requests that make it slower are in the manifest.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// What the pull requests need.
var (
	visits atomic.Uint64
	books  sync.Mutex
)

var requests atomic.Uint64

type line struct {
	Article string `json:"article"`
	Amount  int    `json:"amount"`
	Cents   uint64 `json:"cents"`
}

type offer struct {
	Number  uint64   `json:"number"`
	Lines   []line   `json:"lines"`
	Remarks []string `json:"remarks"`
	Total   uint64   `json:"total"`
}

func price(w http.ResponseWriter, r *http.Request) {
	before()
	number := requests.Add(1)
	answer := offer{Number: number, Lines: make([]line, lines), Remarks: remarks()}
	for i := range answer.Lines {
		cents := discount(number+uint64(i)) % 10_000
		answer.Lines[i] = line{Article: "tea", Amount: i + 1, Cents: cents}
		answer.Total += cents
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(answer)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /price", price)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {})
	server := &http.Server{Addr: "127.0.0.1:" + os.Getenv("PORT"), Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}
