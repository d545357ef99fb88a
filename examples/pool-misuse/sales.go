package main

import (
	"fmt"
	"time"
)

type sale struct {
	Day    string `json:"day"`
	SKU    string `json:"sku"`
	Pieces int    `json:"pieces"`
}

// salesOf stands in for the data warehouse: ninety days of each shop.
var salesOf = map[string][]sale{"harbour": ninetyDays(7), "station": ninetyDays(11)}

func ninetyDays(seed int) []sale {
	start := time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC)
	days := make([]sale, 90)
	for i := range days {
		days[i] = sale{
			Day:    start.AddDate(0, 0, i).Format(time.DateOnly),
			SKU:    fmt.Sprintf("tea-%02d", i%8),
			Pieces: i * seed % 3,
		}
	}
	return days
}
