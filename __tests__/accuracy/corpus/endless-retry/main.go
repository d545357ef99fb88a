// Command endless-retry delivers web hooks to somebody who has moved.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"
	"sync/atomic"
	"time"
)

var errGone = errors.New("gone")

func deliver(attempt int) error {
	if attempt < 0 {
		return nil
	}
	return errGone
}

func retry() {
	for attempt := 0; ; attempt++ {
		if deliver(attempt) == nil {
			return
		}
		time.Sleep(time.Duration(min(attempt+1, 30)) * 20 * time.Second)
	}
}

func main() {
	var hooks atomic.Int64
	http.HandleFunc("/hook", func(w http.ResponseWriter, r *http.Request) {
		if hooks.Add(1)%25 == 0 {
			go retry() // LEAK
		}
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
