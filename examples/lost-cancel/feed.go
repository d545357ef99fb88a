package main

import (
	"context"
	"hash/fnv"
)

// A feed delivers the prices of one share until it is closed.
type feed struct {
	updates chan float64
	cancel  context.CancelFunc
}

// subscribe opens a feed. Its context is its own: a feed may outlive the request that opened it.
func subscribe(symbol string) *feed {
	ctx, cancel := context.WithCancel(context.Background())
	f := &feed{updates: make(chan float64), cancel: cancel}
	go f.pump(ctx, symbol) // LEAK: not cancelled for an unknown currency
	return f
}

func (f *feed) close() { f.cancel() }

func (f *feed) pump(ctx context.Context, symbol string) {
	for tick := uint32(0); ; tick++ {
		select {
		case f.updates <- priceAt(symbol, tick):
		case <-ctx.Done():
			return
		}
	}
}

// priceAt stands in for the exchange.
func priceAt(symbol string, tick uint32) float64 {
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(symbol))
	return float64(5000+(hash.Sum32()+tick)%10_000) / 100
}
