// Mirror answers with what it is sent: over HTTP/1.1 and over HTTP/2, with TLS or without.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"os"
	"time"
)

type echo struct {
	Protocol string `json:"protocol"`
	Body     string `json:"body"`
}

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("GET /protocol", func(w http.ResponseWriter, r *http.Request) { answer(w, echo{Protocol: r.Proto}) })
	mux.HandleFunc("POST /echo", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 64<<10))
		if err != nil {
			http.Error(w, "the body is longer than 64 KiB", http.StatusRequestEntityTooLarge)
			return
		}
		answer(w, echo{Protocol: r.Proto, Body: string(body)})
	})
	return mux
}

func answer(w http.ResponseWriter, value echo) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(value)
}

// Both protocols on one port: HTTP/2 is chosen in the TLS handshake, or spoken from the first byte where there is none.
func newServer() *http.Server {
	var both http.Protocols
	both.SetHTTP1(true)
	both.SetHTTP2(true)
	both.SetUnencryptedHTTP2(true)
	return &http.Server{Handler: routes(), Protocols: &both, ReadHeaderTimeout: 10 * time.Second}
}

// A certificate of its own for each start, signed by nobody: for this machine only.
func selfSigned() (tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1),
		Subject:      pkix.Name{CommonName: "mirror"},
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().Add(24 * time.Hour),
		IPAddresses:  []net.IP{net.IPv4(127, 0, 0, 1)},
		DNSNames:     []string{"localhost"},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, err
}

func main() {
	server := newServer()
	server.Addr = "127.0.0.1:" + os.Getenv("PORT")
	if os.Getenv("TLS") != "on" {
		log.Fatal(server.ListenAndServe())
	}
	certificate, err := selfSigned()
	if err != nil {
		log.Fatal(err)
	}
	server.TLSConfig = &tls.Config{Certificates: []tls.Certificate{certificate}}
	log.Fatal(server.ListenAndServeTLS("", ""))
}
