import { catalogue } from '../catalogue.ts';

/** What the load proved of the lines that can leak: what the renderings say. */
export const coverageTable = catalogue({
  'Leak coverage': '泄漏覆盖率',
  'What can leak': '可能泄漏之处',
  Lines: '行数',
  Run: '已运行',
  'go statements': 'go 语句',
  contexts: 'context',
  timers: '定时器',
  'channel operations': 'channel 操作',
  'HTTP responses': 'HTTP 响应',
  'uses of pools': '对象池使用',
  'collections that grow': '长期存在的 map 与切片',
  '{n} in {state}': '{n} 个处于 {state}',
  'the longest for {n} min': '最长已 {n} 分钟',
  'nothing is left to wake {n} of them': '其中 {n} 个已无任何途径唤醒',
  '{started} started, {ended} ended': '启动 {started} 个，结束 {ended} 个',
  '{route} leads here': '{route} 可到达此处',
  '{route} may lead here': '{route} 可能到达此处',
  '{route} leads here, and no request ran it': '{route} 可到达此处，但没有请求运行过它',
  '{route} may lead here, and no request ran it': '{route} 可能到达此处，但没有请求运行过它',
  '{route} leads here, by a branch that no request took': '{route} 可经由没有请求走过的分支到达此处',
  '{route} may lead here, by a branch that no request took': '{route} 可能经由没有请求走过的分支到达此处',
  'What no request reached': '没有请求到达之处',
  'Goroutines that the load started': '负载启动的 goroutine',
  'Lines of the service’s own code that can leak, and whether the load ran them. What it doesn’t run, no check can see.':
    '服务自身代码中可能泄漏的行，以及负载是否运行过它们。负载未运行之处，任何检查都看不到。',
});

/** The same, as results say it. */
export const coverageSentences = catalogue({
  'No line of the service’s own code can leak.': '服务自身代码中没有可能泄漏的行。',
  '{n} requests ran {n2} lines of {n3} that can leak ({percent}).':
    '{n} 个请求运行了 {n3} 行可能泄漏代码中的 {n2} 行（{percent}）。',
  '{n} requests ran {n2} line of {n3} that can leak ({percent}).':
    '{n} 个请求运行了 {n3} 行可能泄漏代码中的 {n2} 行（{percent}）。',
  'Lines that can leak and were run': '可能泄漏且已运行的行',
  'Lines that can leak and weren’t run': '可能泄漏但未运行的行',
  'New lines that can leak and weren’t run': '新增的可能泄漏但未运行的行',
  'The load has to run {percent} of them. What it doesn’t run, no check can see.':
    '负载须运行其中的 {percent}。负载未运行之处，任何检查都看不到。',
  'What the load doesn’t run, no check can see.': '负载未运行之处，任何检查都看不到。',
  'This change adds {list}: the load ran all of it.': '本次改动新增 {list}：负载已全部运行。',
  'This change adds {list}; {n} was never run under load.': '本次改动新增 {list}；其中 {n} 处在负载下从未运行。',
  'This change adds {list}; {n} were never run under load.': '本次改动新增 {list}；其中 {n} 处在负载下从未运行。',
  '{n} `go` statement': '{n} 条 `go` 语句',
  '{n} `go` statements': '{n} 条 `go` 语句',
  '{n} context': '{n} 个 context',
  '{n} contexts': '{n} 个 context',
  '{n} timer': '{n} 个定时器',
  '{n} timers': '{n} 个定时器',
  '{n} channel operation': '{n} 处 channel 操作',
  '{n} channel operations': '{n} 处 channel 操作',
  '{n} HTTP response': '{n} 个 HTTP 响应',
  '{n} HTTP responses': '{n} 个 HTTP 响应',
  '{n} pool use': '{n} 处对象池使用',
  '{n} pool uses': '{n} 处对象池使用',
  '{n} growing collection': '{n} 个长期存在的 map 或切片',
  '{n} growing collections': '{n} 个长期存在的 map 或切片',
  'routes to it': '可到达的路由',
  'never run': '从未运行',
});
