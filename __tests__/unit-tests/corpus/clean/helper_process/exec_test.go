package exec

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// The test binary as a program of its own, which exits with a goroutine running.
func TestHelper(t *testing.T) {
	if os.Getenv("CORPUS_HELPER") == "" {
		t.Skip("only as a child")
	}
	go func() { select {} }()
}

func TestChild(t *testing.T) {
	child := exec.Command(os.Args[0], "-test.run=^TestHelper$")
	child.Env = append(os.Environ(), "CORPUS_HELPER=1")
	output, err := child.CombinedOutput()
	if err != nil || fmt.Sprintf("%.4s", output) != "PASS" {
		t.Fatalf("%v: %s", err, output)
	}
}
