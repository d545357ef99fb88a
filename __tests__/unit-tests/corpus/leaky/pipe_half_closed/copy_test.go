package pipes

import (
	"io"
	"strings"
	"testing"
)

func TestHead(t *testing.T) {
	r, w := io.Pipe()
	go func() { // leak
		io.Copy(w, strings.NewReader(strings.Repeat("line\n", 100)))
		w.Close()
	}()
	head := make([]byte, 5)
	if _, err := io.ReadFull(r, head); err != nil {
		t.Fatal(err)
	}
}
