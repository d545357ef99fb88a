// Package catalog holds what the shop sells.
package catalog

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Product is one thing on the shelf.
type Product struct {
	SKU      string `json:"sku"`
	Name     string `json:"name"`
	Category string `json:"category"`
	Cents    int    `json:"cents"`
	Stock    int    `json:"stock"`
}

const fullStock = 500

// Catalog is safe for concurrent use.
type Catalog struct {
	mu       sync.RWMutex
	products []Product
	bySKU    map[string]int
}

// New returns a catalogue of forty teas and cups.
func New() *Catalog {
	c := &Catalog{bySKU: make(map[string]int)}
	for i := range 40 {
		category := [...]string{"green", "black", "oolong", "cups"}[i%4]
		p := Product{
			SKU:      fmt.Sprintf("%s-%02d", category, i),
			Name:     fmt.Sprintf("No. %d", i),
			Category: category,
			Cents:    350 + 25*i,
			Stock:    fullStock,
		}
		c.bySKU[p.SKU] = len(c.products)
		c.products = append(c.products, p)
	}
	return c
}

// Find returns the product with that SKU.
func (c *Catalog) Find(sku string) (Product, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	i, ok := c.bySKU[sku]
	if !ok {
		return Product{}, false
	}
	return c.products[i], true
}

// List returns the products of a category, or all of them when it is empty.
func (c *Catalog) List(category string) []Product {
	c.mu.RLock()
	defer c.mu.RUnlock()
	list := make([]Product, 0, len(c.products))
	for _, p := range c.products {
		if category == "" || p.Category == category {
			list = append(list, p)
		}
	}
	return list
}

// Take removes n pieces from the shelf and reports whether there were enough.
func (c *Catalog) Take(sku string, n int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	i, ok := c.bySKU[sku]
	if !ok || c.products[i].Stock < n {
		return false
	}
	c.products[i].Stock -= n
	return true
}

// Restock fills the shelves at every tick until ctx ends.
func (c *Catalog) Restock(ctx context.Context, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			c.fill()
		case <-ctx.Done():
			return
		}
	}
}

func (c *Catalog) fill() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range c.products {
		c.products[i].Stock = fullStock
	}
}
