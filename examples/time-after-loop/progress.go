package main

import (
	"log"
	"sync/atomic"
	"time"
)

const logEvery = time.Second

// Progress is how far an export has come.
type progress struct {
	table string
	rows  int64
	done  atomic.Int64
}

func newProgress(t table) *progress {
	return &progress{table: t.Name, rows: int64(t.Rows)}
}

// log writes a line every second until the export has finished.
func (p *progress) log() {
	for {
		select {
		case <-time.After(logEvery):
			if p.done.Load() == p.rows {
				break // leaves the select, not the loop
			}
			log.Printf("export of %s: %d of %d rows", p.table, p.done.Load(), p.rows)
		}
	}
}
