package fuzz

import "testing"

func FuzzReverse(f *testing.F) {
	f.Add("abc")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		done := make(chan string, 1)
		go func() { done <- text }()
		if <-done != text {
			t.Fatal(text)
		}
	})
}
