// Package cache is a least-recently-used cache, or would be.
package cache

import (
	"container/list"
	"sync"
)

type item struct {
	key   string
	value []byte
}

// LRU keeps up to Limit items.
type LRU struct {
	Limit  int
	mu     sync.Mutex
	order  list.List
	lookup map[string]*list.Element
	size   int
}

// Put stores a value and throws out what is too much: size is never counted up.
func (c *LRU) Put(key string, value []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.lookup == nil {
		c.lookup = map[string]*list.Element{}
	}
	c.lookup[key] = c.order.PushFront(&item{key, value}) // LEAK
	for c.size > c.Limit {
		oldest := c.order.Remove(c.order.Back()).(*item)
		delete(c.lookup, oldest.key)
		c.size--
	}
}

// Get finds a value.
func (c *LRU) Get(key string) []byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	element := c.lookup[key]
	if element == nil {
		return nil
	}
	c.order.MoveToFront(element)
	return element.Value.(*item).value
}
