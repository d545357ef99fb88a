import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { formatBaseline, inspectBaseline, parseBaseline, storedBaseline } from '../../../src/baseline/schema.ts';
import { baseline } from './repositories.ts';

const place = { name: 'refs/leakgate/main:api.json', removal: 'git push origin --delete refs/leakgate/main' };

function refusal(text: string): LeakgateError {
  try {
    parseBaseline(text, place);
  } catch (error) {
    if (error instanceof LeakgateError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('parseBaseline', () => {
  it('reads what formatBaseline wrote, whatever was measured', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.string()),
        (measured, same) => {
          // JSON has one zero.
          const measurements = JSON.parse(JSON.stringify(measured)) as Record<string, unknown>;
          const given = baseline({ measurements, comparability: { ...same } });
          const { ['__proto__']: _, ...expected } = measurements;
          expect(parseBaseline(formatBaseline(given), place).measurements).toEqual(expected);
        },
      ),
    );
  });

  it('keeps who accepted it and the commit date', () => {
    const accepted = [
      { checks: ['all'], by: 'dev', reason: 'a bigger cache', how: 'commit 0123456', at: '2026-01-02T03:04:05Z' },
    ];
    const given = baseline({ accepted, committedAt: '2026-01-02T03:04:05+02:00' });
    expect(parseBaseline(formatBaseline(given), place)).toEqual(given);
  });

  it('reads who accepted it in the form of early versions', () => {
    const early = { ...baseline(), accepted: { by: 'dev', reason: 'a bigger cache', at: '2026-01-02T03:04:05Z' } };
    expect(parseBaseline(JSON.stringify(early), place).accepted).toEqual([
      { ...early.accepted, checks: ['all'], how: 'leakgate baseline accept' },
    ]);
  });

  it('reads the chain of commits of versions that took the mean latency for the throughput', () => {
    const step = { sha: 'a', base: 'b', counts: {}, conditions: '' };
    const early = { ...baseline(), trail: [{ ...step, changes: { cpu: 0.01, mean: 0.02 } }] };
    expect(parseBaseline(JSON.stringify(early), place).trail).toEqual([
      { ...step, changes: { cpu: 0.01, throughput: 0.02 } },
    ]);
  });

  it('ignores keys it does not know, at any depth', () => {
    const extended = { ...baseline(), later: 1, environment: { ...baseline().environment, kernel: '6.1' } };
    expect(parseBaseline(JSON.stringify(extended), place)).toEqual(baseline());
  });

  it('refuses a future schema and names its version and writer', () => {
    const error = refusal(JSON.stringify({ schemaVersion: 7, leakgate: '9.8.0', shape: 'unknown' }));
    expect(error.code).toBe('config');
    expect(error.message).toBe(
      'The baseline refs/leakgate/main:api.json has schemaVersion 7, written by a newer Leakgate (9.8.0); this one reads up to 1.',
    );
    expect(error.hint).toContain('git push origin --delete refs/leakgate/main');
  });

  it.each([
    ['nothing', '', /damaged: .*JSON/],
    ['a cut text', formatBaseline(baseline()).slice(0, 200), /damaged: .*JSON/],
    ['another JSON', '[]', /damaged: .*expected object/],
    ['no version', '{"leakgate":"0.1.0"}', /damaged: schemaVersion/],
    ['version 0', '{"schemaVersion":0}', /damaged: schemaVersion/],
    ['a wrong type', JSON.stringify({ ...baseline(), createdAt: 1767323045 }), /damaged: createdAt: .*string/],
    ['a wrong date', JSON.stringify({ ...baseline(), createdAt: 'yesterday' }), /damaged: createdAt: .*datetime/],
    ['a missing part', JSON.stringify({ ...baseline(), environment: {} }), /damaged: environment\.os/],
    ['conflict marks', `<<<<<<< HEAD\n${formatBaseline(baseline())}`, /damaged: .*JSON/],
  ])('refuses %s and says where, what and how to mend it', (_, text, message) => {
    const error = refusal(text);
    expect(error.code).toBe('config');
    expect(error.message).toMatch(/^The baseline refs\/leakgate\/main:api\.json is /);
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(/baseline accept.*git push origin --delete refs\/leakgate\/main/);
  });

  it('never throws on inspection', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(inspectBaseline(text)).toMatchObject({ state: expect.stringMatching(/corrupt|newer/) });
      }),
    );
  });
});

describe('formatBaseline', () => {
  it('gives a recorded baseline back to the byte', async () => {
    const recorded = await readFile(new URL('../../fixtures/baseline/version-1.json', import.meta.url), 'utf8');
    expect(formatBaseline(parseBaseline(recorded, place))).toBe(recorded);
  });

  it('does not depend on the order in which keys were set', () => {
    const one = baseline({ measurements: { b: { y: 1, x: [{ d: 1, c: 2 }] }, a: null } });
    const other = baseline({ measurements: { a: null, b: { x: [{ c: 2, d: 1 }], y: 1 } } });
    const turned = Object.fromEntries(Object.entries(other).toReversed());
    expect(formatBaseline(storedBaseline.parse(turned))).toBe(formatBaseline(one));
    expect(formatBaseline(one)).toMatch(/^\{\n {2}"schemaVersion": 1,\n {2}"leakgate": /);
    expect(formatBaseline(one)).toMatch(/\}\n$/);
  });
});
