// Command pooled-buffers renders with buffers from a pool and brings them all back.
package main

import (
	"bytes"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"

	"github.com/go-chi/chi/v5"
)

var buffers = sync.Pool{New: func() any { return bytes.NewBuffer(make([]byte, 0, 8192)) }}

func table(w http.ResponseWriter, r *http.Request) {
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	rows, _ := strconv.Atoi(chi.URLParam(r, "rows"))
	for row := range rows {
		buffer.WriteString("<tr><td>")
		buffer.WriteString(strconv.Itoa(row * row))
		buffer.WriteString("</td></tr>\n")
	}
	w.Write(buffer.Bytes())
}

func main() {
	router := chi.NewRouter()
	router.Get("/table/{rows}", table)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
