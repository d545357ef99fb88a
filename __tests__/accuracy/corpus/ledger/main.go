// Command ledger moves money.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"

	"example.com/corpus/ledger/journal"
)

type bank struct{ journal *journal.Journal }

func (b *bank) move(refund bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		number := b.journal.Begin("ada", "bob", 1200)
		b.journal.Commit(number, refund)
		json.NewEncoder(w).Encode(map[string]int64{"number": number})
	}
}

func main() {
	b := &bank{journal.New()}
	router := chi.NewRouter()
	router.Get("/healthz", func(w http.ResponseWriter, r *http.Request) {})
	router.Post("/transfers", b.move(false))
	router.Post("/refunds", b.move(true))
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
