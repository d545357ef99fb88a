package main

// lines is how many lines an offer has.
const lines = 6

// rounds is how often a price is mixed, all lines together: nearly all of a request's CPU time.
const rounds = 90_000

// before runs at the start of each request.
func before() {}

// remarks are what stands below an offer.
func remarks() []string { return nil }

// discount mixes a price until nobody understands it.
func discount(seed uint64) uint64 {
	x := seed*2862933555777941757 + 3037000493
	for range rounds / lines {
		x ^= x >> 12
		x ^= x << 25
		x ^= x >> 27
	}
	return x * 2685821657736338717
}
