// Holds the load engines against a server whose behaviour is known: `npm run bench:engines [-- --rounds N] [-- --seconds S]`.
// All engines in turn in every round, so that the machine's drift meets them alike; medians with their range. With `wrk` on the
// PATH the ceiling is a share of its own. Where `taskset` is, the server has one processor and the generator another.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' } },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const has = (program) => spawnSync('which', [program]).status === 0;
const pinned = has('taskset') && availableParallelism() > 1;
const on = (cpu, command) => (pinned ? ['taskset', '-c', String(cpu), ...command] : command);
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'leakgate-bench-'));
let server;

try {
  const [binary, generator] = [join(folder, 'server'), join(folder, 'load.mjs')];
  execFileSync('go', ['build', '-o', binary, '.'], { cwd: join(root, '__tests__/fixtures/engines/server') });
  await build({
    entryPoints: [join(root, 'scripts/engine-load.ts')],
    outfile: generator,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const [program, ...args] = on(0, [binary]);
  server = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(server.stdout, 'data');
  const origin = `http://${line.toString().trim()}`;
  const send = (order) => JSON.parse(run([process.execPath, generator, JSON.stringify({ origin, ...order })]));

  console.log(
    `${rounds} rounds of ${seconds} s, ${pinned ? 'server and generator on a processor each' : 'not pinned'}, load average ${loadavg()[0].toFixed(1)}\n`,
  );
  ceiling(origin, send);
  await rates(origin, send);
  stalls(send);
} finally {
  server?.kill();
  rmSync(folder, { recursive: true });
}

function run(command) {
  const [program, ...args] = on(1, command);
  return execFileSync(program, args, { maxBuffer: 1 << 26 }).toString();
}

/** Requests per second at saturation and the generator's CPU time for each. */
function ceiling(origin, send) {
  const closed = (engine) => () => send({ engine, path: '/json', connections: 16, durationMs: seconds * 1000 });
  const engines = {
    ...(has('wrk') && { wrk: () => wrk(origin) }),
    'raw sockets': closed('raw'),
    undici: closed('undici'),
    autocannon: closed('autocannon'),
  };
  const seen = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, load] of Object.entries(engines)) seen[name].push(load());
  }
  const rows = Object.entries(seen).map(([name, runs]) => [
    name,
    text(spread(runs.map((one) => one.requestsPerSecond)), 0),
    seen.wrk === undefined
      ? '–'
      : text(spread(runs.map((one, round) => one.requestsPerSecond / seen.wrk[round].requestsPerSecond)), 2),
    text(spread(runs.map((one) => one.cpuUsPerRequest)), 1),
  ]);
  print([['saturation, 16 connections', 'req/s', 'of wrk', 'generator µs/req'], ...rows]);
}

function wrk(origin) {
  const said = run(['sh', '-c', `wrk -t1 -c16 -d${seconds}s ${origin}/json; times`]);
  const requests = Number(/(\d+) requests in/.exec(said)?.[1]);
  const [user, system] = said.trim().split('\n').at(-1).split(' ').map(inSeconds);
  return {
    requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]),
    cpuUsPerRequest: ((user + system) * 1e6) / requests,
  };
}

/** `0m1.230000s` of the shell's `times`. */
function inSeconds(text) {
  const [, minutes, rest] = /(\d+)m([\d.]+)s/.exec(text);
  return Number(minutes) * 60 + Number(rest);
}

/** Does an open loop send what it was asked to, evenly? The server's own clock says. */
async function rates(origin, send) {
  const rows = [];
  for (const perSecond of [500, 2000, 5000]) {
    const seen = [];
    for (let round = 0; round < rounds; round += 1) {
      const order = { engine: 'open', path: '/note', connections: 16, durationMs: seconds * 1000, perSecond };
      const { open, answered } = send(order);
      const at = (await (await fetch(`${origin}/arrivals`)).text())
        .trim()
        .split('\n')
        .map((us) => Number(us) / 1000);
      const tenths = Array.from({ length: seconds * 10 }, () => 0);
      for (const ms of at) tenths[Math.min(tenths.length - 1, Math.floor(ms / 100))] += 1;
      const off = tenths.map((count) => Math.abs(count / (perSecond / 10) - 1));
      seen.push({ rate: answered / seconds / perSecond - 1, off: spread(off), lag: open.lagUs.p99 / 1000 });
    }
    rows.push([
      `${perSecond} req/s`,
      text(spread(seen.map(({ rate }) => rate * 100)), 2),
      text(spread(seen.map(({ off }) => off.median * 100)), 1),
      text(spread(seen.map(({ lag }) => lag)), 1),
    ]);
  }
  print([['open loop', 'rate off by %', 'each 0.1 s off by %, median', 'generator late by ms, p99'], ...rows]);
}

/** What users felt while a service stalls for 2 of every 5 s: 40 % of the requests wait evenly from 0 to 2 s. */
function stalls(send) {
  const truth = { p99: 1950 };
  const order = { path: '/stall', connections: 64, durationMs: 15_000, perSecond: 200 };
  const rows = ['open', 'autocannon'].map((engine) => {
    const runs = Array.from({ length: Math.min(3, rounds) }, () => send({ engine, ...order }).latencyUs);
    const p99 = spread(runs.map((one) => one.p99 / 1000));
    return [
      engine,
      text(spread(runs.map((one) => one.p95 / 1000)), 0),
      text(p99, 0),
      ((p99.median / truth.p99 - 1) * 100).toFixed(1),
    ];
  });
  print([['stalls of 2 in 5 s', 'p95 ms (truth 1750)', 'p99 ms (truth 1950)', 'p99 off by %'], ...rows]);
}

function spread(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return { low: sorted[0], median: sorted[sorted.length >> 1], high: sorted.at(-1) };
}

function text({ low, median, high }, digits) {
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

function print(table) {
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) {
    console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[at]))).join('  '));
  }
  console.log();
}
