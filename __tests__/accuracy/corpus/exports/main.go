// Command exports makes reports and cleans up at shutdown.
package main

import (
	"bytes"
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/gorilla/mux"
)

type app struct {
	mu      sync.Mutex
	cleanup []func()
}

func (a *app) onShutdown(f func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.cleanup = append(a.cleanup, f) // LEAK
}

func (a *app) export(w http.ResponseWriter, r *http.Request) {
	scratch := bytes.NewBuffer(make([]byte, 0, 256)) // LEAK
	a.onShutdown(func() { scratch.Reset() })         // LEAK
	scratch.WriteString("month,total\n2026-01,17\n")
	scratch.WriteString(mux.Vars(r)["format"])
	w.Write(scratch.Bytes())
}

func main() {
	a := &app{}
	router := mux.NewRouter()
	router.HandleFunc("/ping", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("pong")) })
	router.HandleFunc("/export/{format}", a.export)
	server := &http.Server{Addr: "127.0.0.1:" + os.Getenv("PORT"), Handler: router}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		for _, f := range a.cleanup {
			f()
		}
		server.Close()
	}()
	log.Print(server.ListenAndServe())
}
