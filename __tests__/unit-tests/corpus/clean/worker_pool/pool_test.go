package pool

import (
	"sync"
	"testing"
)

func TestPool(t *testing.T) {
	jobs := make(chan int)
	var all sync.WaitGroup
	for range 4 {
		all.Add(1)
		go func() {
			defer all.Done()
			for range jobs {
			}
		}()
	}
	for n := range 100 {
		jobs <- n
	}
	close(jobs)
	all.Wait()
}
