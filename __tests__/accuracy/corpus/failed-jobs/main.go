// Command failed-jobs collects what went wrong, to report it once at the end.
package main

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"sync"
)

var errTooBig = errors.New("too big")

type jobs struct {
	sync.Mutex
	started  int
	failures []error
}

func (j *jobs) run(size int) error {
	j.Lock()
	defer j.Unlock()
	j.started++
	if j.started%100 != 0 {
		return nil
	}
	err := fmt.Errorf("job %d of %d bytes: %w", j.started, size, errTooBig) // LEAK
	j.failures = append(j.failures, err)                                    // LEAK
	return err
}

func main() {
	all := &jobs{}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /jobs", func(w http.ResponseWriter, r *http.Request) {
		if all.run(512) != nil {
			w.Header().Set("Retry-After", "5")
		}
		w.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux))
}
