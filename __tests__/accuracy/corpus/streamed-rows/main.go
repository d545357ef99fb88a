// Command streamed-rows flushes row by row while a producer makes them.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
)

func produce(ctx context.Context, rows chan<- int) {
	defer close(rows)
	for row := range 12 {
		select {
		case rows <- row:
		case <-ctx.Done():
			return
		}
	}
}

func stream(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	rows := make(chan int)
	go produce(ctx, rows)
	control := http.NewResponseController(w)
	for row := range rows {
		fmt.Fprintln(w, row)
		if row == 8 {
			return
		}
		control.Flush()
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /rows", stream)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux))
}
