package signals

import (
	"os"
	"os/signal"
	"testing"
)

func TestNotify(t *testing.T) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	signal.Stop(signals)
}
