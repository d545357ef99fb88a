package serve

import "testing"

func serve(started chan<- bool) {
	started <- true
	select {}
}

func TestServe(t *testing.T) {
	started := make(chan bool)
	go serve(started) // leak
	<-started
}
