package rw

import (
	"sync"
	"testing"
)

type table struct {
	mu   sync.RWMutex
	rows map[string]int
}

func (t *table) get(key string) (int, bool) {
	t.mu.RLock()
	row, ok := t.rows[key]
	if !ok {
		return 0, false // still locked
	}
	t.mu.RUnlock()
	return row, true
}

func (t *table) put(key string, row int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[key] = row
}

func TestMissing(t *testing.T) {
	rows := &table{rows: map[string]int{}}
	if _, ok := rows.get("a"); ok {
		t.Fatal("found")
	}
	go rows.put("a", 1) // leak
}
