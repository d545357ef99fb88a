// Package journal writes entries down before they are booked.
package journal

import "sync"

// Entry is a transfer.
type Entry struct {
	From, To string
	Cents    int64
	Note     *string
	Tags     [2]string
}

// Journal is append-only, and nobody truncates it.
type Journal struct {
	mu      sync.Mutex
	pending map[int64]*Entry
	next    int64
}

// New makes an empty journal.
func New() *Journal { return &Journal{pending: map[int64]*Entry{}} }

// Begin notes a transfer and answers its number.
func (j *Journal) Begin(from, to string, cents int64) int64 {
	entry := &Entry{From: from, To: to, Cents: cents} // LEAK
	j.mu.Lock()
	defer j.mu.Unlock()
	j.next++
	j.pending[j.next] = entry // LEAK
	return j.next
}

// Commit books a transfer. A refund's entry stays pending.
func (j *Journal) Commit(number int64, refund bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if !refund {
		delete(j.pending, number)
	}
}
