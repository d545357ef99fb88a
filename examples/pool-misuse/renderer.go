package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"sync"
)

// renderers are reused, since rendering builds up large buffers.
var renderers = sync.Pool{New: func() any { return new(renderer) }}

// writeCSV writes a row for each day on which something was sold.
func writeCSV(w io.Writer, sales []sale) error {
	r := renderers.Get().(*renderer)
	defer renderers.Put(r)
	r.reset()
	for _, s := range sales {
		r.add(s)
	}
	if r.csv.Len() == 0 {
		log.Printf("nothing to report: %d days without a sale", len(r.skipped))
	}
	_, err := w.Write(r.csv.Bytes())
	return err
}

// A renderer turns sales into CSV and remembers those that it left out.
type renderer struct {
	csv     bytes.Buffer
	skipped []sale
}

func (r *renderer) reset() {
	r.csv.Reset()
}

func (r *renderer) add(s sale) {
	if s.Pieces == 0 {
		r.skipped = append(r.skipped, s) // LEAK: reset forgets it
		return
	}
	fmt.Fprintf(&r.csv, "%s,%s,%d\n", s.Day, s.SKU, s.Pieces)
}
