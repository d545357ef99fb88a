package probe

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Serves the probe for one test and returns its socket.
func served(t *testing.T) string {
	t.Helper()
	socket := filepath.Join(t.TempDir(), "probe")
	listener, err := leakgateListen(socket)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan bool)
	go func() {
		leakgateServe(listener)
		close(done)
	}()
	t.Cleanup(func() {
		listener.Close()
		<-done
	})
	return socket
}

func ask(t *testing.T, socket, path string) (int, []byte) {
	t.Helper()
	client := http.Client{Transport: &http.Transport{
		DisableKeepAlives: true,
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "unix", socket)
		},
	}}
	answer, err := client.Get("http://probe" + path)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, body
}

func answered(t *testing.T, socket, path string) []byte {
	t.Helper()
	status, body := ask(t, socket, path)
	if status != 200 {
		t.Fatalf("%s: %d %s", path, status, body)
	}
	return body
}

func refused(t *testing.T, socket, path, reason string) {
	t.Helper()
	status, body := ask(t, socket, path)
	if status != 500 || !strings.Contains(string(body), reason) {
		t.Errorf("%s: want 500 with %q, got %d %s", path, reason, status, body)
	}
}

func decode(t *testing.T, body []byte, into interface{}) {
	t.Helper()
	if err := json.Unmarshal(body, into); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
}

func TestPing(t *testing.T) {
	var pong struct {
		PID                     int
		GoVersion, ProbeVersion string
		LeakProof               *bool
	}
	decode(t, answered(t, served(t), "/ping"), &pong)
	if pong.PID != os.Getpid() || pong.GoVersion != runtime.Version() || pong.ProbeVersion == "" || pong.LeakProof == nil {
		t.Errorf("got %+v", pong)
	}
}

func TestMemStatsAfterCollections(t *testing.T) {
	socket := served(t)
	var before, after runtime.MemStats
	decode(t, answered(t, socket, "/memstats"), &before)
	decode(t, answered(t, socket, "/memstats?gc=3"), &after)
	if after.NumForcedGC-before.NumForcedGC != 3 {
		t.Errorf("%d forced collections, want 3", after.NumForcedGC-before.NumForcedGC)
	}
	if after.Mallocs <= before.Mallocs {
		t.Errorf("mallocs went from %d to %d", before.Mallocs, after.Mallocs)
	}
	var beside struct{ NumGoroutine int }
	decode(t, answered(t, socket, "/memstats"), &beside)
	if beside.NumGoroutine < 2 || beside.NumGoroutine > runtime.NumGoroutine()+10 {
		t.Errorf("%d goroutines, want about %d", beside.NumGoroutine, runtime.NumGoroutine())
	}
	refused(t, socket, "/memstats?gc=17", "from 0 to 16")
	refused(t, socket, "/memstats?gc=-1", "from 0 to 16")
	refused(t, socket, "/memstats?gc=x", "gc=x")
}

func TestProfiles(t *testing.T) {
	socket := served(t)
	if body := answered(t, socket, "/profile/heap?gc=1"); !bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		t.Errorf("heap profile isn't gzip: %x", body[:2])
	}
	if body := answered(t, socket, "/profile/goroutine?debug=1"); !bytes.Contains(body, []byte("leakgateServe")) {
		t.Errorf("the probe isn't in the goroutine profile: %s", body)
	}
	refused(t, socket, "/profile/none", `no profile "none"`)
	refused(t, socket, "/profile/", `no profile ""`)
	refused(t, socket, "/profile/heap?debug=3", "debug=3")
}

func TestStacksOfManyGoroutines(t *testing.T) {
	socket := served(t)
	const count = 3000
	release := make(chan bool)
	defer close(release)
	started := make(chan bool)
	for i := 0; i < count; i++ {
		go func() {
			started <- true
			// Deep enough to overflow a buffer sized by the usual stack.
			parked(30, release)
		}()
	}
	for i := 0; i < count; i++ {
		<-started
	}
	body := answered(t, socket, "/stacks")
	if found := bytes.Count(body, []byte("probe.TestStacksOfManyGoroutines.func")); found < count {
		t.Errorf("%d of %d goroutines", found, count)
	}
	if size := 1<<18 + 600*count; len(body) < size {
		t.Fatalf("%d bytes don't need a second pass over %d", len(body), size)
	}
}

func parked(depth int, release chan bool) {
	if depth == 0 {
		<-release
		return
	}
	parked(depth-1, release)
}

func TestHeapDump(t *testing.T) {
	socket := served(t)
	path := filepath.Join(t.TempDir(), "dump")
	var before, after struct{ NumForcedGC uint32 }
	decode(t, answered(t, socket, "/memstats"), &before)
	answered(t, socket, "/heapdump?gc=2&path="+path)
	decode(t, answered(t, socket, "/memstats"), &after)
	if after.NumForcedGC != before.NumForcedGC+2 {
		t.Errorf("%d collections", after.NumForcedGC-before.NumForcedGC)
	}
	dump, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(dump, []byte("go1.7 heap dump\n")) {
		t.Errorf("%v, %d bytes", err, len(dump))
	}
	refused(t, socket, "/heapdump?path=dump", "absolute")
	refused(t, socket, "/heapdump", "absolute")
	refused(t, socket, "/heapdump?path="+filepath.Join(t.TempDir(), "none", "dump"), "no such file")

	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0600); err != nil {
		t.Fatal(err)
	}
	refused(t, socket, "/heapdump?path="+pipe, "regular file")
}

func TestRate(t *testing.T) {
	defer func(usual int) { runtime.MemProfileRate = usual }(runtime.MemProfileRate)
	socket := served(t)
	answered(t, socket, "/rate?bytes=1")
	if runtime.MemProfileRate != 1 {
		t.Errorf("the rate is %d", runtime.MemProfileRate)
	}
	refused(t, socket, "/rate", "would end the profile")
	refused(t, socket, "/rate?bytes=-1", "from 0 to")
}

func TestRecordings(t *testing.T) {
	socket := served(t)
	if body := answered(t, socket, "/cpu?ms=20"); !bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		t.Errorf("CPU profile isn't gzip: %x", body[:2])
	}
	if body := answered(t, socket, "/trace?ms=20"); !bytes.HasPrefix(body, []byte("go 1.")) {
		t.Errorf("not a trace: %q", body[:16])
	}
	refused(t, socket, "/trace?ms=60001", "from 0 to 60000")
	refused(t, socket, "/cover?dir="+t.TempDir(), "-cover")
}

func TestNonsense(t *testing.T) {
	socket := served(t)
	refused(t, socket, "/", `nothing at "/"`)
	for _, request := range []string{"\r\n\r\n", "GET\r\n\r\n", "GET no-path HTTP/1.0\r\n\r\n", "GET /" + strings.Repeat("x", 1<<20)} {
		connection, err := net.Dial("unix", socket)
		if err != nil {
			t.Fatal(err)
		}
		go io.WriteString(connection, request)
		answer, _ := io.ReadAll(connection)
		connection.Close()
		if !strings.HasPrefix(string(answer), "HTTP/1.0 500 ") {
			t.Errorf("%.20q: %q", request, answer)
		}
	}
	answered(t, socket, "/ping")
	if _, err := leakgateAnswer(nil); err == nil || !strings.Contains(err.Error(), "panic") {
		t.Errorf("a panic came out as %v", err)
	}
}

func TestHangingClientIsDropped(t *testing.T) {
	defer func(usual time.Duration) { leakgateReadTimeout = usual }(leakgateReadTimeout)
	leakgateReadTimeout = 50 * time.Millisecond
	socket := served(t)
	silent, err := net.Dial("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	answered(t, socket, "/ping")
}

func TestClientThatTakesNothingIsDropped(t *testing.T) {
	defer func(usual time.Duration) { leakgateWriteTimeout = usual }(leakgateWriteTimeout)
	leakgateWriteTimeout = 50 * time.Millisecond
	socket := served(t)
	connection, err := net.Dial("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	// Their stacks are far more than a socket holds.
	release := make(chan bool)
	defer close(release)
	for i := 0; i < 3000; i++ {
		go parked(30, release)
	}
	io.WriteString(connection, "GET /stacks HTTP/1.0\r\n\r\n")
	answered(t, socket, "/ping")
}

func TestSocketOfAnEarlierRun(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "probe")
	stale, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	stale.(*net.UnixListener).SetUnlinkOnClose(false)
	stale.Close()
	listener, err := leakgateListen(socket)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if info, err := os.Stat(socket); err != nil || info.Mode().Perm() != 0600 {
		t.Errorf("%v %v", info, err)
	}

	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("precious"), 0600); err != nil {
		t.Fatal(err)
	}
	if _, err := leakgateListen(file); err == nil {
		t.Error("listens at a file")
	}
	if text, _ := os.ReadFile(file); string(text) != "precious" {
		t.Errorf("the file became %q", text)
	}
}

// Runs as a program of its own in the test below: says what it sees of the probe.
func TestAsProgram(t *testing.T) {
	if os.Getenv("PROBE_TEST_PROGRAM") == "" {
		t.Skip("started by TestInit")
	}
	stacks, err := leakgateStacks()
	if err != nil {
		t.Fatal(err)
	}
	fmt.Printf("probes=%d variable=%q\n", strings.Count(string(stacks), "created by leakgate.dev/probe.init.0"), os.Getenv("LEAKGATE_PROBE"))
}

func TestInit(t *testing.T) {
	run := func(environment ...string) string {
		program := exec.Command(os.Args[0], "-test.run=^TestAsProgram$", "-test.v")
		program.Env = append(append(os.Environ(), "PROBE_TEST_PROGRAM=1"), environment...)
		output, err := program.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, output)
		}
		return string(output)
	}
	socket := filepath.Join(t.TempDir(), "probe")
	cases := []struct{ name, value, want string }{
		{"no variable", "", `probes=0 variable=""`},
		{"a socket", socket, `probes=1 variable=""`},
		{"no place to listen", filepath.Join(socket, "none"), "leakgate: the probe can't listen:"},
		{"no place, no probe", filepath.Join(socket, "none"), `probes=0 variable=""`},
	}
	for _, c := range cases {
		if output := run("LEAKGATE_PROBE=" + c.value); !strings.Contains(output, c.want) {
			t.Errorf("%s: want %s in %s", c.name, c.want, output)
		}
	}
}
