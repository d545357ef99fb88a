// Command child-contexts starts each order below the context of the whole program.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"

	"github.com/gorilla/mux"
)

type shop struct{ life context.Context }

func (s *shop) order(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(s.life) // LEAK
	if err := reserve(ctx, mux.Vars(r)["item"]); err != nil {
		cancel()
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	fmt.Fprintln(w, "ordered")
}

func reserve(ctx context.Context, item string) error {
	if item == "" {
		return fmt.Errorf("no item")
	}
	return ctx.Err()
}

func main() {
	life, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	s := &shop{life}
	router := mux.NewRouter()
	router.HandleFunc("/order/{item}", s.order).Methods(http.MethodPost)
	router.HandleFunc("/items", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "tea") })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
