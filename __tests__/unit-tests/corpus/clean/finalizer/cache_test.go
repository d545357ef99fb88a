package cache

import (
	"runtime"
	"testing"
	"time"
)

type janitor struct{ stop chan struct{} }

type Cache struct {
	items map[string]string
	*janitor
}

// The goroutine ends when the cache is collected, as that of a popular cache does.
func New() *Cache {
	c := &Cache{map[string]string{}, &janitor{make(chan struct{})}}
	go func(stop <-chan struct{}) {
		ticker := time.NewTicker(time.Minute)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
			case <-stop:
				return
			}
		}
	}(c.stop)
	runtime.SetFinalizer(c, func(c *Cache) { close(c.stop) })
	return c
}

func TestCache(t *testing.T) { New().items["a"] = "b" }
