// Quotes tells how long the stages of each answer took in the Server-Timing field, as browsers' developer tools show it.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A stopwatch collects the stages of one request.
type stopwatch struct{ stages []string }

func (s *stopwatch) time(name string, work func()) {
	start := time.Now()
	work()
	s.stages = append(s.stages, fmt.Sprintf("%s;dur=%.4f", name, time.Since(start).Seconds()*1000))
}

// The token is a hash over a few rounds: enough work to be seen.
func authorized(token string, rounds int) bool {
	sum := sha256.Sum256([]byte(token))
	for i := 0; i < rounds; i++ {
		sum = sha256.Sum256(sum[:])
	}
	return sum[0] != 0 || sum[1] != 0
}

type quote struct {
	Symbol string  `json:"symbol"`
	Price  float64 `json:"price"`
	Volume int     `json:"volume"`
}

func find(n int) []quote {
	quotes := make([]quote, n)
	for i := range quotes {
		quotes[i] = quote{Symbol: fmt.Sprintf("Q%03d", i), Price: float64(i) * 1.25, Volume: i * 100}
	}
	return quotes
}

// How many quotes are asked for: 40 unless told.
func wanted(r *http.Request) int {
	if n, err := strconv.Atoi(r.URL.Query().Get("n")); err == nil && n > 0 && n < 1000 {
		return n
	}
	return 40
}

func handler(rounds int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var watch stopwatch
		var allowed bool
		watch.time("auth", func() { allowed = authorized(r.Header.Get("Authorization"), rounds) })
		if !allowed {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		var quotes []quote
		watch.time("find", func() { quotes = find(wanted(r)) })
		var body []byte
		watch.time("encode", func() { body, _ = json.Marshal(quotes) })
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Server-Timing", strings.Join(watch.stages, ", "))
		w.Write(body)
	}
}

func main() {
	port := flag.String("port", "8080", "where to listen")
	rounds := flag.Int("rounds", 300, "rounds of hashing a token")
	flag.Parse()
	mux := http.NewServeMux()
	mux.Handle("/quotes", handler(*rounds))
	server := &http.Server{Addr: "127.0.0.1:" + *port, Handler: mux}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		server.Shutdown(context.Background())
	}()
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
}
