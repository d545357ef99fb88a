import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { LoadSummary, Route, Traffic } from '../../model.ts';
import { childrenCpu } from '../generator-cpu.ts';
import { isLoopback } from '../../loopback.ts';
import { runProgram, type Program } from './program.ts';
import { attacksOf, type Attack } from './vegeta-attacks.ts';
import { readVegeta, type AttackResults } from './vegeta-results.ts';
import { routeCycle } from '../routes.ts';
import type { TimedLoad } from './wrk.ts';

export interface ShapedLoad extends Omit<TimedLoad, 'durationMs'> {
  traffic: Traffic;
}

/** More than the results of a long load: each is a line of about 400 bytes. */
const encoded = { stdout: 'results.json' };

/** The open loop by vegeta, one attack for each stretch of a constant rate. What it recorded is read when all of them are over. */
export async function vegetaLoad(
  vegeta: Program,
  origin: string,
  load: ShapedLoad,
  signal: AbortSignal,
): Promise<LoadSummary> {
  const attacks = attacksOf(load.traffic);
  const folder = await mkdtemp(join(tmpdir(), 'leakgate-vegeta-'));
  const place = { cwd: folder, env: load.env };
  try {
    await writeFile(join(folder, 'targets.json'), vegetaTargets(origin, load.routes));
    const cpu = childrenCpu();
    for (const [index, attack] of attacks.entries()) {
      if (attack.perSecond === 0) await delay(attack.durationMs, undefined, { signal });
      else await runProgram(vegeta, attackArguments(origin, load, attack, index), place, signal);
    }
    const cpuUs = cpu();
    const results: AttackResults[] = [];
    for (const [index, attack] of attacks.entries()) {
      if (attack.perSecond === 0) continue;
      const output = `${index}-${encoded.stdout}`;
      await runProgram(vegeta, ['encode', '-to=json', `-output=${output}`, `${index}.bin`], place, signal);
      results.push({ file: join(folder, output), perSecond: attack.perSecond });
    }
    const { routes, connections, traffic } = load;
    const summary = await readVegeta(results, { routes, connections, traffic, version: vegeta.version });
    return { ...summary, ...(cpuUs !== null && { generatorCpuUs: cpuUs / Math.max(1, summary.sent) }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One target a line, in an order that keeps the shares. The fragment is never sent; it tells which route an answer belongs to. */
export function vegetaTargets(origin: string, routes: readonly Route[]): string {
  const lines = routes.map(({ method, path, headers, body }, index) =>
    JSON.stringify({
      method,
      url: `${origin}${path}#${index}`,
      header: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      ...(body !== undefined && { body: Buffer.from(body).toString('base64') }),
    }),
  );
  return `${routeCycle(routes)
    .map((index) => lines[index])
    .join('\n')}\n`;
}

/** vegeta counts in whole requests: a thousand seconds' worth, so that fractions of a request a second are kept. */
function attackArguments(
  origin: string,
  { connections, timeoutMs }: ShapedLoad,
  { perSecond, durationMs }: Attack,
  index: number,
): string[] {
  return [
    'attack',
    '-format=json',
    '-targets=targets.json',
    `-rate=${Math.max(1, Math.round(perSecond * 1000))}/1000s`,
    `-duration=${durationMs}ms`,
    `-timeout=${timeoutMs}ms`,
    `-connections=${connections}`,
    `-max-connections=${connections}`,
    `-workers=${connections}`,
    '-max-body=0',
    '-redirects=-1',
    '-http2=false',
    ...(origin.startsWith('https:') && isLoopback(origin) ? ['-insecure'] : []),
    `-output=${index}.bin`,
  ];
}
