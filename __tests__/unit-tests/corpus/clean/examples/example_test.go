package examples_test

import "fmt"

func Example() {
	done := make(chan bool)
	go func() { close(done) }()
	<-done
	fmt.Println("done")
	// Output: done
}
