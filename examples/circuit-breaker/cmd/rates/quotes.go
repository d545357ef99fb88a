package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/sony/gobreaker/v2"
)

// quotes asks the bank, and tells the last rate it heard of while the bank doesn't answer.
type quotes struct {
	bank    string
	client  *http.Client
	breaker *gobreaker.CircuitBreaker[[]byte]
	retries int

	mu   sync.Mutex
	last map[string][]byte
}

func newQuotes(bank, wrong string) *quotes {
	q := &quotes{
		bank:   bank,
		last:   map[string][]byte{},
		client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 256}},
	}
	settings := gobreaker.Settings{
		Name:        "bank",
		MaxRequests: 2, // while it is half-open
		Timeout:     500 * time.Millisecond,
		ReadyToTrip: func(counts gobreaker.Counts) bool { return counts.ConsecutiveFailures >= 5 },
	}
	switch wrong {
	case "no-half-open-probe":
		settings.Timeout = 24 * time.Hour // until somebody restarts the service
	case "retry-storm":
		q.retries = 3
		settings.ReadyToTrip = func(gobreaker.Counts) bool { return false }
	}
	q.breaker = gobreaker.NewCircuitBreaker[[]byte](settings)
	return q
}

func (q *quotes) show(w http.ResponseWriter, r *http.Request) {
	currency := r.PathValue("currency")
	quote, err := q.breaker.Execute(func() ([]byte, error) { return q.ask(r.Context(), currency) })
	w.Header().Set("Content-Type", "application/json")
	if err == nil {
		q.mu.Lock()
		q.last[currency] = quote
		q.mu.Unlock()
		w.Write(quote)
		return
	}
	q.mu.Lock()
	known, ok := q.last[currency]
	q.mu.Unlock()
	if !ok {
		w.Header().Set("Retry-After", "1")
		http.Error(w, "the bank doesn't answer", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintf(w, `{"stale":true,"last":%s}`, known)
}

// ask gives the bank a quarter of a second.
func (q *quotes) ask(ctx context.Context, currency string) (quote []byte, err error) {
	for range q.retries + 1 {
		quote, err = q.once(ctx, currency)
		if err == nil {
			return quote, nil
		}
	}
	return nil, err
}

func (q *quotes) once(ctx context.Context, currency string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 250*time.Millisecond)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, q.bank+"/quote?currency="+url.QueryEscape(currency), nil)
	if err != nil {
		return nil, err
	}
	response, err := q.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, errors.New(response.Status)
	}
	return io.ReadAll(io.LimitReader(response.Body, 4096))
}
