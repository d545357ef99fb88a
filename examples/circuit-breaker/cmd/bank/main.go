// Command bank is the dependency of the rates service: it takes 8 ms for a quote, and gives four at a time.
package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	"time"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:18390", "where to listen")
	flag.Parse()
	desks := make(chan struct{}, 4)
	http.HandleFunc("/quote", func(w http.ResponseWriter, r *http.Request) {
		desks <- struct{}{}
		defer func() { <-desks }()
		time.Sleep(8 * time.Millisecond)
		fmt.Fprintf(w, `{"currency":%q,"rate":1.0842}`, r.URL.Query().Get("currency"))
	})
	log.Fatal(http.ListenAndServe(*addr, nil))
}
