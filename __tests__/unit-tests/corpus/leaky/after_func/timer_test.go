package timer

import (
	"testing"
	"time"
)

func TestExpires(t *testing.T) {
	expired := make(chan string)
	time.AfterFunc(time.Millisecond, func() { expired <- "late" }) // leak
	select {
	case <-expired:
	default:
	}
	time.Sleep(10 * time.Millisecond)
}
