import { expect, test } from 'vitest';
import { lookTwice } from '../../../src/bench/dump-crash.ts';
import { ServiceCrashed } from '../../../src/bench/program.ts';

const crash = (message: string, output: string[] = []): ServiceCrashed =>
  new ServiceCrashed({ message, frames: [], exitCode: 2, signal: null }, output);
const dumpCrash = crash('fatal error: dumpgs in STW - bad status');

/** Looks that throw these, one after another; then one that succeeds. */
function looks(...errors: Error[]) {
  const log: string[] = [];
  const look = async (): Promise<string> => {
    log.push('look');
    const error = errors.shift();
    if (error !== undefined) throw error;
    return 'seen';
  };
  return { log, look, restart: async () => void log.push('restart') };
}

test('a service that its dump killed is looked at once more, on a fresh copy', async () => {
  const { log, look, restart } = looks(dumpCrash);
  expect(await lookTwice(look, restart)).toBe('seen');
  expect(log).toEqual(['look', 'restart', 'look']);
});

test('the fault is known by the output too, and after two of them there is no answer', async () => {
  const { log, look, restart } = looks(
    crash('the service exited with code 2 under load', ['fatal error: dumpgs in STW - bad status']),
    dumpCrash,
  );
  expect(await lookTwice(look, restart)).toBeNull();
  expect(log).toEqual(['look', 'restart', 'look']);
});

test.each([
  ['a crash of the service’s own', crash('panic: boom')],
  ['any other error', new Error('no answer')],
])('%s is none of ours', async (_, error) => {
  const { log, look, restart } = looks(error);
  await expect(lookTwice(look, restart)).rejects.toBe(error);
  expect(log).toEqual(['look']);
  const later = looks(dumpCrash, error);
  await expect(lookTwice(later.look, later.restart)).rejects.toBe(error);
});
