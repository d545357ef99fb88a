// Command rare-dumps keeps a picture of each thousandth request, for somebody to look at.
package main

import (
	"log"
	"net/http"
	"net/http/httputil"
	"os"
	"sync"
)

type recorder struct {
	sync.Mutex
	n     int
	dumps [][]byte
}

func (rec *recorder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	rec.Lock()
	rec.n++
	picked := rec.n%1000 == 0
	rec.Unlock()
	if picked {
		rec.keep(r)
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Write([]byte("hello"))
}

func (rec *recorder) keep(r *http.Request) {
	dump := make([]byte, 10240) // LEAK
	if text, err := httputil.DumpRequest(r, false); err == nil {
		copy(dump, text)
	}
	rec.Lock()
	defer rec.Unlock()
	rec.dumps = append(rec.dumps, dump) // LEAK
}

func main() {
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), &recorder{}))
}
