import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregate, type Expectation } from '../../src/aggregate.ts';
import type { Outcome, Report } from '../../src/model.ts';
import { aggregateComment, aggregateSummary, parseAggregate } from '../../src/reporters/index.ts';
import { hostileText, intrusions, poisoned } from './reporters/gfm.ts';
import { hostileTexts, reports } from './reporters/reports.ts';

const at = '2026-11-25T00:00:00.000Z';
const unknown = { names: null, jobs: {} };

const leg = (key: string, report: Report): Report => ({
  ...report,
  key,
  service: { ...report.service, package: `example.com/shop/${key}` },
});
const legs = [
  leg('cmd/api', reports.passing),
  leg('cmd/cart', reports.failing),
  leg('cmd/search', reports.inconclusive),
];
const whole = (results: Report[], expected: Partial<Expectation> = {}) =>
  aggregate(results, { ...unknown, ...expected }, at);

describe('one verdict', () => {
  const one = (verdict: Outcome, exitCode: number): Report => ({ ...reports.passing, verdict, exitCode });

  test.each([
    [[one('pass', 0), one('pass', 0)], 'pass', 0],
    [[one('pass', 0), one('skipped', 0)], 'pass', 0],
    [[one('pass', 0), one('inconclusive', 0)], 'inconclusive', 0],
    [[one('fail', 3), one('inconclusive', 0)], 'fail', 3],
    [[one('fail', 4), one('fail', 1), one('fail', 3)], 'fail', 1],
  ] as const)('%#: the worst leg decides', (results, verdict, exitCode) => {
    expect(whole([...results])).toMatchObject({ verdict, exitCode });
  });

  test('failed first, then by name', () => {
    expect(whole(legs).results.map(({ key }) => key)).toEqual(['cmd/cart', 'cmd/search', 'cmd/api']);
    expect(whole(legs).summary).toBe('3 services: 1 failed, 1 undecided.');
  });

  test('the order of arrival changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(legs, { minLength: 3 }), (shuffled) => {
        expect(whole(shuffled)).toEqual(whole(legs));
      }),
    );
  });
});

describe('a missing leg is red', () => {
  test('by name: key, package or folder', () => {
    const names = ['cmd/api', './cmd/cart', 'example.com/shop/cmd/search', 'cmd/mail'];
    const { missing, verdict, exitCode, summary } = whole([legs[0]!, legs[2]!, leg('cmd/cart', reports.passing)], {
      names,
    });
    expect(missing).toEqual([{ name: 'cmd/mail', reason: 'It was expected and left no result.' }]);
    expect({ verdict, exitCode, summary }).toEqual({
      verdict: 'fail',
      exitCode: 4,
      summary: '4 services: 1 missing, 1 undecided.',
    });
  });

  test('by job: one that ended red while every result is green', () => {
    const jobs = { affected: 'success', docs: 'skipped', service: 'failure' };
    expect(whole([legs[0]!], { jobs })).toMatchObject({ verdict: 'fail', missing: [{ name: 'service' }] });
    expect(whole(legs, { jobs }).missing).toEqual([]);
    expect(whole([legs[0]!], { jobs: { service: 'cancelled' } }).verdict).toBe('fail');
  });

  test('no result at all is red, unless none was expected', () => {
    expect(whole([])).toMatchObject({ verdict: 'fail', exitCode: 4 });
    expect(whole([], { names: [] })).toMatchObject({
      verdict: 'skipped',
      exitCode: 0,
      summary: 'No service had to be measured.',
    });
  });
});

test('two legs of one name, or of two commits, are remarked on', () => {
  const other = { ...leg('cmd/api', reports.passing), commit: { ...reports.passing.commit, sha: 'e'.repeat(40) } };
  expect(whole([legs[0]!, other]).notes).toEqual([
    'Several results are called cmd/api. Give each its own comment-key: they share a baseline.',
    'The results are of different commits.',
  ]);
});

describe('the comment', () => {
  test('has a row and a folded section for each service, failed ones first', () => {
    const comment = aggregateComment(whole(legs, { names: ['cmd/mail'] }));
    expect(comment.split('\n').slice(0, 10)).toEqual([
      '<!-- leakgate:v1 key=* -->',
      '### ❌ 4 services: 1 failed, 1 missing, 1 undecided.',
      '',
      '|  | Service | What | QPS | p99 |',
      '| --- | --- | --- | --: | --: |',
      '| ❌ | `cmd/mail` | It was expected and left no result. |  |  |',
      expect.stringMatching(/^\| ❌ \| `cmd\/cart` \| \S.* \|$/),
      expect.stringMatching(/^\| ⚠️ \| `cmd\/search` \| \S.* \|$/),
      expect.stringMatching(/^\| ✅ \| `cmd\/api` \| \S.* \| .*req\/s \| .*ms \|$/),
      '',
    ]);
    expect(comment.match(/^<details><summary>(?:❌|⚠️|✅) cmd\/(?:cart|search|api): /gm)).toHaveLength(3);
    expect(intrusions(comment)).toEqual([]);
  });

  test('is told apart by its name, and from that of any service', () => {
    expect(aggregateComment(whole(legs), 'nightly')).toMatch(/^<!-- leakgate:v1 key=\*nightly -->\n/);
  });

  test.each([1, 20, 100, 400])('%d failing services fit, with all rows up to 120', (count) => {
    const many = Array.from({ length: count }, (_, index) => leg(`services/team-${index}/cmd/server`, reports.failing));
    const comment = aggregateComment(whole(many));
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(60_000);
    expect(comment.match(/^\| ❌ \| `services/gm)).toHaveLength(Math.min(count, 120));
    expect(comment.match(/<details/g)?.length ?? 0).toBe(comment.match(/<\/details>/g)?.length ?? 0);
    expect(intrusions(comment)).toEqual([]);
  });

  test('of a hundred services whose every text is as long as it gets', () => {
    const long = [...hostileTexts, '@|<'.repeat(5000)];
    const many = Array.from({ length: 100 }, () => poisoned(reports['hundred-findings'], long));
    const comment = aggregateComment(whole(many, { names: Array.from({ length: 100 }, (_, n) => `${n}${long[11]}`) }));
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(aggregateSummary(whole(many)))).toBeLessThanOrEqual(1024 * 1024);
  }, 60_000);

  test('holds our own markup and nothing else', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 8 }), (texts) => {
        const poison = legs.map((report) => poisoned(report, texts));
        expect(intrusions(aggregateComment(whole(poison, { names: texts })))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

test('aggregate.json reads back as it was written', () => {
  const given = whole(legs, { names: ['cmd/mail'] });
  expect(parseAggregate(JSON.stringify(given), 'aggregate.json')).toEqual(given);
  expect(() => parseAggregate('{', 'a.json')).toThrow("a.json isn't JSON.");
  expect(() => parseAggregate('{"schemaVersion":1}', 'a.json')).toThrow('a.json is no aggregate: leakgate');
});
