import type { Socket } from 'node:net';
import type { Disturbance } from '../model.ts';

/** One direction of a connection. */
export interface Channel {
  disturb(how: Disturbance | null): void;
  close(): void;
}

interface Piece {
  /** Null ends the stream. */
  chunk: Buffer | null;
  dueMs: number;
}

/**
 * Hands on what one socket reads to the other, in order: at once, after a delay (only where it is `delayed`: one direction makes
 * a round trip later by that much), or, through a black hole, when it ends.
 */
export function openChannel(from: Socket, to: Socket, { delayed }: { delayed: boolean }): Channel {
  const waiting: Piece[] = [];
  let disturbance: Disturbance | null = null;
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (disturbance?.kind === 'blackhole') return;
    while (waiting.length > 0 && waiting[0]!.dueMs <= performance.now()) deliver(waiting.shift()!);
    const next = waiting[0];
    if (next !== undefined) timer = setTimeout(flush, Math.max(1, next.dueMs - performance.now()));
  };
  const deliver = ({ chunk }: Piece): void => {
    if (chunk === null) return void to.end();
    if (to.write(chunk)) return;
    from.pause();
    to.once('drain', () => from.resume());
  };
  const take = (chunk: Buffer | null): void => {
    const delayMs = delayed && disturbance?.kind === 'delay' ? disturbance.delayMs : 0;
    // Never before what came earlier, also when the delay has just ended.
    const dueMs = Math.max(performance.now() + delayMs, waiting.at(-1)?.dueMs ?? 0);
    waiting.push({ chunk, dueMs });
    flush();
  };
  from.on('data', take);
  from.once('end', () => take(null));
  return {
    disturb(how) {
      disturbance = how;
      flush();
    },
    close: () => clearTimeout(timer),
  };
}
