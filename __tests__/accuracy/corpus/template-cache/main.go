// Command template-cache parses each of its eight pages once.
package main

import (
	"html/template"
	"log"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
)

var (
	parsed sync.Map
	turns  atomic.Int64
	names  = []string{"home", "shop", "cart", "help", "jobs", "news", "blog", "imprint"}
)

func page(name string) (*template.Template, error) {
	if known, ok := parsed.Load(name); ok {
		return known.(*template.Template), nil
	}
	made, err := template.New(name).Parse(`<h1>{{.}}</h1>{{range $i, $c := .}}<i>{{$i}}</i>{{end}}`)
	if err == nil {
		parsed.Store(name, made)
	}
	return made, err
}

func show(w http.ResponseWriter, r *http.Request) {
	t, err := page(names[turns.Add(1)%int64(len(names))])
	if err == nil {
		err = t.Execute(w, []string{"a", "b"})
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	http.HandleFunc("GET /page", show)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
