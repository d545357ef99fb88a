import { catalogue } from '../catalogue.ts';

/** What the checks of speed, cost, errors, capacity and collections say. */
export const speed = catalogue({
  'Speed and cost': '速度与开销',
  Capacity: '容量',
  'HTTP/2 answers {n} req/s on {lanes}, HTTP/1.1 {n2} ({percent}).':
    'HTTP/2 在 {lanes} 上每秒应答 {n} 个请求，HTTP/1.1 为 {n2}（{percent}）。',
  'The service speaks no HTTP/2, so there is nothing to compare. {why}': '服务不支持 HTTP/2，无可比较。{why}',
  'p99 is {n} ms with one stream on each of {lanes}, and {n2} ms with {n3} streams on {lane} ({percent})':
    '{lanes} 各一个流时 p99 为 {n} ms，{lane} 上 {n3} 个流时为 {n2} ms（{percent}）',
  'The tail rises with the streams: {seen}; at most +{percent} is expected.':
    '尾延迟随流数上升：{seen}；预期最多 +{percent}。',
  '{seen}, but the rounds of both overlap.': '{seen}，但两者的轮次相互重叠。',
  'Latency p99 on a shared connection': '共用连接时的 p99 延迟',
  'HTTP/1.1: requests per second': 'HTTP/1.1：每秒请求数',
  'HTTP/2: requests per second': 'HTTP/2：每秒请求数',
  'HTTP/1.1: latency p99': 'HTTP/1.1：p99 延迟',
  'HTTP/2: latency p99': 'HTTP/2：p99 延迟',
  'HTTP/1.1: CPU time': 'HTTP/1.1：CPU 时间',
  'HTTP/2: CPU time': 'HTTP/2：CPU 时间',
  'HTTP/1.1: memory of a connection': 'HTTP/1.1：每连接内存',
  'HTTP/2: memory of a connection': 'HTTP/2：每连接内存',
  'HTTP/1.1: goroutines of a connection': 'HTTP/1.1：每连接 goroutine 数',
  'HTTP/2: goroutines of a connection': 'HTTP/2：每连接 goroutine 数',
  'Garbage collection': '垃圾回收',
  Throughput: '吞吐量',
  'Throughput per connection': '每连接吞吐量',
  'Latency p50': 'p50 延迟',
  'Latency p95': 'p95 延迟',
  'Latency p99': 'p99 延迟',
  'CPU per request': '每请求 CPU 时间',
  'Failed requests': '失败请求',
  'Failed requests against the base': '失败请求（对比基线版本）',
  'Swing of the throughput from second to second': '吞吐量的逐秒波动',
  'Rate that was asked for': '目标速率',
  'Rate that was sent': '实际发送速率',
  'Requests that found no free connection': '没有空闲连接可用的请求',
  'Latency p99 from the sending': 'p99 延迟（自实际发送起）',
  'Lateness of the generator, p99': '负载发生器的滞后，p99',
  'Highest rate that holds': '可承受的最高速率',
  'Worse: {seen}, in each pair of processes. At most {percent} is accepted.':
    '变差：{seen}，每一对进程都如此。最多允许 {percent}。',
  'Better: {seen}.': '变好：{seen}。',
  'Worse, but by less than {percent}: {seen}.': '变差，但不到 {percent}：{seen}。',
  'No worse: {seen}; {floor}.': '没有变差：{seen}；{floor}。',
  "Can't tell: {seen}, but not in each pair of processes; the limit is {percent}, {floor}.":
    '无法判定：{seen}，但并非每一对进程都如此；门限为 {percent}，{floor}。',
  "Can't tell: {seen}; the limit is {percent}, {floor}.": '无法判定：{seen}；门限为 {percent}，{floor}。',
  '{percent} (95 % interval {range}) in {windows} side by side':
    '并行对比 {windows}，变化 {percent}（95 % 置信区间 {range}）',
  '{n} to {percent}': '{n} 至 {percent}',
  '{n} window': '{n} 个窗口',
  '{n} windows': '{n} 个窗口',
  'this run could have seen {percent}': '本次运行可检出 {percent} 的变化',
  "The base failed {percent} of its requests, so the speeds can't be compared.":
    '基线版本有 {percent} 的请求失败，因此速度不可比。',
  "The head failed {percent} of its requests, so the speeds can't be compared.":
    '当前版本有 {percent} 的请求失败，因此速度不可比。',
  'The base builds the identical binary, so nothing was measured side by side.':
    '基线版本构建出完全相同的二进制文件，因此未做并行对比。',
  "Base and head weren't measured side by side: {why}.": '基线版本与当前版本未做并行对比：{why}。',
  'stored baseline': '已存基线',
  '{n} {unit} then, {n2} now ({percent}), under separate loads':
    '当时 {n} {unit}，现在 {n2}（{percent}），两次负载分别进行',
  'Recorded: there is no stored figure to compare with.': '仅记录：没有可对比的已存数值。',
  "{seen}, but they can't be compared: {why}.": '{seen}，但两者不可比：{why}。',
  '{seen}: shown, not gating, since {why}.': '{seen}：仅展示，不计入门禁，因为{why}。',
  'Worse: {seen}, at most {percent} is accepted.': '变差：{seen}，最多允许 {percent}。',
  '{seen}, at most {percent} is accepted.': '{seen}，最多允许 {percent}。',
  '{percent} against the stored figure': '与已存数值相比 {percent}',
  'It is from another time and maybe another machine, where unchanged code can differ by 30 % and more.':
    '该数值来自另一时间，可能也来自另一台机器，未改动的代码也可能相差 30 % 以上。',
  'It is from another time and maybe another machine, where unchanged code can differ by 30 % and more; this load swung by {percent} from second to second.':
    '该数值来自另一时间，可能也来自另一台机器，未改动的代码也可能相差 30 % 以上；本次负载逐秒波动 {percent}。',
  'Beyond the limit: {list}.': '超限：{list}。',
  "Can't tell: {list}.": '无法判定：{list}。',
  "The binary is identical to the base's: {figures}.": '二进制文件与基线版本完全相同：{figures}。',
  'No slow-down beyond the limits: {figures}.': '没有超出门限的变慢：{figures}。',
  '{n} req/s, p99 {n2} ms, beside the stored figures.': '{n} req/s，p99 {n2} ms，与已存数值一并列出。',
  '{n} req/s of {n2} asked, p99 {n3} ms, beside the stored figures.':
    '{n} req/s（目标 {n2} req/s），p99 {n3} ms，与已存数值一并列出。',
  '{n} req/s, p99 {n2} ms: recorded, nothing to compare with yet.':
    '{n} req/s，p99 {n2} ms：仅记录，尚无可对比的数据。',
  '{n} req/s of {n2} asked, p99 {n3} ms: recorded, nothing to compare with yet.':
    '{n} req/s（目标 {n2} req/s），p99 {n3} ms：仅记录，尚无可对比的数据。',
  '{n} req/s, p99 {n2} ms': '{n} req/s，p99 {n2} ms',
  '{n} req/s of {n2} asked, p99 {n3} ms': '{n} req/s（目标 {n2} req/s），p99 {n3} ms',
  'compare is stored': '`compare` 设为 stored',
  'there is no baseline yet': '还没有基线',
  'the baseline belongs to no commit': '基线不属于任何提交',
  'the baseline is of this very commit': '基线就是当前提交的',
  'the qps check is off': 'qps 检查已关闭',
  'the two were measured at different times': '两者测于不同时间',
  'no window had expected answers from both sides': '没有任何窗口两侧都得到预期的响应',
  'the binary is identical to the base’s': '二进制文件与基线版本完全相同',
  '{percent} of the requests failed': '{percent} 的请求失败',
  "the baseline's commit {sha} couldn't be rebuilt: {any}": '基线的提交 {sha} 无法重新构建：{any}',
  'All {requests} got the expected answer.': '全部 {requests}都得到了预期的响应。',
  '{n} request': '{n} 个请求',
  '{n} requests': '{n} 个请求',
  '{failed}; at most {percent} may.': '{failed}；最多允许 {percent}。',
  '{failed}, among them every request to {list}.': '{failed}，其中发往 {list} 的请求全部失败。',
  '{failed}; {n} got no answer at all, as when a handler panics.':
    '{failed}；其中 {n} 个完全没有响应，例如处理函数发生 panic 时。',
  '{n} of {requests} failed ({percent})': '{requests}中有 {n} 个失败（{percent}）',
  '{n} of {requests} failed': '{requests}中有 {n} 个失败',
  'no answer': '没有响应',
  'connection refused, reset or closed': '连接被拒绝、重置或关闭',
  'timed out': '超时',
  'unexpected status': '非预期状态码',
  "{percent} of the head's requests failed side by side, {percent2} of the base's: the head failed more in {n} windows, the base in {n2}.":
    '并行对比中当前版本有 {percent} 的请求失败，基线版本为 {percent2}：当前版本在 {n} 个窗口中失败更多，基线版本在 {n2} 个窗口中失败更多。',
  "{percent} of the head's requests failed side by side, {percent2} of the base's. At most {percent3} may.":
    '并行对比中当前版本有 {percent} 的请求失败，基线版本为 {percent2}。最多允许 {percent3}。',
  'The service crashed under load.': '服务在负载下崩溃。',
  'A handler panicked under load.': '处理函数在负载下发生 panic。',
  'Crash under load': '负载下崩溃',
  'Handler panic under load': '负载下处理函数 panic',
  'The service went down: {any}': '服务已退出：{any}',
  'The server recovered it; the client got an error or no answer: {any}':
    'panic 已被服务器恢复，客户端得到错误或没有得到响应：{any}',
  said: '输出',
  'Not a single request was sent to the service.': '没有向服务发送任何请求。',
  'None of {requests} got the expected answer: {causes}.': '{requests}中没有一个得到预期的响应：{causes}。',
  '{n} answered with {any}': '{n} 个返回 {any}',
  '{n} refused, reset or closed without an answer': '{n} 个被拒绝、重置或未响应即关闭',
  '{n} timed out': '{n} 个超时',
  '{n} lost without a trace': '{n} 个下落不明',
  'Check the paths, headers and bodies of the scenario; if the status is intended, write it: `GET /path -> 404`.':
    '请检查场景中的路径、请求头和请求体；若该状态码符合预期，请写明：`GET /path -> 404`。',
  'A handler waits for something that never comes, such as a database that is not there.':
    '处理函数在等待永远不会到来的东西，例如不存在的数据库。',
  'The service closed connections without an answer: a handler panicked, or the service went away. Read what it prints.':
    '服务未响应就关闭了连接：处理函数发生 panic，或服务已退出。请查看其输出。',
  "The load generator couldn't keep to the schedule: one in a hundred requests started {n} ms late or more, in {n2} tries.":
    '负载发生器跟不上计划：{n2} 次尝试中都有百分之一的请求晚了 {n} ms 以上才开始。',
  'Ask for a lower rate, or measure on a machine with more free processors.':
    '请降低速率，或在空闲处理器更多的机器上测量。',
  'There is nothing to compare with yet.': '尚无可对比的数据。',
  'Not compared: {why}.': '未对比：{why}。',
  'Not even {n} requests/s hold {promise}.': '连每秒 {n} 个请求也无法满足 {promise}。',
  '{n} requests/s hold {promise} ({spread}).': '每秒 {n} 个请求时仍满足 {promise}（{spread}）。',
  'p99 ≤ {n} ms and at most {percent} failing': 'p99 ≤ {n} ms 且失败率不超过 {percent}',
  '{n} to {n2} in {n3} searches': '{n3} 次搜索为 {n} 至 {n2}',
  'The generator or the plan ended it, not the service.': '上限来自负载发生器或搜索计划，而非服务本身。',
  '{against}; at most −{percent} is allowed.': '{against}；最多允许 −{percent}。',
  '{against}. Not gating: rates of another day or machine don’t compare.':
    '{against}。不计入门禁：不同日期或机器的速率不可比。',
  '{against}: every search of the head ended below every one of the base. At most −{percent} is allowed.':
    '{against}：当前版本的每次搜索都低于基线版本的每次搜索。最多允许 −{percent}。',
  '{against}, but the searches of both sides overlap; at most −{percent} is allowed.':
    '{against}，但两侧的搜索结果有重叠；最多允许 −{percent}。',
  '{percent} against the stored rate': '与已存速率相比 {percent}',
  '{percent} against the base, searched in turn': '与轮流搜索的基线版本相比 {percent}',
  'No collection in {requests}.': '{requests}期间没有发生垃圾回收。',
  '{collections} in {requests}, p99 of the pauses {n} ms.': '{requests}期间发生 {collections}，暂停的 p99 为 {n} ms。',
  '{n} collection': '{n} 次垃圾回收',
  '{n} collections': '{n} 次垃圾回收',
  'Slow requests during collections': '垃圾回收期间的慢请求',
  'Latency peaks coincide with collections: {percent} of the slowest 1 % of the requests ({n} ms and more) fall into a collection; by chance it would be {percent2}.':
    '延迟尖峰与垃圾回收同时出现：最慢的 1 % 请求（{n} ms 以上）中有 {percent} 落在垃圾回收期间；若只是巧合，应为 {percent2}。',
  'Latency peaks coincide with collections: {percent} of the slowest 1 % of the requests ({n} ms and more) fall onto the pause of a collection; by chance it would be {percent2}.':
    '延迟尖峰与垃圾回收同时出现：最慢的 1 % 请求（{n} ms 以上）中有 {percent} 落在垃圾回收的暂停上；若只是巧合，应为 {percent2}。',
  'allocates most around the longest pause': '最长暂停前后分配最多',
  '{bytes} at {function}': '{function} 分配 {bytes}',
  'GC pause p99': 'GC 暂停 p99',
  'Longest GC pause': '最长 GC 暂停',
  'Collections in 1,000 requests': '每 1,000 个请求的垃圾回收次数',
  'CPU time of the collector': '垃圾回收的 CPU 占比',
  'GC assists': 'GC 辅助标记',
  'Highest live heap under load': '负载下的最高存活堆',
  'Nothing to ask: `prometheus-url` and `prometheus-queries` say what.':
    '没有可查询的内容：请设置 `prometheus-url` 和 `prometheus-queries`。',
  'No figure: {why}.': '没有数值：{why}。',
  'nothing was answered': '没有得到响应',
  'From {n} to {n2}: {n3} for 1,000 requests. There is nothing to compare with yet.':
    '从 {n} 到 {n2}：每 1,000 个请求 {n3}。尚无可对比的数据。',
  'From {n} to {n2}: {n3} for 1,000 requests, {than}; at most +{percent} is allowed.':
    '从 {n} 到 {n2}：每 1,000 个请求 {n3}，{than}；最多允许 +{percent}。',
  'none for the baseline': '基线中没有',
  '{percent} against the baseline': '与基线相比 {percent}',
  'Changed more than allowed: {list}.': '变化超出允许范围：{list}。',
  'No figure for {list}.': '没有 {list} 的数值。',
  '{n} figure read before and after a load.': '在负载前后读取了 {n} 项数值。',
  '{n} figures read before and after a load.': '在负载前后读取了 {n} 项数值。',
  '{any}, for 1,000 requests': '{any}，每 1,000 个请求',
});
