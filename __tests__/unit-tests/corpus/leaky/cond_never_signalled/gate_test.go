package gate

import (
	"sync"
	"testing"
	"time"
)

type gate struct {
	mu   sync.Mutex
	cond *sync.Cond
	open bool
}

func (g *gate) wait() {
	g.mu.Lock()
	for !g.open {
		g.cond.Wait()
	}
	g.mu.Unlock()
}

func TestGateOpens(t *testing.T) {
	g := &gate{}
	g.cond = sync.NewCond(&g.mu)
	go g.wait() // leak
	time.Sleep(5 * time.Millisecond)
	g.mu.Lock()
	g.open = true // and no Broadcast
	g.mu.Unlock()
}
