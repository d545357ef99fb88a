package pool

import "testing"

func TestPoolRunsJobs(t *testing.T) {
	ran := 0
	p := New(3)
	p.Do(func() { ran++ })
	p.Do(func() { ran++ })
	if ran != 2 {
		t.Fatal(ran)
	}
}

func TestNothing(t *testing.T) {}
