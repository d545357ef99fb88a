import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { seededRandom } from '../../src/engines/seeded-random.ts';

vi.setConfig({ testTimeout: 120_000 });

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
const service = new URL('../fixtures/e2e/misbehaving', import.meta.url).pathname;
const seed = Number(process.env['LEAKGATE_KILL_SEED'] ?? 1);
const random = seededRandom(seed);

let home: string;
let folder: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'leakgate-killed-'));
  folder = join(home, 'shop');
  cpSync(service, folder, { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Of one run: binaries, sockets and whatever else it makes for itself lie there. */
const temporary = (): string => join(folder, 'temporary');
beforeEach(() => {
  rmSync(temporary(), { recursive: true, force: true });
  mkdirSync(temporary());
});

function start() {
  const env = { ...process.env, NO_COLOR: '1', TMPDIR: temporary() };
  const settings = [
    '--requests',
    'GET /work',
    '--leak-requests',
    '2000',
    '--duration',
    '3s',
    '--checks',
    'qps,heap-leak',
  ];
  return spawn(process.execPath, [cli, 'run', '.', '--save-baseline', ...settings], { cwd: folder, env });
}

/** Whatever this run started: its binaries lie in its folder, and the builds work in it. */
function running(): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(temporary()) ? [line] : [];
      } catch {
        return [];
      }
    });
}

async function nothingRuns(): Promise<void> {
  // A process that was told to end needs a moment, also where the kernel tells it.
  for (let left = 100; left > 0 && running().length > 0; left -= 1) await sleep(100);
  expect(running()).toEqual([]);
}

const baselines = (): string[] =>
  existsSync(join(folder, '.leakgate', 'baselines'))
    ? readdirSync(join(folder, '.leakgate', 'baselines'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFileSync(join(folder, '.leakgate', 'baselines', name), 'utf8'))
    : [];

/** The run when it has come to that phase, and a moment of its own more. */
async function broughtTo(phase: string): Promise<ReturnType<typeof start>> {
  const child = start();
  let said = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes(`  ${phase} …`)) resolve();
      });
    }
    child.on('exit', (code) => reject(new Error(`it ended with ${code} before ${phase}: ${said}`)));
  });
  await sleep(random() * 1200);
  return child;
}

const phases = ['Look around', 'Build', 'Speed and cost', 'Heap'];

test('a run that nobody disturbs stores its baseline', async () => {
  const [code] = (await once(start(), 'exit')) as [number];
  expect(code).toBe(0);
  expect(baselines()).toHaveLength(1);
});

test.each([...phases])('SIGTERM at “%s” ends it clearly, with nothing left and nothing lost', async (phase) => {
  const before = baselines();
  const child = await broughtTo(phase);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([130, null]);
  await nothingRuns();
  expect(readdirSync(temporary()).filter((name) => name.startsWith('leakgate'))).toEqual([]);
  expect(baselines()).toEqual(before);
});

test.each([...phases])('SIGKILL at “%s” leaves nothing running, and nothing is lost', async (phase) => {
  const before = baselines();
  const child = await broughtTo(phase);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  await nothingRuns();
  expect(baselines()).toEqual(before);
});

test('after all of that the next run is green against what was stored', async () => {
  const [code] = (await once(start(), 'exit')) as [number];
  expect(code).toBe(0);
  const { baseline } = JSON.parse(readFileSync(join(folder, 'leakgate-out', 'result.json'), 'utf8')) as {
    baseline: { found: boolean };
  };
  expect(baseline.found).toBe(true);
});
