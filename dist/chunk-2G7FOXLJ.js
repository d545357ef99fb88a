import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  bareRelative,
  columnsOf,
  formatCount,
  formatDuration,
  formatRelative,
  formatShare,
  formatTime,
  formatValue,
  outputLine,
  padEnd,
  padStart,
  painter,
  plain
} from "./chunk-ZCMWASTI.js";
import {
  median
} from "./chunk-AFJEBKOS.js";

// src/probes/source.ts
import { readFileSync } from "node:fs";
import { join } from "node:path";
function sourceReader(repositoryRoot) {
  const files = /* @__PURE__ */ new Map();
  const linesOf = (file) => {
    let lines = files.get(file);
    if (lines === void 0) {
      lines = readLines(join(repositoryRoot, file));
      files.set(file, lines);
    }
    return lines;
  };
  return (file, line) => linesOf(file)[line - 1];
}
function readLines(path) {
  try {
    return readFileSync(path, "utf8").split(/\r?\n/);
  } catch {
    return [];
  }
}

// src/words/catalogue.ts
function catalogue(phrases) {
  return phrases;
}
var hole = /\{(\w+)\}/;
var pieces = (phrase) => phrase.split(hole);

// src/words/zh-CN/charts.ts
var charts = catalogue({
  "Skip to the findings": "跳到结果",
  Light: "浅色",
  Dark: "深色",
  "Open all": "全部展开",
  "Close all": "全部收起",
  Metrics: "指标",
  "Metrics against the baseline": "各指标与基线的对比",
  "There is nothing to compare with yet. Gates that need no baseline were judged all the same.": "尚无可对比的数据；不依赖基线的门限仍已判定。",
  "Dot: change. Whisker: 95 % interval. A gate is exceeded only when the whole interval is past it.": "圆点：变化量。横线：95 % 置信区间。只有整个区间都越过门限才算超限。",
  "Dot: change against the baseline.": "圆点：相对基线的变化量。",
  " Shaded: past the gate; where the gate isn’t a share, it’s drawn in the middle of its side.": "阴影：超出门限的范围；若门限不是百分比，则画在该侧的中间。",
  "{value}, gate {gate}": "{value}，门限 {gate}",
  "{value}, 95 % interval {interval}, gate {gate}": "{value}，95 % 置信区间 {interval}，门限 {gate}",
  "Each line with the calls that lead to it.": "每一处代码行及到达它的调用。",
  " Bars compare what the lines leave behind, by kind.": "条形按类别比较各处遗留的量。",
  "What keeps it alive": "是什么使其存活",
  "Area: growth that a global, a goroutine or a finalizer keeps reachable, and inside it what the next object on the way keeps. Cut the chain anywhere, and what is below it is freed.": "面积：由全局变量、goroutine 或 finalizer 保持可达的增长，其内是引用链上下一个对象所保持的部分。在任意一处切断引用链，其下的内存即可释放。",
  "Area: growth that a global, a goroutine or a finalizer keeps reachable. Cut the chain anywhere, and what is below it is freed.": "面积：由全局变量、goroutine 或 finalizer 保持可达的增长。在任意一处切断引用链，其下的内存即可释放。",
  "Both looks were checked: the roots reach {reached} and then {reachedThen}, the runtime counts {counted} and {countedThen}.": "两次观测均已核对：从根可达的内存先后为 {reached} 和 {reachedThen}，runtime 统计的为 {counted} 和 {countedThen}。",
  "It grew by {bytes}, to the byte what the roots reach more.": "增长了 {bytes}，与根可达内存的增量逐字节一致。",
  "It grew by {bytes}, {apart} more than what the roots reach.": "增长了 {bytes}，比根可达内存的增量多 {apart}。",
  "It grew by {bytes}, {apart} less than what the roots reach.": "增长了 {bytes}，比根可达内存的增量少 {apart}。",
  "Allocated at": "分配位置",
  "{bytes}, {history}": "{bytes}，{history}",
  "{n}, {time}": "{n} 次，{time}",
  "keeps {bytes} ({part} %)": "保持 {bytes}（{part} %）",
  ", {bytes} each": "，每个 {bytes}",
  "{total} kept alive": "保持存活 {total}",
  "{total} live": "存活 {total}",
  "{what}, as areas": "{what}（面积图）",
  "The heap from its roots down": "从根出发查看堆",
  "Area: what each root keeps alive now, and inside it what the next steps keep.": "面积：每个根目前保持存活的内存，其内是后续各级所保持的部分。",
  "Area: what each line holds now, and inside it the calls that led there.": "面积：每一处代码行目前持有的内存，其内是到达它的调用。",
  " Colour: growth since the warm-up.": "颜色：自预热以来的增长。",
  " Colour: growth since the first snapshot.": "颜色：自第一个快照以来的增长。",
  " Cut the way anywhere, and what is below it is freed.": "在任意一处切断引用，其下的内存即可释放。",
  "{bytes}, as before": "{bytes}，未变",
  "of {bytes}": "共 {bytes}",
  freed: "释放",
  grew: "增长",
  "Where it is allocated": "内存分配位置",
  "Width of the frames": "帧宽度的含义",
  "Live heap": "存活堆",
  "Growth only": "仅增长",
  "Whole heap": "整个堆",
  "Find function": "查找函数",
  "Find function in the graph": "在火焰图中查找函数",
  "Width: live bytes after the last round. Colour: how much of it grew with the requests, strongest where the bytes are allocated. Click or Enter zooms, Esc goes back.": "宽度：最后一轮之后的存活字节数。颜色：其中随请求增长的比例，在直接分配处最深。点击或按 Enter 放大，按 Esc 返回。",
  "Width: bytes that each request leaves behind, by the calls that lead to the leaking lines. Click or Enter zooms, Esc goes back.": "宽度：每个请求遗留的字节数，按到达泄漏处的调用划分。点击或按 Enter 放大，按 Esc 返回。",
  "{bytes} stay with each request": "每个请求遗留 {bytes}",
  "{live} of live heap, {growth} since the warm-up": "存活堆 {live}，自预热以来 {growth}",
  "{live} live, {growth} since the warm-up": "存活 {live}，自预热以来 {growth}",
  "{n} frame matches": "{n} 个匹配的帧",
  "{n} frames match": "{n} 个匹配的帧",
  "How often each latency came": "延迟分布",
  "By percentile": "按百分位",
  baseline: "基线",
  ". Axes of latency are logarithmic.": "。延迟坐标轴为对数刻度。",
  " Both were under the same load at the same time.": "两者在同一时间承受相同的负载。",
  " The baseline was measured at another time: the machine may have been faster or slower.": "基线测于另一时间，当时的机器可能更快或更慢。",
  ", baseline {value}": "，基线 {value}",
  "Latencies from {from} to {to}, most of them near {peak}": "延迟从 {from} 到 {to}，多数在 {peak} 附近",
  "; baseline from {from} to {to}, near {peak}": "；基线从 {from} 到 {to}，多数在 {peak} 附近",
  "Route by route": "各路由",
  "{check}: median to 99th percentile as a bar, the slowest answer as a dot, from {from} to {to} on a logarithmic axis.": "{check}：条形为中位数到 99 百分位，圆点为最慢的响应；对数坐标轴，从 {from} 到 {to}。",
  "Heap, collections and latency over time": "堆、垃圾回收与延迟随时间的变化",
  "Line: live heap. Dashed: size at which the next collection begins. Stems: each collection’s stop of the world. Below: latency of the requests that ended in the same moment. {n} collections in {time}.": "实线：存活堆。虚线：触发下一次回收的堆大小。竖线：每次回收的 STW 暂停。下方：同一时刻结束的请求的延迟。{time} 内共 {n} 次回收。",
  heap: "堆",
  pauses: "暂停",
  "latency p50, p99": "延迟 p50、p99",
  "Live heap up to {bytes}; {n} collections, the longest pause {pause}": "存活堆最高 {bytes}；{n} 次回收，最长暂停 {pause}",
  "Longest pauses, and what allocated around them": "最长的暂停，及其前后的内存分配",
  At: "时刻",
  " A runtime trace covers {from} to {to}: shaded where the collector marked ({marks}), above it where the world stood still ({stops}), below it where requests had to help ({assists}).": "runtime trace 覆盖 {from} 到 {to}：阴影处为 GC 标记（{marks}），其上为 STW（{stops}），其下为请求的辅助标记（{assists}）。"
});

// src/words/zh-CN/leak-coverage.ts
var coverageTable = catalogue({
  "Leak coverage": "泄漏覆盖率",
  "What can leak": "可能泄漏之处",
  Lines: "行数",
  Run: "已运行",
  "go statements": "go 语句",
  contexts: "context",
  timers: "定时器",
  "channel operations": "channel 操作",
  "HTTP responses": "HTTP 响应",
  "uses of pools": "对象池使用",
  "collections that grow": "长期存在的 map 与切片",
  "{n} in {state}": "{n} 个处于 {state}",
  "the longest for {n} min": "最长已 {n} 分钟",
  "nothing is left to wake {n} of them": "其中 {n} 个已无任何途径唤醒",
  "something could still wake {n} of them": "其中 {n} 个所等待之物仍可被其他代码触及",
  "a timer or the system wakes {n} of them": "其中 {n} 个会由定时器或系统唤醒",
  "it isn’t known what could wake {n} of them": "其中 {n} 个能否被唤醒尚不可知",
  "{share} of the time in {state}": "{share} 的时间处于 {state}",
  "How the goroutines fared": "goroutine 的经历",
  New: "新建",
  Ended: "已结束",
  Alive: "存活",
  Traced: "已跟踪",
  "Ready to run": "就绪",
  Running: "运行中",
  Blocked: "阻塞",
  "Longest wait": "最长等待",
  "From its start a goroutine is ready, runs, or is blocked, until it has ended. The shares are of their time in a short trace beside the load, which follows those that start in it, at most to its end.": "goroutine 自启动起或就绪、或运行、或阻塞，直至结束。各占比取自负载期间的一段短时跟踪：仅跟踪其间启动的 goroutine，至多到跟踪结束。",
  "{started} started, {ended} ended": "启动 {started} 个，结束 {ended} 个",
  "{route} leads here": "{route} 可到达此处",
  "{route} may lead here": "{route} 可能到达此处",
  "{route} leads here, and no request ran it": "{route} 可到达此处，但没有请求运行过它",
  "{route} may lead here, and no request ran it": "{route} 可能到达此处，但没有请求运行过它",
  "{route} leads here, by a branch that no request took": "{route} 可经由没有请求走过的分支到达此处",
  "{route} may lead here, by a branch that no request took": "{route} 可能经由没有请求走过的分支到达此处",
  "What no request reached": "没有请求到达之处",
  "Goroutines that the load started": "负载启动的 goroutine",
  "Lines of the service’s own code that can leak, and whether the load ran them. What it doesn’t run, no check can see.": "服务自身代码中可能泄漏的行，以及负载是否运行过它们。负载未运行之处，任何检查都看不到。"
});
var coverageSentences = catalogue({
  "No line of the service’s own code can leak.": "服务自身代码中没有可能泄漏的行。",
  "{n} requests ran {n2} lines of {n3} that can leak ({percent}).": "{n} 个请求运行了 {n3} 行可能泄漏代码中的 {n2} 行（{percent}）。",
  "{n} requests ran {n2} line of {n3} that can leak ({percent}).": "{n} 个请求运行了 {n3} 行可能泄漏代码中的 {n2} 行（{percent}）。",
  "Lines that can leak and were run": "可能泄漏且已运行的行",
  "Lines that can leak and weren’t run": "可能泄漏但未运行的行",
  "New lines that can leak and weren’t run": "新增的可能泄漏但未运行的行",
  "The load has to run {percent} of them. What it doesn’t run, no check can see.": "负载须运行其中的 {percent}。负载未运行之处，任何检查都看不到。",
  "What the load doesn’t run, no check can see.": "负载未运行之处，任何检查都看不到。",
  "This change adds {list}: the load ran all of it.": "本次改动新增 {list}：负载已全部运行。",
  "This change adds {list}; {n} was never run under load.": "本次改动新增 {list}；其中 {n} 处在负载下从未运行。",
  "This change adds {list}; {n} were never run under load.": "本次改动新增 {list}；其中 {n} 处在负载下从未运行。",
  "{n} `go` statement": "{n} 条 `go` 语句",
  "{n} `go` statements": "{n} 条 `go` 语句",
  "{n} context": "{n} 个 context",
  "{n} contexts": "{n} 个 context",
  "{n} timer": "{n} 个定时器",
  "{n} timers": "{n} 个定时器",
  "{n} channel operation": "{n} 处 channel 操作",
  "{n} channel operations": "{n} 处 channel 操作",
  "{n} HTTP response": "{n} 个 HTTP 响应",
  "{n} HTTP responses": "{n} 个 HTTP 响应",
  "{n} pool use": "{n} 处对象池使用",
  "{n} pool uses": "{n} 处对象池使用",
  "{n} growing collection": "{n} 个长期存在的 map 或切片",
  "{n} growing collections": "{n} 个长期存在的 map 或切片",
  "routes to it": "可到达的路由",
  "never run": "从未运行"
});

// src/words/zh-CN/load.ts
var load = catalogue({
  Load: "负载",
  "Sent by {engine} ({how}) over {lanes}: {fate}.": "由 {engine} 发送（{how}），{lanes}：{fate}。",
  "The generator used {used}.": "负载发生器消耗 {used}。",
  "closed loop": "闭环",
  "open loop": "开环",
  "{n} connection": "{n} 个连接",
  "{n} connections": "{n} 个连接",
  "{connections} of {n} streams": "{connections}，每连接 {n} 个流",
  "{sent} of {asked} asked": "实际 {sent}，目标 {asked}",
  "late by {ms} at p99": "p99 滞后 {ms}",
  "{n} requests, all answered as expected": "{n} 个请求，全部得到预期响应",
  "{n} requests, {answered} answered": "{n} 个请求，{answered} 个得到响应",
  "{n} with another status": "{n} 个状态码不符",
  "{n} timed out": "{n} 个超时",
  "{n} dropped without a free connection": "{n} 个因没有空闲连接被丢弃",
  "{n} reset": "{n} 个被重置",
  "{n} refused or closed": "{n} 个被拒绝或关闭",
  "{n} lost": "{n} 个丢失",
  "HTTP/1.1 and HTTP/2": "HTTP/1.1 与 HTTP/2",
  Protocol: "协议",
  Connections: "连接数",
  Streams: "流数",
  "CPU/request": "CPU/请求",
  "Kernel/conn.": "内核/连接",
  "Heap/conn.": "堆/连接",
  "Goroutines/conn.": "goroutine/连接",
  "As many requests are in flight in every row. Kernel: bytes in the socket’s buffers under load. Heap and goroutines: of a connection at rest that has answered one request.": "每一行的并发请求数相同。内核：负载下套接字缓冲区的字节数。堆与 goroutine：应答过一个请求后处于空闲状态的连接。"
});

// src/words/zh-CN/resilience.ts
var resilience = catalogue({
  Resilience: "韧性",
  "The service isn’t resilient: {gates}.": "服务韧性不足：{gates}。",
  "{n} requests/s pass, and a peak of {n2}.": "常态负载每秒 {n} 个请求及每秒 {n2} 个的峰值均通过。",
  "Under the fault ({said}) the breaker went {states}.": "故障（{said}）下，熔断器状态变化：{states}。",
  "delay of {n} ms in front of {any}": "在 {any} 之前注入 {n} ms 延迟",
  "reset in front of {any}": "重置到 {any} 的连接",
  "blackhole in front of {any}": "到 {any} 的流量被黑洞丢弃",
  "{n} of {n2} requests passed {when}; at least {percent} have to.": "{when}的 {n2} 个请求中有 {n} 个通过；通过率至少须为 {percent}。",
  "in the baseline": "基线阶段",
  "in the peak": "峰值阶段",
  "in the fault": "故障阶段",
  "in the last third of the recovery": "恢复阶段后三分之一",
  "Requests that don’t pass, baseline": "未通过的请求（基线阶段）",
  "Requests that don’t pass, peak": "未通过的请求（峰值阶段）",
  "Requests that don’t pass, fault": "未通过的请求（故障阶段）",
  "Requests that don’t pass, recovery": "未通过的请求（恢复阶段）",
  "requests that don’t pass, baseline": "基线阶段有请求未通过",
  "requests that don’t pass, peak": "峰值阶段有请求未通过",
  "requests that don’t pass, fault": "故障阶段有请求未通过",
  "requests that don’t pass, recovery": "恢复阶段有请求未通过",
  "Breaker transitions": "熔断器状态转换",
  "breaker transitions": "熔断器状态转换不符合预期",
  "closed.": "熔断器状态变化：始终关闭。",
  "closed → {states}.": "熔断器状态变化：关闭 → {states}。",
  "closed → {states}, after {n} tries that failed.": "熔断器状态变化：关闭 → {states}，其间 {n} 次半开探测失败。",
  "Expected: {states}.": "预期：{states}。",
  "closed → {states}": "关闭 → {states}",
  "open → {states}": "打开 → {states}",
  "half-open → {states}": "半开 → {states}",
  "closed ({n} s into the fault) → {states}": "关闭（故障开始后 {n} 秒）→ {states}",
  "open ({n} s into the fault) → {states}": "打开（故障开始后 {n} 秒）→ {states}",
  "half-open ({n} s into the fault) → {states}": "半开（故障开始后 {n} 秒）→ {states}",
  "closed ({n} s after it) → {states}": "关闭（故障结束后 {n} 秒）→ {states}",
  "open ({n} s after it) → {states}": "打开（故障结束后 {n} 秒）→ {states}",
  "half-open ({n} s after it) → {states}": "半开（故障结束后 {n} 秒）→ {states}",
  "closed ({n} s into the fault)": "关闭（故障开始后 {n} 秒）",
  "open ({n} s into the fault)": "打开（故障开始后 {n} 秒）",
  "half-open ({n} s into the fault)": "半开（故障开始后 {n} 秒）",
  "closed ({n} s after it)": "关闭（故障结束后 {n} 秒）",
  "open ({n} s after it)": "打开（故障结束后 {n} 秒）",
  "half-open ({n} s after it)": "半开（故障结束后 {n} 秒）",
  "No half-open probe": "缺少半开探测",
  "no half-open probe": "缺少半开探测",
  "In the {n} s after the fault none of {requests} was tried: the breaker never closes again.": "故障结束后的 {n} 秒内，{requests}中没有一个被放行探测：熔断器不会再关闭。",
  "In the {n} s after the fault none of {requests} was tried and no call reached the dependency: the breaker never closes again.": "故障结束后的 {n} 秒内，{requests}中没有一个被放行探测，也没有任何调用到达依赖：熔断器不会再关闭。",
  "Retry storm": "重试风暴",
  "retry storm": "重试风暴",
  "{n} calls reached the dependency for {requests} of the fault: {n2} for each, and {n3} before.": "故障阶段的 {requests}对依赖产生了 {n} 次调用：平均每个请求 {n2} 次，故障前为 {n3} 次。",
  "Bucket not reset": "重启后令牌桶未重置",
  "bucket not reset": "重启后令牌桶未重置",
  "In the first second after a restart {n} of {requests} were refused, and {n2} of {n3} afterwards.": "重启后第一秒的 {requests}中有 {n} 个被拒绝，此后的 {n3} 个中有 {n2} 个被拒绝。",
  "Fixed threshold": "限流阈值固定",
  "fixed threshold": "限流阈值固定",
  "It lets {n} requests/s through when answers take {n2} ms (p95), and {n3} when they take {n4} ms.": "响应耗时（p95）为 {n2} ms 时每秒放行 {n} 个请求，为 {n4} ms 时每秒放行 {n3} 个。",
  "Rejects while latency is flat": "延迟未上升即限流",
  "rejects while latency is flat": "延迟未上升即限流",
  "At {n} requests/s it refuses {percent} while the p95 is {n2} ms, as at rest ({n3} ms).": "每秒 {n} 个请求时已拒绝 {percent}，而此时 p95 为 {n2} ms，与常态（{n3} ms）持平。",
  "No Retry-After": "缺少 Retry-After",
  "no retry-after": "缺少 Retry-After",
  "None of {n} refusals (429 or 503) carried a Retry-After header.": "{n} 个拒绝响应（429 或 503）均未携带 Retry-After 响应头。",
  "{n} of {n2} refusals (429 or 503) carried a Retry-After header.": "{n2} 个拒绝响应（429 或 503）中只有 {n} 个携带 Retry-After 响应头。",
  "Passed, baseline": "通过率（基线阶段）",
  "Passed, peak": "通过率（峰值阶段）",
  "Passed, fault": "通过率（故障阶段）",
  "Passed, recovery": "通过率（恢复阶段）",
  "Passed, restart": "通过率（重启后）",
  "Latency p95, baseline": "p95 延迟（基线阶段）",
  "Latency p95, peak": "p95 延迟（峰值阶段）",
  "Latency p95, fault": "p95 延迟（故障阶段）",
  "Latency p95, recovery": "p95 延迟（恢复阶段）",
  "Latency p95, restart": "p95 延迟（重启后）",
  "Rate of the peak": "峰值速率",
  "Breaker closes after the fault": "故障结束后熔断器恢复关闭的用时"
});
var resilienceChart = catalogue({
  "Outcomes through peak, fault and recovery": "峰值、故障与恢复各阶段的请求结果",
  served: "正常响应",
  fallback: "降级响应",
  refused: "被拒绝",
  "failed otherwise": "其他失败",
  "calls that reached the dependency": "到达依赖的调用",
  "requests/s": "请求/秒",
  "p95 of what was served": "正常响应的 p95 延迟",
  peak: "峰值",
  fault: "故障",
  recovery: "恢复",
  restart: "重启",
  breaker: "熔断器",
  closed: "关闭",
  open: "打开",
  "half-open": "半开",
  "The breaker, as seen from outside": "从外部观察到的熔断器状态",
  From: "起始",
  "That is": "对应时刻",
  "{time} into the fault": "故障开始后 {time}",
  "{time} after the fault": "故障结束后 {time}",
  "Requests: {served} served, {fallback} fallback, {refused} refused, {failed} failed.": "请求：正常响应 {served}，降级响应 {fallback}，被拒绝 {refused}，失败 {failed}。",
  " Breaker: {states}": "熔断器：{states}"
});

// src/words/zh-CN/stages.ts
var stageTable = catalogue({
  "Where the time goes": "时间去向",
  Stage: "阶段",
  Base: "基线",
  Share: "占比",
  "Mean time a request, as the Server-Timing fields of the answers tell it. Q95: of the requests that had the stage.": "每请求平均耗时，取自响应的 Server-Timing 字段。Q95：仅计入含该阶段的请求。",
  "Mean time a request, from the service’s own spans, each without what lies below it. Q95: of the requests that had the stage.": "每请求平均耗时，取自服务自身的 span，各自不含其下级。Q95：仅计入含该阶段的请求。",
  "CPU time a request by where it was spent, from a profile: waiting isn’t in it.": "每请求 CPU 时间按所在位置划分，取自 profile，不含等待。"
});
var stageSentences = catalogue({
  "Time of a request: {list}.": "每请求耗时：{list}。",
  "CPU time of a request: {list}.": "每请求 CPU 时间：{list}。",
  "More time a request: {list}.": "每请求耗时增加：{list}。",
  "Time in {stage}": "{stage} 耗时",
  "Time in {stage} {us} ({percent})": "{stage} 耗时 {us}（{percent}）",
  "Time in {stage} {us} (new)": "{stage} 耗时 {us}（新增）",
  Middleware: "中间件",
  Database: "数据库",
  Encoding: "编解码",
  "Logging and telemetry": "日志与遥测",
  "Router and server": "路由与服务器",
  "Garbage collection": "垃圾回收",
  "Scheduler and runtime": "调度器与运行时",
  Kernel: "内核",
  Handlers: "处理函数",
  "Calls of other services": "调用其他服务",
  "Everything else": "其余",
  "the rest of the request": "请求的其余部分",
  "Recorded: {any}.": "仅记录：{any}。",
  "{us} ({percent}), within its limit.": "{us}（{percent}），在门限内。",
  "{us} (new), within its limit.": "{us}（新增），在门限内。",
  "{us} ({percent}), shown only: {any}.": "{us}（{percent}），仅展示：{any}。",
  "{us} (new), shown only: {any}.": "{us}（新增），仅展示：{any}。",
  "{us} ({percent}), side by side with the base. At most {limit} is accepted.": "{us}（{percent}），与基线并行测得。最多允许 {limit}。",
  "{us} (new), side by side with the base. At most {limit} is accepted.": "{us}（新增），与基线并行测得。最多允许 {limit}。",
  "{us} ({percent}) than the stored run. At most {limit} is accepted.": "相比已存的运行 {us}（{percent}）。最多允许 {limit}。",
  "{us} (new) than the stored run. At most {limit} is accepted.": "相比已存的运行 {us}（新增）。最多允许 {limit}。",
  "{us} ({percent}), all of it in the slowest quarter of its requests: what others do may hold them up, so it doesn’t gate.": "{us}（{percent}），全部出现在其最慢的四分之一请求中：可能受其他工作拖累，因此不计入门禁。",
  "{n} span got lost: the times of stages are those of the others.": "丢失 {n} 个 span：阶段耗时取自其余的 span。",
  "{n} spans got lost: the times of stages are those of the others.": "丢失 {n} 个 span：阶段耗时取自其余的 span。",
  "takes longer": "耗时增加",
  "{us} in it": "其中 {us}",
  "the base doesn’t tell its stages that way": "基线不以这种方式给出各阶段",
  "the baseline told its stages in another way": "基线以另一种方式给出各阶段",
  "it isn’t stored": "未存储"
});

// src/words/zh-CN/story.ts
var story = catalogue({
  ", ": "、",
  " ": "",
  ".": "。",
  "{some} and {last}": "{some}、{last}",
  "{what}: {why}": "{what}：{why}",
  "{n} more": "另有 {n} 项",
  "{what} in {place}": "{what}（{place}）",
  "goroutine leak": "goroutine 泄漏",
  "heap leak": "堆泄漏",
  "higher {what}": "{what}升高",
  "lower {what}": "{what}下降",
  failed: "未通过",
  passed: "通过",
  undecided: "无法判定",
  skipped: "已跳过",
  "{what} undecided": "{what}无法判定",
  " (undecided)": "（无法判定）",
  " (not gating)": "（不计入门禁）",
  " (green again)": "（已恢复通过）",
  "nothing was measured": "未测量任何指标",
  "passed, with a warning: {what}": "通过，但有警告：{what}",
  "no leak": "无泄漏",
  "load within its gates": "负载指标均在门限内",
  "within its gates": "均在门限内",
  "baseline recorded": "已记录基线",
  "baseline recorded from {sha}": "已将 {sha} 记录为基线",
  "no baseline yet for {branch}": "{branch} 还没有基线",
  "the service doesn't build": "服务构建失败",
  "the configuration can't be used": "配置无效",
  "the service doesn't start": "服务无法启动",
  "nothing could be measured": "未能测得任何数据",
  "Leakgate itself failed": "Leakgate 自身出错",
  "the run was interrupted": "运行被中断",
  "{exceeded} of {judged} gate exceeded": "{judged} 项门限中有 {exceeded} 项超限",
  "{exceeded} of {judged} gates exceeded": "{judged} 项门限中有 {exceeded} 项超限",
  PASS: "通过",
  FAIL: "未通过",
  UNDECIDED: "无法判定",
  SKIPPED: "已跳过",
  "exit {code}": "退出码 {code}",
  Exceeded: "超限",
  Undecided: "无法判定",
  "Not gating": "不计入门禁",
  "Within gate": "在门限内",
  "Within gates": "均在门限内",
  Skipped: "已跳过",
  Recorded: "仅记录",
  Leaks: "泄漏",
  proven: "已证实",
  "{n} proven": "{n} 个已证实",
  suspected: "疑似",
  new: "新增",
  known: "已知",
  "{n} points": "{n} 个百分点",
  "{n} times": "{n} 次",
  "{now} (was {before})": "{now}（此前 {before}）",
  "{before} → {after} ({change}, gate {gate})": "{before} → {after}（{change}，门限 {gate}）",
  "{n} more findings are in the report.": "报告中还有 {n} 项结果。",
  "an earlier run": "较早的一次运行",
  "the run of {time}": "{time} 的运行",
  "From another time: held against figures stored by {when}. The same program measured twice differs by 30 to 50 % in such figures on a shared machine.": "非同一时间的数据：对照的是{when}所存的数值。在共享机器上，同一程序两次测得的此类数值可相差 30 %～50 %。",
  "{now} (base {before})": "{now}（基线版本 {before}）",
  "A million requests allocate {bytes}.": "每百万请求分配的内存：{bytes}。",
  "A million requests take {cpu} CPU-seconds.": "每百万请求的 CPU 秒数：{cpu}。",
  "A million requests take {cpu} CPU-seconds and allocate {bytes}.": "每百万请求的 CPU 秒数：{cpu}；分配的内存：{bytes}。",
  "At {rate} requests/s and {price} a core-hour that is {cost} of CPU a month.": "按每秒 {rate} 个请求、每核时 {price} 计，CPU 费用为每月 {cost}。",
  "Full report": "完整报告",
  "[Full report]({artifacts}) and [log]({run})": "[完整报告]({artifacts})与[日志]({run})",
  "{time} for {sha}": "{time}，提交 {sha}",
  Branch: "分支",
  "Pull request": "合并请求",
  Baseline: "基线",
  "Where it crashed": "崩溃位置",
  "Where it leaks": "泄漏位置",
  "Where it costs more": "开销增加的位置",
  "Where it is slower": "变慢的位置",
  "Where it fails": "出错位置",
  Where: "位置",
  "Called by": "调用栈",
  "Started by": "启动位置",
  "Allocated by": "分配调用栈",
  "Kept alive by": "引用链",
  "Keeps alive": "持有",
  "Held together by": "共同持有者",
  "kept alive by": "引用链",
  "held together by": "共同持有者",
  "and by": "以及",
  "keep alive": "持有"
});

// src/words/zh-CN/tables.ts
var tables = catalogue({
  "The findings are too long to be shown here; the full report has them.": "结果过长，无法在此显示，请查看完整报告。",
  "… and {n} more.": "……另有 {n} 项。",
  "… and {n} more in result.json.": "……另有 {n} 项，见 result.json。",
  "… {n} more": "……另有 {n} 项",
  "… and {n} more line in the full report.": "……另有 {n} 处，见完整报告。",
  "… and {n} more lines in the full report.": "……另有 {n} 处，见完整报告。",
  "{n} line that gates nothing": "{n} 处不计入门禁的代码行",
  "{n} lines that gate nothing": "{n} 处不计入门禁的代码行",
  "{n} metric within its gate": "{n} 项指标在门限内",
  "{n} metrics within their gates": "{n} 项指标在门限内",
  "{n} more metric": "另外 {n} 项指标",
  "{n} more metrics": "另外 {n} 项指标",
  "All figures of this run": "本次运行的全部数据",
  "Other figures of this run": "本次运行的其他数据",
  "this run": "本次运行",
  "this PR": "本 PR",
  "This run": "本次运行",
  "This PR": "本 PR",
  Metric: "指标",
  Value: "数值",
  Change: "变化",
  change: "变化",
  "Change (95 % interval)": "变化（95 % 置信区间）",
  "95 % interval": "95 % 置信区间",
  Gate: "门限",
  gate: "门限",
  Verdict: "结论",
  Route: "路由",
  Requests: "请求数",
  Failed: "失败",
  max: "最大",
  Latency: "延迟",
  Line: "代码行",
  Message: "信息",
  What: "内容",
  Why: "原因",
  stack: "调用栈",
  changed: "有改动",
  " (changed)": "（有改动）",
  "Last {n} lines of output": "输出的最后 {n} 行",
  "Last lines of output": "最后的输出",
  "What stopped the run": "运行中止的原因",
  Service: "服务",
  Compared: "对比",
  "{this} against {that}": "{this} 对比 {that}",
  Commit: "提交",
  Measured: "测量时间",
  "Measured on": "测量环境",
  Checks: "检查",
  "{n} CPU": "{n} 个 CPU",
  "{n} CPUs": "{n} 个 CPU",
  "How the verdict was made": "结论的依据",
  "Baseline: {reason}": "基线：{reason}",
  "Baseline ({store}): {reason}": "基线（{store}）：{reason}",
  "Not comparable with the baseline: {why}": "与基线不可比：{why}",
  "This run was stored as the new baseline of {branch}.": "本次运行已存为 {branch} 的新基线。",
  "{check} {answer}: {summary}": "{check}（{answer}）：{summary}",
  "Where and when it was measured": "测量环境与时间",
  "{package} of {module}, built with {go}; Node {node}.": "{module} 的 {package}，由 {go} 构建；Node {node}。",
  "{package} of {module}": "{module} 的 {package}",
  "{n} CPU ({model}), {memory}, {system}, {runner}.": "{n} 个 CPU（{model}），内存 {memory}，{system}，{runner}。",
  "{n} CPUs ({model}), {memory}, {system}, {runner}.": "{n} 个 CPU（{model}），内存 {memory}，{system}，{runner}。",
  "a local machine": "本地机器",
  "a workflow runner": "工作流 runner",
  "{runner}, Node {node}": "{runner}，Node {node}",
  Processor: "处理器",
  Memory: "内存",
  System: "系统",
  Runner: "运行环境",
  Phase: "阶段",
  "Phases of the run": "运行的各阶段",
  Started: "开始",
  When: "时间",
  Took: "耗时",
  "Goroutine groups": "goroutine 分组",
  "Goroutine groups at {n} look": "{n} 次观测的 goroutine 分组",
  "Goroutine groups at {n} looks": "{n} 次观测的 goroutine 分组",
  "By the line that started them and the stack they wait in, at each look. Proven: the garbage collector finds nothing that could wake them. Suspected: they only became more. Same: how many of the last look were there in every look.": "按启动它们的代码行和阻塞时的调用栈分组，均在服务空闲时观测。已证实：垃圾回收器找不到任何能唤醒它们的对象。疑似：数量只增不减。始终存在：最后一次观测到的 goroutine 中，每次观测都在的个数。",
  Goroutines: "goroutine 数",
  State: "状态",
  States: "状态",
  All: "全部",
  First: "首次",
  Last: "末次",
  Looks: "各次观测",
  Same: "始终存在",
  Leak: "泄漏",
  "Waits in": "阻塞于",
  "Wait in": "阻塞于",
  "Started in": "启动位置",
  "Since the first look": "自首次观测",
  "since {n} min": "已 {n} 分钟",
  "the runtime": "runtime",
  "began in {function}": "起始于 {function}",
  "{n} calls": "{n} 层调用",
  "{n} calls, began in {function}": "{n} 层调用，起始于 {function}",
  "all stay": "全部仍在",
  "{ended} ended, {lasting} stay": "{ended} 个已结束，{lasting} 个仍在",
  Collections: "垃圾回收",
  "{n} in {time} of load; the heap reached {peak}.": "在 {time} 的负载中发生 {n} 次；堆最高达 {peak}。",
  "{time} in {n}": "{n} 次共 {time} 的",
  " The trace of its last {time} holds {stops} stops of the world, {marks} collections and {assists} assists.": "最后 {time} 的 trace 中有 {stops} STW、{marks} GC 标记和 {assists}辅助标记。",
  Pause: "暂停",
  After: "发生于",
  "Collection took": "回收耗时",
  "Allocated around it": "前后的内存分配",
  "within {time}": "{time} 之内"
});

// src/words/zh-CN/trend.ts
var trend = catalogue({
  "{key} on {branch}": "{branch} 分支上的 {key}",
  "Skip to the figures": "跳到数据",
  "One stored run, {from} to {to}.": "存有 1 次运行，{from} 至 {to}。",
  "{n} stored runs, {from} to {to}.": "存有 {n} 次运行，{from} 至 {to}。",
  "{n} stored run, {from} to {to}": "存有 {n} 次运行，{from} 至 {to}",
  "{n} stored runs, {from} to {to}": "存有 {n} 次运行，{from} 至 {to}",
  " Nothing had to be accepted.": "没有需要人工接受的变化。",
  " In {n} of them somebody accepted a change.": "其中 {n} 次有人接受了变化。",
  Figures: "数据",
  "Run by run, oldest on the left.": "逐次运行，最早的在左。",
  "a change was accepted": "有变化被接受",
  "conditions changed, so that counts before and after can’t be compared": "测量条件改变，前后的计数不可比",
  "Change against the base of each run": "相对各次运行基线版本的变化",
  "Measured side by side. Line: change. Band: 95 % interval.": "并行对比测得。线：变化量。色带：95 % 置信区间。",
  "{metric} from {first} to {last} over {n} runs": "{n} 次运行中{metric}从 {first} 变为 {last}",
  "{metric} against each run’s base; the last {change}, 95 % interval {interval}": "{metric}相对各次运行的基线版本；最近一次 {change}，95 % 置信区间 {interval}",
  Runs: "运行记录",
  "Newest first, each judged against the one before it.": "最新的在前，每次都与前一次对比判定。",
  "What happened": "发生了什么",
  "Accepted by {who}: {reason}": "由 {who} 接受：{reason}",
  "accepted by {who}: {reason}": "由 {who} 接受：{reason}",
  "[All reports and logs]({run})": "[全部报告与日志]({run})",
  "{n} service has no room here; the run's pages have all.": "{n} 个服务在此放不下，运行页面上有全部内容。",
  "{n} services have no room here; the run's pages have all.": "{n} 个服务在此放不下，运行页面上有全部内容。"
});

// src/words/zh-CN/labels.ts
var labels = {
  ...story,
  ...tables,
  ...charts,
  ...trend,
  ...load,
  ...resilienceChart,
  ...stageTable,
  ...coverageTable
};

// src/words/say.ts
var translations = { en: null, "zh-CN": labels };
function sayIn(lang) {
  const translated = translations[lang];
  return (phrase, ...[holes]) => fill(translated?.[phrase] ?? phrase, holes);
}
function fill(phrase, holes = {}) {
  return pieces(phrase).map((piece, at) => at % 2 === 0 ? piece : String(holes[piece])).join("");
}

// src/reporters/story.ts
var outcomeIcons = { pass: "✅", fail: "❌", inconclusive: "⚠️", skipped: "➖" };
var outcomeWords = {
  pass: "passed",
  fail: "failed",
  inconclusive: "undecided",
  skipped: "skipped"
};
var gradeIcons = { fail: "❌", inconclusive: "⚠️", warn: "🔶", pass: "✅" };
var isLine = ({ kind, site }) => site !== void 0 && (kind === "leak" || kind === "crash");
var isExplained = ({ kind, site }, problems) => kind === "cost" && problems.some((other) => isLine(other) && other.site.file === site.file && other.site.line === site.line);
function stackTitle({ unit, kind }, say) {
  if (kind === "crash") return say("Called by");
  return say(unit === "goroutines" ? "Started by" : "Allocated by");
}
function leakOf({ proven, counts, createdBy, entry }, { findings }, say) {
  if (proven > 0) return proven === counts.at(-1) ? say("proven") : say("{n} proven", { n: formatCount(proven) });
  const starts = createdBy ?? entry;
  const grew = counts.at(-1) > counts[0];
  const found = findings.some(
    ({ unit, kind, site }) => kind === "leak" && unit === "goroutines" && site?.file === starts?.file && site?.line === starts?.line
  );
  return grew && found ? say("suspected") : "";
}
function isJudged({ outcome, threshold, before }) {
  return outcome !== "pass" || threshold !== null && (threshold.of === "absolute" || before !== null);
}
var iconOf = (finding) => isJudged(finding) ? gradeIcons[finding.outcome] : "";
var gradesWorstFirst = ["fail", "inconclusive", "warn", "pass"];
function storyOf(report) {
  const findings = report.checks.flatMap((check) => check.findings).toSorted((a, b) => gradesWorstFirst.indexOf(a.outcome) - gradesWorstFirst.indexOf(b.outcome));
  const problems = findings.filter((finding) => finding.outcome !== "pass");
  const firstRun = report.verdict === "pass" && !report.baseline.found;
  const warned = report.verdict === "pass" && problems.length > 0;
  return {
    icon: warned ? gradeIcons.warn : firstRun ? "⚪" : outcomeIcons[report.verdict],
    heading: `${plain(report.key, 60)}: ${report.error === null ? findingOf(report, problems) : stopOf(report.error, report.say)}`,
    deviations: problems.filter((finding) => !isLine(finding)),
    sites: problems.filter((finding) => finding.site !== void 0 && !isExplained(finding, problems)),
    passing: findings.filter((finding) => finding.outcome === "pass"),
    compared: findings.some((finding) => finding.before !== null)
  };
}
var stops = {
  config: "the configuration can't be used",
  service: "the service doesn't start",
  measurement: "nothing could be measured",
  internal: "Leakgate itself failed",
  interrupted: "the run was interrupted"
};
function stopOf({ code, locations }, say) {
  if (code === "service" && locations.length > 0) return say("the service doesn't build");
  return say(stops[code]);
}
function findingOf(report, problems) {
  const { say, verdict } = report;
  const graded = (grade) => nounsOf(
    problems.filter((finding) => finding.outcome === grade),
    say
  );
  const answers = {
    fail: () => graded("fail") || say("failed"),
    inconclusive: () => say("{what} undecided", { what: graded("inconclusive") }).trim(),
    skipped: () => say("nothing was measured"),
    pass: () => problems.length > 0 ? say("passed, with a warning: {what}", { what: nounsOf(problems, say) }) : goodNews(report)
  };
  return answers[verdict]();
}
function goodNews({ checks, baseline, commit, say }) {
  const passed = checks.filter((check) => check.outcome === "pass");
  const news = [];
  if (passed.some((check) => check.name.includes("leak"))) news.push(say("no leak"));
  if (!baseline.found) {
    news.push(
      baseline.stored ? commit.sha === "" ? say("baseline recorded") : say("baseline recorded from {sha}", { sha: shortSha(commit.sha) }) : say("no baseline yet for {branch}", { branch: plain(baseline.branch, 60) })
    );
  } else if (passed.some((check) => !check.name.includes("leak") && check.findings.length > 0)) {
    news.push(say("load within its gates"));
  }
  return news.join(say(", ")) || say("within its gates");
}
var kindsGravestFirst = ["crash", "errors", "leak", "speed", "cost"];
function nounsOf(findings, say) {
  const [only] = findings;
  if (findings.length === 1 && only?.site !== void 0)
    return say("{what} in {place}", { what: nounOf(only, say), place: shortFunction(only.site.function) });
  const gravest = findings.toSorted((a, b) => kindsGravestFirst.indexOf(a.kind) - kindsGravestFirst.indexOf(b.kind));
  const nouns2 = [...new Set(gravest.map((finding) => nounOf(finding, say)))];
  const shown = nouns2.length > 3 ? [...nouns2.slice(0, 2), say("{n} more", { n: nouns2.length - 2 })] : nouns2;
  if (shown.length < 2) return shown.join("");
  return say("{some} and {last}", { some: shown.slice(0, -1).join(say(", ")), last: shown.at(-1) });
}
function nounOf({ id, kind, unit, metric, outcome }, say) {
  const inSentence = new RegExp("^\\p{Lu}\\p{Ll}", "u").test(metric) ? metric[0].toLowerCase() + metric.slice(1) : metric;
  if (kind === "leak" && unit === "goroutines") return say("goroutine leak");
  if (kind === "leak" && unit !== "count" && !id.startsWith("heap-leak/pool/")) return say("heap leak");
  const worse = outcome !== "inconclusive" && unit !== "ratio" && (kind === "speed" || kind === "cost");
  const what = plain(inSentence, 60);
  return worse ? say(unit === "req/s" ? "lower {what}" : "higher {what}", { what }) : what;
}
function shortFunction(name) {
  const receiver = name.search(/[([]/);
  const path = receiver === -1 ? name : name.slice(0, receiver);
  const [kept = ""] = /(?:[^/]+\/v\d+\.)?[^/]*$/.exec(path) ?? [];
  return plain(name.slice(path.length - kept.length), 100);
}
var shortSha = (sha) => /^[0-9a-f]{7,64}$/i.test(sha) ? sha.slice(0, 7) : "";
function gateCount(report) {
  const gated = report.checks.flatMap((check) => check.findings).filter((finding) => finding.threshold !== null && isJudged(finding));
  return { judged: gated.length, exceeded: gated.filter((finding) => finding.outcome === "fail").length };
}
function gatesExceeded(report) {
  const { judged, exceeded } = gateCount(report);
  if (judged === 0) return "";
  const phrase = judged === 1 ? "{exceeded} of {judged} gate exceeded" : "{exceeded} of {judged} gates exceeded";
  return report.say(phrase, { exceeded, judged });
}
function anotherTimeNote({ baseline, say }) {
  const when = baseline.createdAt === null ? say("an earlier run") : say("the run of {time}", { time: formatTime(baseline.createdAt) });
  return say(
    "From another time: held against figures stored by {when}. The same program measured twice differs by 30 to 50 % in such figures on a shared machine.",
    { when }
  );
}

// src/reporters/figures.ts
var nothing = "–";
var timeUnits = /* @__PURE__ */ new Set(["req/s", "ms", "us/req"]);
function figuresOf(finding, say) {
  const value = (given) => given === null ? nothing : formatValue(given, finding.unit);
  return {
    before: value(finding.before),
    after: value(finding.after),
    change: changeOf(finding, say),
    interval: intervalOf(finding),
    gate: gateOf(finding)
  };
}
var haveIntervals = (findings) => findings.some((finding) => intervalOf(finding) !== "");
function isFromAnotherTime(finding) {
  return timeUnits.has(finding.unit) && finding.before !== null && finding.interval === null;
}
function isRelative({ threshold, kind }) {
  return threshold === null ? kind === "speed" || kind === "cost" : threshold.of === "relative";
}
function changeOf(finding, say) {
  const { before, after, delta, unit } = finding;
  if (isRelative(finding)) {
    const share = finding.threshold === null ? shareOf(before, after) : delta;
    if (share !== null) return formatRelative(share);
    return before === 0 && after !== null && after > 0 ? say("new") : nothing;
  }
  if (delta === null || before === null) return nothing;
  return unit === "ratio" ? say("{n} points", { n: bareRelative(delta) }) : formatValue(delta, unit, "always");
}
var shareOf = (before, after) => before === null || after === null || before === 0 ? null : after / before - 1;
function intervalOf({ threshold, interval, unit }) {
  if (interval === null || threshold === null || interval[0] === interval[1]) return "";
  const end = (value) => {
    if (threshold.of === "relative" || unit === "ratio") return bareRelative(value);
    return formatValue(value, unit, "always");
  };
  return `${end(interval[0])} … ${end(interval[1])}`;
}
function gateOf(finding) {
  const { threshold, unit, delta, before } = finding;
  if (threshold === null || !isJudged(finding)) return nothing;
  const { value, of } = threshold;
  if (of === "relative") return `${unit === "req/s" ? "−" : "+"}${formatShare(value)}`;
  if (value === 0) return before === null ? "0" : "+0";
  const limit = unit === "ratio" ? formatShare(value) : formatValue(value, unit);
  return delta === null || before === null ? `≤ ${limit}` : `+${limit}`;
}
function growthOf({ before, after, unit, kind }, say) {
  if (after === null || kind === "crash")
    return after !== null && after > 1 ? say("{n} times", { n: formatCount(after) }) : "";
  const shown = formatValue(after, unit);
  return before === null || before === 0 ? shown : say("{now} (was {before})", { now: shown, before: formatValue(before, unit) });
}

// src/reporters/lifecycle-table.ts
var lifecycleHead = (say) => [
  say("New"),
  say("Ended"),
  say("Alive"),
  say("Traced"),
  say("Ready to run"),
  say("Running"),
  say("Blocked"),
  say("Longest wait")
];
function lifecycles({
  coverage
}) {
  const { started = [] } = coverage ?? {};
  if (!started.some(({ lives }) => lives !== void 0)) return null;
  return started.map((site) => ({ site, cells: cellsOf(site) }));
}
function cellsOf({ runs, alive, lives }) {
  const counts = [runs, Math.max(0, runs - (alive?.count ?? 0)), alive?.count ?? 0, lives?.started ?? 0];
  return [...counts.map(formatCount), ...lives === void 0 ? ["–", "–", "–", "–"] : timesOf(lives)];
}
function timesOf({ runnableMs, runningMs, syscallMs, blocked }) {
  const blockedMs = blocked.reduce((sum, { ms }) => sum + ms, 0);
  const [ready, running] = [runnableMs, runningMs + syscallMs];
  const all = ready + running + blockedMs;
  const share = (ms) => all > 0 ? shareText(ms / all) : "–";
  const [longest2] = blocked.toSorted((a, b) => b.longestMs - a.longestMs);
  return [
    share(ready),
    share(running),
    share(blockedMs),
    longest2 === void 0 ? "–" : `${formatValue(longest2.longestMs, "ms")} ${longest2.reason}`
  ];
}
var least = 1e-4;
var shareText = (share) => share > 0 && share < least ? `< ${formatShare(least)}` : formatShare(share);
var lifecycleNote = "From its start a goroutine is ready, runs, or is blocked, until it has ended. The shares are of their time in a short trace beside the load, which follows those that start in it, at most to its end.";

// src/reporters/load-text.ts
function loadText(load2, say) {
  const { engine, connections, streams = 1, generatorCpuUs } = load2;
  const wide = say(connections === 1 ? "{n} connection" : "{n} connections", { n: formatCount(connections) });
  const lanes = streams > 1 ? say("{connections} of {n} streams", { connections: wide, n: streams }) : wide;
  const loop = say(engine.model === "open" ? "open loop" : "closed loop");
  const how = engine.protocol === void 0 ? loop : `${loop}, ${engine.protocol}`;
  const fate = [...rates(load2, say), ...fates(load2, say)].join("; ");
  const sent = say("Sent by {engine} ({how}) over {lanes}: {fate}.", {
    engine: `${engine.name} ${engine.version}`,
    how,
    lanes,
    fate
  });
  if (generatorCpuUs === null) return sent;
  return `${sent} ${say("The generator used {used}.", { used: formatValue(generatorCpuUs, "us/req") })}`;
}
function rates({ engine, askedPerSecond, sentPerSecond, lagP99Us }, say) {
  if (engine.model === "closed" || askedPerSecond === null || sentPerSecond === null) return [];
  const [sent, asked] = [formatValue(sentPerSecond, "req/s"), formatValue(askedPerSecond, "req/s")];
  const late = lagP99Us === null ? [] : [say("late by {ms} at p99", { ms: formatValue(lagP99Us / 1e3, "ms") })];
  return [[say("{sent} of {asked} asked", { sent, asked }), ...late].join(", ")];
}
function fates(load2, say) {
  const { sent, answered, dropped, lost, timeouts, errors, unexpected } = load2;
  const resets = load2.resets ?? 0;
  const n = formatCount;
  const bad = [
    ...unexpected > 0 ? [say("{n} with another status", { n: n(unexpected) })] : [],
    ...timeouts > dropped ? [say("{n} timed out", { n: n(timeouts - dropped) })] : [],
    ...dropped > 0 ? [say("{n} dropped without a free connection", { n: n(dropped) })] : [],
    ...resets > 0 ? [say("{n} reset", { n: n(resets) })] : [],
    ...errors > resets ? [say("{n} refused or closed", { n: n(errors - resets) })] : [],
    ...lost > 0 ? [say("{n} lost", { n: n(lost) })] : []
  ];
  if (bad.length === 0) return [say("{n} requests, all answered as expected", { n: n(sent) })];
  return [say("{n} requests, {answered} answered", { n: n(sent), answered: n(answered) }), bad.join(", ")];
}

// src/reporters/running-cost.ts
function costSentences({ cost, say }) {
  if (cost === void 0) return [];
  return [...requestSentences(cost, say), ...monthSentences(cost, say)];
}
function requestSentences({ perMillionRequests }, say) {
  const { cpuSeconds, allocatedBytes } = perMillionRequests;
  const cpu = cpuSeconds && both(cpuSeconds, formatCount, say);
  const bytes = allocatedBytes && both(allocatedBytes, (value) => formatValue(value, "bytes"), say);
  if (cpu === null) return bytes === null ? [] : [say("A million requests allocate {bytes}.", { bytes })];
  if (bytes === null) return [say("A million requests take {cpu} CPU-seconds.", { cpu })];
  return [say("A million requests take {cpu} CPU-seconds and allocate {bytes}.", { cpu, bytes })];
}
function monthSentences({ perMonth }, say) {
  if (perMonth === null) return [];
  const { currency, requestsPerSecond, pricePerCoreHour } = perMonth;
  const money = (amount) => `${amount.toFixed(2)} ${currency}`;
  return [
    say("At {rate} requests/s and {price} a core-hour that is {cost} of CPU a month.", {
      rate: formatCount(requestsPerSecond),
      price: `${pricePerCoreHour} ${currency}`,
      cost: both(perMonth, money, say)
    })
  ];
}
var both = ({ base, head }, text, say) => base === null ? text(head) : say("{now} (base {before})", { now: text(head), before: text(base) });

// src/reporters/coverage-table.ts
var nouns = {
  go: "go statements",
  context: "contexts",
  timer: "timers",
  channel: "channel operations",
  response: "HTTP responses",
  pool: "uses of pools",
  growing: "collections that grow"
};
var coverageHead = (say) => [say("What can leak"), say("Lines"), say("Run"), say("Share")];
function coverageCells({ coverage }, say) {
  if (coverage === void 0 || coverage.kinds.length === 0) return null;
  return coverage.kinds.map(({ kind, sites, reached }) => [
    say(nouns[kind]),
    formatCount(sites),
    formatCount(reached),
    formatShare(reached / sites)
  ]);
}
var waysTo = ({ routes = [] }, say) => routes.map(({ method, path, may, ran }) => {
  const route = `${method} ${path}`.trim();
  if (ran === null) return may ? say("{route} may lead here", { route }) : say("{route} leads here", { route });
  if (ran)
    return may ? say("{route} may lead here, by a branch that no request took", { route }) : say("{route} leads here, by a branch that no request took", { route });
  return may ? say("{route} may lead here, and no request ran it", { route }) : say("{route} leads here, and no request ran it", { route });
});
function lifeOf({ runs, alive, lives }, say) {
  if (alive === void 0) return say("{n} times", { n: formatCount(runs) });
  const ended = Math.max(0, runs - alive.count);
  const states = Object.entries(alive.states).map(([state, n]) => say("{n} in {state}", { n: formatCount(n), state }));
  const waits = alive.minutes > 0 ? [say("the longest for {n} min", { n: formatCount(alive.minutes) })] : [];
  return [
    say("{started} started, {ended} ended", { started: formatCount(runs), ended: formatCount(ended) }),
    ...states,
    ...waits,
    ...wakersOf(alive, say),
    ...lives === void 0 ? [] : blockedShares(lives, say)
  ].join(", ");
}
var leastToldShare = 0.01;
function blockedShares({ runnableMs, runningMs, syscallMs, blocked }, say) {
  const all = blocked.reduce((sum, { ms }) => sum + ms, runnableMs + runningMs + syscallMs);
  return blocked.filter(({ ms }) => ms >= all * leastToldShare).map(({ reason, ms }) => say("{share} of the time in {state}", { share: formatShare(ms / all), state: reason }));
}
function wakersOf({ wakers, proven }, say) {
  const { nobody, referenced, runtime, unknown } = wakers ?? { nobody: proven, referenced: 0, runtime: 0, unknown: 0 };
  return [
    nobody > 0 && say("nothing is left to wake {n} of them", { n: formatCount(nobody) }),
    referenced > 0 && say("something could still wake {n} of them", { n: formatCount(referenced) }),
    runtime > 0 && say("a timer or the system wakes {n} of them", { n: formatCount(runtime) }),
    unknown > 0 && say("it isn’t known what could wake {n} of them", { n: formatCount(unknown) })
  ].filter((one) => one !== false);
}
var coverageNote = "Lines of the service’s own code that can leak, and whether the load ran them. What it doesn’t run, no check can see.";

// src/reporters/protocol-table.ts
var protocolHead = (say) => [
  say("Protocol"),
  say("Connections"),
  say("Streams"),
  "req/s",
  "p50",
  "p99",
  say("CPU/request"),
  say("Kernel/conn."),
  say("Heap/conn."),
  say("Goroutines/conn.")
];
function protocolCells({ protocols }) {
  return protocols === void 0 || protocols.length === 0 ? null : protocols.map(cells);
}
var told = (value, unit) => value === null ? "–" : formatValue(value, unit);
function cells(row) {
  return [
    row.protocol,
    formatCount(row.connections),
    formatCount(row.streams),
    formatCount(Math.round(row.requestsPerSecond)),
    formatValue(row.p50Us / 1e3, "ms"),
    formatValue(row.p99Us / 1e3, "ms"),
    told(row.cpuUsPerRequest, "us/req"),
    told(row.socketBytes === null ? null : Math.round(row.socketBytes), "bytes"),
    told(row.heapBytes === null ? null : Math.round(row.heapBytes), "bytes"),
    row.goroutines === null ? "–" : row.goroutines.toFixed(1)
  ];
}
var protocolNote = "As many requests are in flight in every row. Kernel: bytes in the socket’s buffers under load. Heap and goroutines: of a connection at rest that has answered one request.";

// src/reporters/resilience-table.ts
var outcomes = ["served", "fallback", "refused", "failed"];
var phases = /* @__PURE__ */ new Set(["baseline", "peak", "fault", "recovery", "restart"]);
var resilienceHead = (say) => [
  say("Phase"),
  say("Requests"),
  say("served"),
  say("fallback"),
  say("refused"),
  say("failed otherwise"),
  say("p95 of what was served")
];
function resilienceCells({ resilience: resilience2 }, say) {
  if (resilience2 === void 0 || resilience2.buckets.served.length === 0) return null;
  return resilience2.phases.map((phase) => cells2(resilience2, phase, say));
}
function cells2({ bucketMs, buckets }, { name, fromMs, toMs }, say) {
  const within = (values) => values.slice(Math.floor(fromMs / bucketMs), Math.ceil(toMs / bucketMs));
  const counts = outcomes.map((key) => within(buckets[key]).reduce((sum, value) => sum + value, 0));
  const all = counts.reduce((sum, value) => sum + value, 0);
  const p95 = within(buckets.p95Us).filter((us) => us !== null);
  return [
    phases.has(name) ? say(name) : name,
    formatCount(all),
    ...counts.map((count) => all === 0 ? "–" : formatShare(count / all)),
    p95.length === 0 ? "–" : formatValue(median(p95) / 1e3, "ms")
  ];
}
var breakerText = ({ resilience: resilience2 }, say) => (resilience2?.breaker ?? []).map(({ state }) => say(state)).join(" → ");

// src/reporters/stage-table.ts
var stageHead = (say) => [say("Stage"), say("Base"), say("This run"), say("Change"), "Q95"];
var stageNotes = {
  "server-timing": "Mean time a request, as the Server-Timing fields of the answers tell it. Q95: of the requests that had the stage.",
  opentelemetry: "Mean time a request, from the service’s own spans, each without what lies below it. Q95: of the requests that had the stage.",
  "cpu-profile": "CPU time a request by where it was spent, from a profile: waiting isn’t in it."
};
var mostRows = 20;
function stageCells({ stages }) {
  return stages === void 0 || stages.rows.length === 0 ? null : stages.rows.slice(0, mostRows).map(cells3);
}
var told2 = (us) => us === null ? "–" : formatValue(us, "us/req").replace("/req", "");
function cells3({ name, beforeUs, afterUs, beforeQ95Us, afterQ95Us }) {
  const change = beforeUs === null || beforeUs === 0 ? "–" : formatRelative(afterUs / beforeUs - 1);
  const q95 = beforeQ95Us === null || afterQ95Us === null ? told2(afterQ95Us ?? beforeQ95Us) : `${told2(beforeQ95Us)} → ${told2(afterQ95Us)}`;
  return [name, told2(beforeUs), told2(afterUs), change, q95];
}

// src/reporters/took.ts
function tookMs({ phases: phases2 }) {
  const starts = phases2.map(({ startedAt }) => Date.parse(startedAt));
  const ends = phases2.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs);
  const took = Math.max(...ends) - Math.min(...starts);
  return Number.isFinite(took) ? took : phases2.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

// src/reporters/interval-bar.ts
var reach = 7;
function intervalBar({ threshold, delta, after, interval, unit }) {
  const value = delta ?? (threshold?.of === "absolute" ? after : null);
  if (threshold === null || value === null) return "";
  const column = (change) => columnOf(unit === "req/s" ? -change : change, threshold.value);
  const dot = column(value);
  const [low, high] = (interval ?? [value, value]).map(column).toSorted((a, b) => a - b);
  const cells4 = Array.from({ length: 2 * reach + 1 }, (_, index) => cellAt(index - reach, low, high));
  if (dot > reach) cells4[2 * reach] = "▶";
  else if (dot < -reach) cells4[0] = "◀";
  else cells4[dot + reach] = "●";
  return cells4.join("");
}
function columnOf(worsening, gate) {
  if (worsening === 0) return 0;
  const share = gate === 0 ? Math.sign(worsening) * Infinity : worsening / gate;
  const limit = reach + 1;
  if (share > 1) return limit;
  return Math.max(-limit, Math.min(reach, Math.round(share * reach)));
}
function cellAt(column, low, high) {
  const thick = column >= low && column <= high;
  if (column === -reach) return "├";
  if (column === reach) return "┤";
  if (column === 0) return thick && low !== high ? "┿" : "┼";
  return thick && low !== high ? "━" : "─";
}

// src/reporters/terminal-table.ts
var signs = {
  fail: { sign: "✘", color: "red" },
  inconclusive: { sign: "▲", color: "yellow" },
  warn: { sign: "▲", color: "yellow" },
  pass: { sign: "✔", color: "green" }
};
function signOf(finding) {
  return isJudged(finding) ? signs[finding.outcome] : { sign: "·", color: "dim" };
}
function tableLines(report, { deviations, passing, compared }, paint) {
  const findings = [...deviations, ...passing].slice(0, 40);
  if (findings.length === 0) return [];
  const columns = columnsFor(report, findings, compared);
  const rows = [columns.map(({ head: head2 }) => head2), ...findings.map((one) => columns.map(({ cell }) => cell(one)))];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column]))));
  const [head, ...lines] = rows.map(
    (row) => row.map((cell, column) => column === 0 ? padEnd(cell, widths[0]) : padStart(cell, widths[column])).join("  ")
  );
  return [paint("dim", `    ${head}`), ...lines.map((line, at) => tableRow(findings[at], line, paint))];
}
function tableRow(finding, line, paint) {
  const { sign, color } = signOf(finding);
  const bar = intervalBar(finding);
  return `  ${paint(color, sign)} ${line}  ${finding.outcome === "pass" ? bar : paint(color, bar)}`.trimEnd();
}
function columnsFor({ baseline, commit, say }, findings, compared) {
  const metric = {
    head: "",
    cell: (one) => `${plain(one.metric, 40)}${isFromAnotherTime(one) ? " †" : ""}`
  };
  const after = {
    head: say(commit.pullRequest === null ? "this run" : "this PR"),
    cell: (one) => figuresOf(one, say).after
  };
  const gate = { head: say("gate"), cell: (one) => figuresOf(one, say).gate };
  if (!compared) return [metric, after, gate];
  const interval = { head: say("95 % interval"), cell: (one) => figuresOf(one, say).interval };
  return [
    metric,
    { head: plain(baseline.branch, 24), cell: (one) => figuresOf(one, say).before },
    after,
    { head: say("change"), cell: (one) => figuresOf(one, say).change },
    ...haveIntervals(findings) ? [interval] : [],
    gate
  ];
}

// src/words/zh-CN/cures.ts
var cures = catalogue({
  usually: "通常是",
  "usual cure": "常见修复",
  "Leakgate doesn’t recognise the pattern; the stack tells what it waits for.": "Leakgate 未识别出已知模式；请从调用栈查看它在等待什么。",
  "Leakgate doesn’t recognise the pattern; the chain tells who keeps it.": "Leakgate 未识别出已知模式；请从引用链查看是谁保留了它。",
  "Leakgate doesn’t recognise the pattern; the stack tells where it is made.": "Leakgate 未识别出已知模式；请从调用栈查看它在何处分配。",
  "Leakgate doesn’t recognise the pattern; the stack tells where it is opened.": "Leakgate 未识别出已知模式；请从调用栈查看它在何处打开。",
  "a function value that outlives its request, and keeps what it captured": "函数值比请求活得更久，并保留了它捕获的内容",
  "Let it capture only what it needs, and drop it once it has run.": "只捕获需要的内容，运行后即丢弃。",
  "a map that gets new keys and never loses any": "只增加键、从不删除的 map",
  "Bound it: entries that expire, an LRU, or `delete` once a key is done with.": "给它设上限：让条目过期、使用 LRU，或键用完后 `delete`。",
  "a slice that is appended to and never cut": "只追加、从不截短的 slice",
  "Keep the last ones only, or hand it over and begin a new one.": "只保留最近的元素，或交出后重新开始。",
  "a pool that gives and doesn’t get back, or keeps what grew once": "只取不还，或保留了变大对象的 Pool",
  "Put `defer pool.Put(x)` right after `Get`, and drop what has grown too large.": "在 `Get` 之后立即 `defer pool.Put(x)`，并丢弃变得过大的对象。",
  "a file that is never closed on some path": "在某条路径上从未关闭的文件",
  "Add `defer f.Close()` right after the error check.": "检查错误后立即 `defer f.Close()`。",
  "an HTTP response whose body is never closed": "HTTP 响应的 Body 从未关闭",
  "Close it on every path: `defer resp.Body.Close()` right after the error check.": "在每条路径上关闭它：检查错误后立即 `defer resp.Body.Close()`。",
  "an HTTP client or transport made for each request, whose idle connections stay open": "为每个请求新建 HTTP Client 或 Transport，其空闲连接一直保持打开",
  "Share one `http.Client`, and call `CloseIdleConnections` on one that is given up.": "共用一个 `http.Client`；弃用时调用 `CloseIdleConnections`。",
  "a gRPC connection that is dialled again and again and never closed": "反复拨号且从不关闭的 gRPC 连接",
  "Dial once and share it, or `defer conn.Close()`.": "只拨号一次并共用，或 `defer conn.Close()`。",
  "an errgroup with a function that never returns": "errgroup 中有永不返回的函数",
  "Give its functions the context of `errgroup.WithContext`, and return when that ends.": "把 `errgroup.WithContext` 的 context 传给其中的函数，并在 context 结束时返回。",
  "a semaphore that its holder never releases": "信号量的持有者从不释放",
  "Put `defer sem.Release(n)` right after `Acquire`, and acquire with the context of the request.": "在 `Acquire` 之后立即 `defer sem.Release(n)`，并用请求的 context 获取。",
  "a call shared by `singleflight` that never returns": "由 `singleflight` 共享的调用永不返回",
  "Give the call a deadline of its own, or wait for `DoChan` in a `select` with `<-ctx.Done()`.": "为该调用单独设置截止时间，或在带 `<-ctx.Done()` 的 `select` 中等待 `DoChan`。",
  "an `io.Pipe` whose other end is never closed": "`io.Pipe` 的另一端从未关闭",
  "Close both ends on every path, with `CloseWithError` where one side gives up.": "在每条路径上关闭两端；一方放弃时使用 `CloseWithError`。",
  "database rows or a transaction that are never closed": "数据库 Rows 或事务从未关闭",
  "Add `defer rows.Close()`, and commit or roll back on every path.": "加上 `defer rows.Close()`，并在每条路径上提交或回滚。",
  "a child process that nobody waits for": "子进程无人等待",
  "Call `cmd.Wait()`, and give the command a context so that it ends.": "调用 `cmd.Wait()`，并为命令设置 context 使其能够结束。",
  "a channel variable that was never made": "channel 变量从未初始化",
  "Assign it with `make(chan …)` before the goroutine starts.": "在启动 goroutine 之前用 `make(chan …)` 赋值。",
  "an empty `select {}`, which blocks for ever": "空的 `select {}`，会永久阻塞",
  "Wait for a context or a quit channel instead.": "改为等待 context 或退出 channel。",
  "a lock that is never released, or that its holder asks for again": "锁从未释放，或被持有者重复请求",
  "Put `defer mu.Unlock()` right after `mu.Lock()`, and take locks in one order.": "在 `mu.Lock()` 之后立即 `defer mu.Unlock()`，并按固定顺序加锁。",
  "a WaitGroup whose `Done` is missed on some path": "WaitGroup 在某条路径上漏掉了 `Done`",
  "Begin each goroutine with `defer wg.Done()`, and call `Add` before it starts.": "每个 goroutine 开头即 `defer wg.Done()`，并在启动前调用 `Add`。",
  "a condition that nobody signals": "条件变量无人唤醒",
  "Signal after each change of the state, or use a channel with a context.": "每次状态改变后发出信号，或改用 channel 配合 context。",
  "a send whose receiver has gone away": "向已无接收者的 channel 发送",
  "Give the channel room for the value (`make(chan T, 1)`), or send in a `select` with `<-ctx.Done()`.": "为 channel 留出缓冲（`make(chan T, 1)`），或在带 `<-ctx.Done()` 的 `select` 中发送。",
  "a context that nobody cancels": "context 无人取消",
  "Call its cancel function on every path: `defer cancel()`.": "在每条路径上调用其 cancel 函数：`defer cancel()`。",
  "a loop around `time.After` that has no way out": "使用 `time.After` 的循环没有退出途径",
  "Add `case <-ctx.Done(): return`, and use one `time.Ticker` instead of a new timer for each turn.": "加上 `case <-ctx.Done(): return`，并用一个 `time.Ticker` 代替每轮新建的定时器。",
  "a ticker loop that has no way out": "Ticker 循环没有退出途径",
  "Add `case <-ctx.Done(): return` and `defer ticker.Stop()`.": "加上 `case <-ctx.Done(): return` 和 `defer ticker.Stop()`。",
  "a loop over a channel that is never closed": "遍历从不关闭的 channel",
  "Let the sender `close` the channel when it is done.": "由发送方在完成后 `close` 该 channel。",
  "a receive from a channel that nobody sends to or closes": "从无人发送也无人关闭的 channel 接收",
  "Close the channel, or receive in a `select` with `<-ctx.Done()`.": "关闭该 channel，或在带 `<-ctx.Done()` 的 `select` 中接收。",
  "a `select` none of whose cases becomes ready": "`select` 的各个分支都永远不会就绪",
  "Add `case <-ctx.Done(): return` with a context that ends with the request.": "加上 `case <-ctx.Done(): return`，使用随请求结束的 context。",
  "a loop around `time.Sleep` that has no way out": "使用 `time.Sleep` 的循环没有退出途径",
  "Wait for a timer in a `select` with `<-ctx.Done()`.": "在带 `<-ctx.Done()` 的 `select` 中等待定时器。",
  "a connection, pipe or file that is never closed": "连接、管道或文件从未关闭",
  "Close it when the work ends, and set a deadline.": "工作结束时关闭它，并设置截止时间。"
});

// src/words/zh-CN/leaks.ts
var leaks = catalogue({
  Heap: "堆",
  "the runtime’s own lists": "运行时自身的列表",
  Goroutines: "Goroutine",
  "Heap growth": "堆增长",
  "sync.Pool misuse": "sync.Pool 误用",
  "Kept per request": "每请求遗留内存",
  "Live heap": "存活堆",
  "Memory in pools": "池中内存",
  "Allocations per request": "每请求分配次数",
  "Allocated bytes per request": "每请求分配字节数",
  "Allocations per request, over many commits": "每请求分配次数（多次提交累计）",
  "Allocated bytes per request, over many commits": "每请求分配字节数（多次提交累计）",
  "Goroutines left by 1,000 requests": "每 1,000 个请求遗留的 goroutine",
  "Goroutines at rest": "空闲时的 goroutine 数",
  "Files closed by the collector": "由垃圾回收器关闭的文件",
  "Files left open by 1,000 requests": "每 1,000 个请求遗留的打开文件",
  "Threads left by 1,000 requests": "每 1,000 个请求遗留的线程",
  "Each request leaves {n} {what}": "每个请求遗留 {n} {what}",
  "Each 1,000 requests leave {n} {what}": "每 1,000 个请求遗留 {n} {what}",
  "each request leaves {n} {what}": "每个请求遗留 {n} {what}",
  "each 1,000 requests leave {n} {what}": "每 1,000 个请求遗留 {n} {what}",
  object: "个对象",
  objects: "个对象",
  "new object": "个新对象",
  "new objects": "个新对象",
  goroutine: "个 goroutine",
  goroutines: "个 goroutine",
  "file or socket": "个文件或套接字",
  "files or sockets": "个文件或套接字",
  "thread of the operating system": "个操作系统线程",
  "threads of the operating system": "个操作系统线程",
  "{left} here that is never freed, {rate}.": "{left}，在此分配且永不释放，{rate}。",
  "{left} here that are never freed, {rate}.": "{left}，在此分配且永不释放，{rate}。",
  "What is allocated here keeps growing, by {rate}.": "在此分配的内存持续增长，{rate}。",
  "{bytes} per request": "每请求 {bytes}",
  "{bytes} per request at this pace": "按此速度每请求 {bytes}",
  "+{bytes} per request": "每请求 +{bytes}",
  "+{n} per request": "每请求 +{n}",
  "{chain}, {bytes} per request": "{chain}，每请求 {bytes}",
  "{chain}, {bytes} each": "{chain}，每个 {bytes}",
  "{bytes} per request: {any}": "每请求 {bytes}：{any}",
  "No frame of your own code is on the stack: a library keeps it.": "调用栈上没有你自己的代码：是某个库持有了它。",
  "Every request leaves {bytes} behind that are never freed, in {places}.": "每个请求遗留 {bytes} 永不释放的内存，共 {places}。",
  "{n} place": "{n} 处",
  "{n} places": "{n} 处",
  "Memory leaks; whether that is new isn’t known.": "存在内存泄漏，是否为新增尚不清楚。",
  "No new heap leak.": "没有新增的堆泄漏。",
  "No line of code keeps memory with each request: {bytes} would have shown in {n} requests.": "没有代码行随请求持续占用内存：{n} 个请求足以检出每请求 {bytes} 的泄漏。",
  "This memory belongs to goroutines that never end ({any}); it goes when they do.": "这部分内存属于永不结束的 goroutine（{any}），它们结束后即会释放。",
  "This memory belongs to files or sockets that are never closed ({any}); it goes when they are.": "这部分内存属于从未关闭的文件或套接字（{any}），关闭后即会释放。",
  "new chain": "新引用链",
  "each of those": "其中每个请求",
  "keeps {bytes}": "遗留 {bytes}",
  "or a cache": "也可能是缓存",
  "that wasn’t full after {n} requests: then raise `leak-requests`": "{n} 个请求后仍未填满；若如此，请调大 `leak-requests`",
  "keeps besides": "此外还遗留",
  "{bytes} per request that the standard library allocated": "标准库分配的内存，每请求 {bytes}",
  "also here": "另见",
  grew: "增长",
  "{values} over {requests} requests": "{values}（请求数 {requests}）",
  "driven by": "触发路由",
  "grows with": "增长随",
  "time: it goes on as fast without any request": "时间：没有任何请求时也以同样的速度增长",
  "fills 1 GiB": "占满 1 GiB",
  "out of memory": "内存耗尽",
  "after about {n} requests": "约 {n} 个请求后",
  "after about {n} requests, {time} at {n2} requests/s": "约 {n} 个请求后，按每秒 {n2} 个请求即 {time}",
  "after about {n} requests, {time} at {n2} requests/s, the pace of this run": "约 {n} 个请求后，按本次运行的每秒 {n2} 个请求即 {time}",
  "{chain}, under the `memory-limit` of {bytes}": "{chain}，以 `memory-limit` 的 {bytes} 为限",
  "{chain}, under this container’s limit of {bytes}": "{chain}，以本容器的 {bytes} 为限",
  "{n} second": "{n} 秒",
  "{n} seconds": "{n} 秒",
  "{n} minute": "{n} 分钟",
  "{n} minutes": "{n} 分钟",
  "{n} hour": "{n} 小时",
  "{n} hours": "{n} 小时",
  "{n} day": "{n} 天",
  "{n} days": "{n} 天",
  "Recorded as known: once this run is the baseline, only new leaks fail.": "记录为已知：本次运行成为基线后，只有新增的泄漏才会导致失败。",
  "The baseline couldn’t be read: nobody knows whether this leak is new.": "基线无法读取，不清楚此泄漏是否为新增。",
  "The baseline doesn’t leak here.": "基线在此处没有泄漏。",
  "The baseline leaks here too, but only {rate}.": "基线在此处也泄漏，但只有{rate}。",
  "Known: the baseline leaks here too, {rate}.": "已知：基线在此处也泄漏，{rate}。",
  "{n} B with each request": "每请求 {n} B",
  "{n} for each 1,000 requests": "每 1,000 个请求 {n} 个",
  "The baseline leaks at this line too, but not along the new chain.": "基线在这一行也泄漏，但不是沿着这条新的引用链。",
  "There it’s in {place}, kept alive along the same chain.": "在基线中位于 {place}，由同一条引用链保持存活。",
  "What is taken out of this pool is never put back: {left} for the collector, {bytes} per request. Put it back on every path.": "从该池取出的对象从未放回：{left}需要垃圾回收，每请求 {bytes}。请在每条路径上都放回。",
  "Objects are put into a pool that nobody takes them from: {n} ({bytes}) lay idle after a round, while requests went on making new ones.": "对象被放入池中却无人取用：一轮之后有 {n} 个（{bytes}）闲置，而请求仍在不断新建。",
  "A pool keeps objects that have grown to {bytes} each, {bytes2} in all. Drop large ones instead of putting them back.": "池中保留的对象已各自增长到 {bytes}，共 {bytes2}。请丢弃过大的对象，而不要放回池中。",
  "allocates more": "分配增加",
  "No baseline yet: recorded.": "尚无基线：仅记录。",
  "{percent}, shown only: {list}.": "{percent}，仅展示：{list}。",
  "New, shown only: {list}.": "新增，仅展示：{list}。",
  "{percent}, within its limit.": "{percent}，在门限内。",
  "New, within its limit.": "新增，在门限内。",
  "New: {more}.": "新增：{more}。",
  "{percent} ({more} more), beyond the allowed {limit}.": "{percent}（增加 {more}），超出允许的 {limit}。",
  "{n} allocations": "{n} 次分配",
  "Measured {n} times: {list}; the lowest counts.": "测量 {n} 次：{list}；以最低者为准。",
  "Its commit {sha} was measured anew, since the stored counts can’t be used: {list}.": "已重新测量基线的提交 {sha}，因为已存的计数不可用：{list}。",
  "its commit couldn’t be measured anew ({any})": "无法重新测量基线的提交（{any}）",
  "the number of requests differs": "请求数不同",
  "Allocations per request: {said}": "每请求分配次数：{said}",
  "Allocated bytes per request: {said}": "每请求分配字节数：{said}",
  "Live heap: {said}": "存活堆：{said}",
  "Memory in pools: {said}": "池中内存：{said}",
  "sync.Pool misuse: {said}": "sync.Pool 误用：{said}",
  "Allocations per request, over many commits: {said}": "每请求分配次数（多次提交累计）：{said}",
  "Allocated bytes per request, over many commits: {said}": "每请求分配字节数（多次提交累计）：{said}",
  "{percent} since {sha}, {n} baselines back, in steps that were each within their limit.": "自 {sha}（{n} 个基线之前）以来 {percent}，其间每一步都在门限内。",
  "{left} behind, started here.": "{left}，在此启动。",
  "No frame of your own code is on their stacks: a library starts them.": "它们的调用栈上没有你自己的代码：由某个库启动。",
  "Proven: the garbage collector finds nothing that could wake them.": "已证实：垃圾回收器找不到任何能唤醒它们的对象。",
  "Suspected: their number grows with every round and didn't fall in {n} s without load. Work that takes longer than that would look the same.": "疑似：数量逐轮增长，且在 {n} 秒无负载期间没有下降。耗时超过这一时间的任务也会呈现同样的现象。",
  "waits in": "阻塞于",
  "Waits in ({any})": "阻塞于（{any}）",
  "each holds": "每个持有",
  "{bytes} of heap": "堆 {bytes}",
  "about {bytes} of heap": "堆约 {bytes}",
  "{bytes} of heap and {bytes2} of stack": "堆 {bytes}，栈 {bytes2}",
  "about {bytes} of heap and {bytes2} of stack": "堆约 {bytes}，栈 {bytes2}",
  "1,000 requests leave {n} goroutine behind that never end, from {places}.": "每 1,000 个请求遗留 {n} 个永不结束的 goroutine，来自 {places}。",
  "1,000 requests leave {n} goroutines behind that never end, from {places}.": "每 1,000 个请求遗留 {n} 个永不结束的 goroutine，来自 {places}。",
  "1,000 requests leave {n} threads behind.": "每 1,000 个请求遗留 {n} 个线程。",
  "1,000 requests leave {n} files or sockets open.": "每 1,000 个请求遗留 {n} 个未关闭的文件或套接字。",
  "Goroutines leak; whether that is new isn’t known.": "存在 goroutine 泄漏，是否为新增尚不清楚。",
  "No new goroutine leak.": "没有新增的 goroutine 泄漏。",
  "Every goroutine ended.": "所有 goroutine 均已结束。",
  "Every goroutine ended: one left by every {n} requests would have shown.": "所有 goroutine 均已结束：每 {n} 个请求遗留一个即可检出。",
  "they are": "包括",
  "They belong to goroutines that never end ({any}), and close when those do.": "它们属于永不结束的 goroutine（{any}），那些 goroutine 结束后即会关闭。",
  "At least: {left} open until the garbage collector finds them.": "至少：{left}未关闭，直到被垃圾回收器发现。",
  "{left} open.": "{left}未关闭。",
  "No single line opens that many; look for a missing Close, also on the error paths.": "没有哪一行单独打开这么多；请查找遗漏的 Close，包括错误路径。",
  "They are opened here; a Close is missing.": "它们在此打开，缺少 Close。",
  "They are occupied by goroutines that never end ({any}).": "它们被永不结束的 goroutine（{any}）占用。",
  "{left} behind. Go keeps a thread once it has started it: look for calls that block in the kernel or in C, and for `runtime.LockOSThread`.": "{left}。Go 一旦启动线程便会保留：请查找阻塞在内核或 C 代码中的调用，以及 `runtime.LockOSThread`。"
});

// src/words/zh-CN/run.ts
var run = catalogue({
  Service: "服务",
  "The deployed service takes no samples of its heap (runtime.MemProfileRate is 0): heap leaks can’t be seen.": "已部署的服务不对堆采样（runtime.MemProfileRate 为 0）：无法发现堆泄漏。",
  "The deployed service samples its heap every {n} bytes: heap leaks below about {n2} bytes a request don’t show in {n3} requests, nor larger ones at lines that hold much already. A higher leak-requests or a lower runtime.MemProfileRate shows more.": "已部署的服务每 {n} 字节采样一次堆：在 {n3} 个请求中，每请求约 {n2} 字节以下的堆泄漏看不出来；已占用大量内存的代码行，更大的泄漏也可能看不出来。提高 leak-requests 或降低 runtime.MemProfileRate 可以看到更多。",
  "The deployed service serves no goroutineleak profile, so goroutines are counted, and none is proved to be leaked.": "已部署的服务不提供 goroutineleak profile，因此只统计 goroutine 数量，无法证明其泄漏。",
  "Open files and threads of a deployed service aren’t seen, nor who keeps its memory alive.": "看不到已部署服务打开的文件和线程，也看不到是谁让内存存活。",
  "the service is deployed, and wasn’t built with the probe": "该服务是已部署的，构建时没有加入探针",
  "the service is deployed, and not beside its base": "该服务是已部署的，旁边没有基线版本",
  "the service is deployed, and others may have used it meanwhile": "该服务是已部署的，期间可能有其他人使用",
  "Look around": "检查环境",
  "Read the baseline": "读取基线",
  Build: "构建",
  "Nothing was checked.": "未执行任何检查。",
  "The run was interrupted.": "运行被中断。",
  "The run ended before a baseline was looked for.": "运行在查找基线之前就结束了。",
  "Its gate is off.": "该项门限已关闭。",
  "Better by more than its limit, and its gate holds both ways.": "改善幅度超过门限，而该项门限双向有效。",
  "Not gating: fail-on is {any}.": "不计入门禁：fail-on 为 {any}。",
  "Not gating: {said}": "不计入门禁：{said}",
  "Changed beyond the limit: {list}.": "变化超限：{list}。",
  "Accepted until {until}: {any} ({owner}).": "接受至 {until}：{any}（{owner}）。",
  "It was accepted until {until} only: {any} ({owner}).": "仅接受至 {until}：{any}（{owner}）。",
  "Accepted for now: {said}": "暂时接受：{said}",
  "No longer accepted: {list}.": "不再接受：{list}。",
  "Accepted by {who} ({how}): {any}.": "由 {who} 接受（{how}）：{any}。",
  "Accepted by {who} ({how}) until {until}: {any}.": "由 {who} 接受（{how}），至 {until}：{any}。",
  "somebody who may label": "有权设置标签的人",
  "commit {sha}": "提交 {sha}",
  "label leakgate:accept of #{n}": "#{n} 的标签 leakgate:accept",
  "write `Leakgate-Accept: <check> because <reason>`": "请写成 `Leakgate-Accept: <check> because <reason>`",
  "there is no check {any}; allowed: all, {any2}": "没有名为 {any} 的检查；可用：all, {any2}",
  "{until} is no day": "{until} 不是日期",
  "it ended on {until}": "已于 {until} 到期",
  "Accepted by {who}: {said}": "由 {who} 接受：{said}",
  "Identical binary. {said}": "二进制文件完全相同。{said}",
  "`gates` names {any}, which no figure of this run has.": "`gates` 中的 {any} 在本次运行中没有对应的指标。",
  "`allow` has an entry for {any} that nothing needs in this run: it can be removed once the leak is mended.": "`allow` 中的 {any} 在本次运行中没有用到：泄漏修复后即可删除该条目。",
  "The line Leakgate-Accept of {how} accepts nothing: {why}.": "{how} 中的 Leakgate-Accept 行未接受任何内容：{why}。",
  "Leakgate-Accept in commits of a fork accepts nothing; the label leakgate:accept does.": "fork 的提交中的 Leakgate-Accept 不起作用；标签 leakgate:accept 才有效。",
  "What {any} ended on {until}: the figures from before it count again.": "{any} 的接受已于 {until} 到期：重新以此前的数值为准。",
  "The binary is identical to that of the baseline’s commit {sha}, and no other file changed that the service could read. So nothing was measured: these are the baseline’s figures.": "二进制文件与基线的提交 {sha} 完全相同，服务可能读取的其他文件也没有变化，因此没有重新测量：以下是基线的数值。",
  "{check}: the stored baseline’s figures can’t be read; another version of Leakgate wrote them. They were left out. The next run that stores replaces them.": "{check}：已存基线的数值由另一版本的 Leakgate 写入，无法读取，已略去。下次存储基线时将被替换。",
  "The baseline wasn’t stored: the earlier ones couldn’t be read before.": "基线未存储：此前的基线未能读取。",
  "The baseline wasn’t stored: {list} measured nothing.": "基线未存储：{list} 没有测得数据。",
  "The baseline wasn’t stored: {any}": "基线未存储：{any}",
  "Old baselines weren’t removed: {any}": "旧基线未能删除：{any}",
  "The new baseline knows {leaks} that didn’t gate since fail-on is {failOn}: {any}. Later runs count them as known, whatever fail-on is then.": "新基线记录了{leaks}，因 fail-on 为 {failOn} 而未计入门禁：{any}。此后的运行都将其视为已知，无论届时 fail-on 如何设置。",
  "a leak": "一处泄漏",
  "{n} leaks": "{n} 处泄漏",
  "The figures come from the pull request’s own run, which its author can change: look at the run before trusting a green one.": "这些数据来自该合并请求自身的运行，其作者可以改动：在相信通过的结论之前，请先查看该次运行。",
  "Compared with {base}, at {at}: the nearest commit with a baseline that this run builds on.": "对比对象：{base}，位于 {at}，即本次运行所基于的提交中最近一个有基线的提交。",
  "Compared with {base}, at {at}: the nearest commit with a baseline that this run builds on; there is no baseline yet for {bases}.": "对比对象：{base}，位于 {at}，即本次运行所基于的提交中最近一个有基线的提交；还没有基线：{bases}。",
  "Compared with {base}, at {at}: the nearest commit with a baseline that this run builds on ({n} newer one isn’t part of it).": "对比对象：{base}，位于 {at}，即本次运行所基于的提交中最近一个有基线的提交（另有 {n} 个更新的基线不在其历史中）。",
  "Compared with {base}, at {at}: the nearest commit with a baseline that this run builds on ({n} newer ones aren’t part of it).": "对比对象：{base}，位于 {at}，即本次运行所基于的提交中最近一个有基线的提交（另有 {n} 个更新的基线不在其历史中）。",
  "Compared with the newest baseline of {base}, at {at}; {why}.": "对比对象：{base} 的最新基线，位于 {at}；{why}。",
  "none is of a commit that this run builds on": "没有基线属于本次运行所基于的提交",
  "the history isn’t known far enough: {any}": "已知的历史不够长：{any}",
  "Compared with the baseline in {file}.": "对比对象：{file} 中的基线。",
  "Compared with the run of {branch} at {time} UTC.": "对比对象：{branch} 于 {time} UTC 的运行。",
  "Compared with nothing. {any}": "没有对比对象。{any}",
  "No baseline yet in {file}.": "{file} 中还没有基线。",
  "No baseline yet for {bases}.": "还没有基线：{bases}。",
  "No baseline: the branch to compare with is unknown. Name it with the input `baseline-branch`.": "没有基线：不清楚要与哪个分支对比。请用输入项 `baseline-branch` 指定。",
  "{branch}, as the input `baseline-branch` says": "{branch}（由输入项 `baseline-branch` 指定）",
  "{branch}, the default branch": "默认分支 {branch}",
  "{branch}, the base of this pull request": "本合并请求的目标分支 {branch}",
  "{branch}, which this merge group is for": "合并队列的目标分支 {branch}",
  "{branch}, which this run is based on": "本次运行所基于的分支 {branch}",
  "{branch}, the pushed branch": "所推送的分支 {branch}",
  "{branch}, the branch of this run": "本次运行的分支 {branch}",
  "{branch}, a branch with the same history": "历史相同的分支 {branch}",
  "Speed is measured against {sha}, {n} baselines back: since then {metric} seems to have drifted by {percent} in small steps.": "速度对比的是 {sha}（{n} 个基线之前）：自那以来{metric}似乎已逐步漂移 {percent}。",
  "{check}: the first of the two has no figures of it.": "{check}：两者中的前一个没有该项数值。",
  "{what}: {then} then, {now} now": "{what}：当时 {then}，现在 {now}",
  "{what}: not the same now as then": "{what}：现在与当时不同",
  "not recorded": "未记录",
  "Go version": "Go 版本",
  "The service answers {n} requests/s under the probe: the leak checks sent {n2} requests instead of {n3}, and see rare leaks less surely.": "带探针的服务每秒处理 {n} 个请求：泄漏检查只发送了 {n2} 个请求（而非 {n3} 个），对罕见泄漏的检出把握较低。",
  "{n} of {n2} requests of the leak rounds failed: what they would have leaked wasn’t seen.": "泄漏检查各轮的 {n2} 个请求中有 {n} 个失败：它们可能造成的泄漏未被观测到。",
  "Who keeps the memory alive couldn’t be counted: {any}.": "无法统计内存由谁保持存活：{any}。",
  "Who keeps the memory alive couldn’t be told: {any}.": "无法得知内存由谁保持存活：{any}。",
  "the heap is larger than 1 GiB": "堆大于 1 GiB",
  "this Go version can crash while it dumps its heap": "该 Go 版本在转储堆时可能崩溃",
  "this Go version crashed twice while it dumped its heap": "该 Go 版本在转储堆时崩溃了两次",
  "the heap dump doesn’t add up: {any}": "堆转储的数据不自洽：{any}",
  "Leaks were attributed among the first {n} of {n2} routes.": "泄漏只在 {n2} 个路由中的前 {n} 个之间归因。",
  "The baseline’s counts were made under other conditions than this run’s, so its commit {sha} was measured anew.": "基线的计数与本次运行的测量条件不同，因此已重新测量其提交 {sha}。",
  "The load was repeated: one in a hundred requests started {n} ms late or more.": "负载已重做：有百分之一的请求晚了 {n} ms 以上才开始。",
  "The runtime’s own lines about collections weren’t seen on stderr: their CPU time and begin are unknown.": "在 stderr 上没有看到 runtime 关于垃圾回收的输出：其 CPU 时间和起始时刻未知。",
  "A trace of the runtime lies beside the result: `go tool trace trace.out`.": "runtime trace 与结果存放在一起：`go tool trace trace.out`。",
  "Its ranges couldn’t be placed on the axis of this run: that takes two collections in it that were seen from outside too.": "其区间无法对齐到本次运行的时间轴：这需要 trace 中有两次从外部也观测到的垃圾回收。",
  "A fault of this Go version killed the service while its heap was dumped. It was started once more.": "该 Go 版本的一个缺陷在转储堆时使服务退出，服务已重新启动一次。",
  "No service had to be measured.": "没有需要测量的服务。",
  "{n} service, none failed.": "{n} 个服务，全部未失败。",
  "{n} services, none failed.": "{n} 个服务，全部未失败。",
  "{n} service: {list}.": "{n} 个服务：{list}。",
  "{n} services: {list}.": "{n} 个服务：{list}。",
  "{n} failed": "{n} 个未通过",
  "{n} missing": "{n} 个缺失",
  "{n} undecided": "{n} 个无法判定",
  "There is not a single result.": "没有任何结果。",
  "It was expected and left no result.": "预期应有结果，但没有留下。",
  "The job ended as {conclusion}, and no result tells why.": "作业以 {conclusion} 结束，没有结果说明原因。",
  "Several results are called {any}. Give each its own comment-key: they share a baseline.": "有多个结果同名：{any}。请为每个设置各自的 comment-key，否则它们会共用一个基线。",
  "The results are of different commits.": "这些结果来自不同的提交。"
});

// src/words/zh-CN/speed.ts
var speed = catalogue({
  "Speed and cost": "速度与开销",
  Capacity: "容量",
  "HTTP/2 answers {n} req/s on {lanes}, HTTP/1.1 {n2} ({percent}).": "HTTP/2 在 {lanes} 上每秒应答 {n} 个请求，HTTP/1.1 为 {n2}（{percent}）。",
  "The service speaks no HTTP/2, so there is nothing to compare. {why}": "服务不支持 HTTP/2，无可比较。{why}",
  "p99 is {n} ms with one stream on each of {lanes}, and {n2} ms with {n3} streams on {lane} ({percent})": "{lanes} 各一个流时 p99 为 {n} ms，{lane} 上 {n3} 个流时为 {n2} ms（{percent}）",
  "The tail rises with the streams: {seen}; at most +{percent} is expected.": "尾延迟随流数上升：{seen}；预期最多 +{percent}。",
  "{seen}, but the rounds of both overlap.": "{seen}，但两者的轮次相互重叠。",
  "Latency p99 on a shared connection": "共用连接时的 p99 延迟",
  "HTTP/1.1: requests per second": "HTTP/1.1：每秒请求数",
  "HTTP/2: requests per second": "HTTP/2：每秒请求数",
  "HTTP/1.1: latency p99": "HTTP/1.1：p99 延迟",
  "HTTP/2: latency p99": "HTTP/2：p99 延迟",
  "HTTP/1.1: CPU time": "HTTP/1.1：CPU 时间",
  "HTTP/2: CPU time": "HTTP/2：CPU 时间",
  "HTTP/1.1: memory of a connection": "HTTP/1.1：每连接内存",
  "HTTP/2: memory of a connection": "HTTP/2：每连接内存",
  "HTTP/1.1: goroutines of a connection": "HTTP/1.1：每连接 goroutine 数",
  "HTTP/2: goroutines of a connection": "HTTP/2：每连接 goroutine 数",
  "Garbage collection": "垃圾回收",
  Throughput: "吞吐量",
  "Throughput per connection": "每连接吞吐量",
  "Latency p50": "p50 延迟",
  "Latency p95": "p95 延迟",
  "Latency p99": "p99 延迟",
  "CPU per request": "每请求 CPU 时间",
  "Failed requests": "失败请求",
  "Failed requests against the base": "失败请求（对比基线版本）",
  "Swing of the throughput from second to second": "吞吐量的逐秒波动",
  "Rate that was asked for": "目标速率",
  "Rate that was sent": "实际发送速率",
  "Requests that found no free connection": "没有空闲连接可用的请求",
  "Latency p99 from the sending": "p99 延迟（自实际发送起）",
  "Lateness of the generator, p99": "负载发生器的滞后，p99",
  "Highest rate that holds": "可承受的最高速率",
  "Worse: {seen}, in each pair of processes. At most {percent} is accepted.": "变差：{seen}，每一对进程都如此。最多允许 {percent}。",
  "Better: {seen}.": "变好：{seen}。",
  "Worse, but by less than {percent}: {seen}.": "变差，但不到 {percent}：{seen}。",
  "No worse: {seen}; {floor}.": "没有变差：{seen}；{floor}。",
  "Can't tell: {seen}, but not in each pair of processes; the limit is {percent}, {floor}.": "无法判定：{seen}，但并非每一对进程都如此；门限为 {percent}，{floor}。",
  "Can't tell: {seen}; the limit is {percent}, {floor}.": "无法判定：{seen}；门限为 {percent}，{floor}。",
  "{percent} (95 % interval {range}) in {windows} side by side": "并行对比 {windows}，变化 {percent}（95 % 置信区间 {range}）",
  "{n} to {percent}": "{n} 至 {percent}",
  "{n} window": "{n} 个窗口",
  "{n} windows": "{n} 个窗口",
  "this run could have seen {percent}": "本次运行可检出 {percent} 的变化",
  "The base failed {percent} of its requests, so the speeds can't be compared.": "基线版本有 {percent} 的请求失败，因此速度不可比。",
  "The head failed {percent} of its requests, so the speeds can't be compared.": "当前版本有 {percent} 的请求失败，因此速度不可比。",
  "The base builds the identical binary, so nothing was measured side by side.": "基线版本构建出完全相同的二进制文件，因此未做并行对比。",
  "Base and head weren't measured side by side: {why}.": "基线版本与当前版本未做并行对比：{why}。",
  "stored baseline": "已存基线",
  "{n} {unit} then, {n2} now ({percent}), under separate loads": "当时 {n} {unit}，现在 {n2}（{percent}），两次负载分别进行",
  "Recorded: there is no stored figure to compare with.": "仅记录：没有可对比的已存数值。",
  "{seen}, but they can't be compared: {why}.": "{seen}，但两者不可比：{why}。",
  "{seen}: shown, not gating, since {why}.": "{seen}：仅展示，不计入门禁，因为{why}。",
  "Worse: {seen}, at most {percent} is accepted.": "变差：{seen}，最多允许 {percent}。",
  "{seen}, at most {percent} is accepted.": "{seen}，最多允许 {percent}。",
  "{percent} against the stored figure": "与已存数值相比 {percent}",
  "It is from another time and maybe another machine, where unchanged code can differ by 30 % and more.": "该数值来自另一时间，可能也来自另一台机器，未改动的代码也可能相差 30 % 以上。",
  "It is from another time and maybe another machine, where unchanged code can differ by 30 % and more; this load swung by {percent} from second to second.": "该数值来自另一时间，可能也来自另一台机器，未改动的代码也可能相差 30 % 以上；本次负载逐秒波动 {percent}。",
  "Beyond the limit: {list}.": "超限：{list}。",
  "Can't tell: {list}.": "无法判定：{list}。",
  "The binary is identical to the base's: {figures}.": "二进制文件与基线版本完全相同：{figures}。",
  "No slow-down beyond the limits: {figures}.": "没有超出门限的变慢：{figures}。",
  "{n} req/s, p99 {n2} ms, beside the stored figures.": "{n} req/s，p99 {n2} ms，与已存数值一并列出。",
  "{n} req/s of {n2} asked, p99 {n3} ms, beside the stored figures.": "{n} req/s（目标 {n2} req/s），p99 {n3} ms，与已存数值一并列出。",
  "{n} req/s, p99 {n2} ms: recorded, nothing to compare with yet.": "{n} req/s，p99 {n2} ms：仅记录，尚无可对比的数据。",
  "{n} req/s of {n2} asked, p99 {n3} ms: recorded, nothing to compare with yet.": "{n} req/s（目标 {n2} req/s），p99 {n3} ms：仅记录，尚无可对比的数据。",
  "{n} req/s, p99 {n2} ms": "{n} req/s，p99 {n2} ms",
  "{n} req/s of {n2} asked, p99 {n3} ms": "{n} req/s（目标 {n2} req/s），p99 {n3} ms",
  "compare is stored": "`compare` 设为 stored",
  "there is no baseline yet": "还没有基线",
  "the baseline belongs to no commit": "基线不属于任何提交",
  "the baseline is of this very commit": "基线就是当前提交的",
  "the qps check is off": "qps 检查已关闭",
  "the two were measured at different times": "两者测于不同时间",
  "no window had expected answers from both sides": "没有任何窗口两侧都得到预期的响应",
  "the binary is identical to the base’s": "二进制文件与基线版本完全相同",
  "{percent} of the requests failed": "{percent} 的请求失败",
  "the baseline's commit {sha} couldn't be rebuilt: {any}": "基线的提交 {sha} 无法重新构建：{any}",
  "All {requests} got the expected answer.": "全部 {requests}都得到了预期的响应。",
  "{n} request": "{n} 个请求",
  "{n} requests": "{n} 个请求",
  "{failed}; at most {percent} may.": "{failed}；最多允许 {percent}。",
  "{failed}, among them every request to {list}.": "{failed}，其中发往 {list} 的请求全部失败。",
  "{failed}; {n} got no answer at all, as when a handler panics.": "{failed}；其中 {n} 个完全没有响应，例如处理函数发生 panic 时。",
  "{n} of {requests} failed ({percent})": "{requests}中有 {n} 个失败（{percent}）",
  "{n} of {requests} failed": "{requests}中有 {n} 个失败",
  "no answer": "没有响应",
  "connection refused, reset or closed": "连接被拒绝、重置或关闭",
  "timed out": "超时",
  "unexpected status": "非预期状态码",
  "{percent} of the head's requests failed side by side, {percent2} of the base's: the head failed more in {n} windows, the base in {n2}.": "并行对比中当前版本有 {percent} 的请求失败，基线版本为 {percent2}：当前版本在 {n} 个窗口中失败更多，基线版本在 {n2} 个窗口中失败更多。",
  "{percent} of the head's requests failed side by side, {percent2} of the base's. At most {percent3} may.": "并行对比中当前版本有 {percent} 的请求失败，基线版本为 {percent2}。最多允许 {percent3}。",
  "The service crashed under load.": "服务在负载下崩溃。",
  "A handler panicked under load.": "处理函数在负载下发生 panic。",
  "Crash under load": "负载下崩溃",
  "Handler panic under load": "负载下处理函数 panic",
  "The service went down: {any}": "服务已退出：{any}",
  "The server recovered it; the client got an error or no answer: {any}": "panic 已被服务器恢复，客户端得到错误或没有得到响应：{any}",
  said: "输出",
  "Not a single request was sent to the service.": "没有向服务发送任何请求。",
  "None of {requests} got the expected answer: {causes}.": "{requests}中没有一个得到预期的响应：{causes}。",
  "{n} answered with {any}": "{n} 个返回 {any}",
  "{n} refused, reset or closed without an answer": "{n} 个被拒绝、重置或未响应即关闭",
  "{n} timed out": "{n} 个超时",
  "{n} lost without a trace": "{n} 个下落不明",
  "Check the paths, headers and bodies of the scenario; if the status is intended, write it: `GET /path -> 404`.": "请检查场景中的路径、请求头和请求体；若该状态码符合预期，请写明：`GET /path -> 404`。",
  "A handler waits for something that never comes, such as a database that is not there.": "处理函数在等待永远不会到来的东西，例如不存在的数据库。",
  "The service closed connections without an answer: a handler panicked, or the service went away. Read what it prints.": "服务未响应就关闭了连接：处理函数发生 panic，或服务已退出。请查看其输出。",
  "The load generator couldn't keep to the schedule: one in a hundred requests started {n} ms late or more, in {n2} tries.": "负载发生器跟不上计划：{n2} 次尝试中都有百分之一的请求晚了 {n} ms 以上才开始。",
  "Ask for a lower rate, or measure on a machine with more free processors.": "请降低速率，或在空闲处理器更多的机器上测量。",
  "There is nothing to compare with yet.": "尚无可对比的数据。",
  "Not compared: {why}.": "未对比：{why}。",
  "Not even {n} requests/s hold {promise}.": "连每秒 {n} 个请求也无法满足 {promise}。",
  "{n} requests/s hold {promise} ({spread}).": "每秒 {n} 个请求时仍满足 {promise}（{spread}）。",
  "p99 ≤ {n} ms and at most {percent} failing": "p99 ≤ {n} ms 且失败率不超过 {percent}",
  "{n} to {n2} in {n3} searches": "{n3} 次搜索为 {n} 至 {n2}",
  "The generator or the plan ended it, not the service.": "上限来自负载发生器或搜索计划，而非服务本身。",
  "{against}; at most −{percent} is allowed.": "{against}；最多允许 −{percent}。",
  "{against}. Not gating: rates of another day or machine don’t compare.": "{against}。不计入门禁：不同日期或机器的速率不可比。",
  "{against}: every search of the head ended below every one of the base. At most −{percent} is allowed.": "{against}：当前版本的每次搜索都低于基线版本的每次搜索。最多允许 −{percent}。",
  "{against}, but the searches of both sides overlap; at most −{percent} is allowed.": "{against}，但两侧的搜索结果有重叠；最多允许 −{percent}。",
  "{percent} against the stored rate": "与已存速率相比 {percent}",
  "{percent} against the base, searched in turn": "与轮流搜索的基线版本相比 {percent}",
  "No collection in {requests}.": "{requests}期间没有发生垃圾回收。",
  "{collections} in {requests}, p99 of the pauses {n} ms.": "{requests}期间发生 {collections}，暂停的 p99 为 {n} ms。",
  "{n} collection": "{n} 次垃圾回收",
  "{n} collections": "{n} 次垃圾回收",
  "Slow requests during collections": "垃圾回收期间的慢请求",
  "Latency peaks coincide with collections: {percent} of the slowest 1 % of the requests ({n} ms and more) fall into a collection; by chance it would be {percent2}.": "延迟尖峰与垃圾回收同时出现：最慢的 1 % 请求（{n} ms 以上）中有 {percent} 落在垃圾回收期间；若只是巧合，应为 {percent2}。",
  "Latency peaks coincide with collections: {percent} of the slowest 1 % of the requests ({n} ms and more) fall onto the pause of a collection; by chance it would be {percent2}.": "延迟尖峰与垃圾回收同时出现：最慢的 1 % 请求（{n} ms 以上）中有 {percent} 落在垃圾回收的暂停上；若只是巧合，应为 {percent2}。",
  "allocates most around the longest pause": "最长暂停前后分配最多",
  "{bytes} at {function}": "{function} 分配 {bytes}",
  "GC pause p99": "GC 暂停 p99",
  "Longest GC pause": "最长 GC 暂停",
  "Collections in 1,000 requests": "每 1,000 个请求的垃圾回收次数",
  "CPU time of the collector": "垃圾回收的 CPU 占比",
  "GC assists": "GC 辅助标记",
  "Highest live heap under load": "负载下的最高存活堆",
  "Nothing to ask: `prometheus-url` and `prometheus-queries` say what.": "没有可查询的内容：请设置 `prometheus-url` 和 `prometheus-queries`。",
  "No figure: {why}.": "没有数值：{why}。",
  "nothing was answered": "没有得到响应",
  "From {n} to {n2}: {n3} for 1,000 requests. There is nothing to compare with yet.": "从 {n} 到 {n2}：每 1,000 个请求 {n3}。尚无可对比的数据。",
  "From {n} to {n2}: {n3} for 1,000 requests, {than}; at most +{percent} is allowed.": "从 {n} 到 {n2}：每 1,000 个请求 {n3}，{than}；最多允许 +{percent}。",
  "none for the baseline": "基线中没有",
  "{percent} against the baseline": "与基线相比 {percent}",
  "Changed more than allowed: {list}.": "变化超出允许范围：{list}。",
  "No figure for {list}.": "没有 {list} 的数值。",
  "{n} figure read before and after a load.": "在负载前后读取了 {n} 项数值。",
  "{n} figures read before and after a load.": "在负载前后读取了 {n} 项数值。",
  "{any}, for 1,000 requests": "{any}，每 1,000 个请求"
});

// src/words/zh-CN/unit-tests.ts
var unitTests = catalogue({
  "Unit tests": "单元测试",
  "Goroutines left by unit tests": "单元测试遗留的 goroutine",
  "There is no test to run.": "没有可运行的测试。",
  "Unit tests leave {n} goroutine behind, from {places}.": "单元测试遗留 {n} 个 goroutine，共 {places}。",
  "Unit tests leave {n} goroutines behind, from {places}.": "单元测试遗留 {n} 个 goroutine，共 {places}。",
  "{n} test failed.": "{n} 个测试失败。",
  "{n} tests failed.": "{n} 个测试失败。",
  "{tests} in {packages} leave no goroutine behind.": "{packages}中的{tests}没有遗留 goroutine。",
  "{tests} in {packages} leave no unknown goroutine behind.": "{packages}中的{tests}没有遗留未知的 goroutine。",
  "{n} test": " {n} 个测试",
  "{n} tests": " {n} 个测试",
  "{n} package": " {n} 个包",
  "{n} packages": " {n} 个包",
  "{n} goroutine started here was still there when the tests of {packages} had ended.": "{packages}的测试结束后，在此启动的 {n} 个 goroutine 仍然存在。",
  "{n} goroutines started here were still there when the tests of {packages} had ended.": "{packages}的测试结束后，在此启动的 {n} 个 goroutine 仍然存在。",
  "Proven: the garbage collector finds nothing that could wake it.": "已证实：垃圾回收器找不到任何能唤醒它的对象。",
  "It didn’t end in the time that was given; what takes longer would look the same.": "它没有在给定时间内结束；耗时更长的任务看起来也是如此。",
  "They didn’t end in the time that was given; what takes longer would look the same.": "它们没有在给定时间内结束；耗时更长的任务看起来也是如此。",
  "Not gating: GOLEAK_FAIL_ON_LEAK is 0.": "不作为门禁：GOLEAK_FAIL_ON_LEAK 为 0。",
  "left by": "遗留者",
  "{n} more tests": "另外 {n} 个测试",
  "a test that nothing tells in {package}": "{package} 中无法确定的某个测试",
  "run alone": "单独运行",
  "leaks too": "同样泄漏",
  "each leaks too": "各自同样泄漏",
  "{tests} left nothing: it takes the other tests too": "{tests} 没有遗留：需要与其他测试一起运行才会泄漏",
  "Tests of {package}": "{package} 的测试",
  "It failed without a word.": "失败且没有任何输出。"
});

// src/words/zh-CN/sentences.ts
var sentences = {
  ...speed,
  ...leaks,
  ...cures,
  ...run,
  ...resilience,
  ...unitTests,
  ...stageSentences,
  ...coverageSentences
};

// src/words/translate.ts
function translateTo(lang) {
  return lang === "en" ? (english) => english : (english) => english.length > longest ? english : reading(english);
}
var longest = 2e3;
var kinds = {
  n: /[±+−]?\d+(?:,\d{3})*(?:\.\d+)?/y,
  percent: /[±+−]?\d+(?:,\d{3})*(?:\.\d+)? %/y,
  bytes: /[±+−]?\d+(?:,\d{3})*(?:\.\d+)? (?:B|KiB|MiB|GiB)/y,
  sha: /[0-9a-f]{7,64}/y
};
var separators = {
  list: /, | and /,
  bases: /, nor for /,
  causes: /, (?=\d)/,
  gates: /, (?!(?:baseline|peak|fault|recovery)\b)| and /
};
var whole = new Map(Object.entries({ ...labels, ...sentences }));
var patterns = Object.entries(sentences).map(([english, translation]) => ({ translation, parts: pieces(english) })).map(({ translation, parts }) => ({
  translation,
  literals: parts.filter((_, at) => at % 2 === 0),
  holes: parts.filter((_, at) => at % 2 === 1)
})).toSorted((a, b) => b.literals.join("").length - a.literals.join("").length);
var reading = (english) => read(english) ?? english;
function read(english) {
  const known = whole.get(english);
  if (known !== void 0) return known;
  for (const pattern of patterns) {
    const found = match(pattern, english);
    if (found === null) continue;
    const values = Object.fromEntries(
      Object.entries(found.values).map(([name, value]) => [name, valueOf(name, value)])
    );
    const said = fill(pattern.translation, values);
    return found.rest === "" ? said : followed(said, found.rest);
  }
  return null;
}
function followed(said, rest) {
  const more = read(rest);
  return more === null ? `${said} ${rest}` : `${said}${more}`;
}
var kindOf = (name) => name.replace(/\d+$/, "");
function valueOf(name, value) {
  const kind = kindOf(name);
  const separator = separators[kind];
  if (separator !== void 0) return value.split(separator).map(listed).join("、");
  return kind in kinds || kind === "any" ? value : reading(value);
}
function listed(item) {
  const [, what = item, figure = ""] = /^(.+?)( [±+−]?\d[\d.,]* %)?$/.exec(item) ?? [];
  return `${reading(what)}${figure}`;
}
function match({ literals, holes }, text) {
  const values = {};
  if (!text.startsWith(literals[0])) return null;
  let at = literals[0].length;
  for (const [index, name] of holes.entries()) {
    const last = index === holes.length - 1;
    const end = endOfValue(text, at, { name, before: literals[index + 1], last });
    if (end === null) return null;
    values[name] = text.slice(at, end);
    at = end + literals[index + 1].length;
  }
  return isEnd(text, at) ? { values, rest: text.slice(at + 1) } : null;
}
var isEnd = (text, at) => at === text.length || text[at] === " " && text[at - 1] === ".";
function endOfValue(text, from, { name, before, last }) {
  const kind = kinds[kindOf(name)];
  if (kind !== void 0) {
    kind.lastIndex = from;
    const value = kind.exec(text)?.[0];
    return value !== void 0 && text.startsWith(before, from + value.length) ? from + value.length : null;
  }
  if (kindOf(name) === "chain") {
    const end2 = text.lastIndexOf(before);
    return end2 > from ? end2 : null;
  }
  if (last && before === "") return withinSentence(name, text.slice(from)) ? text.length : null;
  let end = text.indexOf(before, from + 1);
  if (last) while (end !== -1 && !isEnd(text, end + before.length)) end = text.indexOf(before, end + 1);
  return end !== -1 && withinSentence(name, text.slice(from, end)) ? end : null;
}
var withinSentence = (name, value) => value !== "" && (/^(?:any|said)$/.test(kindOf(name)) || !value.includes(". "));

// src/reporters/told.ts
function told3(report) {
  const { lang = "en", baseline, error } = report;
  const into = translateTo(lang);
  return {
    ...report,
    say: sayIn(lang),
    summary: into(report.summary),
    checks: report.checks.map((check) => checkIn(check, into)),
    baseline: { ...baseline, reason: into(baseline.reason), mismatches: baseline.mismatches.map(into) },
    error: error && { ...error, message: into(error.message), hint: error.hint && into(error.hint) },
    phases: report.phases.map((phase) => ({ ...phase, name: into(phase.name) })),
    notes: report.notes.map(into)
  };
}
function toldAggregate(aggregate) {
  const [lang = "en", ...others] = new Set(aggregate.results.map((report) => report.lang ?? "en"));
  const spoken = others.length === 0 ? lang : "en";
  const into = translateTo(spoken);
  return {
    ...aggregate,
    say: sayIn(spoken),
    summary: into(aggregate.summary),
    missing: aggregate.missing.map(({ name, reason }) => ({ name, reason: into(reason) })),
    notes: aggregate.notes.map(into)
  };
}
function toldTrend(trend2, lang) {
  const into = translateTo(lang);
  return {
    ...trend2,
    lang,
    say: sayIn(lang),
    metrics: trend2.metrics.map((metric) => ({ ...metric, title: into(metric.title) })),
    points: trend2.points.map((point) => ({
      ...point,
      summary: into(point.summary),
      differing: point.differing.map(into)
    }))
  };
}
var checkIn = (check, into) => ({
  ...check,
  title: into(check.title),
  summary: into(check.summary),
  findings: check.findings.map((finding) => findingIn(finding, into)),
  metrics: check.metrics.map((metric) => ({ ...metric, title: into(metric.title) })),
  ...check.stages && {
    stages: { ...check.stages, rows: check.stages.rows.map((row) => ({ ...row, name: into(row.name) })) }
  }
});
function findingIn({ facts, flows, ...finding }, into) {
  return {
    ...finding,
    metric: into(finding.metric),
    reason: into(finding.reason),
    ...facts && {
      facts: facts.map((fact) => ({
        ...fact,
        label: into(fact.label),
        text: fact.label === "said" ? fact.text : into(fact.text)
      }))
    },
    ...flows && { flows: flows.map((flow) => ({ ...flow, title: into(flow.title) })) }
  };
}

// src/reporters/terminal.ts
function renderTerminal(given, look) {
  const report = told3(given);
  const paint = painter(look.color);
  const story2 = storyOf(report);
  const blocks = [
    headLine(report, paint),
    stopLines(report, paint),
    tableLines(report, story2, paint),
    ...report.checks.flatMap((check) => [
      cellLines(protocolHead(report.say), protocolCells(check), paint),
      cellLines(stageHead(report.say), stageCells(check), paint),
      cellLines(resilienceHead(report.say), resilienceCells(check, report.say), paint),
      cellLines(coverageHead(report.say), coverageCells(check, report.say), paint),
      unreachedLines(check, report.say, paint),
      startedLines(check, report.say, paint)
    ]),
    ...story2.sites.slice(0, 20).map((finding) => siteLines(finding, report.say, paint)),
    remarkLines(report, story2, paint),
    [verdictLine(report, story2, paint)]
  ];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function headLine({ leakgate, key, baseline, commit }, paint) {
  const here = [plain(commit.branch, 60), shortSha(commit.sha)].filter(Boolean).join(" ");
  const from = baseline.found ? `${plain(baseline.branch, 60)} ${shortSha(baseline.sha ?? "")} → ` : "";
  return [
    `${paint("bold", `leakgate ${plain(leakgate, 40)}`)}   ${plain(key, 60)}   ${paint("dim", `${from}${here}`)}`.trimEnd()
  ];
}
function stopLines({ error }, paint) {
  if (error === null) return [];
  const places = error.locations.slice(0, 20).map(({ file, line, message }) => `  ${plain(file)}:${line}: ${plain(message)}`);
  const output = (error.output ?? "").split(/\r\n|[\r\n]/).filter((line) => line.trim() !== "");
  return [
    paint("red", plain(error.message, 600)),
    ...error.hint === null ? [] : [`  ${plain(error.hint, 600)}`],
    ...places,
    ...output.slice(-50).map((line) => paint("dim", `  │ ${outputLine(line)}`))
  ];
}
function cellLines(head, cells4, paint) {
  if (cells4 === null) return [];
  const rows = [head, ...cells4.map(([name = "", ...figures]) => [plain(name, 60), ...figures])];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column]))));
  const lines = rows.map(
    (row) => row.map((cell, at) => at === 0 ? padEnd(cell, widths[0]) : padStart(cell, widths[at])).join("  ")
  );
  return lines.map((line, at) => `    ${at === 0 ? paint("dim", line) : line}`);
}
var mostUnreached = 10;
function unreachedLines({ coverage }, say, paint) {
  const { unreached = [] } = coverage ?? {};
  if (unreached.length === 0) return [];
  const shown = unreached.slice(0, mostUnreached).flatMap((site) => [
    `    ${plain(site.frame.file)}:${site.frame.line}  ${paint("dim", plain(site.source, 100))}`,
    ...waysTo(site, say).map((way) => `      ${plain(way, 160)}`)
  ]);
  const more = unreached.length - mostUnreached;
  return [
    `  ${say("What no request reached")}`,
    ...shown,
    ...more > 0 ? [`    ${say("… and {n} more.", { n: formatCount(more) })}`] : []
  ];
}
var mostStarted = 10;
var placed = ({ frame }) => `${frame.file}:${frame.line}`;
function startedLines(check, say, paint) {
  const { started = [] } = check.coverage ?? {};
  if (started.length === 0) return [];
  const rows = lifecycles(check)?.map(({ site, cells: cells4 }) => [placed(site), ...cells4]) ?? null;
  return [
    `  ${say("Goroutines that the load started")}`,
    ...cellLines(["", ...lifecycleHead(say)], rows?.slice(0, mostStarted) ?? null, paint),
    ...started.slice(0, mostStarted).map((one) => `    ${plain(placed(one))}  ${paint("dim", plain(lifeOf(one, say), 300))}`)
  ];
}
function siteLines(finding, say, paint) {
  const { site, facts = [], reason } = finding;
  if (site === void 0) return [];
  const { sign, color } = signOf(finding);
  const place = `${plain(site.file)}${site.line > 0 ? `:${site.line}` : ""}`;
  const labelWidth = Math.max(0, ...facts.map(({ label }) => columnsOf(plain(label, 24))));
  return [
    `  ${paint(color, sign)} ${paint("bold", place)}  ${shortFunction(site.function)}  ${paint(color, [growthOf(finding, say), plain(finding.metric, 80)].filter(Boolean).join(" · "))}`,
    ...site.source === void 0 ? [] : [`      ${plain(site.source, 160)}`],
    paint("dim", `      ${plain(reason, 500)}`),
    ...facts.map(
      (fact) => `      ${paint("dim", padEnd(plain(fact.label, 24), labelWidth))}  ${chained(factText(fact), paint)}`
    )
  ];
}
function chained(text, paint) {
  const [root, ...steps] = text.split(" → ");
  return steps.length === 0 ? text : [paint("bold", root), ...steps].join(paint("dim", " → "));
}
function factText({ text, frame, page }) {
  if (page !== void 0) return plain(`${text}  (leakgate explain ${page})`);
  const place = frame === void 0 ? "" : `${frame.file}:${frame.line}`;
  return plain(place === "" || text.includes(place) ? text : `${text}  ${place}`);
}
function remarkLines(report, { deviations, passing }, paint) {
  const { say } = report;
  const reasons = deviations.map(
    ({ metric, reason }) => `  ${say("{what}: {why}", { what: plain(metric, 80), why: plain(reason, 500) })}`
  );
  const stored = [...deviations, ...passing].some(isFromAnotherTime) ? [`  † ${anotherTimeNote(report)}`] : [];
  const baseline = report.baseline.found || report.error !== null ? [] : [`  ${plain(report.baseline.reason)}`];
  const quiet = report.checks.filter(({ findings, outcome, timeline }) => findings.length === 0 && outcome === "pass" && timeline !== void 0).map(({ title, summary }) => `  ${say("{what}: {why}", { what: plain(title, 80), why: plain(summary, 300) })}`);
  const lines = [
    ...costSentences(report).map((sentence) => `  ${plain(sentence, 300)}`),
    ...report.checks.flatMap(({ load: load2 }) => load2 === void 0 ? [] : [`  ${plain(loadText(load2, report.say), 400)}`]),
    ...quiet,
    ...reasons.slice(0, 20),
    ...stored,
    ...baseline,
    ...report.notes.slice(0, 20).map((note) => `  ${plain(note)}`)
  ];
  return lines.map((line) => paint("dim", line));
}
var verdictWords = {
  pass: "PASS",
  fail: "FAIL",
  inconclusive: "UNDECIDED",
  skipped: "SKIPPED"
};
var verdictColors = { pass: "green", fail: "red", inconclusive: "yellow", skipped: "dim" };
function verdictLine(report, story2, paint) {
  const { say } = report;
  const gates = gatesExceeded(report);
  const took = report.phases.length === 0 ? [] : [formatDuration(tookMs(report))];
  const parts = [
    story2.heading,
    ...gates === "" ? [] : [gates],
    ...took,
    say("exit {code}", { code: report.exitCode })
  ];
  return `${paint(verdictColors[report.verdict], paint("bold", say(verdictWords[report.verdict])))}  ${parts.join(" · ")}`;
}

export {
  sourceReader,
  outcomeIcons,
  outcomeWords,
  isLine,
  stackTitle,
  leakOf,
  isJudged,
  iconOf,
  storyOf,
  shortFunction,
  shortSha,
  gatesExceeded,
  anotherTimeNote,
  tookMs,
  figuresOf,
  haveIntervals,
  isFromAnotherTime,
  growthOf,
  costSentences,
  coverageHead,
  coverageCells,
  waysTo,
  lifeOf,
  coverageNote,
  lifecycleHead,
  lifecycles,
  lifecycleNote,
  protocolHead,
  protocolCells,
  protocolNote,
  stageHead,
  stageNotes,
  stageCells,
  loadText,
  sayIn,
  told3 as told,
  toldAggregate,
  toldTrend,
  resilienceHead,
  resilienceCells,
  breakerText,
  renderTerminal,
  siteLines
};
