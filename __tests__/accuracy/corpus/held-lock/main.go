// Command held-lock forgets to unlock on its way out, so that the one who is to clean up waits for ever.
package main

import (
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/go-chi/chi/v5"
)

type account struct {
	mu    sync.Mutex
	cents int
}

func (a *account) withdraw(cents int) bool {
	a.mu.Lock()
	if cents > a.cents {
		return false
	}
	a.cents -= cents
	a.mu.Unlock()
	return true
}

func (a *account) settle() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.cents = 0
}

var calls atomic.Int64

func pay(w http.ResponseWriter, r *http.Request) {
	cents, err := strconv.Atoi(chi.URLParam(r, "cents"))
	if err != nil {
		http.Error(w, "cents?", http.StatusBadRequest)
		return
	}
	one := &account{cents: 100}
	if calls.Add(1)%20 == 0 {
		cents += 1000
	}
	w.Write([]byte(strconv.FormatBool(one.withdraw(cents))))
	go one.settle() // LEAK
}

func main() {
	router := chi.NewRouter()
	router.Post("/pay/{cents}", pay)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
