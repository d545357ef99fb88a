import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renewingCredential, type Obtained } from '../../../src/bench/renewing-credential.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Gives `Bearer 1`, `Bearer 2`, …, and fails where told. */
function source(renewMs: number | null, fails: (call: number) => boolean = () => false) {
  let calls = 0;
  const obtain = async (): Promise<Obtained> => {
    calls += 1;
    if (fails(calls)) throw new Error(`call ${calls} failed`);
    return Promise.resolve({ fields: { authorization: `Bearer ${calls}` }, renewMs });
  };
  return { obtain, calls: () => calls };
}

test('is obtained once, when it is first needed', async () => {
  const { obtain, calls } = source(null);
  await using credential = renewingCredential(obtain);
  expect(calls()).toBe(0);
  await Promise.all([credential.ready(), credential.ready()]);
  expect(credential.fields()).toEqual({ authorization: 'Bearer 1' });
  expect(credential.ready()).toBeNull();
  expect(calls()).toBe(1);
});

test('is renewed in its time, with nobody waiting', async () => {
  const { obtain } = source(1000);
  await using credential = renewingCredential(obtain);
  const renewed = vi.fn<() => void>();
  await credential.ready();
  const stop = credential.onRenewed(renewed);
  await vi.advanceTimersByTimeAsync(1000);
  expect(credential.ready()).toBeNull();
  expect(credential.fields()).toEqual({ authorization: 'Bearer 2' });
  expect(renewed).toHaveBeenCalledTimes(1);
  stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(renewed).toHaveBeenCalledTimes(1);
});

test('is renewed when it is refused, but not when an older one is, and not at once', async () => {
  const { obtain, calls } = source(null);
  await using credential = renewingCredential(obtain);
  await credential.ready();
  const first = credential.fields();
  credential.refused(first);
  expect(credential.ready()).toBeNull();
  await vi.advanceTimersByTimeAsync(1500);
  credential.refused(first);
  await credential.ready();
  expect(credential.fields()).toEqual({ authorization: 'Bearer 2' });
  await vi.advanceTimersByTimeAsync(1500);
  credential.refused(first);
  expect(credential.ready()).toBeNull();
  expect(calls()).toBe(2);
});

test('a renewal that fails in the background is tried once more, with requests waiting; then it is an error', async () => {
  const { obtain } = source(1000, (call) => call > 1);
  await using credential = renewingCredential(obtain);
  await credential.ready();
  await vi.advanceTimersByTimeAsync(1000);
  await expect(credential.ready()).rejects.toThrow('call 3 failed');
});

test('nothing is obtained once it is closed', async () => {
  const { obtain, calls } = source(1000);
  const credential = renewingCredential(obtain);
  await credential.ready();
  await credential[Symbol.asyncDispose]();
  await vi.advanceTimersByTimeAsync(5000);
  expect(calls()).toBe(1);
});
