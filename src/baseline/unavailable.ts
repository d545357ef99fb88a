import { LeakgateError } from '../errors.ts';

/**
 * A store that didn't answer or didn't let us in. It says nothing about the baseline, which may well be there: a run goes on
 * without it and warns. A baseline that was read and is damaged is a plain `LeakgateError` instead.
 */
export class StoreUnavailable extends LeakgateError {
  /** May the same request succeed a moment later? */
  readonly passing: boolean;

  constructor(
    message: string,
    { passing, ...details }: { passing: boolean; hint?: string; cause?: unknown; output?: string },
  ) {
    super('config', message, details);
    this.name = 'StoreUnavailable';
    this.passing = passing;
  }
}
