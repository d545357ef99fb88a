import type { Config } from '../config/resolve.ts';
import type { Deployed } from '../config/deployed.ts';
import { clusterVersion, findProgram, scenarioByK6, trafficFor, type K6Load, type Variants } from '../engines/index.ts';
import type { LoadSummary, Route } from '../model.ts';
import { serviceEnvironment } from '../service/index.ts';
import { obtainCredential } from './obtain-credential.ts';
import { renewingCredential } from './renewing-credential.ts';

/** What is sent to a deployed service. */
export interface DeployedOrder {
  routes?: Route[];
  connections?: number;
  variants: Variants;
  until: K6Load['until'];
}

export interface DeployedLoad extends AsyncDisposable {
  /** Sends it by k6. Who the requests come from is asked anew only when that no longer holds. */
  send(order: DeployedOrder): Promise<LoadSummary>;
}

interface Parts {
  config: Config;
  deployed: Deployed;
  env: NodeJS.ProcessEnv;
  /** Told of every token, so that nobody shows it. */
  secret: (value: string) => void;
  progress: (text: string) => void;
}

export function deployedLoad({ config, deployed, env, secret, progress }: Parts, signal: AbortSignal): DeployedLoad {
  const { auth, workingDirectory: cwd } = config;
  const { origin } = deployed;
  const variables = serviceEnvironment(env);
  const credential =
    auth === null
      ? undefined
      : renewingCredential(async (until) =>
          obtainCredential(auth, { origin, cwd, env: { ...variables, ...config.env }, secret }, until),
        );
  let sender: ReturnType<typeof senderOf> | undefined;
  return {
    async send({ routes = config.routes, connections = config.connections, variants, until }) {
      sender ??= senderOf(deployed, { cwd, env: variables }, signal);
      const place = { ...(await sender), env: variables, progress };
      await credential?.ready();
      const fields = credential?.fields() ?? {};
      const { cookies, requestTimeoutMs: timeoutMs } = config;
      const load = { routes, connections, variants, until, fields, cookies, timeoutMs };
      const summary = await scenarioByK6(origin, load, place, signal);
      // A script can't ask for another one while it runs: the next load has it.
      if ((summary.statuses['401'] ?? 0) > 0) credential?.refused(fields);
      return summary;
    },
    [Symbol.asyncDispose]: async () => credential?.[Symbol.asyncDispose](),
  };
}

/** How long, or by which schedule. */
export const untilOf = ({ traffic }: Config, durationMs: number): K6Load['until'] =>
  traffic === null ? { durationMs } : { traffic: trafficFor(traffic, durationMs) };

type Place = Parameters<typeof findProgram>[1];

async function senderOf({ cluster }: Deployed, place: Place, signal: AbortSignal) {
  if (cluster === undefined) {
    const instead = 'name a `cluster` with the k6 operator, where it needn’t be';
    return { k6: await findProgram('k6', place, signal, { setting: 'target', instead }) };
  }
  const instead = 'leave `cluster` out, and k6 on this machine sends the load';
  const { path } = await findProgram('kubectl', place, signal, { setting: 'cluster', instead });
  return { cluster, kubectl: path };
}

/** What of the service and of who loads it has to be the same for two runs to be comparable. Looks for the programs before anything is sent. */
export async function deployedSenders(
  config: Config,
  deployed: Deployed,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const sender = await senderOf(deployed, { cwd: config.workingDirectory, env: serviceEnvironment(env) }, signal);
  const model = config.traffic === null ? 'closed loop' : 'open loop';
  return {
    target: deployed.origin,
    engine:
      'k6' in sender
        ? `k6 ${sender.k6.version}, ${model}`
        : `k6 ${clusterVersion(sender.cluster)} in ${sender.cluster.parallelism} pods, ${model}`,
  };
}
