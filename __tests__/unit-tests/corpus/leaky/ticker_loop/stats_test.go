package stats

import (
	"testing"
	"time"
)

func TestStart(t *testing.T) {
	Start(time.Millisecond)
	for ticks.Load() == 0 {
		time.Sleep(time.Millisecond)
	}
}
