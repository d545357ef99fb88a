package batch

import (
	"errors"
	"sync"
)

// Run closes the channel when all jobs are done.
func Run(jobs []func() error) <-chan struct{} {
	var all sync.WaitGroup
	done := make(chan struct{})
	for _, job := range jobs {
		all.Add(1)
		go func() {
			if job() != nil {
				return // without Done
			}
			all.Done()
		}()
	}
	go func() { // leak
		all.Wait()
		close(done)
	}()
	return done
}

var ErrBad = errors.New("bad")
