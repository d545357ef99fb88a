// Command rates tells exchange rates that a bank quotes, behind a limiter and a circuit breaker.
package main

import (
	"cmp"
	"flag"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	bank := flag.String("bank", "127.0.0.1:18390", "address of the bank")
	wrong := flag.String("wrong", "", "an anti-pattern: "+antiPatterns)
	flag.Parse()

	limiter := newLimiter(*wrong)
	quotes := newQuotes("http://"+*bank, *wrong)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.Handle("GET /rates/{currency}", limited(limiter, *wrong, http.HandlerFunc(quotes.show)))

	server := &http.Server{
		Addr:              ":" + cmp.Or(os.Getenv("PORT"), "8080"),
		Handler:           mux,
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Fatal(server.ListenAndServe())
}

const antiPatterns = "fixed-threshold, rejects-while-flat, bucket-not-reset, no-half-open-probe, retry-storm, no-retry-after"
