package stats

import (
	"sync/atomic"
	"time"
)

var ticks atomic.Int64

// Start counts for ever.
func Start(every time.Duration) {
	go func() { // leak
		for range time.NewTicker(every).C {
			ticks.Add(1)
		}
	}()
}
