package stdout

import (
	"fmt"
	"os"
	"testing"
)

func TestSilence(t *testing.T) {
	quiet, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout = quiet
	fmt.Println("nobody reads this")
}
