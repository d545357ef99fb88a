package account

import (
	"sync"
	"testing"
	"time"
)

func TestMoveBothWays(t *testing.T) {
	a, b := &Account{}, &Account{}
	var both sync.WaitGroup
	both.Add(2)
	meet := func() { both.Done(); both.Wait() }
	go Move(a, b, meet) // leak
	go Move(b, a, meet) // leak
	time.Sleep(10 * time.Millisecond)
}
