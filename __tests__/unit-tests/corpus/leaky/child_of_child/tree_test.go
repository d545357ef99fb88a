package tree

import "testing"

func grow(depth int, leaves chan<- int) {
	if depth == 0 {
		leaves <- 1 // nobody takes the last ones
		return
	}
	for range 2 {
		go grow(depth-1, leaves) // leak
	}
}

func TestGrow(t *testing.T) {
	leaves := make(chan int)
	go grow(3, leaves)
	for range 5 {
		<-leaves
	}
}
