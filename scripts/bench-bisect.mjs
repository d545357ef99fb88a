// Plants a change in a history of 64 commits of a small service and lets `leakgate bisect` find it: `npm run bench:bisect [-- --kind heap,…]`.
// Every commit changes code, so that no two are the same program; some don't build; some change prose only. Prints runs and time of each.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'heap,goroutine,allocation,speed' },
    commits: { type: 'string', default: '64' },
    seed: { type: 'string', default: '7' },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli.js');
const count = Number(values.commits);

/** Small, known, and the same everywhere. */
function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const handler = (name, body) => `package main

import (
	"net/http"
)

${body}
func ${name}(w http.ResponseWriter, r *http.Request) {
	planted(r)
	w.WriteHeader(http.StatusNoContent)
}
`;
const clean = 'func planted(*http.Request) {}\n';
/** What is planted, the check that sees it, and further settings. */
const kinds = {
  heap: {
    check: 'heap-leak',
    body: 'var seen [][]byte\n\nfunc planted(*http.Request) { seen = append(seen, make([]byte, 256)) }\n',
  },
  goroutine: { check: 'goroutine-leak', body: 'func planted(*http.Request) { go func() { select {} }() }\n' },
  allocation: {
    check: 'heap-leak',
    body: 'var sink *[64]byte\n\nfunc planted(*http.Request) { sink = new([64]byte) }\n',
  },
  speed: {
    check: 'qps',
    body: 'var sum int\n\nfunc planted(*http.Request) {\n\tfor i := 0; i < 60_000; i++ {\n\t\tsum += i * i\n\t}\n}\n',
  },
};

function commit(folder, message) {
  const identity = ['-c', 'user.name=developer', '-c', 'user.email=developer@example.com'];
  execFileSync('git', [...identity, 'commit', '-qam', message], { cwd: folder });
  return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: folder, encoding: 'utf8' }).trim();
}

/** A history in which the commit `at` brings the change. */
function plant(folder, { body, check }, at, random) {
  cpSync(join(root, '__tests__/fixtures/e2e/service'), folder, { recursive: true });
  const main = readFileSync(join(folder, 'main.go'), 'utf8');
  writeFileSync(
    join(folder, 'main.go'),
    main.replace('mux := http.NewServeMux()', 'mux := http.NewServeMux()\n\tmux.HandleFunc("GET /planted", serve)'),
  );
  writeFileSync(join(folder, 'planted.go'), handler('serve', clean));
  writeFileSync(join(folder, 'version.go'), 'package main\n\nvar version = "0"\n\nfunc init() { println(version) }\n');
  writeFileSync(join(folder, 'README.md'), 'A service.\n');
  writeFileSync(join(folder, 'leakgate.yml'), `checks: ${check}\nrequests: GET /planted\nknown-leaks: fail\n`);
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: folder });
  execFileSync('git', ['add', '-A'], { cwd: folder });
  const good = commit(folder, 'Start');
  let culprit;
  for (let index = 1; index <= count; index++) {
    if (index === at) writeFileSync(join(folder, 'planted.go'), handler('serve', body));
    const what = index === at || index === count ? 0 : random(8);
    if (what === 7) writeFileSync(join(folder, 'README.md'), `A service, step ${index}.\n`);
    else
      writeFileSync(
        join(folder, 'version.go'),
        `package main\n\nvar version = "${index}"\n\nfunc init() { ${what === 6 ? 'nonsense(' : 'println('}version) }\n`,
      );
    const sha = commit(folder, `Step ${index}`);
    if (index === at) culprit = sha;
  }
  return { good, culprit };
}

let failed = 0;
console.log(`| planted | at | found | runs | untestable | time |\n|---|--:|---|--:|--:|--:|`);
for (const kind of values.kind.split(',')) {
  const random = randomFrom(Number(values.seed) * 1000 + kind.length);
  const at = 2 + random(count - 2);
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-planted-'));
  try {
    const { good, culprit } = plant(folder, kinds[kind], at, random);
    // The red run that a bisection begins with, against the good commit's figures.
    const run = (...args) => spawnSync('node', [cli, 'run', ...args], { cwd: folder, encoding: 'utf8' });
    execFileSync('git', ['checkout', '-q', good], { cwd: folder });
    run('--save-baseline', '--out', join(folder, '.git/good'));
    execFileSync('git', ['checkout', '-q', 'main'], { cwd: folder });
    const red = run('--out', join(folder, '.git/red'), '--baseline', join(folder, '.git/good/baseline.json'));
    if (red.status !== 1)
      throw new Error(`The head isn't red but ended with ${red.status}:\n${red.stdout}${red.stderr}`);
    const startedMs = performance.now();
    const { status, stdout, stderr } = spawnSync(
      'node',
      [cli, 'bisect', '--from', join(folder, '.git/red'), '--format', 'json'],
      { cwd: folder, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`bisect ended with ${status}: ${stderr}`);
    const found = JSON.parse(stdout.slice(stdout.indexOf('\n{') + 1));
    const right = found.culprit.sha === culprit;
    const skipped = found.tried.filter(({ outcome }) => outcome === 'untestable').length;
    if (!right || found.confirmed !== 'yes') failed++;
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(0);
    console.log(
      `| ${kind} | ${at} | ${right ? 'yes' : `no: ${found.culprit.subject}`}, ${found.confirmed} | ${found.tried.length - skipped} | ${skipped} | ${seconds} s |`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exitCode = failed === 0 ? 0 : 1;
