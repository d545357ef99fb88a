// Command visitor-limits has a rate limiter for each visitor, for up to 1,500 of them.
package main

import (
	"log"
	"math/rand/v2"
	"net/http"
	"net/netip"
	"os"
	"sync"

	"github.com/go-chi/chi/v5"
	"golang.org/x/time/rate"
)

type limits struct {
	mu   sync.Mutex
	byIP map[netip.Addr]*rate.Limiter
}

func (l *limits) of(ip netip.Addr) *rate.Limiter {
	l.mu.Lock()
	defer l.mu.Unlock()
	limiter := l.byIP[ip]
	if limiter == nil {
		if len(l.byIP) >= 1500 {
			for old := range l.byIP {
				delete(l.byIP, old)
				break
			}
		}
		limiter = rate.NewLimiter(100, 50)
		l.byIP[ip] = limiter
	}
	return limiter
}

// visitor stands for the address that a proxy would tell.
func visitor() netip.Addr {
	return netip.AddrFrom4([4]byte{10, 0, byte(rand.IntN(16)), byte(rand.IntN(256))})
}

func main() {
	l := &limits{byIP: map[netip.Addr]*rate.Limiter{}}
	router := chi.NewRouter()
	router.Get("/search", func(w http.ResponseWriter, r *http.Request) {
		if !l.of(visitor()).Allow() {
			w.Header().Set("X-Limited", "yes")
		}
		w.Write([]byte("nothing found"))
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
