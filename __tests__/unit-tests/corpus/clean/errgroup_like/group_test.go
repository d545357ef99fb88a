package group

import (
	"context"
	"errors"
	"sync"
	"testing"
)

func TestFirstErrorStopsAll(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	var all sync.WaitGroup
	for n := range 5 {
		all.Add(1)
		go func() {
			defer all.Done()
			if n == 3 {
				cancel(errors.New("three"))
			}
			<-ctx.Done()
		}()
	}
	all.Wait()
	if context.Cause(ctx).Error() != "three" {
		t.Fatal(context.Cause(ctx))
	}
}
