// Command open-bodies looks at the status of another service and leaves the body open.
package main

import (
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"

	"github.com/gorilla/mux"
)

var asked atomic.Int64

type gateway struct{ upstream string }

func (g *gateway) status(w http.ResponseWriter, r *http.Request) {
	if asked.Add(1)%20 != 0 {
		w.Write([]byte("as before"))
		return
	}
	answer, err := http.Get(g.upstream) // LEAK
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.Write([]byte(answer.Status))
}

func main() {
	page := strings.Repeat("page ", 20_000)
	upstream := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(page)) }))
	defer upstream.Close()
	router := mux.NewRouter()
	router.HandleFunc("/status", (&gateway{upstream.URL}).status)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
