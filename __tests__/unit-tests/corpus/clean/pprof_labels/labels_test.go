package labels

import (
	"context"
	"runtime/pprof"
	"testing"
)

// Tests may label goroutines themselves.
func TestLabels(t *testing.T) {
	pprof.Do(context.Background(), pprof.Labels("request", "7"), func(ctx context.Context) {
		value, _ := pprof.Label(ctx, "request")
		done := make(chan string)
		go func() { done <- value }()
		if <-done != "7" {
			t.Fatal("no label")
		}
	})
}
