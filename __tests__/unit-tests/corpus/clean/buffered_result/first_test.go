package first

import (
	"testing"
	"time"
)

func TestFirst(t *testing.T) {
	replies := make(chan string, 2)
	for _, delay := range []time.Duration{time.Millisecond, 30 * time.Millisecond} {
		go func() {
			time.Sleep(delay)
			replies <- delay.String()
		}()
	}
	if <-replies == "" {
		t.Fatal("no reply")
	}
}
