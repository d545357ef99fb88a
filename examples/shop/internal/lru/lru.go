// Package lru is a cache that forgets what was used least recently.
package lru

import (
	"container/list"
	"sync"
)

type entry[K comparable, V any] struct {
	key   K
	value V
}

// Cache holds at most a fixed number of entries. It is safe for concurrent use.
type Cache[K comparable, V any] struct {
	mu      sync.Mutex
	limit   int
	order   *list.List // most recently used first
	entries map[K]*list.Element
}

// New returns an empty cache for limit entries.
func New[K comparable, V any](limit int) *Cache[K, V] {
	return &Cache[K, V]{limit: limit, order: list.New(), entries: make(map[K]*list.Element, limit)}
}

// Get returns the value stored under key and marks it as used.
func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	element, ok := c.entries[key]
	if !ok {
		return value, false
	}
	c.order.MoveToFront(element)
	return element.Value.(*entry[K, V]).value, true
}

// Put stores value under key; the entry that was used least recently makes room for it.
func (c *Cache[K, V]) Put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if element, ok := c.entries[key]; ok {
		element.Value.(*entry[K, V]).value = value
		c.order.MoveToFront(element)
		return
	}
	if c.order.Len() == c.limit {
		oldest := c.order.Back()
		delete(c.entries, oldest.Value.(*entry[K, V]).key)
		c.order.Remove(oldest)
	}
	c.entries[key] = c.order.PushFront(&entry[K, V]{key, value})
}
