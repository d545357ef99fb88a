package parallel

import (
	"fmt"
	"testing"
	"time"
)

func TestMany(t *testing.T) {
	for n := range 20 {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			done := make(chan bool)
			go func() {
				time.Sleep(time.Duration(n) * time.Millisecond)
				close(done)
			}()
			<-done
		})
	}
}
