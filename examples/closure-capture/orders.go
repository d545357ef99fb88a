package main

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"io"
	"log"
	"net/http"
)

const maxOrder = 64 << 10

type order struct {
	Customer string `json:"customer"`
	Lines    []struct {
		SKU      string `json:"sku"`
		Quantity int    `json:"quantity"`
		Cents    int    `json:"cents"`
	} `json:"lines"`
}

func (o order) total() (cents int) {
	for _, line := range o.Lines {
		cents += line.Quantity * line.Cents
	}
	return cents
}

type orders struct {
	events *bus
}

// quote says what an order would cost.
func (h *orders) quote(w http.ResponseWriter, r *http.Request) {
	var wanted order
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxOrder)).Decode(&wanted); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	reply(w, http.StatusOK, map[string]any{"cents": wanted.total()})
}

// place accepts an order; its receipt is printed as soon as it is paid.
func (h *orders) place(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxOrder)) // LEAK: captured below
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var placed order
	if err := json.Unmarshal(body, &placed); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	id := newID()
	h.events.subscribe("paid", func(e event) { // LEAK: never unsubscribed
		if e.orderID == id {
			log.Printf("receipt for %s: %s", id, body)
		}
	})
	reply(w, http.StatusCreated, map[string]any{"id": id, "cents": placed.total()})
}

func (h *orders) paid(w http.ResponseWriter, r *http.Request) {
	h.events.publish(event{topic: "paid", orderID: r.PathValue("id")})
	w.WriteHeader(http.StatusNoContent)
}

func newID() string {
	var id [8]byte
	// Never fails on the systems that Go supports.
	_, _ = rand.Read(id[:])
	return hex.EncodeToString(id[:])
}

func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Printf("answer: %v", err)
	}
}
