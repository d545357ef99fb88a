import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsOf, worstShift, type Level } from '../../../src/stats/drift.ts';

const levels = (...values: number[]): Level[] => values.map((level, index) => ({ sha: `c${index}`, level }));

describe('levelsOf', () => {
  it('adds up the changes along the bases, also over a base that lies further back', () => {
    const steps = [
      { sha: 'a', base: null, change: 0 },
      { sha: 'b', base: 'a', change: 0.02 },
      { sha: 'c', base: 'b', change: 0.03 },
      { sha: 'd', base: 'a', change: 0.01 },
    ];
    expect(levelsOf(steps).map(({ sha, level }) => [sha, Number(level.toFixed(6))])).toEqual([
      ['a', 0],
      ['b', 0.02],
      ['c', 0.05],
      ['d', 0.01],
    ]);
  });

  it('begins anew where a base is not known', () => {
    const steps = ['a', 'b', 'c'].map((sha, i) => ({ sha, base: i === 2 ? 'gone' : 'a', change: 1 }));
    expect(levelsOf(steps)).toEqual([{ sha: 'c', level: 0 }]);
  });
});

describe('worstShift', () => {
  it('finds where a chain got worse, and an ordinary commit before it', () => {
    const chain = levels(0, 0.01, -0.05, 0, 0.01, 0.08, 0.07, 0.08, 0.09);
    expect(worstShift(chain)).toMatchObject({ anchor: 'c0', commits: 8 });
    expect(worstShift(chain)?.shift).toBeCloseTo(0.08, 6);
  });

  it('does not believe a single commit, however slow or fast', () => {
    expect(worstShift(levels(0, 0, 0, 0, 0, 0, 0, 0, 0.5))?.shift).toBe(0);
    expect(worstShift(levels(-0.5, 0, 0, 0, 0, 0, 0, 0, 0))?.shift).toBe(0);
  });

  it('says nothing about a short chain', () => {
    expect(worstShift(levels(0, 0, 0, 1, 1, 1, 1))).toBeNull();
  });

  it('is the same whatever level the chain begins at, and turns with its sign for a single step', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 40 }),
        fc.integer({ min: -99, max: 99 }),
        (values, offset) => {
          const found = worstShift(levels(...values));
          expect(worstShift(levels(...values.map((value) => value + offset)))).toEqual(found);
          expect(found!.shift).toBeGreaterThanOrEqual(
            values.every((value, i) => i === 0 || value >= values[i - 1]!) ? 0 : -100,
          );
        },
      ),
    );
  });
});
