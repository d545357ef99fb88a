import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, openMetrics } from '../../../src/reporters/index.ts';
import { hostileText, poisoned } from './gfm.ts';
import { hostileTexts, reports } from './reports.ts';

describe('OpenMetrics', () => {
  /** The grammar's lines, near enough to see anything that got out of its label. */
  const line =
    /^(?:# TYPE leakgate_\w+ gauge|# HELP leakgate_\w+ [^\n]*|leakgate_\w+\{(?:\w+="(?:[^"\\\n]|\\["\\n])*"(?:,(?!\})|(?=\})))+\} -?[\d.e+-]+|# EOF)$/;

  test('base units, names that dashboards can be built on', () => {
    const text = openMetrics(reports.passing);
    expect(text).toContain('# TYPE leakgate_latency_seconds gauge\n');
    expect(text).toMatch(
      /^leakgate_latency_seconds\{service="cmd\/api",branch="feat\/session-cache",quantile="0\.99"\} 0\.0\d+$/m,
    );
    expect(text).toMatch(/^leakgate_requests_per_second\{[^}]*\} \d+/m);
    expect(text).toMatch(/^leakgate_gate_exceeded\{[^}]*metric="qps\/p99"\} 0$/m);
    expect(text.endsWith('# EOF\n')).toBe(true);
    expect(text).not.toContain(reports.passing.commit.sha);
  });

  test('no text gets out of its place, and no series is there twice', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 8 }), (texts) => {
        const lines = openMetrics(poisoned(reports.failing, [...texts, ...hostileTexts]))
          .trimEnd()
          .split('\n');
        expect(lines.filter((one) => !line.test(one))).toEqual([]);
        const series = lines.filter((one) => !one.startsWith('#')).map((one) => one.slice(0, one.lastIndexOf(' ')));
        expect(new Set(series).size).toBe(series.length);
      }),
      // A figure may be called as something that every object has.
      { numRuns: 40, examples: [[['', '', 'toString']]] },
    );
  });
});

describe('CSV', () => {
  /** A reader by the book: RFC 4180. */
  function parse(text: string): string[][] {
    const rows: string[][] = [];
    for (const record of text.match(/(?:"(?:[^"]|"")*"|[^"\n])*\r\n/g) ?? []) {
      const cells = `,${record.slice(0, -2)}`.match(/,(?:"(?:[^"]|"")*"|[^,]*)/g) ?? [];
      rows.push(
        cells.map((cell) =>
          cell
            .replace(/^,/, '')
            .replace(/^"([\s\S]*)"$/, '$1')
            .replaceAll('""', '"'),
        ),
      );
    }
    return rows;
  }

  test('a row for each figure and each finding', () => {
    const [head, ...rows] = parse(csv(reports.failing));
    expect(head).toHaveLength(12);
    const figures = reports.failing.checks.flatMap(({ metrics, findings }) => [...metrics, ...findings]);
    expect(rows).toHaveLength(figures.length);
    expect(rows[0]!.slice(0, 4)).toEqual(['cmd/api', reports.failing.commit.sha, 'feat/session-cache', 'qps']);
  });

  test('no text changes the columns or is a formula', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 8 }), (texts) => {
        const text = csv(poisoned(reports.failing, [...texts, '=cmd|calc', '@x', '+1', '-1', '\t=1']));
        for (const row of parse(text)) {
          expect(row).toHaveLength(12);
          for (const cell of row) expect(cell).not.toMatch(/^(?:[=@\t\r]|[+-](?![\d.]+(?:e[+-]?\d+)?$))/);
        }
      }),
      { numRuns: 40 },
    );
  });
});
