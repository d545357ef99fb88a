package retry

import (
	"testing"
	"time"
)

func poll(ready func() bool, found chan<- bool) {
	for {
		select {
		case <-time.After(5 * time.Millisecond):
			if ready() {
				found <- true
				return
			}
		}
	}
}

func TestPollGivesUp(t *testing.T) {
	found := make(chan bool, 1)
	go poll(func() bool { return false }, found) // leak
	select {
	case <-found:
		t.Fatal("found")
	case <-time.After(20 * time.Millisecond):
	}
}
