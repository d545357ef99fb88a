package main

import (
	"bytes"
	"fmt"
	"sync"
)

// buffers saves each report the allocation of a buffer that is large enough for most of them.
var buffers = sync.Pool{New: func() any { return bytes.NewBuffer(make([]byte, 0, 16<<10)) }}

// csvOf writes a row for each day on which something was sold.
func csvOf(sales []sale) []byte {
	buffer := buffers.Get().(*bytes.Buffer) // LEAK: nothing ever puts it back
	buffer.Reset()
	for _, s := range sales {
		if s.Pieces > 0 {
			fmt.Fprintf(buffer, "%s,%s,%d\n", s.Day, s.SKU, s.Pieces)
		}
	}
	// The bytes are the buffer's own, so it can't go back to the pool from here.
	return buffer.Bytes()
}
