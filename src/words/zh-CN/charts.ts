import { catalogue } from '../catalogue.ts';

/** The page: its charts, what they show, and its script. */
export const charts = catalogue({
  'Skip to the findings': '跳到结果',
  Light: '浅色',
  Dark: '深色',
  'Open all': '全部展开',
  'Close all': '全部收起',
  Metrics: '指标',
  'Metrics against the baseline': '各指标与基线的对比',
  'There is nothing to compare with yet. Gates that need no baseline were judged all the same.':
    '尚无可对比的数据；不依赖基线的门限仍已判定。',
  'Dot: change. Whisker: 95 % interval. A gate is exceeded only when the whole interval is past it.':
    '圆点：变化量。横线：95 % 置信区间。只有整个区间都越过门限才算超限。',
  'Dot: change against the baseline.': '圆点：相对基线的变化量。',
  ' Shaded: past the gate; where the gate isn’t a share, it’s drawn in the middle of its side.':
    '阴影：超出门限的范围；若门限不是百分比，则画在该侧的中间。',
  '{value}, gate {gate}': '{value}，门限 {gate}',
  '{value}, 95 % interval {interval}, gate {gate}': '{value}，95 % 置信区间 {interval}，门限 {gate}',
  'Each line with the calls that lead to it.': '每一处代码行及到达它的调用。',
  ' Bars compare what the lines leave behind, by kind.': '条形按类别比较各处遗留的量。',
  'What keeps it alive': '是什么使其存活',
  'Area: growth that a global, a goroutine or a finalizer keeps reachable, and inside it what the next object on the way keeps. Cut the chain anywhere, and what is below it is freed.':
    '面积：由全局变量、goroutine 或 finalizer 保持可达的增长，其内是引用链上下一个对象所保持的部分。在任意一处切断引用链，其下的内存即可释放。',
  'Area: growth that a global, a goroutine or a finalizer keeps reachable. Cut the chain anywhere, and what is below it is freed.':
    '面积：由全局变量、goroutine 或 finalizer 保持可达的增长。在任意一处切断引用链，其下的内存即可释放。',
  'Both looks were checked: the roots reach {reached} and then {reachedThen}, the runtime counts {counted} and {countedThen}.':
    '两次观测均已核对：从根可达的内存先后为 {reached} 和 {reachedThen}，runtime 统计的为 {counted} 和 {countedThen}。',
  'It grew by {bytes}, to the byte what the roots reach more.': '增长了 {bytes}，与根可达内存的增量逐字节一致。',
  'It grew by {bytes}, {apart} more than what the roots reach.': '增长了 {bytes}，比根可达内存的增量多 {apart}。',
  'It grew by {bytes}, {apart} less than what the roots reach.': '增长了 {bytes}，比根可达内存的增量少 {apart}。',
  'Allocated at': '分配位置',
  '{bytes}, {history}': '{bytes}，{history}',
  '{n}, {time}': '{n} 次，{time}',
  'keeps {bytes} ({part} %)': '保持 {bytes}（{part} %）',
  ', {bytes} each': '，每个 {bytes}',
  '{total} kept alive': '保持存活 {total}',
  '{total} live': '存活 {total}',
  '{what}, as areas': '{what}（面积图）',
  'The heap from its roots down': '从根出发查看堆',
  'Area: what each root keeps alive now, and inside it what the next steps keep.':
    '面积：每个根目前保持存活的内存，其内是后续各级所保持的部分。',
  'Area: what each line holds now, and inside it the calls that led there.':
    '面积：每一处代码行目前持有的内存，其内是到达它的调用。',
  ' Colour: growth since the warm-up.': '颜色：自预热以来的增长。',
  ' Colour: growth since the first snapshot.': '颜色：自第一个快照以来的增长。',
  ' Cut the way anywhere, and what is below it is freed.': '在任意一处切断引用，其下的内存即可释放。',
  '{bytes}, as before': '{bytes}，未变',
  'of {bytes}': '共 {bytes}',
  freed: '释放',
  grew: '增长',
  'Where it is allocated': '内存分配位置',
  'Width of the frames': '帧宽度的含义',
  'Live heap': '存活堆',
  'Growth only': '仅增长',
  'Whole heap': '整个堆',
  'Find function': '查找函数',
  'Find function in the graph': '在火焰图中查找函数',
  'Width: live bytes after the last round. Colour: how much of it grew with the requests, strongest where the bytes are allocated. Click or Enter zooms, Esc goes back.':
    '宽度：最后一轮之后的存活字节数。颜色：其中随请求增长的比例，在直接分配处最深。点击或按 Enter 放大，按 Esc 返回。',
  'Width: bytes that each request leaves behind, by the calls that lead to the leaking lines. Click or Enter zooms, Esc goes back.':
    '宽度：每个请求遗留的字节数，按到达泄漏处的调用划分。点击或按 Enter 放大，按 Esc 返回。',
  '{bytes} stay with each request': '每个请求遗留 {bytes}',
  '{live} of live heap, {growth} since the warm-up': '存活堆 {live}，自预热以来 {growth}',
  '{live} live, {growth} since the warm-up': '存活 {live}，自预热以来 {growth}',
  '{n} frame matches': '{n} 个匹配的帧',
  '{n} frames match': '{n} 个匹配的帧',
  'How often each latency came': '延迟分布',
  'By percentile': '按百分位',
  baseline: '基线',
  '. Axes of latency are logarithmic.': '。延迟坐标轴为对数刻度。',
  ' Both were under the same load at the same time.': '两者在同一时间承受相同的负载。',
  ' The baseline was measured at another time: the machine may have been faster or slower.':
    '基线测于另一时间，当时的机器可能更快或更慢。',
  ', baseline {value}': '，基线 {value}',
  'Latencies from {from} to {to}, most of them near {peak}': '延迟从 {from} 到 {to}，多数在 {peak} 附近',
  '; baseline from {from} to {to}, near {peak}': '；基线从 {from} 到 {to}，多数在 {peak} 附近',
  'Route by route': '各路由',
  '{check}: median to 99th percentile as a bar, the slowest answer as a dot, from {from} to {to} on a logarithmic axis.':
    '{check}：条形为中位数到 99 百分位，圆点为最慢的响应；对数坐标轴，从 {from} 到 {to}。',
  'Heap, collections and latency over time': '堆、垃圾回收与延迟随时间的变化',
  'Line: live heap. Dashed: size at which the next collection begins. Stems: each collection’s stop of the world. Below: latency of the requests that ended in the same moment. {n} collections in {time}.':
    '实线：存活堆。虚线：触发下一次回收的堆大小。竖线：每次回收的 STW 暂停。下方：同一时刻结束的请求的延迟。{time} 内共 {n} 次回收。',
  heap: '堆',
  pauses: '暂停',
  'latency p50, p99': '延迟 p50、p99',
  'Live heap up to {bytes}; {n} collections, the longest pause {pause}':
    '存活堆最高 {bytes}；{n} 次回收，最长暂停 {pause}',
  'Longest pauses, and what allocated around them': '最长的暂停，及其前后的内存分配',
  At: '时刻',
  ' A runtime trace covers {from} to {to}: shaded where the collector marked ({marks}), above it where the world stood still ({stops}), below it where requests had to help ({assists}).':
    'runtime trace 覆盖 {from} 到 {to}：阴影处为 GC 标记（{marks}），其上为 STW（{stops}），其下为请求的辅助标记（{assists}）。',
});
