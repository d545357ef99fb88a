package fixture

import (
	"sync"
	"testing"
)

var (
	requests chan func()
	workers  sync.WaitGroup
)

// Tests make the fixture grow; it ends when the tests are over.
func TestMain(m *testing.M) {
	requests = make(chan func())
	m.Run()
	close(requests)
	workers.Wait()
}

func scale() {
	workers.Add(1)
	go func() {
		defer workers.Done()
		for request := range requests {
			request()
		}
	}()
}

func TestScale(t *testing.T) {
	scale()
	done := make(chan bool)
	requests <- func() { done <- true }
	<-done
}
