import { describe, expect, test } from 'vitest';
import type { CheckReport, Finding, Report } from '../../src/model.ts';
import { parseReport } from '../../src/reporters/result-schema.ts';
import { costSentences } from '../../src/reporters/running-cost.ts';
import { renderMarkdown } from '../../src/reporters/markdown.ts';
import { renderHtml, toJson } from '../../src/reporters/index.ts';
import { renderTerminal } from '../../src/reporters/terminal.ts';
import { runningCost } from '../../src/running-cost.ts';
import { passing } from './reporters/reports.ts';
import { told } from '../../src/reporters/told.ts';

const figure = (id: string, before: number | null, after: number, more: Partial<Finding> = {}): Finding => ({
  id,
  kind: 'cost',
  metric: id,
  unit: 'us/req',
  before,
  after,
  delta: null,
  interval: [-0.01, 0.01],
  threshold: { value: 0.05, of: 'relative' },
  outcome: 'pass',
  reason: '',
  ...more,
});
const checks = (...findings: Finding[]): CheckReport[] => [
  { name: 'qps', title: 'Speed', outcome: 'pass', summary: '', findings, metrics: [], routes: [] },
];
const plain = { currency: 'USD' };
const price = { currency: 'EUR', requestsPerSecond: 1000, pricePerCoreHour: 0.04 };

describe('what a million requests cost', () => {
  test('a microsecond each is a second, and bytes are bytes', () => {
    const both = checks(
      figure('qps/cpu', 98, 107),
      figure('heap-leak/allocated-bytes', 2000, 2100, { interval: null }),
    );
    expect(runningCost(both, plain)).toEqual({
      perMillionRequests: { cpuSeconds: { base: 98, head: 107 }, allocatedBytes: { base: 2e9, head: 2.1e9 } },
      perMonth: null,
    });
  });

  test('a base of another day, or counts that can’t be compared, are none', () => {
    const both = checks(
      figure('qps/cpu', 98, 107, { interval: null }),
      figure('heap-leak/allocated-bytes', 2000, 2100, { threshold: null }),
    );
    expect(runningCost(both, plain)?.perMillionRequests).toEqual({
      cpuSeconds: { base: null, head: 107 },
      allocatedBytes: { base: null, head: 2.1e9 },
    });
  });

  test('nothing measured costs nothing', () => {
    expect(runningCost(checks(), price)).toBeUndefined();
  });
});

test('money: cores in use all the time, by the hour', () => {
  // 100 µs for each of 1,000 requests a second keep a tenth of a core busy.
  const month = runningCost(checks(figure('qps/cpu', 100, 110)), price)?.perMonth;
  expect(month?.base).toBeCloseTo(0.1 * 730.5 * 0.04, 6);
  expect(month?.head).toBeCloseTo(0.11 * 730.5 * 0.04, 6);
});

describe('in every report the same words', () => {
  const cost = runningCost(checks(figure('qps/cpu', 98, 107), figure('heap-leak/allocated-bytes', 2000, 2100)), price)!;
  const report: Report = { ...passing, cost };
  const [requests, money] = costSentences(told(report)).map((sentence) => sentence.replaceAll(/\s/g, ' '));

  test('sentences', () => {
    expect(requests).toBe('A million requests take 107 (base 98) CPU-seconds and allocate 1.96 GiB (base 1.86 GiB).');
    expect(money).toBe('At 1,000 requests/s and 0.04 EUR a core-hour that is 3.13 EUR (base 2.86 EUR) of CPU a month.');
    expect(costSentences(told(passing))).toEqual([]);
  });

  test('terminal, comment, page and JSON', () => {
    expect(renderTerminal(report, { color: false })).toContain('3.13 EUR (base 2.86 EUR)');
    expect(renderMarkdown(report, { maxBytes: 60_000, sites: 20, rows: 50 })).toContain('3.13 EUR (base 2.86 EUR)');
    expect(renderHtml(report)).toContain('3.13 EUR (base 2.86 EUR)');
    expect(parseReport(toJson(report), 'result').cost).toEqual(cost);
  });

  test('a currency of somebody else’s result can’t do harm', () => {
    const hostile = { ...cost, perMonth: { ...cost.perMonth!, currency: '<img src=x> [a](b)\u001b[31m' } };
    const shown = { ...passing, cost: hostile };
    expect(renderHtml(shown)).not.toContain('<img');
    expect(renderMarkdown(shown, { maxBytes: 60_000, sites: 20, rows: 50 })).not.toMatch(/<img|\[a\]\(b\)/);
    expect(renderTerminal(shown, { color: false })).not.toContain('\u001b');
  });
});
