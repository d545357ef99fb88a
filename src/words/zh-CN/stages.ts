import { catalogue } from '../catalogue.ts';

/** Where the time of a request goes: what the renderings say. */
export const stageTable = catalogue({
  'Where the time goes': '时间去向',
  Stage: '阶段',
  Base: '基线',
  Share: '占比',
  'Mean time a request, as the Server-Timing fields of the answers tell it. Q95: of the requests that had the stage.':
    '每请求平均耗时，取自响应的 Server-Timing 字段。Q95：仅计入含该阶段的请求。',
  'Mean time a request, from the service’s own spans, each without what lies below it. Q95: of the requests that had the stage.':
    '每请求平均耗时，取自服务自身的 span，各自不含其下级。Q95：仅计入含该阶段的请求。',
  'CPU time a request by where it was spent, from a profile: waiting isn’t in it.':
    '每请求 CPU 时间按所在位置划分，取自 profile，不含等待。',
});

/** The same, as results say it. */
export const stageSentences = catalogue({
  'Time of a request: {list}.': '每请求耗时：{list}。',
  'CPU time of a request: {list}.': '每请求 CPU 时间：{list}。',
  'More time a request: {list}.': '每请求耗时增加：{list}。',
  'Time in {stage}': '{stage} 耗时',
  'Time in {stage} {us} ({percent})': '{stage} 耗时 {us}（{percent}）',
  'Time in {stage} {us} (new)': '{stage} 耗时 {us}（新增）',
  Middleware: '中间件',
  Database: '数据库',
  Encoding: '编解码',
  'Logging and telemetry': '日志与遥测',
  'Router and server': '路由与服务器',
  'Garbage collection': '垃圾回收',
  'Scheduler and runtime': '调度器与运行时',
  Kernel: '内核',
  Handlers: '处理函数',
  'Calls of other services': '调用其他服务',
  'Everything else': '其余',
  'the rest of the request': '请求的其余部分',
  'Recorded: {any}.': '仅记录：{any}。',
  '{us} ({percent}), within its limit.': '{us}（{percent}），在门限内。',
  '{us} (new), within its limit.': '{us}（新增），在门限内。',
  '{us} ({percent}), shown only: {any}.': '{us}（{percent}），仅展示：{any}。',
  '{us} (new), shown only: {any}.': '{us}（新增），仅展示：{any}。',
  '{us} ({percent}), side by side with the base. At most {limit} is accepted.':
    '{us}（{percent}），与基线并行测得。最多允许 {limit}。',
  '{us} (new), side by side with the base. At most {limit} is accepted.':
    '{us}（新增），与基线并行测得。最多允许 {limit}。',
  '{us} ({percent}) than the stored run. At most {limit} is accepted.':
    '相比已存的运行 {us}（{percent}）。最多允许 {limit}。',
  '{us} (new) than the stored run. At most {limit} is accepted.': '相比已存的运行 {us}（新增）。最多允许 {limit}。',
  '{us} ({percent}), all of it in the slowest quarter of its requests: what others do may hold them up, so it doesn’t gate.':
    '{us}（{percent}），全部出现在其最慢的四分之一请求中：可能受其他工作拖累，因此不计入门禁。',
  '{n} span got lost: the times of stages are those of the others.': '丢失 {n} 个 span：阶段耗时取自其余的 span。',
  '{n} spans got lost: the times of stages are those of the others.': '丢失 {n} 个 span：阶段耗时取自其余的 span。',
  'takes longer': '耗时增加',
  '{us} in it': '其中 {us}',
  'the base doesn’t tell its stages that way': '基线不以这种方式给出各阶段',
  'the baseline told its stages in another way': '基线以另一种方式给出各阶段',
  'it isn’t stored': '未存储',
});
