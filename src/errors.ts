/** Exit codes of the program, by what went wrong. 0 is a pass and 1 an exceeded gate: neither is an error. */
export const exitCodes = {
  config: 2,
  service: 3,
  measurement: 4,
  internal: 5,
  interrupted: 130,
} as const;

export type ErrorCode = keyof typeof exitCodes;

/** A compiler's or file's line that an error is about; becomes an annotation. `file` is repository-relative. */
export interface ErrorLocation {
  file: string;
  line: number;
  message: string;
}

interface ErrorDetails {
  hint?: string;
  cause?: unknown;
  locations?: ErrorLocation[];
  /** Text worth reading below the message: the last lines of a service's output. */
  output?: string;
}

/**
 * Everything that stops a run before there is a verdict. The message is one sentence that names the input or file;
 * the hint says what to do. A deviation from a baseline is never an error: it is a finding.
 */
export class LeakgateError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly locations: ErrorLocation[];
  readonly output: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'LeakgateError';
    this.code = code;
    this.hint = details.hint;
    this.locations = details.locations ?? [];
    this.output = details.output;
  }

  get exitCode(): number {
    return exitCodes[this.code];
  }
}

/** Turns whatever was thrown into a `LeakgateError`, keeping those that already are. */
export function asLeakgateError(thrown: unknown): LeakgateError {
  if (thrown instanceof LeakgateError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (saysFullDisk(message)) return fullDisk(message, { cause: thrown });
  return new LeakgateError('internal', `Leakgate failed: ${message}`, {
    cause: thrown,
    hint: 'This is a fault of Leakgate. Please report it with the log of this run.',
  });
}

/** What compilers, linkers and Node.js say when a disk, or a user's share of one, has no room left. */
export const saysFullDisk = (text: string): boolean =>
  /no space left on device|disk quota exceeded|\bENOSPC\b|\bEDQUOT\b/i.test(text);

/** Nothing is wrong with the service, nor with Leakgate: `what` had no room. */
export const fullDisk = (what: string, details: Pick<ErrorDetails, 'cause' | 'output'> = {}): LeakgateError =>
  new LeakgateError('measurement', `The disk is full: ${what}.`, {
    ...details,
    hint: 'Free some space. Binaries and heap dumps lie in TMPDIR while a run lasts, results in the output folder.',
  });
