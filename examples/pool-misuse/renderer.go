package main

import (
	"bytes"
	"fmt"
	"sync"
)

// renderers are reused, since rendering builds up large buffers.
var renderers = sync.Pool{New: func() any { return new(renderer) }}

// A renderer turns sales into CSV and remembers which of them it left out.
type renderer struct {
	csv     bytes.Buffer
	skipped []sale
}

func (r *renderer) reset() {
	r.csv.Reset()
}

func (r *renderer) render(sales []sale) {
	for _, s := range sales {
		if s.Pieces == 0 {
			r.skipped = append(r.skipped, s) // LEAK: reset forgets it, so a pooled renderer keeps the rows of all its reports
			continue
		}
		fmt.Fprintf(&r.csv, "%s,%s,%d\n", s.Day, s.SKU, s.Pieces)
	}
}
