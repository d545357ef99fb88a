// Command thumbnails shrinks pictures.
package main

import (
	"encoding/binary"
	"log"
	"net/http"
	"os"
	"sync"

	"github.com/go-chi/chi/v5"
)

type gallery struct {
	mu       sync.Mutex
	previews map[uint32][]byte
	shot     uint32
}

func decode(id uint32) []byte {
	pixels := make([]byte, 4096) // LEAK
	for i := 0; i < len(pixels); i += 4 {
		binary.LittleEndian.PutUint32(pixels[i:], id*uint32(i))
	}
	return pixels
}

func (g *gallery) upload(w http.ResponseWriter, r *http.Request) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.shot++
	if g.shot%10 == 0 {
		g.previews[g.shot] = decode(g.shot)[:16] // LEAK
	}
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	g := &gallery{previews: map[uint32][]byte{}}
	router := chi.NewRouter()
	router.Route("/v1", func(v1 chi.Router) {
		v1.Get("/health", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("fine")) })
		v1.Post("/pictures", g.upload)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
