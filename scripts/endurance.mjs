// Runs the built action again and again on an example and looks for what it leaves behind: `npm run endurance [-- --runs 200]`.
// Of ten runs, six go to their end, two are ended by SIGTERM at a random moment, and two by SIGKILL. After each, no process (so no
// port) and no worktree may be left, and no temp folder either, unless the run was killed. Writes docs/endurance.json.
import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const runs = Number(values.runs);
const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'endurance-'));
const temp = join(home, 'temp');
const work = join(home, 'work');
mkdirSync(temp);
mkdirSync(join(home, 'runner'));

/** Mulberry32, so that a bad moment can be met again. */
let state = Number(values.seed);
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

const git = (...args) =>
  execFileSync('git', ['-C', work, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    encoding: 'utf8',
  }).trim();

function prepare() {
  cpSync(join(root, 'examples/clean-chi'), work, { recursive: true });
  writeFileSync(join(work, '.gitignore'), '.leakgate/\nleakgate-out/\n');
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'as it is');
}

function environment() {
  const event = join(home, 'event.json');
  writeFileSync(event, JSON.stringify({ ref: 'refs/heads/main', repository: { default_branch: 'main' } }));
  const file = (name) => {
    writeFileSync(join(home, name), '');
    return join(home, name);
  };
  const github = {
    ACTIONS: 'true',
    WORKSPACE: work,
    REPOSITORY: 'acme/flags',
    SHA: git('rev-parse', 'HEAD'),
    REF: 'refs/heads/main',
    REF_NAME: 'main',
    EVENT_NAME: 'push',
    EVENT_PATH: event,
    SERVER_URL: 'http://127.0.0.1:9',
    API_URL: 'http://127.0.0.1:9/api/v3',
    RUN_ID: '1',
    RUN_ATTEMPT: '1',
    JOB: 'test',
    OUTPUT: file('output'),
    STEP_SUMMARY: file('summary.md'),
    ENV: file('env'),
    PATH: file('path'),
    STATE: file('state'),
  };
  const inputs = {
    BASELINE_STORE: 'file',
    COMMENT: 'never',
    CHECKS: 'qps, goroutine-leak, leak-coverage',
    DURATION: '300ms',
    LEAK_REQUESTS: '150',
    COMPARE: 'stored',
  };
  const prefixed = (prefix, of) => Object.entries(of).map(([name, value]) => [`${prefix}${name}`, value]);
  const own = Object.fromEntries([...prefixed('GITHUB_', github), ...prefixed('INPUT_', inputs)]);
  return { ...process.env, ...own, TMPDIR: temp, RUNNER_TEMP: join(home, 'runner'), NO_COLOR: '1' };
}

/** Processes whose program, folder or arguments lie in the temp folder. */
const processesLeft = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        const [exe, cwd] = ['exe', 'cwd'].map((link) => readlinkSync(`/proc/${pid}/${link}`));
        return [exe, cwd, readFileSync(`/proc/${pid}/cmdline`, 'utf8')].some((text) => text.includes(home));
      } catch {
        return false;
      }
    });

async function until(isDone, mostMs) {
  const endMs = performance.now() + mostMs;
  while (!isDone() && performance.now() < endMs) await sleep(50);
  return isDone();
}

async function one(env, how) {
  const child = spawn(process.execPath, [join(root, 'dist/action.js')], {
    cwd: work,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output = (output + chunk).slice(-4000)));
  child.stderr.on('data', (chunk) => (output = (output + chunk).slice(-4000)));
  const afterMs = how === 'end' ? null : Math.round(random() * 4500);
  const timer = afterMs === null ? null : setTimeout(() => child.kill(how), afterMs);
  const [code, signal] = await new Promise((resolve) => child.once('close', (...end) => resolve(end)));
  clearTimeout(timer);
  // What a killed run had started ends by itself.
  await until(() => processesLeft().length === 0, how === 'SIGKILL' ? 10_000 : 1000);
  const left = {
    processes: processesLeft().map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')),
    folders: readdirSync(temp),
    worktrees:
      git('worktree', 'list', '--porcelain')
        .split('\n')
        .filter((line) => line.startsWith('worktree ')).length - 1,
  };
  const killed = signal === 'SIGKILL';
  // The action leaves its exit code to the last step of the composite.
  const told = /^exit-code<<.*\n(\d+)$/m.exec(readFileSync(env.GITHUB_OUTPUT, 'utf8'))?.[1];
  writeFileSync(env.GITHUB_OUTPUT, '');
  // Before the first line of the program has run, the signal ends it.
  const early = signal === how;
  const wrongEnd = !early && (code !== 0 || !['0', ...(how === 'SIGTERM' ? ['130'] : [])].includes(told));
  const wrong = wrongEnd || left.processes.length > 0 || (!killed && left.folders.length > 0) || left.worktrees > 0;
  if (wrong)
    appendFileSync(
      join(home, 'wrong.log'),
      `${JSON.stringify({ how, afterMs, code, signal, told, left })}\n${output}\n\n`,
    );
  for (const name of left.folders) rmSync(join(temp, name), { recursive: true, force: true });
  for (const pid of processesLeft()) process.kill(Number(pid), 'SIGKILL');
  return { how, told, signal, killed, wrong, folders: left.folders.length };
}

prepare();
const env = environment();
const kinds = ['end', 'end', 'SIGTERM', 'end', 'SIGKILL', 'end', 'SIGTERM', 'end', 'SIGKILL', 'end'];
const done = [];
for (let run = 0; run < runs; run += 1) {
  done.push(await one(env, kinds[run % kinds.length]));
  if ((run + 1) % 10 === 0)
    console.log(`${run + 1} of ${runs}: ${done.filter(({ wrong }) => wrong).length} left something behind`);
}
const count = (holds) => done.filter(holds).length;
const result = {
  runs,
  toTheirEnd: count(({ told }) => told === '0'),
  terminated: count(({ told }) => told === '130'),
  killed: count(({ killed }) => killed),
  leftSomething: count(({ wrong }) => wrong),
  killedAndLeftAFolder: count(({ killed, folders }) => killed && folders > 0),
};
console.log(JSON.stringify(result));
if (result.leftSomething > 0) console.log(`See ${join(home, 'wrong.log')}`);
else rmSync(home, { recursive: true, force: true });
writeFileSync(join(root, 'docs/endurance.json'), `${JSON.stringify(result, null, 2)}\n`);
process.exitCode = result.leftSomething > 0 ? 1 : 0;
