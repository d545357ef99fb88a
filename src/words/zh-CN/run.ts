import { catalogue } from '../catalogue.ts';

/** What is said of a run as a whole: its baseline, what people accepted, what a reader should know. */
export const run = catalogue({
  Service: '服务',
  'The deployed service takes no samples of its heap (runtime.MemProfileRate is 0): heap leaks can’t be seen.':
    '已部署的服务不对堆采样（runtime.MemProfileRate 为 0）：无法发现堆泄漏。',
  'The deployed service samples its heap every {n} bytes: heap leaks below about {n2} bytes a request don’t show in {n3} requests, nor larger ones at lines that hold much already. A higher leak-requests or a lower runtime.MemProfileRate shows more.':
    '已部署的服务每 {n} 字节采样一次堆：在 {n3} 个请求中，每请求约 {n2} 字节以下的堆泄漏看不出来；已占用大量内存的代码行，更大的泄漏也可能看不出来。提高 leak-requests 或降低 runtime.MemProfileRate 可以看到更多。',
  'The deployed service serves no goroutineleak profile, so goroutines are counted, and none is proved to be leaked.':
    '已部署的服务不提供 goroutineleak profile，因此只统计 goroutine 数量，无法证明其泄漏。',
  'Open files and threads of a deployed service aren’t seen, nor who keeps its memory alive.':
    '看不到已部署服务打开的文件和线程，也看不到是谁让内存存活。',
  'the service is deployed, and wasn’t built with the probe': '该服务是已部署的，构建时没有加入探针',
  'the service is deployed, and not beside its base': '该服务是已部署的，旁边没有基线版本',
  'the service is deployed, and others may have used it meanwhile': '该服务是已部署的，期间可能有其他人使用',
  'Look around': '检查环境',
  'Read the baseline': '读取基线',
  Build: '构建',
  'Nothing was checked.': '未执行任何检查。',
  'The run was interrupted.': '运行被中断。',
  'The run ended before a baseline was looked for.': '运行在查找基线之前就结束了。',
  'Its gate is off.': '该项门限已关闭。',
  'Better by more than its limit, and its gate holds both ways.': '改善幅度超过门限，而该项门限双向有效。',
  'Not gating: fail-on is {any}.': '不计入门禁：fail-on 为 {any}。',
  'Not gating: {said}': '不计入门禁：{said}',
  'Changed beyond the limit: {list}.': '变化超限：{list}。',
  'Accepted until {until}: {any} ({owner}).': '接受至 {until}：{any}（{owner}）。',
  'It was accepted until {until} only: {any} ({owner}).': '仅接受至 {until}：{any}（{owner}）。',
  'Accepted for now: {said}': '暂时接受：{said}',
  'No longer accepted: {list}.': '不再接受：{list}。',
  'Accepted by {who} ({how}): {any}.': '由 {who} 接受（{how}）：{any}。',
  'Accepted by {who} ({how}) until {until}: {any}.': '由 {who} 接受（{how}），至 {until}：{any}。',
  'somebody who may label': '有权设置标签的人',
  'commit {sha}': '提交 {sha}',
  'label leakgate:accept of #{n}': '#{n} 的标签 leakgate:accept',
  'write `Leakgate-Accept: <check> because <reason>`': '请写成 `Leakgate-Accept: <check> because <reason>`',
  'there is no check {any}; allowed: all, {any2}': '没有名为 {any} 的检查；可用：all, {any2}',
  '{until} is no day': '{until} 不是日期',
  'it ended on {until}': '已于 {until} 到期',
  'Accepted by {who}: {said}': '由 {who} 接受：{said}',
  'Identical binary. {said}': '二进制文件完全相同。{said}',
  '`gates` names {any}, which no figure of this run has.': '`gates` 中的 {any} 在本次运行中没有对应的指标。',
  '`allow` has an entry for {any} that nothing needs in this run: it can be removed once the leak is mended.':
    '`allow` 中的 {any} 在本次运行中没有用到：泄漏修复后即可删除该条目。',
  'The line Leakgate-Accept of {how} accepts nothing: {why}.': '{how} 中的 Leakgate-Accept 行未接受任何内容：{why}。',
  'Leakgate-Accept in commits of a fork accepts nothing; the label leakgate:accept does.':
    'fork 的提交中的 Leakgate-Accept 不起作用；标签 leakgate:accept 才有效。',
  'What {any} ended on {until}: the figures from before it count again.':
    '{any} 的接受已于 {until} 到期：重新以此前的数值为准。',
  'The binary is identical to that of the baseline’s commit {sha}, and no other file changed that the service could read. So nothing was measured: these are the baseline’s figures.':
    '二进制文件与基线的提交 {sha} 完全相同，服务可能读取的其他文件也没有变化，因此没有重新测量：以下是基线的数值。',
  '{check}: the stored baseline’s figures can’t be read; another version of Leakgate wrote them. They were left out. The next run that stores replaces them.':
    '{check}：已存基线的数值由另一版本的 Leakgate 写入，无法读取，已略去。下次存储基线时将被替换。',
  'The baseline wasn’t stored: the earlier ones couldn’t be read before.': '基线未存储：此前的基线未能读取。',
  'The baseline wasn’t stored: {list} measured nothing.': '基线未存储：{list} 没有测得数据。',
  'The baseline wasn’t stored: {any}': '基线未存储：{any}',
  'Old baselines weren’t removed: {any}': '旧基线未能删除：{any}',
  'The new baseline knows {leaks} that didn’t gate since fail-on is {failOn}: {any}. Later runs count them as known, whatever fail-on is then.':
    '新基线记录了{leaks}，因 fail-on 为 {failOn} 而未计入门禁：{any}。此后的运行都将其视为已知，无论届时 fail-on 如何设置。',
  'a leak': '一处泄漏',
  '{n} leaks': '{n} 处泄漏',
  'The figures come from the pull request’s own run, which its author can change: look at the run before trusting a green one.':
    '这些数据来自该合并请求自身的运行，其作者可以改动：在相信通过的结论之前，请先查看该次运行。',
  'Compared with {base}, at {at}: the nearest commit with a baseline that this run builds on.':
    '对比对象：{base}，位于 {at}，即本次运行所基于的提交中最近一个有基线的提交。',
  'Compared with {base}, at {at}: the nearest commit with a baseline that this run builds on; there is no baseline yet for {bases}.':
    '对比对象：{base}，位于 {at}，即本次运行所基于的提交中最近一个有基线的提交；还没有基线：{bases}。',
  'Compared with {base}, at {at}: the nearest commit with a baseline that this run builds on ({n} newer one isn’t part of it).':
    '对比对象：{base}，位于 {at}，即本次运行所基于的提交中最近一个有基线的提交（另有 {n} 个更新的基线不在其历史中）。',
  'Compared with {base}, at {at}: the nearest commit with a baseline that this run builds on ({n} newer ones aren’t part of it).':
    '对比对象：{base}，位于 {at}，即本次运行所基于的提交中最近一个有基线的提交（另有 {n} 个更新的基线不在其历史中）。',
  'Compared with the newest baseline of {base}, at {at}; {why}.': '对比对象：{base} 的最新基线，位于 {at}；{why}。',
  'none is of a commit that this run builds on': '没有基线属于本次运行所基于的提交',
  'the history isn’t known far enough: {any}': '已知的历史不够长：{any}',
  'Compared with the baseline in {file}.': '对比对象：{file} 中的基线。',
  'Compared with the run of {branch} at {time} UTC.': '对比对象：{branch} 于 {time} UTC 的运行。',
  'Compared with nothing. {any}': '没有对比对象。{any}',
  'No baseline yet in {file}.': '{file} 中还没有基线。',
  'No baseline yet for {bases}.': '还没有基线：{bases}。',
  'No baseline: the branch to compare with is unknown. Name it with the input `baseline-branch`.':
    '没有基线：不清楚要与哪个分支对比。请用输入项 `baseline-branch` 指定。',
  '{branch}, as the input `baseline-branch` says': '{branch}（由输入项 `baseline-branch` 指定）',
  '{branch}, the default branch': '默认分支 {branch}',
  '{branch}, the base of this pull request': '本合并请求的目标分支 {branch}',
  '{branch}, which this merge group is for': '合并队列的目标分支 {branch}',
  '{branch}, which this run is based on': '本次运行所基于的分支 {branch}',
  '{branch}, the pushed branch': '所推送的分支 {branch}',
  '{branch}, the branch of this run': '本次运行的分支 {branch}',
  '{branch}, a branch with the same history': '历史相同的分支 {branch}',
  'Speed is measured against {sha}, {n} baselines back: since then {metric} seems to have drifted by {percent} in small steps.':
    '速度对比的是 {sha}（{n} 个基线之前）：自那以来{metric}似乎已逐步漂移 {percent}。',
  '{check}: the first of the two has no figures of it.': '{check}：两者中的前一个没有该项数值。',
  '{what}: {then} then, {now} now': '{what}：当时 {then}，现在 {now}',
  '{what}: not the same now as then': '{what}：现在与当时不同',
  'not recorded': '未记录',
  'Go version': 'Go 版本',
  'The service answers {n} requests/s under the probe: the leak checks sent {n2} requests instead of {n3}, and see rare leaks less surely.':
    '带探针的服务每秒处理 {n} 个请求：泄漏检查只发送了 {n2} 个请求（而非 {n3} 个），对罕见泄漏的检出把握较低。',
  '{n} of {n2} requests of the leak rounds failed: what they would have leaked wasn’t seen.':
    '泄漏检查各轮的 {n2} 个请求中有 {n} 个失败：它们可能造成的泄漏未被观测到。',
  'Who keeps the memory alive couldn’t be counted: {any}.': '无法统计内存由谁保持存活：{any}。',
  'Who keeps the memory alive couldn’t be told: {any}.': '无法得知内存由谁保持存活：{any}。',
  'the heap is larger than 1 GiB': '堆大于 1 GiB',
  'this Go version can crash while it dumps its heap': '该 Go 版本在转储堆时可能崩溃',
  'this Go version crashed twice while it dumped its heap': '该 Go 版本在转储堆时崩溃了两次',
  'the heap dump doesn’t add up: {any}': '堆转储的数据不自洽：{any}',
  'Leaks were attributed among the first {n} of {n2} routes.': '泄漏只在 {n2} 个路由中的前 {n} 个之间归因。',
  'The baseline’s counts were made under other conditions than this run’s, so its commit {sha} was measured anew.':
    '基线的计数与本次运行的测量条件不同，因此已重新测量其提交 {sha}。',
  'The load was repeated: one in a hundred requests started {n} ms late or more.':
    '负载已重做：有百分之一的请求晚了 {n} ms 以上才开始。',
  'The runtime’s own lines about collections weren’t seen on stderr: their CPU time and begin are unknown.':
    '在 stderr 上没有看到 runtime 关于垃圾回收的输出：其 CPU 时间和起始时刻未知。',
  'A trace of the runtime lies beside the result: `go tool trace trace.out`.':
    'runtime trace 与结果存放在一起：`go tool trace trace.out`。',
  'Its ranges couldn’t be placed on the axis of this run: that takes two collections in it that were seen from outside too.':
    '其区间无法对齐到本次运行的时间轴：这需要 trace 中有两次从外部也观测到的垃圾回收。',
  'A fault of this Go version killed the service while its heap was dumped. It was started once more.':
    '该 Go 版本的一个缺陷在转储堆时使服务退出，服务已重新启动一次。',
  'No service had to be measured.': '没有需要测量的服务。',
  '{n} service, none failed.': '{n} 个服务，全部未失败。',
  '{n} services, none failed.': '{n} 个服务，全部未失败。',
  '{n} service: {list}.': '{n} 个服务：{list}。',
  '{n} services: {list}.': '{n} 个服务：{list}。',
  '{n} failed': '{n} 个未通过',
  '{n} missing': '{n} 个缺失',
  '{n} undecided': '{n} 个无法判定',
  'There is not a single result.': '没有任何结果。',
  'It was expected and left no result.': '预期应有结果，但没有留下。',
  'The job ended as {conclusion}, and no result tells why.': '作业以 {conclusion} 结束，没有结果说明原因。',
  'Several results are called {any}. Give each its own comment-key: they share a baseline.':
    '有多个结果同名：{any}。请为每个设置各自的 comment-key，否则它们会共用一个基线。',
  'The results are of different commits.': '这些结果来自不同的提交。',
});
