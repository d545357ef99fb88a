package shared

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
)

var server *httptest.Server

// The server serves all tests, and os.Exit ends it.
func TestMain(m *testing.M) {
	server = httptest.NewServer(http.NotFoundHandler())
	os.Exit(m.Run())
}

func TestTwice(t *testing.T) {
	for range 2 {
		response, err := http.Get(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		io.Copy(io.Discard, response.Body)
		response.Body.Close()
	}
}
