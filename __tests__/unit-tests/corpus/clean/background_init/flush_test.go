package flush

import (
	"testing"
	"time"
)

var buffer = make(chan string, 8)

func init() {
	go func() {
		for range time.Tick(time.Second) {
			select {
			case <-buffer:
			default:
			}
		}
	}()
}

func TestWrite(t *testing.T) { buffer <- "line" }
