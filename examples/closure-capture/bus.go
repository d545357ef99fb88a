package main

import "sync"

// An event is something that happened to an order.
type event struct {
	topic   string
	orderID string
}

// A bus hands each event to those who subscribed to its topic.
type bus struct {
	mu          sync.RWMutex
	subscribers map[string][]func(event)
}

func (b *bus) subscribe(topic string, receive func(event)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subscribers[topic] = append(b.subscribers[topic], receive)
}

func (b *bus) publish(e event) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, receive := range b.subscribers[e.topic] {
		receive(e)
	}
}
