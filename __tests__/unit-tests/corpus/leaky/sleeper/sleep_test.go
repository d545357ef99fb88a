package sleeper

import (
	"testing"
	"time"
)

func TestBackOff(t *testing.T) {
	go func() { // leak
		for {
			time.Sleep(time.Hour)
		}
	}()
}
