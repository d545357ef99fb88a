// Command quotes answers with the current price of a share.
package main

import (
	"cmp"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("GET /quotes/{symbol}", showQuote)

	server := &http.Server{
		Addr:              ":" + cmp.Or(os.Getenv("PORT"), "8080"),
		Handler:           mux,
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Fatal(server.ListenAndServe())
}

// perDollar stands in for the exchange rates.
var perDollar = map[string]float64{"USD": 1, "EUR": 0.92, "GBP": 0.79}

// showQuote waits for the feed's first price and converts it to the currency asked for.
func showQuote(w http.ResponseWriter, r *http.Request) {
	symbol := r.PathValue("symbol")
	currency := cmp.Or(r.URL.Query().Get("currency"), "USD")

	prices := subscribe(symbol)
	rate, ok := perDollar[currency]
	if !ok {
		http.Error(w, "unknown currency: "+currency, http.StatusUnprocessableEntity)
		return
	}
	defer prices.close()

	select {
	case dollars := <-prices.updates:
		reply(w, map[string]any{"symbol": symbol, "currency": currency, "price": dollars * rate})
	case <-r.Context().Done():
	}
}

func reply(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Printf("answer: %v", err)
	}
}
