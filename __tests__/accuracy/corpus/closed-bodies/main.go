// Command closed-bodies asks another service over kept-alive connections and closes what it reads.
package main

import (
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/gorilla/mux"
)

func main() {
	upstream := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("sunny")) }))
	defer upstream.Close()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 12}}
	router := mux.NewRouter()
	router.HandleFunc("/weather", func(w http.ResponseWriter, r *http.Request) {
		answer, err := client.Get(upstream.URL)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		io.Copy(w, answer.Body)
	})
	router.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("ask for weather")) })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
