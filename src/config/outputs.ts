/** Outputs of the action, in the order of the README. */
export const outputDescriptions = {
  verdict: '`pass`, `fail`, `inconclusive` or `skipped`',
  'failed-checks': 'names of the failed checks, separated by commas',
  summary: 'one sentence: what failed, or that nothing did',
  'result-path': 'path of `result.json`',
  'report-path': 'path of `report.html`; empty when it could not be written',
  'sarif-path': 'path of `report.sarif`, for code scanning; empty when it could not be written',
  'comment-url': 'the pull-request comment, when there is one',
  'baseline-sha': 'commit of the baseline that this run was compared with',
  'baseline-found': '`true` or `false`',
  qps: 'requests answered per second',
  'p99-ms': '99th percentile of the latency in milliseconds',
  'leaked-bytes-per-request': 'heap that each request leaves behind, over all leaking lines',
  'leaked-goroutines': 'goroutines that 1,000 requests leave behind',
} as const;

export type OutputName = keyof typeof outputDescriptions;
