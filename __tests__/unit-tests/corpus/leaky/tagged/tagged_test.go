//go:build corpus

package tagged

import "testing"

func TestTagged(t *testing.T) {
	never := make(chan struct{})
	go func() { <-never }() // leak
}
