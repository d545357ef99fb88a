package table

import (
	"fmt"
	"testing"
)

func start(n int, stop <-chan struct{}) int {
	result := make(chan int, 1)
	go func() { // leak
		result <- n * n
		<-stop
	}()
	return <-result
}

func TestSquares(t *testing.T) {
	for n := range 6 {
		t.Run(fmt.Sprintf("of %d", n), func(t *testing.T) {
			t.Parallel()
			var stop chan struct{}
			if n != 4 {
				stop = make(chan struct{})
				t.Cleanup(func() { close(stop) })
			}
			if got := start(n, stop); got != n*n {
				t.Fatal(got)
			}
		})
	}
}
