import type { Panic } from './crash.ts';
import type { Endpoint } from './listening.ts';
import type { Exit, ProcessGroup } from './process-group.ts';
import { openFiles } from './open-files.ts';
import { descriptorCount, groupCpuNs, threadCount } from './process-table.ts';
import type { RecoveredPanic } from './recovered.ts';
import type { CollectionTimes } from './gc-trace.ts';
import type { ServiceOutput } from './service-output.ts';

/** Why a service ended that nobody stopped. Frames are those of the goroutine that crashed, innermost first; empty without a Go stack. */
export interface Crash extends Panic {
  exitCode: number | null;
  signal: string | null;
}

/** A service that has answered. Disposing of it stops every process that it started. */
export interface Service extends AsyncDisposable {
  /** `http://127.0.0.1:20123`, or `https:` for one that speaks TLS: what clients send requests to. */
  origin: string;
  pid: number;
  port: number;
  /** Does it listen where it was told to, so that two copies can run side by side? */
  tookPort: boolean;
  readonly running: boolean;
  /** CPU time of the whole process tree since its start; never falls. Zero where there is no /proc. */
  cpuNs: () => number;
  /** Open file descriptors of the service's process. */
  descriptors: () => number;
  threads: () => number;
  /** What those descriptors are: `connection to 127.0.0.1:5432`, by how many there are. */
  openFiles: () => Record<string, number>;
  /** The last 50 lines it printed. */
  output: () => string[];
  /** Null while it runs, and after a stop that was asked for. */
  crash: () => Crash | null;
  /** Panics of handlers that net/http, gin's Recovery or chi's Recoverer caught and logged: one entry for each place. */
  recoveredPanics: () => RecoveredPanic[];
  /** Collections that the runtime printed; none without `gctrace=1` in its GODEBUG. */
  collections: () => CollectionTimes[];
  exited: Promise<Exit>;
  /** SIGTERM, five seconds of grace, SIGKILL. Resolves when nothing is left; may be called again. */
  stop: () => Promise<void>;
}

/** A started process whose output is being read. */
export interface Launched {
  group: ProcessGroup;
  /** The port that it was told. */
  askedPort: number;
  output: ServiceOutput;
}

/** The view on a process that the rest of the program gets once it answers. */
export function runningService(
  { group, output, askedPort }: Launched,
  { host, port }: Endpoint,
  tls: boolean,
): Service {
  let highestCpuNs = 0;
  return {
    origin: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    pid: group.pid,
    port,
    tookPort: port === askedPort,
    get running() {
      return group.exit() === null;
    },
    cpuNs: () => (highestCpuNs = Math.max(highestCpuNs, groupCpuNs(group.pid))),
    descriptors: () => descriptorCount(group.pid),
    threads: () => threadCount(group.pid),
    openFiles: () => openFiles(group.pid),
    output: output.lines,
    crash() {
      const exit = group.exit();
      if (exit === null || !group.endedByItself()) return null;
      return {
        message: ending(exit, output),
        frames: output.fatal()?.frames ?? [],
        exitCode: exit.code,
        signal: exit.signal,
      };
    },
    recoveredPanics: output.recovered,
    collections: output.collections,
    exited: group.exited,
    stop: group.stop,
    [Symbol.asyncDispose]: group.stop,
  };
}

/** How it ended: the panic's message, or the exit code and the last line it printed. */
export function ending(exit: Exit, output: ServiceOutput): string {
  const panic = output.fatal();
  if (panic) return panic.message;
  const how = exit.signal === null ? `exit code ${exit.code}` : `killed by ${exit.signal}`;
  const lastLine = output.lines().findLast((line) => line.trim() !== '');
  return lastLine === undefined ? how : `${how}, after it printed "${lastLine.trim()}"`;
}
