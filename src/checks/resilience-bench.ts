import type { AnswerColumns, Disturbance } from '../model.ts';
import type { FaultAct } from './resilience-options.ts';

/** The head's stock build, started for itself, under a load whose rate changes and a fault that comes and goes. */
export interface ResilienceBench {
  start(plan: FaultPlan): Promise<DisturbedService>;
}

export interface FaultPlan {
  /** `127.0.0.1:5432`: gets a proxy in front of it. */
  dependency: string | undefined;
  /** By the proxy. */
  does: Disturbance | undefined;
  start: FaultAct | undefined;
  stop: FaultAct | undefined;
  /** Text in the body of an answer that marks a fallback. */
  fallback: string | undefined;
}

/** All times are milliseconds since it was started. */
export interface DisturbedService extends AsyncDisposable {
  nowMs(): number;
  /** Requests that start each second from now on; 0 pauses. */
  rate(perSecond: number): void;
  /** Waits under the present load. Rejects when the service dies, or its load can't be sent. */
  last(durationMs: number): Promise<void>;
  /** Everything that was answered so far; grows. */
  readonly answers: AnswerColumns;
  inFlight(): number;
  /** How late requests started since this was asked last, although a connection was free: the generator's own fault. */
  takeLateMs(): number[];
  /** When calls reached the dependency; null without a proxy in front of it. */
  arrivals(): number[] | null;
  /** Lets the proxy disturb the dependency besides the fault; null ends it. */
  disturb(how: Disturbance | null): void;
  /** Settles once the fault is there. Disposing ends it. */
  beginFault(): Promise<AsyncDisposable & { end(): Promise<void> }>;
  /** Waits until all is answered, and starts the service anew in the same folder, the load paused. */
  restart(): Promise<void>;
  /** Pauses the load and waits until all is answered. */
  drain(): Promise<void>;
}
