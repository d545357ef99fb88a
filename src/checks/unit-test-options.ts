import * as z from 'zod';
import { kebabOptions } from '../config/options.ts';
import { duration, flag } from '../config/values.ts';
import type { TestPlan } from '../model.ts';

const names = z.array(z.string()).default([]);

export const unitTestOptions = kebabOptions({
  'test-arguments': z
    .preprocess(
      (given) => (typeof given === 'string' ? given.split(/\s+/).filter((word) => word !== '') : given),
      z.array(z.string()),
    )
    .default(['./...'])
    .describe(
      'What the `unit-tests` check gives to `go test`: packages and flags, such as `-race -tags=integration ./...`.',
    ),
  'ignore-top-function': names.describe(
    'Functions whose goroutines `unit-tests` leaves out where they stand at the top of the stack.',
  ),
  'ignore-any-function': names.describe('The same for functions anywhere on the stack.'),
  'ignore-current': flag
    .prefault(true)
    .describe('Leave out goroutines that ran before the first test, and what these started.'),
  'goleak-timeout': duration
    .prefault('2s')
    .describe('How long goroutines may take to end after the last test. `GOLEAK_TIMEOUT` says it for one run.'),
});

export type UnitTestOptions = z.output<typeof unitTestOptions>;

export const planOf = (options: UnitTestOptions): TestPlan => ({
  arguments: options.testArguments,
  ignoreTop: options.ignoreTopFunction,
  ignoreAny: options.ignoreAnyFunction,
  ignoreCurrent: options.ignoreCurrent,
  waitMs: options.goleakTimeout,
});
