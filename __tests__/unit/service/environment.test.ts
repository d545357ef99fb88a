import { expect, test } from 'vitest';
import { serviceEnvironment } from '../../../src/service/environment.ts';

test('the service gets the environment without the step’s inputs, tokens and command files', () => {
  const env = {
    PATH: '/bin',
    DATABASE_URL: 'postgres://x',
    GITHUB_SHA: 'abc',
    INPUT_GITHUB_TOKEN: 'secret',
    GITHUB_TOKEN: 'secret',
    GITHUB_OUTPUT: '/out',
    GITHUB_STEP_SUMMARY: '/summary',
    ACTIONS_RUNTIME_TOKEN: 'secret',
    LEAKGATE_PROBE: '/x',
  };
  expect(serviceEnvironment(env)).toEqual({ PATH: '/bin', DATABASE_URL: 'postgres://x', GITHUB_SHA: 'abc' });
});
