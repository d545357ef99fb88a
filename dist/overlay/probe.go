// Package probe lets Leakgate look into a running service: profiles, memory figures, goroutine stacks.
//
// Leakgate links this one file into a service with `go build -overlay`, either as a package of its own inside GOROOT or
// as one more file of the service's main package; only the package clause differs. Three rules follow from that:
// every import is renamed and every package-level name starts with "leakgate", because both share a scope with code
// that isn't ours; and nothing newer than the language of Go 1.15 is used, because the service's go.mod decides which
// language it is compiled as. It can't import net/http: inside GOROOT, net/http imports it.
package probe

import (
	lgBufio "bufio"
	lgBytes "bytes"
	lgJSON "encoding/json"
	lgErrors "errors"
	lgFmt "fmt"
	lgIO "io"
	lgNet "net"
	lgURL "net/url"
	lgOS "os"
	lgFilepath "path/filepath"
	lgRuntime "runtime"
	lgCoverage "runtime/coverage"
	lgDebug "runtime/debug"
	lgPprof "runtime/pprof"
	lgTrace "runtime/trace"
	lgStrconv "strconv"
	lgStrings "strings"
	lgTime "time"
)

const (
	leakgateVersion = "1"

	leakgateMaxRequestBytes = 16 << 10
	leakgateMaxCollections  = 16
	leakgateMaxMilliseconds = 60000
	leakgateMaxStackBytes   = 512 << 20
	leakgateMaxRateBytes    = 1 << 20
)

// How long a client may take to send its request, and to take the answer. Variables for the tests.
var (
	leakgateReadTimeout  = 10 * lgTime.Second
	leakgateWriteTimeout = 60 * lgTime.Second
)

func init() {
	address := lgOS.Getenv("LEAKGATE_PROBE")
	if address == "" {
		return
	}
	// A child of the service that is built the same way must not take the socket over.
	lgOS.Unsetenv("LEAKGATE_PROBE")
	listener, err := leakgateListen(address)
	if err != nil {
		lgFmt.Fprintln(lgOS.Stderr, "leakgate: the probe can't listen:", err)
		return
	}
	go leakgateServe(listener)
}

func leakgateListen(address string) (lgNet.Listener, error) {
	// A service that is started again finds the socket of the run before.
	if info, err := lgOS.Lstat(address); err == nil && info.Mode()&lgOS.ModeSocket != 0 {
		lgOS.Remove(address)
	}
	listener, err := lgNet.Listen("unix", address)
	if err != nil {
		return nil, err
	}
	if err := lgOS.Chmod(address, 0600); err != nil {
		listener.Close()
		return nil, err
	}
	return listener, nil
}

// One connection after another, so that the probe is exactly one goroutine of the service.
func leakgateServe(listener lgNet.Listener) {
	for {
		connection, err := listener.Accept()
		if lgErrors.Is(err, lgNet.ErrClosed) {
			return
		}
		if err != nil {
			// A service that leaks descriptors has none left for us: wait, don't spin.
			lgTime.Sleep(100 * lgTime.Millisecond)
			continue
		}
		leakgateHandle(connection)
		connection.Close()
	}
}

func leakgateHandle(connection lgNet.Conn) {
	connection.SetDeadline(lgTime.Now().Add(leakgateReadTimeout))
	target, err := leakgateReadTarget(connection)
	if err != nil {
		leakgateWrite(connection, "500 Bad Request", []byte(err.Error()+"\n"))
		return
	}
	body, err := leakgateAnswer(target)
	connection.SetDeadline(lgTime.Now().Add(leakgateWriteTimeout))
	if err != nil {
		leakgateWrite(connection, "500 Internal Server Error", []byte(err.Error()+"\n"))
		return
	}
	leakgateWrite(connection, "200 OK", body)
}

func leakgateWrite(connection lgNet.Conn, status string, body []byte) {
	head := "HTTP/1.0 " + status + "\r\nContent-Length: " + lgStrconv.Itoa(len(body)) + "\r\nConnection: close\r\n\r\n"
	if _, err := lgIO.WriteString(connection, head); err == nil {
		connection.Write(body)
	}
}

// leakgateReadTarget reads a request up to the empty line and returns what it asks for.
func leakgateReadTarget(connection lgNet.Conn) (*lgURL.URL, error) {
	reader := lgBufio.NewReader(lgIO.LimitReader(connection, leakgateMaxRequestBytes))
	first, err := reader.ReadString('\n')
	if err != nil {
		return nil, lgFmt.Errorf("no request line: %v", err)
	}
	for {
		header, err := reader.ReadString('\n')
		if err != nil {
			return nil, lgFmt.Errorf("request not complete: %v", err)
		}
		if lgStrings.TrimSpace(header) == "" {
			break
		}
	}
	fields := lgStrings.Fields(first)
	if len(fields) < 2 {
		return nil, lgFmt.Errorf("not a request line: %q", first)
	}
	return lgURL.ParseRequestURI(fields[1])
}

// leakgateAnswer never panics: the service must not die of being looked at.
func leakgateAnswer(target *lgURL.URL) (body []byte, err error) {
	defer func() {
		if thrown := recover(); thrown != nil {
			body, err = nil, lgFmt.Errorf("panic: %v", thrown)
		}
	}()
	query := target.Query()
	collections, err := leakgateNumber(query, "gc", leakgateMaxCollections)
	if err != nil {
		return nil, err
	}
	if target.Path == "/heapdump" {
		return nil, leakgateHeapDump(query.Get("path"), collections)
	}
	leakgateCollect(collections)
	const profile = "/profile/"
	switch path := target.Path; {
	case path == "/ping":
		return leakgatePing()
	case path == "/memstats":
		var stats lgRuntime.MemStats
		lgRuntime.ReadMemStats(&stats)
		return lgJSON.Marshal(struct {
			*lgRuntime.MemStats
			NumGoroutine int
		}{&stats, lgRuntime.NumGoroutine()})
	case lgStrings.HasPrefix(path, profile):
		return leakgateProfile(path[len(profile):], query)
	case path == "/stacks":
		return leakgateStacks()
	case path == "/rate":
		return nil, leakgateSetRate(query)
	case path == "/cover":
		return leakgateCover(query.Get("dir"))
	case path == "/trace":
		return leakgateRecord(query, lgTrace.Start, lgTrace.Stop)
	case path == "/cpu":
		return leakgateRecord(query, lgPprof.StartCPUProfile, lgPprof.StopCPUProfile)
	}
	return nil, lgFmt.Errorf("nothing at %q", target.Path)
}

func leakgateNumber(query lgURL.Values, name string, limit int) (int, error) {
	text := query.Get(name)
	if text == "" {
		return 0, nil
	}
	value, err := lgStrconv.Atoi(text)
	if err != nil || value < 0 || value > limit {
		return 0, lgFmt.Errorf("%s=%s isn't a whole number from 0 to %d", name, text, limit)
	}
	return value, nil
}

func leakgatePing() ([]byte, error) {
	return lgJSON.Marshal(struct {
		PID          int    `json:"pid"`
		GoVersion    string `json:"goVersion"`
		ProbeVersion string `json:"probeVersion"`
		LeakProof    bool   `json:"leakProof"`
	}{lgOS.Getpid(), lgRuntime.Version(), leakgateVersion, lgPprof.Lookup("goroutineleak") != nil})
}

// leakgateProfile also makes the linker keep memory profiling: a program without a call of
// Lookup has none, and GODEBUG=memprofilerate does nothing there.
func leakgateProfile(name string, query lgURL.Values) ([]byte, error) {
	profile := lgPprof.Lookup(name)
	if profile == nil {
		return nil, lgFmt.Errorf("no profile %q", name)
	}
	debug, err := leakgateNumber(query, "debug", 2)
	if err != nil {
		return nil, err
	}
	var body lgBytes.Buffer
	err = profile.WriteTo(&body, debug)
	return body.Bytes(), err
}

// leakgateStacks stops the world once, where the goroutine profile with debug=2 starts with 1 MB and stops it again for
// each doubling. A goroutine takes 260 to 300 bytes in small services.
func leakgateStacks() ([]byte, error) {
	for size := 1<<18 + 600*lgRuntime.NumGoroutine(); size <= leakgateMaxStackBytes; size *= 2 {
		buffer := make([]byte, size)
		if n := lgRuntime.Stack(buffer, true); n < len(buffer) {
			return buffer[:n], nil
		}
	}
	return nil, lgFmt.Errorf("the stacks of %d goroutines take more than %d MB", lgRuntime.NumGoroutine(), leakgateMaxStackBytes>>20)
}

// leakgateHeapDump prepares everything, then collects, then dumps: what it allocates in between would be garbage that the
// runtime counts and nothing reaches. The runtime counts in the same stop of the world, and the dump holds its figures.
func leakgateHeapDump(path string, collections int) error {
	if !lgFilepath.IsAbs(path) {
		return lgFmt.Errorf("path=%s isn't an absolute path", path)
	}
	// The runtime ignores short writes, which a pipe may give; and to open a pipe could take for ever.
	if info, err := lgOS.Stat(path); err == nil && !info.Mode().IsRegular() {
		return lgFmt.Errorf("%s isn't a regular file", path)
	}
	file, err := lgOS.OpenFile(path, lgOS.O_WRONLY|lgOS.O_CREATE|lgOS.O_TRUNC, 0600)
	if err != nil {
		return err
	}
	defer file.Close()
	descriptor := file.Fd()
	if collections > 0 {
		// Once there is nothing left to give back to the system, the goroutine that does so sleeps without a timer. Seen: its
		// timer made the runtime's list of timers grow between the last collection and the dump, and the old list was garbage.
		lgDebug.FreeOSMemory()
		leakgateCollect(collections - 1)
	}
	lgDebug.WriteHeapDump(descriptor)
	return file.Close()
}

func leakgateCollect(collections int) {
	for ; collections > 0; collections-- {
		lgRuntime.GC()
	}
}

// leakgateSetRate changes how many bytes lie between two samples of the heap profile, from the next allocation on. The profile
// scales all of its samples by the rate of the moment: what was sampled at another rate is then counted wrong.
func leakgateSetRate(query lgURL.Values) error {
	bytes, err := leakgateNumber(query, "bytes", leakgateMaxRateBytes)
	if err != nil {
		return err
	}
	if bytes == 0 {
		return lgErrors.New("bytes=0 would end the profile")
	}
	lgRuntime.MemProfileRate = bytes
	return nil
}

func leakgateCover(directory string) ([]byte, error) {
	if err := lgCoverage.WriteMetaDir(directory); err != nil {
		return nil, err
	}
	return nil, lgCoverage.WriteCountersDir(directory)
}

// leakgateRecord keeps the recording in memory until it is complete, so that a slow client can't distort it.
func leakgateRecord(query lgURL.Values, start func(lgIO.Writer) error, stop func()) ([]byte, error) {
	milliseconds, err := leakgateNumber(query, "ms", leakgateMaxMilliseconds)
	if err != nil {
		return nil, err
	}
	var body lgBytes.Buffer
	if err := start(&body); err != nil {
		return nil, err
	}
	lgTime.Sleep(lgTime.Duration(milliseconds) * lgTime.Millisecond)
	stop()
	return body.Bytes(), nil
}
