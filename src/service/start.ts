import { LeakgateError } from '../errors.ts';
import { type Endpoint, listeningEndpoints } from './listening.ts';
import { fillPlaceholders } from './placeholders.ts';
import { freePort } from './ports.ts';
import { spawnGroup } from './process-group.ts';
import { groupMembers, hasProcfs } from './process-table.ts';
import { type Readiness, waitUntilReady } from './ready.ts';
import { ending, type Launched, runningService, type Service } from './service.ts';
import { serviceOutput } from './service-output.ts';

/** A built service and how to run it. `{port}`, `{side}`, `{dir}` and `{dependency}` are filled in in `args` and in the values of `env`. */
export interface ServiceSpec {
  /** For messages: `head`, `base` or `probe`. */
  name: string;
  binary: string;
  args: string[];
  /** Complete environment of the service. `PORT` is added unless `{port}` appears in it or in `args`. */
  env: Record<string, string | undefined>;
  cwd: string;
  /** What `{dir}` stands for: a temporary folder of the caller. */
  dir: string;
  /** What `{side}` stands for. */
  side: string;
  /** What `{dependency}` stands for; left alone where there is none. */
  dependency?: string;
  /** With a path, GET must answer 2xx or 3xx there; without one, the port must take connections. */
  ready: { path?: string; timeoutMs: number };
  /** Does it speak TLS? Then its certificate is taken as it is. */
  tls?: boolean;
  /** Unix socket for the probe to listen on. */
  probeSocket?: string;
}

const maxStarts = 3;

/**
 * Starts a service and waits until it is ready. It is stopped when `signal` aborts.
 *
 * @throws LeakgateError `service` when it can't be started, ends before it is ready, or isn't ready in time.
 */
export async function startService(spec: ServiceSpec, signal: AbortSignal): Promise<Service> {
  for (let start = 1; ; start++) {
    const port = await freePort(signal);
    const launched = await launch(spec, port, signal);
    try {
      const readiness = await readinessOf(launched, spec, port, signal);
      if (readiness.ready) return runningService(launched, readiness.endpoint, spec.tls ?? false);
      if (start === maxStarts || !lostPort(launched, port)) throw notReady(launched, spec, readiness.waitingFor);
    } catch (error) {
      await launched.group.stop();
      throw error;
    }
    await launched.group.stop();
  }
}

async function launch(spec: ServiceSpec, port: number, signal: AbortSignal): Promise<Launched> {
  const output = serviceOutput();
  const { args, env } = fillPlaceholders(spec, { ...spec, port });
  const group = await spawnGroup(
    {
      name: `${spec.name} service`,
      command: spec.binary,
      args,
      cwd: spec.cwd,
      env: spec.probeSocket === undefined ? env : { ...env, LEAKGATE_PROBE: spec.probeSocket },
      onOutput: output.write,
    },
    signal,
  );
  return { group, output, askedPort: port };
}

async function readinessOf(
  launched: Launched,
  spec: ServiceSpec,
  port: number,
  signal: AbortSignal,
): Promise<Readiness> {
  const { group } = launched;
  return await waitUntilReady(
    {
      path: spec.ready.path,
      timeoutMs: spec.ready.timeoutMs,
      tls: spec.tls ?? false,
      askedPort: port,
      endpoints: () => (hasProcfs() ? listeningEndpoints(groupMembers(group.pid)) : loopback(port)),
      ended: group.exited,
    },
    signal,
  );
}

/** Without /proc nobody can tell where the service listens: it has to be the port it was told. */
function loopback(port: number): Endpoint[] {
  return ['127.0.0.1', '::1'].map((host) => ({ host, port }));
}

/** Was the port taken between our look and the service's bind? Go says `listen tcp :20123: bind: address already in use`. */
function lostPort({ group, output }: Launched, port: number): boolean {
  const lines = output.lines();
  return (
    group.exit() !== null && lines.some((line) => /address already in use/i.test(line) && line.includes(`:${port}`))
  );
}

function notReady({ group, output }: Launched, spec: ServiceSpec, waitingFor: string): LeakgateError {
  const lines = output.lines();
  const details = { output: lines.join('\n') };
  const exit = group.exit();
  if (exit === null) {
    return new LeakgateError(
      'service',
      `The ${spec.name} service wasn't ready after ${spec.ready.timeoutMs / 1000} s: ${waitingFor}.`,
      {
        ...details,
        hint:
          spec.ready.path === undefined || !waitingFor.startsWith('GET ')
            ? portHint
            : 'Let ready.path name a path that answers 2xx or 3xx, or raise ready.timeout.',
      },
    );
  }
  const portTaken = lines.some((line) => /address already in use/i.test(line));
  return new LeakgateError('service', `The ${spec.name} service ended before it was ready: ${ending(exit, output)}.`, {
    ...details,
    hint: portTaken
      ? `It wants a port that is taken. ${portHint}`
      : 'Its last output says why. Does it need a setup command or an environment variable?',
  });
}

const portHint = 'Let it listen on the port in the environment variable PORT, or hand it {port} in args or env.';
