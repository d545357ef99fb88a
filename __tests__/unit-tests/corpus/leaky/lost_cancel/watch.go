package watch

import "context"

// Watch calls changed until ctx ends.
func Watch(ctx context.Context, changes <-chan int, changed func(int)) {
	go func() { // leak
		for {
			select {
			case n := <-changes:
				changed(n)
			case <-ctx.Done():
				return
			}
		}
	}()
}
