import { LeakgateError } from '../errors.ts';

/** May the same request succeed a moment later? `busy`: yes, when others are done. `outage`: perhaps. */
export type Passing = 'no' | 'outage' | 'busy';

/**
 * A store that didn't answer or didn't let us in. It says nothing about the baseline, which may well be there: a run goes on
 * without it and warns. A baseline that was read and is damaged is a plain `LeakgateError` instead.
 */
export class StoreUnavailable extends LeakgateError {
  readonly passing: Passing;

  constructor(
    message: string,
    { passing, ...details }: { passing: Passing; hint?: string; cause?: unknown; output?: string },
  ) {
    super('config', message, details);
    this.name = 'StoreUnavailable';
    this.passing = passing;
  }
}
