package account

import "sync"

type Account struct {
	mu      sync.Mutex
	balance int
}

// Move locks in the order of its arguments.
func Move(from, to *Account, between func()) {
	from.mu.Lock()
	between()
	to.mu.Lock()
	from.balance, to.balance = from.balance-1, to.balance+1
	to.mu.Unlock()
	from.mu.Unlock()
}
