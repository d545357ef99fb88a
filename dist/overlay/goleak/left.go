// Of Leakgate, not of goleak. It lies in this package to use its filters.

package goleak

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"runtime/pprof"
	"strconv"
	"strings"
	"time"

	"go.uber.org/goleak/internal/stack"
)

// TestLabel is the profiler label that goroutines inherit from the test that started them.
const TestLabel = "leakgate.test"

// A look is repeated after pauses that double up to this one.
const longestPause = 50 * time.Millisecond

// More goroutines than anybody reads; the text says how many there are.
const mostPrinted = 1000

// IgnoreBefore ignores the goroutines that run when it is called, and whatever those start later: a server that a
// TestMain started goes on to serve, and its goroutines aren't left by a test. The main goroutine starts the tests, so
// it doesn't count.
func IgnoreBefore() Option {
	before := map[string]bool{}
	for _, s := range stack.All() {
		before[strconv.Itoa(s.ID())] = true
	}
	return addFilter(func(s stack.Stack) bool {
		if before[strconv.Itoa(s.ID())] {
			return true
		}
		starter := startedBy(s)
		return starter != "1" && before[starter]
	})
}

// The number at the end of `created by testing.(*T).Run in goroutine 1`.
func startedBy(s stack.Stack) string {
	_, after, _ := strings.Cut(s.Full(), "\ncreated by ")
	line, _, _ := strings.Cut(after, "\n")
	_, number, _ := strings.Cut(line, " in goroutine ")
	return number
}

// IgnoreIdleConnections ignores what a pool of connections keeps: both ends of a connection that waits for its next
// request. The reading end of one whose response was never closed waits in a select, and is found.
func IgnoreIdleConnections() Option {
	reading := []string{
		"net/http.(*persistConn).readLoop",
		"net/http.(*http2clientConnReadLoop).run",
		"net/http/internal/http2.(*clientConnReadLoop).run",
		"net/http.(*connReader).backgroundRead",
		"net/http.(*http2serverConn).readFrames",
		"net/http/internal/http2.(*serverConn).readFrames",
	}
	return addFilter(func(s stack.Stack) bool {
		switch s.FirstFunction() {
		case "net/http.(*persistConn).writeLoop", "net/http.(*http2serverConn).serve", "net/http/internal/http2.(*serverConn).serve":
			return true
		case "internal/poll.runtime_pollWait":
		default:
			return false
		}
		for _, name := range reading {
			if s.HasFunction(name) {
				return true
			}
		}
		// Between two requests, or before the first.
		return s.HasFunction("net/http.(*conn).serve") && (s.HasFunction("net/http.(*conn).readRequest") || s.HasFunction("bufio.(*Reader).Peek"))
	})
}

// Left describes the goroutines that are still there after so long, and none of the options ignores; empty when there
// is none. Where the toolchain can, the collector has marked those that nothing can wake any more as "(leaked)".
// placeOf tells where a test stands in the source.
func Left(wait time.Duration, placeOf func(test string) string, options ...Option) string {
	deadline := time.Now().Add(wait)
	opts := buildOpts(options...)
	left := watch(deadline, opts)
	if len(left) == 0 {
		return ""
	}
	if prove() {
		left = watch(deadline, opts)
	}
	return describe(left, placeOf)
}

// Finalizers and cleanups end some goroutines, so a look that finds any is repeated after a collection.
func watch(deadline time.Time, opts *opts) []stack.Stack {
	self := stack.Current().ID()
	collected := false
	for pause := time.Microsecond; ; pause = min(2*pause, longestPause) {
		left := filterStacks(stack.All(), self, opts)
		if len(left) == 0 || (collected && time.Now().After(deadline)) {
			return left
		}
		if pause == longestPause && !collected {
			runtime.GC()
			runtime.GC()
			collected = true
		}
		time.Sleep(pause)
	}
}

// The first proof may miss goroutines that wait for each other, so it is asked twice.
func prove() bool {
	profile := pprof.Lookup("goroutineleak")
	if profile == nil {
		return false
	}
	for range 2 {
		if profile.WriteTo(io.Discard, 0) != nil {
			return false
		}
	}
	return true
}

func describe(left []stack.Stack, placeOf func(string) string) string {
	var text strings.Builder
	tests := testsByStack()
	fmt.Fprintf(&text, "\nleakgate: %d goroutines left behind\n", len(left))
	for _, s := range left[:min(len(left), mostPrinted)] {
		state, _, _ := strings.Cut(s.State(), "]")
		fmt.Fprintf(&text, "goroutine %d [%s]:\n%s\n", s.ID(), state, strings.TrimRight(s.Full(), "\n"))
		if test := tests.take(positions(s.Full())); test != "" {
			fmt.Fprintf(&text, "leakgate: of %s at %s\n", test, placeOf(test))
		}
		text.WriteByte('\n')
	}
	text.WriteString("leakgate: end of goroutines\n")
	return text.String()
}

// Tests by the stack of goroutines that they started, each as often as it started one.
type testNames map[string][]string

func (t testNames) take(stack string) string {
	names := t[stack]
	if len(names) == 0 {
		return ""
	}
	t[stack] = names[1:]
	return names[0]
}

// The goroutine profile is the only public way to the labels of other goroutines.
func testsByStack() testNames {
	var profile bytes.Buffer
	found := testNames{}
	if pprof.Lookup("goroutine").WriteTo(&profile, 1) != nil {
		return found
	}
	for _, record := range strings.Split(profile.String(), "\n\n") {
		_, after, labelled := strings.Cut(record, `"`+TestLabel+`":`)
		quoted, err := strconv.QuotedPrefix(after)
		if !labelled || err != nil {
			continue
		}
		test, _ := strconv.Unquote(quoted)
		count := 1
		for _, line := range strings.Split(record, "\n") {
			if n, _, ok := strings.Cut(line, " @ "); ok {
				count, _ = strconv.Atoi(n)
				break
			}
		}
		key := positions(record)
		for range count {
			found[key] = append(found[key], test)
		}
	}
	return found
}

// Both kinds of text end at the first stack they have in common: profiles hold fewer frames.
const comparedFrames = 24

// The lines of a stack as `file:line`, innermost first, without the statement that started it.
func positions(text string) string {
	text, _, _ = strings.Cut(text, "\ncreated by ")
	var key strings.Builder
	frames := 0
	for _, line := range strings.Split(text, "\n") {
		end := strings.LastIndex(line, ".go:")
		if (!strings.HasPrefix(line, "\t") && !strings.HasPrefix(line, "#\t")) || end < 0 || frames == comparedFrames {
			continue
		}
		place := strings.TrimLeft(line[strings.LastIndexByte(line[:end], '\t')+1:], " ")
		place, _, _ = strings.Cut(place, " +0x")
		key.WriteString(place)
		key.WriteByte('\n')
		frames++
	}
	return key.String()
}
