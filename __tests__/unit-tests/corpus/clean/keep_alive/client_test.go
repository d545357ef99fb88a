package client

import (
	"io"
	"net"
	"net/http"
	"testing"
)

var address string

func init() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	address = listener.Addr().String()
	go http.Serve(listener, http.NotFoundHandler())
}

// Its connections go back to the pool of a shared client.
func TestGet(t *testing.T) {
	t.Parallel()
	for range 3 {
		response, err := http.Get("http://" + address)
		if err != nil {
			t.Fatal(err)
		}
		io.Copy(io.Discard, response.Body)
		response.Body.Close()
	}
}
