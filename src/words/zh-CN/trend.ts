import { catalogue } from '../catalogue.ts';

/** A branch over time, and the services of a matrix side by side. */
export const trend = catalogue({
  '{key} on {branch}': '{branch} 分支上的 {key}',
  'Skip to the figures': '跳到数据',
  'One stored run, {from} to {to}.': '存有 1 次运行，{from} 至 {to}。',
  '{n} stored runs, {from} to {to}.': '存有 {n} 次运行，{from} 至 {to}。',
  '{n} stored run, {from} to {to}': '存有 {n} 次运行，{from} 至 {to}',
  '{n} stored runs, {from} to {to}': '存有 {n} 次运行，{from} 至 {to}',
  ' Nothing had to be accepted.': '没有需要人工接受的变化。',
  ' In {n} of them somebody accepted a change.': '其中 {n} 次有人接受了变化。',
  Figures: '数据',
  'Run by run, oldest on the left.': '逐次运行，最早的在左。',
  'a change was accepted': '有变化被接受',
  'conditions changed, so that counts before and after can’t be compared': '测量条件改变，前后的计数不可比',
  'Change against the base of each run': '相对各次运行基线版本的变化',
  'Measured side by side. Line: change. Band: 95 % interval.': '并行对比测得。线：变化量。色带：95 % 置信区间。',
  '{metric} from {first} to {last} over {n} runs': '{n} 次运行中{metric}从 {first} 变为 {last}',
  '{metric} against each run’s base; the last {change}, 95 % interval {interval}':
    '{metric}相对各次运行的基线版本；最近一次 {change}，95 % 置信区间 {interval}',
  Runs: '运行记录',
  'Newest first, each judged against the one before it.': '最新的在前，每次都与前一次对比判定。',
  'What happened': '发生了什么',
  'Accepted by {who}: {reason}': '由 {who} 接受：{reason}',
  'accepted by {who}: {reason}': '由 {who} 接受：{reason}',
  '[All reports and logs]({run})': '[全部报告与日志]({run})',
  "{n} service has no room here; the run's pages have all.": '{n} 个服务在此放不下，运行页面上有全部内容。',
  "{n} services have no room here; the run's pages have all.": '{n} 个服务在此放不下，运行页面上有全部内容。',
});
