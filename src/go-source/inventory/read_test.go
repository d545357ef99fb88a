package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const source = `package sample

import (
	"context"
	"net/http"
	"sync"
	"time"
)

var (
	seen  = map[string]int{}
	log   []string
	state struct{ byName map[string]int }
	pool  = sync.Pool{New: func() any { return new(int) }}
)

type server struct {
	jobs chan int
	byID map[int]string
}

func (s *server) run(ctx context.Context) {
	go s.work()                             // go
	ctx, cancel := context.WithCancel(ctx)  // context
	defer cancel()
	ticker := time.NewTicker(time.Second)   // timer
	defer ticker.Stop()
	s.jobs <- 1                             // channel
	select {
	case s.jobs <- 2:
	case <-ctx.Done():
	case <-time.After(1):                   // timer
	}
	s.byID[7] = "x"                         // growing
	select {
	case <-s.jobs: // channel
	}
	for range s.jobs {} // channel
}

func (s *server) work() {
	got := pool.Get()                       // pool
	pool.Put(got)
	answer, err := http.Get("http://x")     // response
	if err != nil { return }
	answer.Body.Close()
	client := &http.Client{}
	client.Do(nil)                          // response
	seen["a"] = 1                           // growing
	log = append(log, "a")                  // growing
	state.byName["b"] = 2                   // growing
	local := map[string]int{}
	local["c"] = 3
	after := time.After                     // no call
	_ = after
	func() { <-s.jobs }()                   // channel
}

var started = func() bool { go func() {}(); return true }() // go
`

func TestInventory(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "go.mod", "module example.com/sample\n\ngo 1.22\n")
	write(t, dir, "sample.go", source)
	sites := Inventory(list(t, dir))
	want := map[int]string{}
	for i, line := range strings.Split(source, "\n") {
		if at := strings.LastIndex(line, "// "); at >= 0 && !strings.HasSuffix(line, "// no call") {
			want[i+1] = line[at+3:]
		}
	}
	got := map[int]string{}
	for _, site := range sites {
		got[site.Line] = site.Kind
		if site.Counted[0] < 1 || site.Counted[1] < 1 || site.Package != "example.com/sample" || filepath.Base(site.File) != "sample.go" {
			t.Errorf("a site without its place: %+v", site)
		}
	}
	if len(sites) != len(want) {
		t.Errorf("%d sites, want %d", len(sites), len(want))
	}
	for line, kind := range want {
		if got[line] != kind {
			t.Errorf("line %d: %q, want %q", line, got[line], kind)
		}
	}
	for _, site := range sites {
		if strings.Contains(strings.Split(source, "\n")[site.Line-1], "time.After(1)") && site.Counted[0] != site.Line-3 {
			t.Errorf("counted at %v, not where the select begins", site.Counted)
		}
	}
	if sites[0].Function != "(*server).run" {
		t.Errorf("function %q", sites[0].Function)
	}
}

func TestBrokenSourceIsReadAsFarAsItGoes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "x.go", "package x\n\nfunc f(c chan int) {\n\tgo undefined()\n\tc <- 1\n}\n\nfunc g( {\n")
	sites := Inventory([]Package{{ImportPath: "x", Dir: dir, GoFiles: []string{"x.go", "gone.go"}, Own: true}})
	if len(sites) < 2 {
		t.Errorf("%+v", sites)
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func list(t *testing.T, dir string) []Package {
	t.Helper()
	command := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,GoFiles,CgoFiles,Export,ImportMap", ".")
	command.Dir = dir
	command.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	output, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	packages, err := decode(strings.NewReader(string(output)))
	if err != nil {
		t.Fatal(err)
	}
	for i := range packages {
		packages[i].Own = strings.HasPrefix(packages[i].ImportPath, "example.com/sample")
	}
	if _, err := json.Marshal(packages); err != nil {
		t.Fatal(err)
	}
	return packages
}
