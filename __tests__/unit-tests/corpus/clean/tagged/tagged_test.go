//go:build corpus

package tagged

import "testing"

func TestTagged(t *testing.T) {
	done := make(chan struct{})
	go close(done)
	<-done
}
