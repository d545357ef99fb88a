import type { Config } from '../config/resolve.ts';
import { routedEngine } from '../config/engine.ts';
import {
  engines,
  findProgram,
  k6Load,
  openLoad,
  trafficFor,
  vegetaLoad,
  wrkLoad,
  type Engine,
  type ProgramName,
} from '../engines/index.ts';
import type { LoadSummary } from '../model.ts';
import { sendNew } from './load.ts';
import { serviceEnvironment } from '../service/index.ts';
import type { Program } from './program.ts';

/** Loads a copy of the service for so long, as the settings say. */
export type StockLoad = (running: Program, durationMs: number, more?: { warmUp?: boolean }) => Promise<LoadSummary>;

/** The load whose figures are shown and stored, by the engine that the settings name. */
export function stockLoad(config: Config, env: NodeJS.ProcessEnv, signal: AbortSignal): StockLoad {
  const { routes, connections, requestTimeoutMs: timeoutMs } = config;
  const place = { cwd: config.workingDirectory, env: { ...serviceEnvironment(env) } };
  const shaped = (durationMs: number) => trafficFor(config.traffic!, durationMs);
  const program = async (name: ProgramName) => findProgram(name, place, signal);
  return async (running, durationMs, { warmUp = false } = {}) => {
    const { origin } = running.service;
    const stop = { durationMs };
    const common = { routes, connections, timeoutMs, env: place.env };
    switch (routedEngine(config)) {
      case 'autocannon':
        return sendNew(config, running, async (_, load) => engines.autocannon.run(origin, { ...load, stop }, signal));
      case 'http2':
        return sendNew(config, running, async (_, load) => engines.http2.run(origin, { ...load, stop }, signal));
      case 'open': {
        const schedule = { traffic: shaped(durationMs), seed: 1 };
        return sendNew(config, running, async (_, load) => openLoad(origin, { ...load, ...schedule }, signal));
      }
      case 'wrk':
        return wrkLoad(await program('wrk'), origin, { ...common, durationMs }, signal);
      case 'vegeta':
        return vegetaLoad(await program('vegeta'), origin, { ...common, traffic: shaped(durationMs) }, signal);
      default: {
        const script = config.k6Script!;
        return k6Load(await program('k6'), origin, { script, connections, durationMs, warmUp, env: place.env }, signal);
      }
    }
  };
}

/** What sends an exact number of requests: the leak rounds, and what is measured beside the probe. */
export const countingEngine = ({ engine }: Pick<Config, 'engine'>): Engine =>
  engine === 'http2' ? engines.http2 : engines.autocannon;

/** What of the senders has to be the same for two runs to be comparable. Looks for the programs: a missing one is told before anything is built. */
export async function senders(
  config: Config,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const place = { cwd: config.workingDirectory, env: { ...serviceEnvironment(env) } };
  const routed = routedEngine(config);
  const counting = countingEngine(config);
  const named = async (): Promise<string> => {
    if (routed === 'autocannon' || routed === 'http2') return `${routed} ${engines[routed].version}, closed loop`;
    if (routed === 'open') return 'open loop';
    const { version } = await findProgram(routed, place, signal);
    return `${routed} ${version}, ${routed === 'wrk' ? 'closed loop' : routed === 'vegeta' ? 'open loop' : 'its script'}`;
  };
  return {
    engine: await named(),
    'engine of the leak rounds': `${counting.name} ${counting.version}`,
    protocol: `${config.engine === 'http2' ? 'HTTP/2' : 'HTTP/1.1'}${config.tls ? ' over TLS' : ''}`,
    ...(config.streams > 1 && { streams: String(config.streams) }),
  };
}
