// Package api is the shop's HTTP interface.
package api

import (
	"bytes"
	"encoding/json"
	"log"
	"net/http"
	"sync"

	"example.com/shop/internal/catalog"
	"example.com/shop/internal/lru"
)

// A cart that nobody has looked at for ten thousand other carts is forgotten.
const maxCarts = 10_000

const maxBody = 64 << 10

type cartLine struct {
	SKU      string `json:"sku"`
	Quantity int    `json:"quantity"`
}

type cart struct {
	ID    string     `json:"id"`
	Lines []cartLine `json:"lines"`
	Cents int        `json:"cents"`
}

type server struct {
	products *catalog.Catalog
	carts    *lru.Cache[string, cart]
}

// New returns the handler of all routes.
func New(products *catalog.Catalog) http.Handler {
	s := &server{products: products, carts: lru.New[string, cart](maxCarts)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", s.health)
	mux.HandleFunc("GET /products", s.listProducts)
	mux.HandleFunc("GET /products/{sku}", s.showProduct)
	mux.HandleFunc("GET /carts/{id}", s.showCart)
	mux.HandleFunc("PUT /carts/{id}", s.replaceCart)
	mux.HandleFunc("POST /carts/{id}/checkout", s.checkout)
	return mux
}

func (s *server) health(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) listProducts(w http.ResponseWriter, r *http.Request) {
	reply(w, http.StatusOK, s.products.List(r.URL.Query().Get("category")))
}

func (s *server) showProduct(w http.ResponseWriter, r *http.Request) {
	product, ok := s.products.Find(r.PathValue("sku"))
	if !ok {
		http.Error(w, "no such product", http.StatusNotFound)
		return
	}
	reply(w, http.StatusOK, product)
}

func (s *server) showCart(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	found, ok := s.carts.Get(id)
	if !ok {
		found = cart{ID: id, Lines: []cartLine{}}
	}
	reply(w, http.StatusOK, found)
}

func (s *server) replaceCart(w http.ResponseWriter, r *http.Request) {
	var lines []cartLine
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&lines); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	next := cart{ID: r.PathValue("id"), Lines: lines}
	for _, line := range lines {
		product, ok := s.products.Find(line.SKU)
		if !ok || line.Quantity < 1 {
			http.Error(w, "no such product: "+line.SKU, http.StatusUnprocessableEntity)
			return
		}
		next.Cents += product.Cents * line.Quantity
	}
	s.carts.Put(next.ID, next)
	reply(w, http.StatusOK, next)
}

// checkout takes what is in the cart from the shelf, as far as there is enough of it.
func (s *server) checkout(w http.ResponseWriter, r *http.Request) {
	bought, _ := s.carts.Get(r.PathValue("id"))
	missing := []string{}
	for _, line := range bought.Lines {
		if !s.products.Take(line.SKU, line.Quantity) {
			missing = append(missing, line.SKU)
		}
	}
	reply(w, http.StatusOK, map[string]any{"cents": bought.Cents, "missing": missing})
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func reply(w http.ResponseWriter, status int, body any) {
	buf := buffers.Get().(*bytes.Buffer)
	buf.Reset()
	defer buffers.Put(buf)
	if err := json.NewEncoder(buf).Encode(body); err != nil {
		log.Printf("encode %T: %v", body, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(buf.Bytes())
}
