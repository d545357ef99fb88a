package main

import (
	"context"
	"time"
)

// patience is how long a customer waits for a fresh price; after that the list price has to do.
const patience = 10 * time.Millisecond

// listPrices are last night's.
var listPrices = map[string]int{"tea-01": 490, "tea-02": 520, "kettle-01": 6900}

// askSupplier gets the price of the moment, if the supplier answers in time.
func askSupplier(ctx context.Context, sku string) (cents int, ok bool) {
	answer := make(chan int)
	go func() { answer <- supplierPrice(sku) }() // LEAK: nobody receives after the timeout

	select {
	case cents := <-answer:
		return cents, true
	case <-time.After(patience):
		return 0, false
	case <-ctx.Done():
		return 0, false
	}
}

// supplierPrice stands in for the suppliers' APIs. The one that sells kettles is slow.
func supplierPrice(sku string) int {
	if sku == "kettle-01" {
		time.Sleep(5 * patience)
	}
	return listPrices[sku] - 10
}
