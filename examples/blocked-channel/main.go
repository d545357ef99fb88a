// Command prices compares what suppliers ask for a product.
package main

import (
	"cmp"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func main() {
	router := chi.NewRouter()
	router.Use(middleware.Recoverer)
	router.Get("/healthz", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	router.Get("/prices/{sku}", showPrice)

	server := &http.Server{
		Addr:              ":" + cmp.Or(os.Getenv("PORT"), "8080"),
		Handler:           router,
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Fatal(server.ListenAndServe())
}

func showPrice(w http.ResponseWriter, r *http.Request) {
	sku := chi.URLParam(r, "sku")
	known, ok := listPrices[sku]
	if !ok {
		http.NotFound(w, r)
		return
	}
	answer := map[string]any{"sku": sku, "cents": known, "fresh": false}
	if cents, ok := askSupplier(r.Context(), sku); ok {
		answer["cents"], answer["fresh"] = cents, true
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(answer); err != nil {
		log.Printf("answer: %v", err)
	}
}
