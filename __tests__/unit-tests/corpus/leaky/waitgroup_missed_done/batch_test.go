package batch

import (
	"testing"
	"time"
)

func TestRunWithBadJob(t *testing.T) {
	done := Run([]func() error{func() error { return nil }, func() error { return ErrBad }})
	select {
	case <-done:
		t.Fatal("done")
	case <-time.After(10 * time.Millisecond):
	}
}
