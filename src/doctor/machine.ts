import { readFile, statfs } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os';
import { memoryLimit } from '../memory-limit.ts';
import { bad, fair, good, unknown, type Advice } from './advice.ts';

/** What the system's files say, and a way to stand in for them in tests. */
export type ReadText = (path: string) => Promise<string | null>;

export const readText: ReadText = async (path) => readFile(path, 'utf8').catch(() => null);

const gib = 1024 ** 3;
const inGib = (bytes: number): string => `${(bytes / gib).toFixed(1)} GiB`;

/** Processors that may be used, and the share of them that a container is given. */
export async function processors(read: ReadText, count = availableParallelism()): Promise<Advice> {
  const [quota, period] = ((await read('/sys/fs/cgroup/cpu.max')) ?? 'max 100000').trim().split(' ');
  const given = quota === 'max' ? count : Number(quota) / Number(period);
  const found = `${count} ${count === 1 ? 'processor' : 'processors'}${given < count ? `, of which the container is given ${given.toFixed(1)}` : ''}`;
  if (given < count)
    return fair(
      'processors',
      found,
      'A quota stops a service in the middle of a request. Give the job whole processors, or set GOMAXPROCS to what it is given.',
    );
  return count < 2
    ? fair(
        'processors',
        found,
        'Service and generator share it, so speed is seen less well. Two processors or more are better.',
      )
    : good('processors', found);
}

export function load(averages = loadavg(), count = availableParallelism()): Advice {
  const [last = 0] = averages;
  const found = `load ${last.toFixed(1)} on ${count} processors in the last minute`;
  return last > count / 2
    ? fair(
        'load',
        found,
        'Something else is running. What is measured meanwhile scatters, and more runs end undecided.',
      )
    : good('load', found);
}

export function memory(env: NodeJS.ProcessEnv, total = totalmem()): Advice {
  const limit = memoryLimit({ limitBytes: undefined, env });
  const found =
    limit === undefined ? inGib(total) : `${inGib(limit.bytes)} by the container's limit, of ${inGib(total)}`;
  return Math.min(total, limit?.bytes ?? total) < 2 * gib
    ? fair('memory', found, 'Two copies of the service and a build must fit. 4 GiB are comfortable.')
    : good('memory', found);
}

/** Times are read from the monotonic clock; what counts is what the kernel reads it from. */
export async function clock(read: ReadText): Promise<Advice> {
  const source = (await read('/sys/devices/system/clocksource/clocksource0/current_clocksource'))?.trim();
  if (source === undefined) return unknown('clock', 'the system doesn’t tell what its clock reads');
  return ['tsc', 'kvm-clock', 'hyperv_clocksource_tsc_page', 'arch_sys_counter'].includes(source)
    ? good('clock', `the clock reads ${source}`)
    : fair(
        'clock',
        `the clock reads ${source}`,
        'Each look at it is a call into the kernel or slower: fast services seem slower than they are.',
      );
}

export async function disk(folder = tmpdir()): Promise<Advice> {
  const found = await statfs(folder).catch(() => null);
  if (found === null) return bad('disk', `${folder} can't be read`, 'Set TMPDIR to a folder that can be written to.');
  const free = found.bavail * found.bsize;
  const said = `${inGib(free)} free in ${folder}`;
  return free < 2 * gib
    ? fair('disk', said, 'Two builds and a checkout of the baseline go there; large services need more.')
    : good('disk', said);
}

export async function descriptors(read: ReadText): Promise<Advice> {
  const limit = /^Max open files\s+(\d+|unlimited)/m.exec((await read('/proc/self/limits')) ?? '')?.[1];
  if (limit === undefined) return unknown('descriptors', 'the system doesn’t tell how many files may be open');
  return Number(limit) < 4096
    ? fair('descriptors', `${limit} files may be open`, 'Wide loads need one for each connection: `ulimit -n 65536`.')
    : good('descriptors', `${limit} files may be open`);
}

/** Load goes to the loopback interface, and a proxy in the way would be measured. */
export async function loopback(env: NodeJS.ProcessEnv): Promise<Advice> {
  const server = createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1');
  try {
    await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2000) });
    if ((await answer.text()) !== 'here') throw new Error('somebody else answered');
  } catch (error) {
    return bad(
      'loopback',
      `127.0.0.1 can't be reached: ${(error as Error).message}`,
      'Leakgate loads the service over the loopback interface alone.',
    );
  } finally {
    server.close();
  }
  const proxy = ['HTTP_PROXY', 'http_proxy'].find((name) => (env[name] ?? '') !== '');
  const spared = /127\.0\.0\.1|localhost|\*/.test(env['NO_PROXY'] ?? env['no_proxy'] ?? '');
  return proxy !== undefined && !spared
    ? fair(
        'loopback',
        `127.0.0.1 answers; ${proxy} is set`,
        'If the service calls others on this machine, set NO_PROXY=127.0.0.1,localhost.',
      )
    : good('loopback', '127.0.0.1 answers');
}
