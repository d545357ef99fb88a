package watch_test

import (
	"context"
	"testing"

	"example.com/corpus/leaky/lost_cancel"
)

func TestWatch(t *testing.T) {
	ctx, _ := context.WithCancel(context.Background())
	changes, got := make(chan int), make(chan int)
	watch.Watch(ctx, changes, func(n int) { got <- n })
	changes <- 7
	if <-got != 7 {
		t.Fatal("not seen")
	}
}
