package main

import (
	"strings"
	"testing"
)

const api = `package sample

import (
	"net/http"
	"time"

	"example.com/sample/store"
)

type keeper interface{ Keep(string) }

type server struct {
	keeper keeper
	cache  *store.Cache
	hook   func()
}

const base = "/api"

func main() {
	s := &server{keeper: &store.Disk{}, cache: &store.Cache{}}
	s.hook = func() { time.After(1) } // POST /x may
	mux := http.NewServeMux()
	mux.HandleFunc("GET /x/{id}", s.show)
	mux.Handle("POST "+base, s.logged(http.HandlerFunc(s.create)))
	mux.HandleFunc("/made", s.made())
	mux.HandleFunc("/literal", func(w http.ResponseWriter, r *http.Request) {
		go s.cache.Refresh() // /literal
	})
	mux.Handle("/served", &page{})
	mux.Handle("/mounted/", http.StripPrefix("/mounted", s.inner()))
	mux.HandleFunc("POST /x", s.hooked)
	bucket := newBucket()
	mux.Handle("/limited", limited(bucket, &page{}))
	go work() // nothing
	http.ListenAndServe(":1", mux)
}

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	time.After(1) // GET /x/{id}
	deep()
	s.keeper.Keep("")
}

func (s *server) create(w http.ResponseWriter, r *http.Request) {
	deeper()
}

func (s *server) logged(next http.Handler) http.Handler {
	time.After(1) // nothing
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.After(1) // POST /api
		next.ServeHTTP(w, r)
	})
}

func (s *server) made() http.HandlerFunc {
	time.After(1) // nothing
	handle := func(w http.ResponseWriter, r *http.Request) {
		time.After(1) // /made
	}
	return handle
}

type limiter interface{ allow() bool }
type bucket struct{}

func (bucket) allow() bool {
	time.After(1) // /limited may
	return true
}

func newBucket() limiter {
	go func() { // nothing
		time.After(1) // nothing
	}()
	return bucket{}
}

func limited(by limiter, next http.Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if by.allow() {
			time.After(1) // /limited
		}
	}
}

type page struct{}

func (*page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	time.After(1) // /served, /limited
}

func (s *server) inner() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/in", func(w http.ResponseWriter, r *http.Request) {
		time.After(1) // /mounted/in
	})
	return mux
}

func (s *server) hooked(w http.ResponseWriter, r *http.Request) {
	s.hook()
	defer time.AfterFunc(1, deep) // POST /x
}

func deep()   { deeper() }
func deeper() {
	time.After(1) // POST /api, GET /x/{id}, POST /x
	store.All(func(one int) { time.After(1) }) // POST /api, GET /x/{id}, POST /x
}

func work() {
	time.After(1) // nothing
}
`

const kept = `package store

import "time"

type Cache struct{}

func (c *Cache) Refresh() {
	time.After(1) // /literal
}

type Disk struct{}

func (d *Disk) Keep(string) {
	time.After(1) // GET /x/{id} may
}

func (d *Disk) Close() {
	time.After(1) // nothing
}

func All[T any](each func(T)) {
	var zero T
	each(zero)
	time.After(1) // POST /api, GET /x/{id}, POST /x
}
`

func TestRoutesThatLeadToASite(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "go.mod", "module example.com/sample\n\ngo 1.22\n")
	write(t, dir, "api.go", api)
	write(t, dir, "store/store.go", kept)
	for _, site := range Inventory(list(t, dir)) {
		source := api
		if strings.HasSuffix(site.File, "store.go") {
			source = kept
		}
		line := strings.Split(source, "\n")[site.Line-1]
		_, want, _ := strings.Cut(line, "// ")
		if got := told(site.Routes); got != want {
			t.Errorf("%s\n\tis told %q", line, got)
		}
		if strings.Contains(want, "POST /api") {
			// Both the middleware and the handler have to run.
			if handlers := site.Routes[0].Handlers; len(handlers) != 2 || handlers[0].Counted[0] < 1 {
				t.Errorf("handlers of POST /api: %+v", handlers)
			}
		}
	}
}

func told(ways []Way) string {
	var names []string
	may := ""
	for _, one := range ways {
		names = append(names, strings.TrimSpace(one.Method+" "+one.Path))
		if one.May {
			may = " may"
		}
	}
	if len(names) == 0 {
		return "nothing"
	}
	return strings.Join(names, ", ") + may
}

const shapesOfFrameworks = `package sample

type Context struct{}
type Router struct{}

func (*Router) GET(string, ...func(*Context))         {}
func (*Router) Group(string) *Router                  { return nil }
func (*Router) Path(string) *Router                   { return nil }
func (*Router) Methods(...string) *Router             { return nil }
func (*Router) HandlerFunc(func(*Context)) *Router    { return nil }
func (*Router) MethodFunc(string, string, func(*Context)) {}

func routes(r *Router) {
	r.GET("/gin/:id", auth, show)
	r.Path("/gorilla").Methods("PUT").HandlerFunc(put)
	r.MethodFunc("DELETE", "/chi", remove)
}

func auth(*Context)   { go func() {}() } // GET /gin/:id
func show(*Context)   { go func() {}() } // GET /gin/:id
func put(*Context)    { go func() {}() } // PUT /gorilla
func remove(*Context) { go func() {}() } // DELETE /chi
`

func TestRegistrationsOfFrameworks(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "go.mod", "module example.com/sample\n\ngo 1.22\n")
	write(t, dir, "sample.go", shapesOfFrameworks)
	sites := Inventory(list(t, dir))
	if len(sites) != 4 {
		t.Fatalf("%d sites", len(sites))
	}
	for _, site := range sites {
		_, want, _ := strings.Cut(strings.Split(shapesOfFrameworks, "\n")[site.Line-1], "// ")
		if got := told(site.Routes); got != want {
			t.Errorf("line %d is told %q, want %q", site.Line, got, want)
		}
	}
}
