// Command open-sockets dials its own clock and keeps each connection.
package main

import (
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"sync"
)

type clock struct {
	address string
	mu      sync.Mutex
	asked   int
	open    map[string]net.Conn
}

func (c *clock) now() (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.asked++; c.asked%50 != 0 {
		return "about noon", nil
	}
	conn, err := net.Dial("tcp", c.address) // LEAK
	if err != nil {
		return "", err
	}
	c.open[conn.LocalAddr().String()] = conn
	answer := make([]byte, 5)
	_, err = io.ReadFull(conn, answer)
	return string(answer), err
}

func serve(listener net.Listener) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		conn.Write([]byte("12:00"))
		conn.Close()
	}
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go serve(listener)
	c := &clock{address: listener.Addr().String(), open: map[string]net.Conn{}}
	http.HandleFunc("GET /now", func(w http.ResponseWriter, r *http.Request) {
		now, err := c.now()
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		io.WriteString(w, now)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
