// Command flags tells other services which features are on for whom.
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	server := &http.Server{
		Addr:              ":" + cmp.Or(os.Getenv("PORT"), "8080"),
		Handler:           routes(newFlags()),
		ReadHeaderTimeout: 5 * time.Second,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return server.Close()
	}
}

const maxBody = 16 << 10

func routes(f *flags) http.Handler {
	router := chi.NewRouter()
	router.Use(middleware.RequestID, middleware.Recoverer, middleware.Timeout(2*time.Second))
	router.Get("/healthz", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	router.Route("/flags", func(r chi.Router) {
		r.Get("/{name}", f.show)
		r.Put("/{name}", f.update)
		r.Post("/evaluate", f.evaluate)
	})
	return router
}

func (f *flags) show(w http.ResponseWriter, r *http.Request) {
	found, ok := f.find(chi.URLParam(r, "name"))
	if !ok {
		http.Error(w, "no such flag", http.StatusNotFound)
		return
	}
	reply(w, found)
}

func (f *flags) update(w http.ResponseWriter, r *http.Request) {
	var next flag
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&next); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	next.Name = chi.URLParam(r, "name")
	if next.Percent < 0 || next.Percent > 100 || !f.replace(next) {
		http.Error(w, "no such flag, or a share outside 0 to 100", http.StatusUnprocessableEntity)
		return
	}
	reply(w, next)
}

// evaluate answers for each flag asked about whether it is on for the user. Lookups run side by side.
func (f *flags) evaluate(w http.ResponseWriter, r *http.Request) {
	var question struct {
		User  string   `json:"user"`
		Flags []string `json:"flags"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&question); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	on, err := f.evaluateAll(r.Context(), question.User, question.Flags)
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	reply(w, map[string]any{"user": question.User, "on": on})
}

func reply(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Printf("answer: %v", err)
	}
}
