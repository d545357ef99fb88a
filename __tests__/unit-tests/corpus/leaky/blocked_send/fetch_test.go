package fetch

import (
	"testing"
	"time"
)

func TestFirst(t *testing.T) {
	if First(20*time.Millisecond, time.Millisecond) == "" {
		t.Fatal("no reply")
	}
}
