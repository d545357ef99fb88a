/**
 * Functions anywhere on the stack of goroutines that well-known libraries start once for the whole program, or that take their
 * time to end after a clean stop: nothing in a test could have ended them.
 */
export const backgroundFunctions: readonly string[] = [
  'github.com/desertbit/timer.timerRoutine',
  'github.com/getsentry/sentry-go.(*HTTPTransport).worker',
  'github.com/gofiber/fiber/v2/utils.StartTimeStampUpdater.func1.1',
  'github.com/golang/glog.(*fileSink).flushDaemon',
  'github.com/golang/glog.(*loggingT).flushDaemon',
  'github.com/hashicorp/golang-lru/v2/expirable.NewLRU[...].func1',
  'github.com/onsi/ginkgo/v2/internal.RegisterForProgressSignal.func1',
  'github.com/onsi/ginkgo/v2/internal/interrupt_handler.(*InterruptHandler).registerForInterrupts.func2',
  // Both end up to 30 s after the database was closed.
  'github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain',
  'github.com/syndtr/goleveldb/leveldb/util.(*BufferPool).drain',
  'github.com/testcontainers/testcontainers-go.(*Reaper).Connect.func1',
  'github.com/testcontainers/testcontainers-go.(*Reaper).connect.func1',
  'github.com/valyala/fasthttp.updateServerDate.func1',
  'go.opencensus.io/stats/view.(*worker).start',
  // The runtime writes a dot in the last element of a path so.
  'gopkg.in/natefinch/lumberjack%2ev2.(*Logger).millRun',
  'k8s.io/klog.(*loggingT).flushDaemon',
  'k8s.io/klog/v2.(*flushDaemon).run.func1',
  'k8s.io/klog/v2.(*loggingT).flushDaemon',
];
