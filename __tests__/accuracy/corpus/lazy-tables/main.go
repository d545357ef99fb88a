// Command lazy-tables computes one of 2,000 tables when it is first asked for.
package main

import (
	"log"
	"math/rand/v2"
	"net/http"
	"os"
	"strconv"
	"sync"
)

type tables struct {
	mu   sync.RWMutex
	made map[int][]float64
}

func (t *tables) get(n int) []float64 {
	t.mu.RLock()
	table := t.made[n]
	t.mu.RUnlock()
	if table != nil {
		return table
	}
	table = make([]float64, 24)
	for i := range table {
		table[i] = float64(n) / float64(i+1)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.made[n] = table
	return table
}

func main() {
	t := &tables{made: map[int][]float64{}}
	http.HandleFunc("GET /lookup", func(w http.ResponseWriter, r *http.Request) {
		row := t.get(rand.IntN(2000))
		w.Write(strconv.AppendFloat(nil, row[3], 'f', 2, 64))
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
