package testing

import (
	"context"
	leakgateTestlog "internal/testlog"
	"os"
	"reflect"
	"runtime"
	"runtime/pprof"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"go.uber.org/goleak"
)

const leakgateVariable = "LEAKGATE_GOLEAK"

// What to look for, a `name=value` a line; nothing is done without it. It is unset at once, so that programs which a test
// starts, often the test binary itself, don't look too.
var leakgateOptions = leakgateTake()

var (
	leakgateLogged sync.Once
	leakgateBegun  sync.Once
	leakgateRan    bool
	leakgateBefore goleak.Option
	// Where the function of a test stands, by its name.
	leakgateTests sync.Map
)

func leakgateTake() map[string][]string {
	text, found := os.LookupEnv(leakgateVariable)
	if !found {
		return nil
	}
	os.Unsetenv(leakgateVariable)
	options := map[string][]string{}
	for _, line := range strings.Split(text, "\n") {
		if name, value, ok := strings.Cut(line, "="); ok {
			options[name] = append(options[name], value)
		}
	}
	return options
}

// Called where M.Run begins and where it ends; a TestMain may call that several times.
func leakgateRun(m *M) func() {
	if leakgateOptions == nil {
		return func() {}
	}
	leakgateBegun.Do(func() {
		leakgateBefore = goleak.IgnoreBefore()
		// At the very end: a TestMain may still stop what it started.
		leakgateAddExitHook(leakgateLook)
	})
	leakgateRan = false
	return func() { leakgateRan = m.exitCode == 0 }
}

// Called where the goroutine of a test begins.
func leakgateTest(name string, test func(*T)) {
	if leakgateOptions == nil || name == "" {
		return
	}
	// The go command takes an earlier result only if the variables that were asked for have the same values.
	leakgateLogged.Do(func() { leakgateTestlog.Getenv(leakgateVariable) })
	leakgateTests.Store(name, reflect.ValueOf(test).Pointer())
	labels := pprof.Labels(goleak.TestLabel, name)
	pprof.SetGoroutineLabels(pprof.WithLabels(context.Background(), labels))
}

// Runs when the program exits with 0.
func leakgateLook() {
	if !leakgateRan {
		return
	}
	options := []goleak.Option{goleak.IgnoreIdleConnections()}
	if leakgateIs("current") {
		options = append(options, leakgateBefore)
	}
	for _, name := range leakgateOptions["top"] {
		options = append(options, goleak.IgnoreTopFunction(name))
	}
	for _, name := range leakgateOptions["any"] {
		options = append(options, goleak.IgnoreAnyFunction(name))
	}
	ms, _ := strconv.Atoi(strings.Join(leakgateOptions["wait"], ""))
	left := goleak.Left(time.Duration(ms)*time.Millisecond, leakgatePlace, options...)
	if left == "" {
		return
	}
	// os.Stdout may have been replaced by a test.
	for text := []byte(left); len(text) > 0; {
		n, err := syscall.Write(1, text)
		if err == syscall.EINTR || err == syscall.EAGAIN {
			continue
		}
		if err != nil {
			// Not os.Exit, which is what called this. Nobody reads it, and it mustn't pass for a clean run.
			syscall.Exit(1)
		}
		text = text[n:]
	}
}

func leakgateIs(name string) bool {
	values := leakgateOptions[name]
	return len(values) > 0 && values[0] == "1"
}

func leakgatePlace(test string) string {
	pc, _ := leakgateTests.Load(test)
	entry, _ := pc.(uintptr)
	function := runtime.FuncForPC(entry)
	if function == nil {
		return ""
	}
	file, line := function.FileLine(entry)
	return file + ":" + strconv.Itoa(line)
}
