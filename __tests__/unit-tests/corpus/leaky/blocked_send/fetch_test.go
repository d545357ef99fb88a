package fetch

import (
	"testing"
	"time"
)

func TestFirst(t *testing.T) {
	if got := First(20*time.Millisecond, time.Millisecond); got != "fast" {
		t.Fatal(got)
	}
}
