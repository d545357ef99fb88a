// Command single-flight lets equal questions at the same time share one answer.
package main

import (
	"log"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"golang.org/x/sync/singleflight"
)

var (
	flights singleflight.Group
	lookups atomic.Int64
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /rate/{currency}", func(w http.ResponseWriter, r *http.Request) {
		answer, _, shared := flights.Do(r.PathValue("currency"), func() (any, error) {
			lookups.Add(1)
			time.Sleep(2 * time.Millisecond)
			return "1.08", nil
		})
		if shared {
			w.Header().Set("X-Shared", "yes")
		}
		w.Write([]byte(answer.(string)))
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux))
}
