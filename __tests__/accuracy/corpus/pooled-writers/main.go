// Command pooled-writers compresses with writers that are used again.
package main

import (
	"bufio"
	"compress/gzip"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"

	"github.com/gorilla/mux"
)

var (
	compressors = sync.Pool{New: func() any { return gzip.NewWriter(io.Discard) }}
	buffered    = sync.Pool{New: func() any { return bufio.NewWriterSize(io.Discard, 2048) }}
	text        = strings.Repeat("all work and no play makes a dull text. ", 60)
)

func serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	compressor := compressors.Get().(*gzip.Writer)
	defer compressors.Put(compressor)
	compressor.Reset(w)
	lines := buffered.Get().(*bufio.Writer)
	defer buffered.Put(lines)
	lines.Reset(compressor)
	lines.WriteString(text)
	lines.Flush()
	compressor.Close()
}

func main() {
	router := mux.NewRouter()
	router.HandleFunc("/novel", serve)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
