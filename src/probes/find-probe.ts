import { readFileSync } from 'node:fs';
import { listeningUnixSockets } from '../service/unix-sockets.ts';
import { connectProbe, type Probe } from './client.ts';

/** A probe answers at once; another server may never do. */
const answerMs = 1_000;

/** The probe inside of a running process, wherever it listens; null when it wasn't built with one. */
export async function findProbe(pid: number, signal: AbortSignal): Promise<Probe | null> {
  for (const path of listeningUnixSockets(pid)) {
    const probe = connectProbe(path, answerMs);
    const answer = await probe.ping(signal).catch(() => {
      signal.throwIfAborted();
      return null;
    });
    if (answer !== null && knownAs(pid).includes(answer.pid)) return probe;
  }
  return null;
}

/** The numbers of a process, here and inside of its containers. */
function knownAs(pid: number): number[] {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  return [pid, ...(/^NSpid:(.*)$/m.exec(status)?.[1] ?? '').trim().split(/\s+/).map(Number)];
}
