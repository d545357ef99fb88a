import type { Cluster, LoadSummary } from '../../model.ts';
import { askedPerSecond, trafficDurationMs } from '../arrivals.ts';
import type { Program } from '../programs/program.ts';
import { runOnCluster } from './cluster.ts';
import { runLocally } from './local.ts';
import { k6Plan, longestMs, type K6Load } from './plan.ts';
import { mergePods } from './summary.ts';

/** Where k6 runs: on this machine, or as several pods of a cluster that `kubectl` reaches. */
export type K6Place = { k6: Program } | { cluster: Cluster; kubectl: string };

/**
 * Sends a scenario by k6: for services that Leakgate doesn't start itself. It ends early where the service answers nothing: `sent` is
 * then below what was asked for.
 * @throws LeakgateError `measurement` when k6 or the cluster can't do it, `config` for a load that k6 can't send.
 */
export async function scenarioByK6(
  origin: string,
  load: K6Load,
  place: K6Place & { env: NodeJS.ProcessEnv; progress: (text: string) => void },
  signal: AbortSignal,
): Promise<LoadSummary> {
  const { routes, connections, until } = load;
  const plan = k6Plan(origin, load);
  const asked = 'traffic' in until ? ofTraffic(until.traffic) : undefined;
  const sent = { routes, connections, ...(asked !== undefined && { asked }) };
  if ('k6' in place) {
    const { pods, cpuUs } = await runLocally(place.k6, plan, place.env, signal);
    const summary = mergePods(pods, { ...sent, version: place.k6.version });
    return { ...summary, ...(cpuUs !== null && { generatorCpuUs: cpuUs / Math.max(1, summary.sent) }) };
  }
  const durationMs = 'durationMs' in until ? until.durationMs : (asked?.durationMs ?? longestMs);
  const users = 'requests' in until ? Math.min(connections, until.requests) : connections;
  const pods = await runOnCluster(place.cluster, { plan, durationMs, users }, place, signal);
  return mergePods(pods, { ...sent, version: clusterVersion(place.cluster) });
}

/** The operator's own image is nobody's to know before it runs. */
export const clusterVersion = ({ image }: Cluster): string => image ?? 'of the k6 operator';

const ofTraffic = (traffic: Parameters<typeof askedPerSecond>[0]) => ({
  perSecond: askedPerSecond(traffic),
  durationMs: trafficDurationMs(traffic),
});
