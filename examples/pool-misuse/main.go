// Command reports renders sales figures as CSV.
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
	router.Get("/shops/{shop}", showShop)
	router.Get("/shops/{shop}/sales.csv", exportSales)

	server := &http.Server{
		Addr:              ":" + cmp.Or(os.Getenv("PORT"), "8080"),
		Handler:           router,
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Fatal(server.ListenAndServe())
}

func showShop(w http.ResponseWriter, r *http.Request) {
	name := chi.URLParam(r, "shop")
	sales, ok := salesOf[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	pieces := 0
	for _, s := range sales {
		pieces += s.Pieces
	}
	reply(w, map[string]any{"shop": name, "pieces": pieces})
}

func exportSales(w http.ResponseWriter, r *http.Request) {
	sales, ok := salesOf[chi.URLParam(r, "shop")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/csv")
	if _, err := w.Write(csvOf(sales)); err != nil {
		log.Printf("export: %v", err)
	}
}

func reply(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Printf("answer: %v", err)
	}
}
