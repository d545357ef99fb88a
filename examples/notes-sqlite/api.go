package main

import (
	"database/sql"
	"encoding/json"
	"errors"
	"log"
	"net/http"
)

const maxNote = 64 << 10

func routes(n *notes) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", n.health)
	mux.HandleFunc("GET /notes", n.list)
	mux.HandleFunc("GET /notes/{slug}", n.show)
	mux.HandleFunc("PUT /notes/{slug}", n.save)
	return mux
}

func (n *notes) health(w http.ResponseWriter, r *http.Request) {
	if err := n.db.PingContext(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (n *notes) list(w http.ResponseWriter, r *http.Request) {
	found, err := n.tagged(r.Context(), r.URL.Query().Get("tag"))
	if err != nil {
		fail(w, err)
		return
	}
	reply(w, found)
}

func (n *notes) show(w http.ResponseWriter, r *http.Request) {
	found, err := n.bySlug(r.Context(), r.PathValue("slug"))
	if errors.Is(err, sql.ErrNoRows) {
		http.Error(w, "no such note", http.StatusNotFound)
		return
	}
	if err != nil {
		fail(w, err)
		return
	}
	reply(w, found)
}

func (n *notes) save(w http.ResponseWriter, r *http.Request) {
	var given note
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxNote)).Decode(&given); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	given.Slug = r.PathValue("slug")
	if err := n.put(r.Context(), given); err != nil {
		fail(w, err)
		return
	}
	reply(w, given)
}

func reply(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Printf("answer: %v", err)
	}
}

func fail(w http.ResponseWriter, err error) {
	log.Printf("database: %v", err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}
