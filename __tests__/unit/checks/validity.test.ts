import { describe, expect, test } from 'vitest';
import { assertMeasured } from '../../../src/checks/validity.ts';
import { LeakgateError } from '../../../src/errors.ts';
import type { LoadSummary } from '../../../src/model.ts';
import plain from '../../fixtures/checks/qps-plain.json' with { type: 'json' };

const load = plain.load as LoadSummary;

function refusal(changes: Partial<LoadSummary>): LeakgateError {
  try {
    assertMeasured({ ...load, unexpected: 0, errors: 0, timeouts: 0, lost: 0, answered: 0, ...changes });
  } catch (thrown) {
    if (thrown instanceof LeakgateError) return thrown;
    throw thrown;
  }
  throw new Error('accepted');
}

test('a recorded load is a measurement, and so is one with a single good answer', () => {
  expect(() => assertMeasured(load)).not.toThrow();
  expect(() => assertMeasured({ ...load, sent: 100, unexpected: 99 })).not.toThrow();
});

describe('a load without one good answer', () => {
  test.each([
    {
      what: { sent: 1200, answered: 1200, unexpected: 1200, statuses: { '500': 1200 } },
      message: 'None of 1,200 requests got the expected answer: 1,200 answered with 500.',
      hint: '-> 404',
    },
    {
      what: { sent: 300, answered: 300, unexpected: 300, statuses: { '404': 100, '500': 200 } },
      message: 'None of 300 requests got the expected answer: 300 answered with 500 (200×) and 404 (100×).',
      hint: 'paths, headers and bodies',
    },
    {
      what: { sent: 8, timeouts: 8 },
      message: 'None of 8 requests got the expected answer: 8 timed out.',
      hint: 'waits',
    },
    {
      what: { sent: 9, errors: 6, lost: 2, timeouts: 1 },
      message:
        'None of 9 requests got the expected answer: 6 refused, reset or closed without an answer, 1 timed out, 2 lost without a trace.',
      hint: 'panicked',
    },
    { what: { sent: 0 }, message: 'Not a single request was sent to the service.', hint: undefined },
  ])('is an error: $message', ({ what, message, hint }) => {
    const error = refusal(what);
    expect(error).toMatchObject({ code: 'measurement', exitCode: 4, message });
    if (hint === undefined) expect(error.hint).toBeUndefined();
    else expect(error.hint).toContain(hint);
  });
});
