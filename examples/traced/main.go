// Orders traces its requests with OpenTelemetry and exports the spans by OTLP over HTTP, to wherever OTEL_EXPORTER_OTLP_ENDPOINT points.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/trace"
)

var tracer = otel.Tracer("example.com/orders")

func authorize(ctx context.Context, token string) bool {
	_, span := tracer.Start(ctx, "auth")
	defer span.End()
	sum := sha256.Sum256([]byte(token))
	for i := 0; i < 200; i++ {
		sum = sha256.Sum256(sum[:])
	}
	return sum[0] != 0 || sum[1] != 0
}

// The two queries wait for each other, as those of a real database would.
func load(ctx context.Context) map[string]int {
	ctx, span := tracer.Start(ctx, "load order")
	defer span.End()
	for _, query := range []string{"SELECT orders", "SELECT items"} {
		_, span := tracer.Start(ctx, query)
		time.Sleep(200 * time.Microsecond)
		span.End()
	}
	return map[string]int{"id": 7, "items": 3, "cents": 4250}
}

func order(w http.ResponseWriter, r *http.Request) {
	ctx, span := tracer.Start(r.Context(), r.Method+" "+r.URL.Path)
	defer span.End()
	if !authorize(ctx, r.Header.Get("Authorization")) {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	found := load(ctx)
	_, encoding := tracer.Start(ctx, "encode")
	defer encoding.End()
	json.NewEncoder(w).Encode(found)
}

func main() {
	port := flag.String("port", "8080", "where to listen")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		log.Fatal(err)
	}
	provider := trace.NewTracerProvider(trace.WithBatcher(exporter))
	otel.SetTracerProvider(provider)
	mux := http.NewServeMux()
	mux.HandleFunc("/order", order)
	server := &http.Server{Addr: "127.0.0.1:" + *port, Handler: mux}
	go func() {
		<-ctx.Done()
		server.Shutdown(context.Background())
	}()
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	provider.Shutdown(context.Background())
}
