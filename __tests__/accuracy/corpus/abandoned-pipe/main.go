// Command abandoned-pipe reads the first line of an export and leaves the writer in the middle of the rest.
package main

import (
	"bufio"
	"encoding/csv"
	"io"
	"log"
	"net/http"
	"os"
	"sync/atomic"

	"github.com/go-chi/chi/v5"
)

var exports atomic.Int64

func export(to *io.PipeWriter) {
	rows := csv.NewWriter(to)
	for range 500 {
		rows.Write([]string{"2026-01-01", "tea", "17", "a somewhat longer note"})
	}
	rows.Flush()
	to.Close()
}

func head(w http.ResponseWriter, r *http.Request) {
	from, to := io.Pipe()
	go export(to) // LEAK
	lines := bufio.NewScanner(from)
	lines.Scan()
	w.Write(lines.Bytes())
	if exports.Add(1)%10 != 0 {
		from.Close()
	}
}

func main() {
	router := chi.NewRouter()
	router.Get("/head", head)
	router.Get("/healthz", func(w http.ResponseWriter, r *http.Request) {})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
