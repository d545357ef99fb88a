import { describe, expect, test } from 'vitest';
import { upperQuantile, upperTail } from '../../../src/stats/normal.ts';
import { effectOf, isLook, nominalLevels, quadraticSpending } from '../../../src/stats/sequential.ts';
import scipy from '../../fixtures/stats/scipy.json' with { type: 'json' };
import { seededHeavyTail, seededNormal } from './random.ts';

const fifths = [0.2, 0.4, 0.6, 0.8, 1];
const boundaries = (fractions: number[], spend: (fraction: number) => number) =>
  nominalLevels(fractions, spend).map(upperQuantile);

const obrienFleming = (fraction: number) => 2 * upperTail(upperQuantile(0.0125) / Math.sqrt(fraction));
const pocock = (fraction: number) => 0.025 * Math.log(1 + (Math.E - 1) * fraction);

describe('levels of the looks', () => {
  // Five equal looks at one-sided 2.5 %: the boundaries that every textbook on group-sequential tests prints.
  test("are Lan and DeMets' published ones for O'Brien–Fleming-like spending", () => {
    const published = [4.877, 3.357, 2.68, 2.29, 2.031];
    for (const [i, z] of boundaries(fifths, obrienFleming).entries()) expect(z).toBeCloseTo(published[i]!, 2);
  });

  test('are their published ones for Pocock-like spending', () => {
    const published = [2.438, 2.427, 2.41, 2.397, 2.386];
    for (const [i, z] of boundaries(fifths, pocock).entries()) expect(z).toBeCloseTo(published[i]!, 2);
  });

  test.each(scipy.looks)(`give back the boundaries whose spent alpha ${scipy.version} integrated`, (look) => {
    const spend = (fraction: number) => look.spent[look.fractions.indexOf(fraction)]!;
    for (const [i, z] of boundaries(look.fractions, spend).entries()) expect(z).toBeCloseTo(look.boundaries[i]!, 2);
  });

  test('one look spends everything', () => {
    expect(nominalLevels([1], quadraticSpending(0.002))[0]).toBeCloseTo(0.002, 8);
  });

  test('let a path through with the spent probability and no more', () => {
    const normal = seededNormal(5);
    const looks = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    const limits = boundaries(looks, quadraticSpending(0.05));
    let crossed = 0;
    for (let trial = 0; trial < 20_000; trial++) {
      let sum = 0;
      let at = 0;
      const crosses = looks.some((look, i) => {
        sum += normal() * Math.sqrt(look - at);
        at = look;
        return sum / Math.sqrt(look) > limits[i]!;
      });
      if (crosses) crossed++;
    }
    // Three standard errors of 20,000 draws at 5 % are 0.46 %.
    expect(crossed / 20_000).toBeGreaterThan(0.0454);
    expect(crossed / 20_000).toBeLessThan(0.0546);
  });
});

test('looks start at 8 values, come every 4, and end with the plan', () => {
  const looks = Array.from({ length: 25 }, (_, i) => i + 1).filter((n) => isLook(n, 22));
  expect(looks).toEqual([8, 12, 16, 20, 22]);
});

describe('an effect', () => {
  const rule = { limit: 0.05, differs: 0.001 };
  const noise = [0.01, -0.004, 0.002, -0.011, 0.006, -0.003, 0.009, -0.007];
  const around = (centre: number, times = 2) =>
    Array.from({ length: times }, (_, block) => noise.map((value, i) => centre + value + (block + i) * 1e-5));

  test.each([
    ['worse', around(0.1)],
    ['suspected', around(0.1).map((block, i) => (i === 0 ? [...block, ...around(0.1)[1]!] : []))],
    ['suspected', [[...around(0.1)[0]!, ...around(0.11)[0]!], around(0.1)[0]!.slice(0, 4)]],
    ['suspected', [[...around(0.2)[0]!, ...around(0.21)[0]!, ...around(0.19)[0]!], around(-0.01)[0]!]],
    ['same', around(0)],
    ['same', around(0.02)],
    ['better', around(-0.04)],
    ['undecided', around(0.05)],
    ['undecided', [around(0.1)[0]!.slice(0, 4)]],
  ] as const)('is %s', (standing, blocks) => {
    expect(effectOf(blocks, rule).standing).toBe(standing);
  });

  test('is measured with its interval and the smallest effect that could have been seen', () => {
    const effect = effectOf(around(0.03), rule);
    expect(effect.n).toBe(16);
    expect(effect.estimate).toBeCloseTo(0.03, 2);
    expect(effect.interval[0]).toBeLessThan(0.03);
    expect(effect.interval[1]).toBeGreaterThan(0.03);
    const deviation = (effect.interval[1] - effect.interval[0]) / 2 / 1.959964;
    expect(effect.detectable).toBeCloseTo((3.090232 + 1.644854) * deviation, 6);
  });

  test('of nothing is an error', () => {
    expect(() => effectOf([], rule)).toThrow(RangeError);
  });
});

// One metric, no margin: what the signed-rank test with spent alpha does by itself, on even and on hiccuping noise.
test.each([
  ['normal', seededNormal(21)],
  ['heavy-tailed', seededHeavyTail(22)],
])('with a limit of nothing, %s noise is called a difference no more often than planned', (_, draw) => {
  const planned = 40;
  const looks = Array.from({ length: planned }, (_look, i) => i + 1).filter((n) => isLook(n, planned));
  const levels = nominalLevels(
    looks.map((n) => n / planned),
    quadraticSpending(0.05),
  );
  const trials = 600;
  let alarms = 0;
  for (let trial = 0; trial < trials; trial++) {
    const values = Array.from({ length: planned }, () => 0.06 * draw());
    const alarmed = looks.some((n, i) => {
      const blocks = [values.slice(0, 8), values.slice(8, n)];
      return ['worse', 'suspected'].includes(effectOf(blocks, { limit: 0, differs: levels[i]! }).standing);
    });
    if (alarmed) alarms++;
  }
  // Two standard errors of 600 draws at 5 % are 1.8 %.
  expect(alarms / trials).toBeLessThan(0.068);
  expect(alarms / trials).toBeGreaterThan(0.01);
});
