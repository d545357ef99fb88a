package main

import (
	"fmt"
	"time"
)

type sale struct {
	Day    string
	SKU    string
	Pieces int
}

// salesOf stands in for the data warehouse: the sales of a year, day by day and shop by shop.
var salesOf = map[string][]sale{"harbour": aYear(7), "station": aYear(11)}

func aYear(seed int) []sale {
	start := time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC)
	days := make([]sale, 366)
	for i := range days {
		days[i] = sale{
			Day:    start.AddDate(0, 0, i).Format(time.DateOnly),
			SKU:    fmt.Sprintf("tea-%02d", i%8),
			Pieces: i * seed % 3,
		}
	}
	return days
}
