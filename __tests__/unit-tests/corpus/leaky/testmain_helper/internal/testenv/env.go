// Package testenv runs tests for the packages around it.
package testenv

import (
	"os"
	"testing"
)

func Main(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	os.Setenv("CORPUS", "1")
	defer os.Unsetenv("CORPUS")
	return m.Run()
}
