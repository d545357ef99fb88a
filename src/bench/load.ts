import type { Config } from '../config/resolve.ts';
import type { Load, Variants } from '../engines/index.ts';
import type { LoadSummary } from '../model.ts';
import type { Program } from './program.ts';

/** What every load of a copy has in common. */
export const loadOf = (
  { routes, connections, streams, requestTimeoutMs: timeoutMs, cookies }: Config,
  { credential, sent }: Pick<Program, 'credential' | 'sent'>,
): Omit<Load, 'stop'> => ({ routes, connections, streams, timeoutMs, cookies, credential, variants: { from: sent } });

/** Sends new requests: none that a template makes comes twice to one copy. */
export async function sendNew(
  config: Config,
  running: Program,
  send: (origin: string, load: Omit<Load, 'stop'>) => Promise<LoadSummary>,
): Promise<LoadSummary> {
  const summary = await send(running.service.origin, loadOf(config, running));
  running.sent += summary.sent;
  return summary;
}

/** Of the rounds that look for leaks, after so many requests to this copy. */
export const leakVariants = ({ leaks }: Config, sent: number): Variants =>
  leaks.keys === 'fresh' ? { from: sent } : 'replayed';
