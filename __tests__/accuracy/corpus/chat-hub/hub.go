package main

import "sync"

type client struct {
	send chan string
	got  []string
}

// pump writes what the hub says to its client until the hub says goodbye, which it never does.
func (c *client) pump(once *sync.WaitGroup) {
	first := true
	for text := range c.send {
		c.got = append(c.got[:0], text)
		if first {
			once.Done()
			first = false
		}
	}
}

type hub struct {
	mu      sync.Mutex
	clients map[*client]bool
}

func (h *hub) join(c *client) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.clients[c] = true
}

// leave has no caller.
func (h *hub) leave(c *client) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.clients[c] {
		delete(h.clients, c)
		close(c.send)
	}
}
