import { ServiceCrashed } from './program.ts';

/** What the runtime of Go 1.26 and 1.27 says when it dies of a fault of its own while the heap is dumped. */
const dumpFault = 'dumpgs in STW';

export const isDumpCrash = (error: unknown): error is ServiceCrashed =>
  error instanceof ServiceCrashed && [error.crash.message, ...error.output].some((line) => line.includes(dumpFault));

/**
 * Looks at a service, and once more at a fresh copy when the dump killed the first. Any other end of the service is its own: it is
 * thrown on. The answer is null when both copies died.
 */
export async function lookTwice<T>(look: () => Promise<T>, restart: () => Promise<void>): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    if (!isDumpCrash(error)) throw error;
  }
  await restart();
  try {
    return await look();
  } catch (error) {
    if (!isDumpCrash(error)) throw error;
    return null;
  }
}
