// Command periodic-burst refreshes 30 feeds every 600 milliseconds, each in a goroutine of its own.
package main

import (
	"log"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

type feeds struct {
	mu    sync.Mutex
	texts [30]string
}

func (f *feeds) refresh(i int) {
	time.Sleep(time.Duration(100+5*i) * time.Millisecond)
	text := strings.Repeat("news ", 40+i)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.texts[i] = text
}

func main() {
	f := &feeds{}
	go func() {
		for range time.Tick(600 * time.Millisecond) {
			for i := range f.texts {
				go f.refresh(i)
			}
		}
	}()
	http.HandleFunc("GET /feed", func(w http.ResponseWriter, r *http.Request) {
		f.mu.Lock()
		defer f.mu.Unlock()
		w.Write([]byte(f.texts[7]))
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
