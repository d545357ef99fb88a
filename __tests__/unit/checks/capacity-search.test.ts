import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchCapacity, type SearchPlan, type Trial } from '../../../src/checks/capacity-search.ts';

const plan: SearchPlan = { fromPerSecond: 100, upToPerSecond: 50_000, growth: 2, precision: 1.1 };

const upTo =
  (truth: number) =>
  async (rate: number): Promise<Trial> =>
    rate <= truth ? 'holds' : 'fails';

test('the answer holds, and a tenth more does not, wherever the truth lies', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.double({ min: 12, max: 40_000, noNaN: true }),
      fc.double({ min: 10, max: 50_000, noNaN: true }),
      async (truth, fromPerSecond) => {
        const { perSecond, limit, trials } = await searchCapacity(upTo(truth), { ...plan, fromPerSecond });
        expect(perSecond).toBeLessThanOrEqual(truth);
        expect(perSecond * plan.precision).toBeGreaterThanOrEqual(truth * (1 - 1e-9));
        expect(limit).toBe('service');
        expect(trials).toBeLessThan(60);
      },
    ),
  );
});

test('a search that begins where the last one ended takes few tries', async () => {
  const { trials } = await searchCapacity(upTo(4000), { ...plan, fromPerSecond: 3500, growth: 1.2 });
  expect(trials).toBeLessThanOrEqual(6);
});

test('one hiccup costs nothing', async () => {
  const seen = new Map<number, number>();
  const trial = async (rate: number): Promise<Trial> => {
    const times = (seen.get(rate) ?? 0) + 1;
    seen.set(rate, times);
    return rate <= 1000 && times > 1 ? 'holds' : 'fails';
  };
  const { perSecond } = await searchCapacity(trial, plan);
  expect(perSecond).toBeGreaterThan(900);
});

describe('what keeps it from being higher', () => {
  test('the plan', async () => {
    expect(await searchCapacity(upTo(1e9), { ...plan, upToPerSecond: 700 })).toMatchObject({
      perSecond: 700,
      limit: 'plan',
    });
  });

  test('the generator', async () => {
    const trial = async (rate: number): Promise<Trial> => (rate > 3000 ? 'late' : 'holds');
    const { perSecond, limit } = await searchCapacity(trial, plan);
    expect(limit).toBe('generator');
    expect(perSecond).toBeGreaterThan(2700);
    expect(perSecond).toBeLessThanOrEqual(3000);
  });

  test('a service that holds nothing', async () => {
    expect(await searchCapacity(upTo(0), plan)).toMatchObject({ perSecond: 0, limit: 'service' });
  });
});
