package main

import (
	"net/http"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// A limiter decides on each request, and learns how long those that it let in took.
type limiter interface {
	allow() bool
	took(time.Duration)
}

func newLimiter(wrong string) limiter {
	switch wrong {
	case "fixed-threshold", "rejects-while-flat":
		// As many as somebody once thought the bank would bear: it bears twice as many, and fewer on a bad day.
		return fixed{rate.NewLimiter(200, 20)}
	case "bucket-not-reset":
		return newBucket(400)
	}
	return newAdaptive()
}

// limited refuses what the limiter doesn't let in, and tells when to come back.
func limited(l limiter, wrong string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !l.allow() {
			if wrong != "no-retry-after" {
				w.Header().Set("Retry-After", "1")
			}
			http.Error(w, "too many requests", http.StatusTooManyRequests)
			return
		}
		began := time.Now()
		next.ServeHTTP(w, r)
		l.took(time.Since(began))
	})
}

type fixed struct{ *rate.Limiter }

func (f fixed) allow() bool        { return f.Limiter.Allow() }
func (f fixed) took(time.Duration) {}

const (
	slow      = 40 * time.Millisecond // a request that took longer has waited for others
	leastRate = 50
	mostRate  = 100_000
)

// adaptive lets everything in until requests become slow, and then lets in a tenth less than it did, until they are quick again.
type adaptive struct {
	limit *rate.Limiter

	mu       sync.Mutex
	since    time.Time
	admitted int
	late     int
}

func newAdaptive() *adaptive {
	return &adaptive{limit: rate.NewLimiter(mostRate, mostRate/10), since: time.Now()}
}

func (a *adaptive) allow() bool { return a.limit.Allow() }

func (a *adaptive) took(d time.Duration) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.admitted++
	if d > slow {
		a.late++
	}
	window := time.Since(a.since)
	if window < 100*time.Millisecond {
		return
	}
	now := float64(a.admitted) / window.Seconds()
	if a.late*5 > a.admitted {
		a.set(max(leastRate, now*0.9))
	} else {
		a.set(min(mostRate, max(float64(a.limit.Limit())*1.1, now)))
	}
	a.since, a.admitted, a.late = time.Now(), 0, 0
}

func (a *adaptive) set(perSecond float64) {
	a.limit.SetLimit(rate.Limit(perSecond))
	a.limit.SetBurst(max(5, int(perSecond/10)))
}

// bucket holds the tokens of one second. It starts empty, and is filled once a second.
type bucket struct {
	mu     sync.Mutex
	tokens int
}

func newBucket(perSecond int) *bucket {
	b := &bucket{}
	go func() {
		for range time.Tick(time.Second) {
			b.mu.Lock()
			b.tokens = perSecond
			b.mu.Unlock()
		}
	}()
	return b
}

func (b *bucket) allow() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.tokens == 0 {
		return false
	}
	b.tokens--
	return true
}

func (b *bucket) took(time.Duration) {}
