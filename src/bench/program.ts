import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/resolve.ts';
import { obtainCredential } from './obtain-credential.ts';
import { renewingCredential, type OpenCredential } from './renewing-credential.ts';
import { LeakgateError } from '../errors.ts';
import type { Credential } from '../engines/index.ts';
import { serviceEnvironment, startService, type Crash, type Service } from '../service/index.ts';

/** The service went down while it was under load: a finding of its own, not a fault of the run. */
export class ServiceCrashed extends Error {
  readonly crash: Crash;
  readonly output: string[];

  constructor(crash: Crash, output: string[]) {
    super(crash.message);
    this.name = 'ServiceCrashed';
    this.crash = crash;
    this.output = output;
  }
}

/** A running copy of the service with the temp folder that belongs to it. */
export interface Program extends AsyncDisposable {
  service: Service;
  /** Where the probe listens, in a copy that was started with one. */
  probeSocket: string | undefined;
  /** Requests that loads of new ones have sent to this copy: templates go on from here. */
  sent: number;
  /** What requests to this copy carry. */
  credential: Credential | undefined;
  /** Runs `load` and turns the service's death during it into `ServiceCrashed`, whatever the load itself threw. */
  survives<T>(load: () => Promise<T>): Promise<T>;
}

interface Start {
  /** `head`, `base` or `probe`: names the copy in messages, and `{side}`. */
  side: string;
  binary: string;
  /** On top of the config's environment. */
  env?: Record<string, string>;
  /** Give the probe a socket. */
  probe?: boolean;
  /** `{dir}`, where it is the caller's: it is kept. */
  directory?: string;
  /** What `{dependency}` stands for; the config's address unless told. */
  dependency?: string;
  /** Where the service runs; the base's copy runs in its own worktree. */
  cwd?: string;
}

/** What copies of the service are started from. */
export interface Origin {
  env: NodeJS.ProcessEnv;
  /** Told of every token, so that nobody shows it. */
  secret: (value: string) => void;
}

/** Starts a binary the way the config says, in a temp folder of its own; stopping it removes the folder. */
export async function startProgram(
  config: Config,
  parent: Origin,
  start: Start,
  signal: AbortSignal,
): Promise<Program> {
  const directory = start.directory ?? (await mkdtemp(join(tmpdir(), `leakgate-${start.side}-`)));
  const clean = async (): Promise<void> =>
    start.directory === undefined ? rm(directory, { recursive: true, force: true }) : undefined;
  const dependency = start.dependency ?? config.dependency;
  try {
    const probeSocket = start.probe === true ? join(directory, 'probe.sock') : undefined;
    const service = await startService(
      {
        name: start.side,
        side: start.side,
        binary: start.binary,
        args: config.args,
        env: { ...serviceEnvironment(parent.env), ...config.env, ...start.env },
        cwd: start.cwd ?? config.workingDirectory,
        dir: directory,
        ...(dependency !== undefined && { dependency }),
        ready: config.ready,
        tls: config.tls,
        ...(probeSocket !== undefined && { probeSocket }),
      },
      signal,
    );
    const credential = credentialFor(config, service.origin, start, parent);
    return program({ service, probeSocket, credential, clean }, signal);
  } catch (error) {
    await clean();
    throw error;
  }
}

/** Obtained when the first request needs it. */
function credentialFor(
  { auth, env, workingDirectory }: Config,
  origin: string,
  { cwd = workingDirectory }: Start,
  parent: Origin,
): OpenCredential | undefined {
  if (auth === null) return undefined;
  const { secret } = parent;
  const place = { origin, cwd, env: { ...serviceEnvironment(parent.env), ...env }, secret };
  return renewingCredential(async (signal) => obtainCredential(auth, place, signal));
}

interface Parts {
  service: Service;
  probeSocket: string | undefined;
  credential: OpenCredential | undefined;
  clean: () => Promise<void>;
}

function program({ service, probeSocket, credential, clean }: Parts, signal: AbortSignal): Program {
  return {
    service,
    probeSocket,
    credential,
    sent: 0,
    async survives(load) {
      const outcome = await load().then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      // An interrupt stops the service as well; that is no crash.
      signal.throwIfAborted();
      if (!service.running) throw await died(service);
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    },
    async [Symbol.asyncDispose]() {
      await credential?.[Symbol.asyncDispose]();
      await service.stop();
      await clean();
    },
  };
}

async function died(service: Service): Promise<Error> {
  const exit = await service.exited;
  const crash = service.crash();
  if (crash !== null) return new ServiceCrashed(crash, service.output());
  const how = exit.signal === null ? `exited with code ${exit.code}` : `was killed by ${exit.signal}`;
  if (exit.signal === 'SIGTERM' || exit.signal === 'SIGINT') {
    return new LeakgateError('interrupted', `The service ${how} while it was measured.`);
  }
  return new ServiceCrashed(
    { message: `the service ${how} under load`, frames: [], exitCode: exit.code, signal: exit.signal },
    service.output(),
  );
}
