import { readFileSync } from 'node:fs';
import type { MemoryLimit } from './checks/check.ts';

interface Given {
  /** Of the settings. */
  limitBytes: number | undefined;
  /** Of the service. */
  env: Readonly<Record<string, string | undefined>>;
}

/** How much memory the service has: as the settings say, else what the container allows that Leakgate runs in. Undefined without either. */
export function memoryLimit({ limitBytes, env }: Given, root = ''): MemoryLimit | undefined {
  const container = limitBytes === undefined ? containerLimit(root) : undefined;
  const bytes = limitBytes ?? container;
  if (bytes === undefined) return undefined;
  return { bytes, from: limitBytes === undefined ? 'container' : 'config', liveBytes: bytes / growth(env) };
}

/**
 * The collector lets the heap grow by GOGC percent of what lives before it collects again. With a GOMEMLIMIT it collects in time, and
 * only what lives counts in the end.
 */
function growth(env: Given['env']): number {
  const percent = Number(env['GOGC'] ?? 100);
  if ((env['GOMEMLIMIT'] ?? 'off') !== 'off' || env['GOGC'] === 'off') return 1;
  return Number.isFinite(percent) && percent > 0 ? 1 + percent / 100 : 2;
}

/** Version 2 of control groups writes `max` where there is no limit, version 1 a number near the largest. */
const files = ['/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/memory/memory.limit_in_bytes'];
const unlimitedBytes = 2 ** 50;

function containerLimit(root: string): number | undefined {
  for (const file of files) {
    const bytes = Number(textOf(`${root}${file}`));
    if (Number.isFinite(bytes) && bytes > 0 && bytes < unlimitedBytes) return bytes;
  }
  return undefined;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
