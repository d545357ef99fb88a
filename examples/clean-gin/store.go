package main

import (
	"maps"
	"slices"
	"sync"
)

const maxLinks = 5000

// A store maps aliases to targets. It is safe for concurrent use.
type store struct {
	mu      sync.RWMutex
	targets map[string]string
}

func newStore() *store {
	return &store{targets: map[string]string{
		"docs":   "https://example.com/docs/getting-started",
		"jobs":   "https://example.com/company/jobs",
		"status": "https://status.example.com/",
	}}
}

func (s *store) find(alias string) (string, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	target, ok := s.targets[alias]
	return target, ok
}

// set reports false when there is no room for another link.
func (s *store) set(alias, target string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.targets[alias]; !known && len(s.targets) >= maxLinks {
		return false
	}
	s.targets[alias] = target
	return true
}

func (s *store) all() map[string]string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return maps.Clone(s.targets)
}

func sortedKeys(targets map[string]string) []string {
	keys := make([]string, 0, len(targets))
	for key := range targets {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
