package cache

import (
	"sync"
	"testing"
)

var (
	refresh sync.Once
	updates = make(chan int)
	primed  bool
)

// The second test starts what nobody stops, but only after the first has primed the cache.
func TestPrime(t *testing.T) { primed = true }

func TestRefresh(t *testing.T) {
	if primed {
		refresh.Do(func() { go func() { updates <- 1 }() }) // leak
	}
}
