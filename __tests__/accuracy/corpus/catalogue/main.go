// Command catalogue lists articles.
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"slices"

	"github.com/go-chi/chi/v5"
)

type article struct {
	ID    int      `json:"id"`
	Name  string   `json:"name"`
	Cents int      `json:"cents"`
	Tags  []string `json:"tags"`
}

var articles = func() []article {
	list := make([]article, 400)
	for i := range list {
		list[i] = article{ID: i, Name: fmt.Sprint("article ", i), Cents: i * 7919 % 5000, Tags: []string{"new", "green"}}
	}
	return list
}()

// pageSize is how many articles a page has.
const pageSize = 20

func list(w http.ResponseWriter, r *http.Request) {
	found := slices.Clone(articles)
	slices.SortFunc(found, func(a, b article) int { return cmp.Compare(a.Cents, b.Cents) })
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(found[:pageSize])
}

func one(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(articles[17])
}

func main() {
	router := chi.NewRouter()
	router.Get("/articles", list)
	router.Get("/articles/{id}", one)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
