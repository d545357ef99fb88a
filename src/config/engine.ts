import { resolve } from 'node:path';
import { LeakgateError } from '../errors.ts';
import type { Route, Traffic } from '../model.ts';
import { isFile } from './is-file.ts';

/** Engines as users choose them. */
export const engineNames = ['auto', 'http2', 'wrk', 'vegeta', 'wrk+vegeta', 'k6'] as const;
export type EngineName = (typeof engineNames)[number];

/** What sends in the end. */
export type RoutedEngine = 'autocannon' | 'open' | 'http2' | 'wrk' | 'vegeta' | 'k6';

interface Chosen {
  engine: EngineName;
  traffic: Traffic | null;
  /** With both programs: the highest rate that is left to wrk, in requests per second. */
  vegetaAbove: number;
}

/** Which engine sends the load of the stock build. */
export function routedEngine({ engine, traffic, vegetaAbove }: Chosen): RoutedEngine {
  if (engine === 'auto') return traffic === null ? 'autocannon' : 'open';
  if (engine !== 'wrk+vegeta') return engine;
  return traffic === null || staysBelow(traffic, vegetaAbove) ? 'wrk' : 'vegeta';
}

/** One rate, and no higher: a schedule is shaped traffic, which wrk can't send. */
function staysBelow({ stages }: Traffic, perSecond: number): boolean {
  return (
    stages.length === 1 &&
    stages.every((one) => 'perSecond' in one && one.toPerSecond === undefined && one.perSecond <= perSecond)
  );
}

/** @throws LeakgateError `config` when the engine can't send what the other settings ask for. */
export function assertEngineFits(
  { engine, traffic, k6Script, streams }: Chosen & { k6Script: string | undefined; streams: number },
  fileName: string,
): void {
  const refuse = (message: string, hint: string): never => {
    throw new LeakgateError('config', `${fileName}: ${message}.`, { hint });
  };
  if ((engine === 'http2' || engine === 'wrk') && traffic !== null) {
    refuse(
      `engine: ${engine} sends as fast as it is answered, and can't keep to a rate or traffic`,
      'Leave those out, or write `engine: auto`.',
    );
  }
  if (engine === 'vegeta' && traffic === null) {
    refuse('engine: vegeta needs to know when requests start', 'Write a rate such as `rate: 300`, or traffic.');
  }
  if (engine === 'k6' && k6Script === undefined) {
    refuse('engine: k6 needs a script', 'Name it: `k6-script: load/api.js`. It finds the service at `__ENV.BASE_URL`.');
  }
  if (engine === 'k6' && traffic !== null) {
    refuse(
      'with engine: k6 the script says when requests start, and rate and traffic are not for it',
      'Leave them out, or plan scenarios in the script.',
    );
  }
  if (engine !== 'k6' && k6Script !== undefined)
    refuse(`k6-script is given, but engine is ${engine}`, 'Write `engine: k6`.');
  if (engine !== 'http2' && streams > 1) {
    refuse(
      `streams is ${streams}, but engine is ${engine}`,
      'Only `engine: http2` has several requests in flight on a connection.',
    );
  }
}

/** @throws LeakgateError `config` for a scenario that is made while it is sent, and an engine that gets it ready-made. */
export function assertMakes(
  engine: EngineName,
  { routes, auth, cookies }: { routes: readonly Route[]; auth: unknown; cookies: boolean },
  fileName: string,
): void {
  if (engine === 'auto' || engine === 'http2' || engine === 'k6') return;
  const made = routes.some(({ template }) => template !== undefined);
  const what = made ? 'placeholders that change' : auth === null ? 'cookies' : 'auth';
  if (!made && auth === null && !cookies) return;
  throw new LeakgateError(
    'config',
    `${fileName}: engine: ${engine} sends the same requests each time, and knows no ${what}.`,
    {
      hint: 'Write `engine: auto` or `engine: http2`; with `engine: k6` the script does it.',
    },
  );
}

/** @throws LeakgateError `config` when there is no such file. */
export function scriptAt(workingDirectory: string, given: string | undefined, fileName: string): string | undefined {
  if (given === undefined) return undefined;
  const path = resolve(workingDirectory, given);
  if (isFile(path)) return path;
  throw new LeakgateError('config', `${fileName}: k6-script: got ${JSON.stringify(given)}, which isn't a file.`);
}
