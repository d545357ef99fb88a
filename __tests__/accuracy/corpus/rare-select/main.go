// Command rare-select waits in one request of a thousand for two channels that nobody else has.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"sync/atomic"
)

type upload struct {
	done   chan struct{}
	failed chan error
}

func (u *upload) wait() {
	select {
	case <-u.done:
	case err := <-u.failed:
		log.Print(err)
	}
}

var uploads atomic.Int64

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("PUT /files/{name}", func(w http.ResponseWriter, r *http.Request) {
		n := uploads.Add(1)
		if n%1000 == 0 {
			u := &upload{make(chan struct{}), make(chan error)}
			go u.wait() // LEAK
		}
		fmt.Fprintln(w, r.PathValue("name"), n)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux))
}
