package client

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"testing"
)

var server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
	w.Write(bytes.Repeat([]byte("x"), 1<<20))
}))

func TestFetch(t *testing.T) { // leak
	response, err := http.Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		t.Fatal(response.Status)
	}
}
