import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planDoses } from '../../../src/checks/dose-plan.ts';

describe('planDoses', () => {
  test('a fast service gets the whole plan', () => {
    const plan = planDoses(1009, 60_000, 2000);
    expect(plan).toMatchObject({ warmUp: 2000, doses: [1009, 2018, 4036], note: null });
    expect(plan.escalate(8000, 2)).toEqual([4036, 8072, 16_144]);
  });

  test('a slow one gets smaller doses, and the reader is told', () => {
    const plan = planDoses(1009, 60_000, 200);
    expect(plan.doses[0]).toBeLessThan(1009);
    expect(plan.doses[0]).toBeGreaterThan(251);
    expect(plan.note).toMatch(/200 requests\/s/);
  });

  test('none is smaller than a doubling of a container, however slow the service', () => {
    expect(planDoses(1009, 60_000, 1)).toMatchObject({ warmUp: 500, doses: [251, 502, 1004] });
    expect(planDoses(1009, 60_000, 0).doses).toEqual([251, 502, 1004]);
  });

  test('a first dose that was asked for small stays small', () => {
    expect(planDoses(100, 60_000, 1).doses).toEqual([100, 200, 400]);
  });

  test('larger doses take what is left of the budget, at least twice the first ones', () => {
    const plan = planDoses(1009, 60_000, 500);
    const [first] = plan.doses;
    expect(plan.escalate(59_000, 0.5)).toEqual([2 * first, 4 * first, 8 * first]);
  });

  test('doses are 1:2:4, the first is prime unless it was chosen, and they fit their third of the time', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1e5, noNaN: true }),
        fc.integer({ min: 10_000, max: 600_000 }),
        (rate, budgetMs) => {
          const { doses, warmUp } = planDoses(1009, budgetMs, rate);
          const [first, second, third] = doses;
          expect([second, third]).toEqual([2 * first, 4 * first]);
          expect(Array.from({ length: first - 2 }, (_, index) => first % (index + 2)).every((rest) => rest > 0)).toBe(
            true,
          );
          if (first > 300)
            expect((1000 * (warmUp - 500 + 7 * first)) / rate).toBeLessThan(budgetMs / 3 + 1000 * (500 / rate));
        },
      ),
    );
  });
});
