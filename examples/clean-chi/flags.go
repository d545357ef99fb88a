package main

import (
	"context"
	"hash/fnv"
	"sync"
)

// A flag is on for a share of the users, always the same ones.
type flag struct {
	Name    string `json:"name"`
	Percent int    `json:"percent"`
}

func (f flag) isOnFor(user string) bool {
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(f.Name + "/" + user))
	return int(hash.Sum32()%100) < f.Percent
}

// flags is the set of all flags. It is safe for concurrent use.
type flags struct {
	mu     sync.RWMutex
	byName map[string]flag
}

func newFlags() *flags {
	f := &flags{byName: make(map[string]flag)}
	for _, known := range []flag{{"checkout-v2", 50}, {"dark-mode", 100}, {"free-shipping", 10}, {"search-hints", 75}} {
		f.byName[known.Name] = known
	}
	return f
}

func (f *flags) find(name string) (flag, bool) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	found, ok := f.byName[name]
	return found, ok
}

// replace reports false when there is no flag of that name.
func (f *flags) replace(next flag) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, ok := f.byName[next.Name]; !ok {
		return false
	}
	f.byName[next.Name] = next
	return true
}

type answer struct {
	name string
	on   bool
}

// evaluateAll asks for each flag in a goroutine of its own. The channel has room for every answer,
// so that none of them is left behind when ctx ends early.
func (f *flags) evaluateAll(ctx context.Context, user string, names []string) (map[string]bool, error) {
	answers := make(chan answer, len(names))
	for _, name := range names {
		go func() {
			found, ok := f.find(name)
			answers <- answer{name, ok && found.isOnFor(user)}
		}()
	}
	on := make(map[string]bool, len(names))
	for range names {
		select {
		case a := <-answers:
			on[a.name] = a.on
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return on, nil
}
