import { setTimeout as delay } from 'node:timers/promises';
import manifest from 'undici/package.json' with { type: 'json' };
import type { LoadSummary, Traffic } from '../model.ts';
import { arrivals, askedPerSecond, peakPerSecond, trafficDurationMs } from './arrivals.ts';
import { openConnection } from './connection.ts';
import { dealRequests } from './deal.ts';
import type { Load } from './engine.ts';
import { ownCpu } from './generator-cpu.ts';
import { histogramMaker } from './histogram.ts';
import { openLines, type Sending } from './open-lines.ts';
import { patienceFor } from './patience.ts';
import { openRawConnection } from './raw-connection.ts';
import { seededRandom } from './seeded-random.ts';
import { openSession } from './session.ts';
import { startTally } from './tally.ts';

export interface OpenLoad extends Omit<Load, 'stop' | 'observe'> {
  traffic: Traffic;
  /** Of the random gaps of Poisson traffic: the same seed gives the same gaps. */
  seed: number;
}

/** A full client costs a third more a request, and near its ceiling its own queue shows in the latency. */
const rawAbovePerSecond = 2000;

/** Time to get going before the first request is due. */
const leadMs = 20;

/**
 * Sends every request when the schedule says so, whether or not the service has answered the ones before, and measures
 * latency from that intended moment. A closed loop waits for a service that stalls, and so leaves out the requests that
 * would have suffered. When a connection is free and the generator is late all the same, that is its own fault: it is
 * taken out of the latency and told as `lagUs`.
 *
 * Gives up early on a service that answers nothing. Rejects with the signal's reason; all connections are closed then.
 */
export async function openLoop(origin: string, load: OpenLoad, signal: AbortSignal): Promise<LoadSummary> {
  signal.throwIfAborted();
  const counts = await startCounting(load);
  const raw = origin.startsWith('http:') && peakPerSecond(load.traffic) > rawAbovePerSecond;
  const open = () => (raw ? openRawConnection : openConnection)(origin, load.timeoutMs, openSession(load));
  const ready = (): Promise<void> | null => load.credential?.ready() ?? null;
  await ready();
  await using lines = openLines({ ...load, ...counts, open, ready }, signal);
  const startMs = performance.now() + leadMs;
  for (const offsetMs of arrivals(load.traffic, seededRandom(load.seed))) {
    const waitMs = startMs + offsetMs - performance.now();
    if (waitMs > 0) await delay(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
    if (counts.exhausted() || lines.broken()) break;
    lines.arrive(startMs + offsetMs);
  }
  counts.ended();
  await lines.drained();
  signal.throwIfAborted();
  const version = raw ? 'raw sockets' : `undici ${manifest.version}`;
  return counts.summary({
    engine: { name: 'open', version, model: 'open', protocol: 'HTTP/1.1' },
    connections: load.connections,
  });
}

/** What became of each request, by route and in sum. */
async function startCounting({ routes, connections, traffic, variants }: OpenLoad) {
  const tally = await startTally(routes);
  const histogram = await histogramMaker();
  const [serviceUs, lagUs] = [histogram(), histogram()];
  const patience = patienceFor(connections);
  const cpu = ownCpu();
  let dropped = 0;

  return {
    next: dealRequests(routes, variants).next,
    exhausted: () => patience.exhausted(),
    ended: () => tally.ended(),
    sending: (route: number) => tally.sent(route),
    late: (lateMs: number) => lagUs.record(lateMs * 1000),
    /** Says nothing about whether the service is dead: it may be answering all the time, only too slowly. */
    dropped(route: number): void {
      dropped += 1;
      tally.failed(route, 'timeout');
    },
    done({ route, answer, feltMs, servedMs }: Sending): void {
      if (typeof answer !== 'number') {
        tally.failed(route, answer);
        patience.failed(answer);
        return;
      }
      tally.answered(route, answer, feltMs * 1000);
      serviceUs.record(servedMs * 1000);
      patience.answered();
    },
    summary(of: Pick<LoadSummary, 'engine' | 'connections'>): LoadSummary {
      const open = {
        askedPerSecond: askedPerSecond(traffic),
        sentPerSecond: ((tally.total() - dropped) * 1000) / trafficDurationMs(traffic),
        dropped,
        serviceUs: serviceUs.quantiles(),
        lagUs: lagUs.quantiles(),
      };
      return { ...tally.summary(of), open, generatorCpuUs: cpu() / Math.max(1, tally.total()) };
    },
  };
}
