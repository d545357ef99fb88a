import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abandoned, newestFirst, orderedAt, surplus } from '../../../src/baseline/retention.ts';
import type { BaselineEntry } from '../../../src/baseline/store.ts';

const entry = (day: number, branch = 'main'): BaselineEntry => ({
  id: `${branch}/${day}`,
  branch,
  key: 'api',
  sha: `c${day}`,
  at: new Date(Date.UTC(2026, 0, day)).toISOString(),
});

describe('orderedAt', () => {
  it.each([
    ['the commit', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
    [
      'the measurement, when the commit is from a clock ahead',
      '2031-01-01T00:00:00Z',
      '2026-02-01T00:00:00Z',
      '2026-02-01T00:00:00.000Z',
    ],
    ['the measurement, when nothing else is known', undefined, '2026-02-01T00:00:00.750Z', '2026-02-01T00:00:00.000Z'],
  ])('is the time of %s', (_, committedAt, createdAt, expected) => {
    expect(orderedAt({ createdAt, ...(committedAt !== undefined && { committedAt }) })).toBe(expected);
  });
});

describe('surplus', () => {
  const entries = fc
    .uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 60 })
    .map((days) => days.map((day) => entry(day)));

  it('leaves the newest, at most 24, at most a megabyte, and never none', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 3_000_000 }), (all, bytes) => {
        const gone = new Set(surplus(all, bytes));
        const kept = all.filter((one) => !gone.has(one));
        expect(kept.length).toBeLessThanOrEqual(24);
        if (kept.length > 1) expect(kept.length * bytes).toBeLessThanOrEqual(1_000_000);
        if (all.length > 0) expect(kept).toContain(all.toSorted(newestFirst)[0]);
        const oldestKept = Math.min(...kept.map(({ at }) => Date.parse(at)));
        for (const one of gone) expect(Date.parse(one.at)).toBeLessThanOrEqual(oldestKept);
      }),
    );
  });

  it('does not depend on the order of a list, so that all writers remove the same ones', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          Array.from({ length: 40 }, (_, day) => entry((day % 20) + 1, `b${day}`)),
          { minLength: 40 },
        ),
        (all) => {
          expect(surplus(all, 1000).map(({ at }) => at)).toEqual(surplus(all.toReversed(), 1000).map(({ at }) => at));
        },
      ),
    );
  });
});

describe('abandoned', () => {
  const now = Date.UTC(2026, 11, 1);

  it('names those of branches that got none for half a year', () => {
    const all = [entry(1, 'gone'), entry(20, 'gone'), entry(1, 'alive'), entry(300, 'alive'), entry(1, 'main')];
    expect(abandoned(all, ['main'], { nowMs: now }).map(({ id }) => id)).toEqual(['gone/1', 'gone/20']);
  });
});
