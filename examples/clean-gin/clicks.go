package main

import (
	"context"
	"sync"
)

// A counter counts clicks in one goroutine of its own, so that redirects never wait for it.
type counter struct {
	links  *store
	clicks chan string

	mu     sync.Mutex
	counts map[string]int
}

func newCounter(links *store) *counter {
	return &counter{links: links, clicks: make(chan string, 256), counts: make(map[string]int)}
}

// add counts a click, unless the counter is so far behind that its queue is full.
func (c *counter) add(alias string) {
	select {
	case c.clicks <- alias:
	default:
	}
}

func (c *counter) run(ctx context.Context) {
	for {
		select {
		case alias := <-c.clicks:
			c.mu.Lock()
			c.counts[alias]++
			c.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}

type linkReport struct {
	Alias  string `json:"alias"`
	Target string `json:"target"`
	Clicks int    `json:"clicks"`
}

func (c *counter) report() []linkReport {
	targets := c.links.all()
	c.mu.Lock()
	defer c.mu.Unlock()
	report := make([]linkReport, 0, len(targets))
	for _, alias := range sortedKeys(targets) {
		report = append(report, linkReport{Alias: alias, Target: targets[alias], Clicks: c.counts[alias]})
	}
	return report
}
