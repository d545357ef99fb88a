package job

import (
	"testing"

	"example.com/corpus/leaky/testmain_helper/internal/testenv"
)

func TestMain(m *testing.M) { testenv.Main(m) }

func TestSchedule(t *testing.T) {
	due := make(chan struct{})
	go func() { <-due }() // leak
}
