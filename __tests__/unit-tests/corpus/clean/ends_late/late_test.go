package late

import (
	"testing"
	"time"
)

// The goroutine ends by itself, after the test.
func TestLate(t *testing.T) {
	go func() { time.Sleep(600 * time.Millisecond) }()
}
