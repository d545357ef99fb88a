package store

import (
	"os"
	"testing"
)

var shared chan int

func TestMain(m *testing.M) {
	shared = make(chan int)
	stop := make(chan struct{})
	go func() {
		for n := 0; ; n++ {
			select {
			case shared <- n:
			case <-stop:
				return
			}
		}
	}()
	code := m.Run()
	close(stop)
	os.Exit(code)
}

func TestNext(t *testing.T) {
	if <-shared < 0 {
		t.Fatal("negative")
	}
}

func TestSubscribe(t *testing.T) {
	updates := make(chan int)
	go func() { updates <- <-shared }() // leak
}
