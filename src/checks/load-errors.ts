import type { Fact, Finding, Grade, LoadSummary, RouteLoad } from '../model.ts';
import { signedRankTest } from '../stats/wilcoxon.ts';
import { failedRequests, failedShare } from './load-summary.ts';
import type { MeasuredPair, QpsMeasurement } from './speed-measurement.ts';
import { amountText, counted, listed, percent } from './wording.ts';

/** Seven windows of seven could be chance in one run of 128; eight of eight are beyond doubt. */
const steadyFailures = 0.005;

/**
 * Requests that failed, whatever the baseline says: a broken handler is faster than a working one. The first finding is
 * always there; a second one when the head fails requests that the base answers.
 */
export function errorFindings(current: QpsMeasurement, stored: QpsMeasurement | null, maxShare: number): Finding[] {
  const against = current.pair.kind === 'measured' ? againstBase(current.pair, maxShare) : null;
  return [loadErrors(current, stored, maxShare), ...(against === null ? [] : [against])];
}

function loadErrors({ load }: QpsMeasurement, stored: QpsMeasurement | null, maxShare: number): Finding {
  const after = failedShare(load);
  const before = stored === null ? null : failedShare(stored.load);
  const [outcome, reason] = verdict(load, maxShare);
  return {
    ...errors('qps/errors', 'Failed requests', maxShare),
    before,
    after,
    delta: before === null ? null : after - before,
    outcome,
    reason,
    facts: [...kinds(load), ...load.routes.flatMap(routeFact)],
  };
}

function verdict(load: LoadSummary, maxShare: number): [Grade, string] {
  const share = failedShare(load);
  const failed = failedRequests(load);
  if (failed === 0) return ['pass', `All ${counted(load.sent, 'request')} got the expected answer.`];
  const seen = `${amountText(failed)} of ${counted(load.sent, 'request')} failed (${percent(share)})`;
  if (share > maxShare) return ['fail', `${seen}; at most ${percent(maxShare)} may.`];
  const dead = load.routes.filter((route) => route.requests > 0 && route.failed === route.requests);
  if (dead.length > 0)
    return ['fail', `${seen}, among them every request to ${listed(dead.map(({ label }) => label))}.`];
  const unanswered = load.lost + load.errors;
  return unanswered > 0
    ? ['warn', `${seen}; ${amountText(unanswered)} got no answer at all, as when a handler panics.`]
    : ['pass', `${seen}; at most ${percent(maxShare)} may.`];
}

function kinds(load: LoadSummary): Fact[] {
  const facts: [string, number][] = [
    ['no answer', load.lost],
    ['connection refused, reset or closed', load.errors],
    ['timed out', load.timeouts],
    ['unexpected status', load.unexpected],
  ];
  return facts.flatMap(([label, n]) => (n === 0 ? [] : [{ label, text: counted(n, 'request') }]));
}

function routeFact({ label, requests, failed }: RouteLoad): Fact[] {
  return failed === 0 ? [] : [{ label, text: `${amountText(failed)} of ${counted(requests, 'request')} failed` }];
}

/** Null unless the head's share is too high, or it fails more than the base in window after window. */
function againstBase(pair: MeasuredPair, maxShare: number): Finding | null {
  const { base, head } = failedShares(pair);
  const steady = failsSteadily(pair.failedMore);
  if (head <= maxShare && !steady) return null;
  const than = `${percent(head)} of the head's requests failed side by side, ${percent(base)} of the base's`;
  return {
    ...errors('qps/errors/pair', 'Failed requests against the base', maxShare),
    before: base,
    after: head,
    delta: head - base,
    outcome: 'fail',
    reason: steady
      ? `${than}: the head failed more in ${amountText(pair.failedMore.head)} windows, the base in ${amountText(pair.failedMore.base)}.`
      : `${than}. At most ${percent(maxShare)} may.`,
  };
}

/** Sign test over windows: failures come in bursts, so single requests would count one hiccup many times. */
function failsSteadily({ base, head }: { base: number; head: number }): boolean {
  const signs = [...Array<number>(head).fill(1), ...Array<number>(base).fill(-1)];
  return signedRankTest(signs, 'greater').p <= steadyFailures;
}

/** Shares of failed requests over all windows of a pair. */
export function failedShares({ requests, failed }: MeasuredPair): { base: number; head: number } {
  return { base: failed.base / Math.max(1, requests.base), head: failed.head / Math.max(1, requests.head) };
}

function errors(id: string, metric: string, maxShare: number) {
  return {
    id,
    metric,
    kind: 'errors' as const,
    unit: 'ratio' as const,
    interval: null,
    threshold: { value: maxShare, of: 'absolute' as const },
  };
}
