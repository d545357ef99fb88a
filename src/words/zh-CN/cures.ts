import { catalogue } from '../catalogue.ts';

/** What goroutines that never end are usually about, and what mends it. */
export const cures = catalogue({
  usually: '通常是',
  'usual cure': '常见修复',
  'Leakgate doesn’t recognise the pattern; the stack tells what it waits for.':
    'Leakgate 未识别出已知模式；请从调用栈查看它在等待什么。',
  'Leakgate doesn’t recognise the pattern; the chain tells who keeps it.':
    'Leakgate 未识别出已知模式；请从引用链查看是谁保留了它。',
  'Leakgate doesn’t recognise the pattern; the stack tells where it is made.':
    'Leakgate 未识别出已知模式；请从调用栈查看它在何处分配。',
  'Leakgate doesn’t recognise the pattern; the stack tells where it is opened.':
    'Leakgate 未识别出已知模式；请从调用栈查看它在何处打开。',
  'a function value that outlives its request, and keeps what it captured':
    '函数值比请求活得更久，并保留了它捕获的内容',
  'Let it capture only what it needs, and drop it once it has run.': '只捕获需要的内容，运行后即丢弃。',
  'a map that gets new keys and never loses any': '只增加键、从不删除的 map',
  'Bound it: entries that expire, an LRU, or `delete` once a key is done with.':
    '给它设上限：让条目过期、使用 LRU，或键用完后 `delete`。',
  'a slice that is appended to and never cut': '只追加、从不截短的 slice',
  'Keep the last ones only, or hand it over and begin a new one.': '只保留最近的元素，或交出后重新开始。',
  'a pool that gives and doesn’t get back, or keeps what grew once': '只取不还，或保留了变大对象的 Pool',
  'Put `defer pool.Put(x)` right after `Get`, and drop what has grown too large.':
    '在 `Get` 之后立即 `defer pool.Put(x)`，并丢弃变得过大的对象。',
  'a file that is never closed on some path': '在某条路径上从未关闭的文件',
  'Add `defer f.Close()` right after the error check.': '检查错误后立即 `defer f.Close()`。',
  'an HTTP response whose body is never closed': 'HTTP 响应的 Body 从未关闭',
  'Close it on every path: `defer resp.Body.Close()` right after the error check.':
    '在每条路径上关闭它：检查错误后立即 `defer resp.Body.Close()`。',
  'an HTTP client or transport made for each request, whose idle connections stay open':
    '为每个请求新建 HTTP Client 或 Transport，其空闲连接一直保持打开',
  'Share one `http.Client`, and call `CloseIdleConnections` on one that is given up.':
    '共用一个 `http.Client`；弃用时调用 `CloseIdleConnections`。',
  'a gRPC connection that is dialled again and again and never closed': '反复拨号且从不关闭的 gRPC 连接',
  'Dial once and share it, or `defer conn.Close()`.': '只拨号一次并共用，或 `defer conn.Close()`。',
  'an errgroup with a function that never returns': 'errgroup 中有永不返回的函数',
  'Give its functions the context of `errgroup.WithContext`, and return when that ends.':
    '把 `errgroup.WithContext` 的 context 传给其中的函数，并在 context 结束时返回。',
  'a semaphore that its holder never releases': '信号量的持有者从不释放',
  'Put `defer sem.Release(n)` right after `Acquire`, and acquire with the context of the request.':
    '在 `Acquire` 之后立即 `defer sem.Release(n)`，并用请求的 context 获取。',
  'a call shared by `singleflight` that never returns': '由 `singleflight` 共享的调用永不返回',
  'Give the call a deadline of its own, or wait for `DoChan` in a `select` with `<-ctx.Done()`.':
    '为该调用单独设置截止时间，或在带 `<-ctx.Done()` 的 `select` 中等待 `DoChan`。',
  'an `io.Pipe` whose other end is never closed': '`io.Pipe` 的另一端从未关闭',
  'Close both ends on every path, with `CloseWithError` where one side gives up.':
    '在每条路径上关闭两端；一方放弃时使用 `CloseWithError`。',
  'database rows or a transaction that are never closed': '数据库 Rows 或事务从未关闭',
  'Add `defer rows.Close()`, and commit or roll back on every path.':
    '加上 `defer rows.Close()`，并在每条路径上提交或回滚。',
  'a child process that nobody waits for': '子进程无人等待',
  'Call `cmd.Wait()`, and give the command a context so that it ends.':
    '调用 `cmd.Wait()`，并为命令设置 context 使其能够结束。',
  'a channel variable that was never made': 'channel 变量从未初始化',
  'Assign it with `make(chan …)` before the goroutine starts.': '在启动 goroutine 之前用 `make(chan …)` 赋值。',
  'an empty `select {}`, which blocks for ever': '空的 `select {}`，会永久阻塞',
  'Wait for a context or a quit channel instead.': '改为等待 context 或退出 channel。',
  'a lock that is never released, or that its holder asks for again': '锁从未释放，或被持有者重复请求',
  'Put `defer mu.Unlock()` right after `mu.Lock()`, and take locks in one order.':
    '在 `mu.Lock()` 之后立即 `defer mu.Unlock()`，并按固定顺序加锁。',
  'a WaitGroup whose `Done` is missed on some path': 'WaitGroup 在某条路径上漏掉了 `Done`',
  'Begin each goroutine with `defer wg.Done()`, and call `Add` before it starts.':
    '每个 goroutine 开头即 `defer wg.Done()`，并在启动前调用 `Add`。',
  'a condition that nobody signals': '条件变量无人唤醒',
  'Signal after each change of the state, or use a channel with a context.':
    '每次状态改变后发出信号，或改用 channel 配合 context。',
  'a send whose receiver has gone away': '向已无接收者的 channel 发送',
  'Give the channel room for the value (`make(chan T, 1)`), or send in a `select` with `<-ctx.Done()`.':
    '为 channel 留出缓冲（`make(chan T, 1)`），或在带 `<-ctx.Done()` 的 `select` 中发送。',
  'a context that nobody cancels': 'context 无人取消',
  'Call its cancel function on every path: `defer cancel()`.': '在每条路径上调用其 cancel 函数：`defer cancel()`。',
  'a loop around `time.After` that has no way out': '使用 `time.After` 的循环没有退出途径',
  'Add `case <-ctx.Done(): return`, and use one `time.Ticker` instead of a new timer for each turn.':
    '加上 `case <-ctx.Done(): return`，并用一个 `time.Ticker` 代替每轮新建的定时器。',
  'a ticker loop that has no way out': 'Ticker 循环没有退出途径',
  'Add `case <-ctx.Done(): return` and `defer ticker.Stop()`.':
    '加上 `case <-ctx.Done(): return` 和 `defer ticker.Stop()`。',
  'a loop over a channel that is never closed': '遍历从不关闭的 channel',
  'Let the sender `close` the channel when it is done.': '由发送方在完成后 `close` 该 channel。',
  'a receive from a channel that nobody sends to or closes': '从无人发送也无人关闭的 channel 接收',
  'Close the channel, or receive in a `select` with `<-ctx.Done()`.':
    '关闭该 channel，或在带 `<-ctx.Done()` 的 `select` 中接收。',
  'a `select` none of whose cases becomes ready': '`select` 的各个分支都永远不会就绪',
  'Add `case <-ctx.Done(): return` with a context that ends with the request.':
    '加上 `case <-ctx.Done(): return`，使用随请求结束的 context。',
  'a loop around `time.Sleep` that has no way out': '使用 `time.Sleep` 的循环没有退出途径',
  'Wait for a timer in a `select` with `<-ctx.Done()`.': '在带 `<-ctx.Done()` 的 `select` 中等待定时器。',
  'a connection, pipe or file that is never closed': '连接、管道或文件从未关闭',
  'Close it when the work ends, and set a deadline.': '工作结束时关闭它，并设置截止时间。',
});
