package queue

import "testing"

type queue struct{ items chan int }

func (q *queue) drain() {
	for range q.items {
	}
}

func TestDrain(t *testing.T) {
	q := &queue{} // items was never made
	go q.drain()  // leak
}
