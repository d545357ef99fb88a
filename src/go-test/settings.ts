import { LeakgateError } from '../errors.ts';
import { duration } from '../config/values.ts';
import type { TestPlan } from '../model.ts';
import { backgroundFunctions } from './background.ts';

/** What the environment says of leaks, before all settings. */
export interface LeakEnvironment {
  failOnLeak: boolean;
  /** Undefined: as the settings say. */
  waitMs: number | undefined;
}

/** Reads `GOLEAK_FAIL_ON_LEAK` (1 or 0) and `GOLEAK_TIMEOUT` (`500ms`, `5s`, or seconds). @throws LeakgateError `config` */
export function leakEnvironment(env: NodeJS.ProcessEnv): LeakEnvironment {
  const fail = (env['GOLEAK_FAIL_ON_LEAK'] ?? '').trim();
  if (!['', '0', '1', 'false', 'true'].includes(fail)) {
    throw new LeakgateError('config', `GOLEAK_FAIL_ON_LEAK: got ${JSON.stringify(fail)}; write 1 or 0.`, {
      hint: 'With 0, leaks are reported and nothing fails because of them.',
    });
  }
  const failOnLeak = fail !== '0' && fail !== 'false';
  const given = (env['GOLEAK_TIMEOUT'] ?? '').trim();
  if (given === '') return { failOnLeak, waitMs: undefined };
  const waitMs = duration.safeParse(/^\d+(?:\.\d+)?$/.test(given) ? `${given}s` : given);
  if (waitMs.success) return { failOnLeak, waitMs: waitMs.data };
  throw new LeakgateError('config', `GOLEAK_TIMEOUT: got ${JSON.stringify(given)}; write a duration such as 2s.`);
}

/** The variable that wakes the code in `testing`. Its text is the same for equal settings, so that earlier results hold. */
export function leakVariable(plan: Omit<TestPlan, 'arguments'>): Record<string, string> {
  const lines = [
    `wait=${Math.round(plan.waitMs)}`,
    `current=${plan.ignoreCurrent ? 1 : 0}`,
    ...plan.ignoreTop.map((name) => `top=${name}`),
    ...[...backgroundFunctions, ...plan.ignoreAny].map((name) => `any=${name}`),
  ];
  return { LEAKGATE_GOLEAK: lines.join('\n') };
}
