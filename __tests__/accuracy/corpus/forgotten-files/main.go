// Command forgotten-files reads a setting from a file and leaves closing it to the collector.
package main

import (
	"bufio"
	"log"
	"net/http"
	"os"
	"sync/atomic"

	"github.com/go-chi/chi/v5"
)

var reads atomic.Int64

func setting(path string) string {
	file, err := os.Open(path) // LEAK
	if err != nil {
		return ""
	}
	line, _ := bufio.NewReader(file).ReadString('\n')
	return line
}

func main() {
	router := chi.NewRouter()
	router.Get("/host", func(w http.ResponseWriter, r *http.Request) {
		if reads.Add(1)%10 == 0 {
			w.Write([]byte(setting("/etc/passwd")))
			return
		}
		w.Write([]byte("cached"))
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
