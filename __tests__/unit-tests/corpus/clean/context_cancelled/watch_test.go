package watch

import (
	"context"
	"testing"
)

func TestWatch(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	for range 10 {
		go func() { <-ctx.Done() }()
	}
}
