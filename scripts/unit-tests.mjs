// Runs `leakgate test` over the corpus in __tests__/unit-tests and times it beside `go test`: `npm run corpus:tests [-- --pairs N]`.
// Writes docs/unit-tests.json. With `--go 1.22.12,1.27.0` the corpus is run with those versions too. A line of the corpus that starts goroutines which stay is marked `// leak`.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '10' }, go: { type: 'string', default: '' } },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const corpus = join(root, '__tests__/unit-tests/corpus');
const cli = join(root, 'dist/cli.js');

/** Lines marked in a package and the folders below it, as `file:line` from the corpus on. */
function marked(folder) {
  return readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.go'))
    .flatMap((name) =>
      readFileSync(join(corpus, folder, name), 'utf8')
        .split('\n')
        .flatMap((line, at) => (line.endsWith('// leak') ? [`${folder}/${name}:${at + 1}`] : [])),
    )
    .toSorted();
}

function findings(kind, env) {
  const args = [cli, 'test', '--format', 'json', '-count=1', '-tags=corpus', `./${kind}/...`];
  const { stdout, stderr, status } = spawnSync('node', args, {
    cwd: corpus,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status > 1) throw new Error(`leakgate test ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

function judge(kind, env = process.env) {
  const report = findings(kind, env);
  const names = readdirSync(join(corpus, kind)).toSorted();
  return names.map((name) => {
    const found = report.findings.filter(({ site }) => site?.file.includes(`corpus/${kind}/${name}/`));
    const failed = report.findings.filter(
      ({ site, metric }) => site === undefined && metric.includes(`/${kind}/${name}`),
    );
    const sites = found.map(({ site }) => `${/corpus\/(.+)$/.exec(site.file)[1]}:${site.line}`).toSorted();
    const expected = marked(`${kind}/${name}`);
    const tests = found.flatMap(({ facts }) =>
      facts.filter(({ label }) => label === 'left by').map(({ text }) => text.replace(/ in \S+$/, '')),
    );
    return {
      name,
      right: failed.length === 0 && JSON.stringify(sites) === JSON.stringify(expected),
      sites,
      ...(tests.length > 0 && { tests }),
      ...(found.some(({ reason }) => reason.includes('Proven')) && { proven: true }),
    };
  });
}

/** Wall seconds of a command with all that it starts. */
function seconds(cwd, command, args) {
  const line = `TIMEFORMAT=%R; time "$@" >/dev/null 2>/dev/null`;
  const { stderr } = spawnSync('bash', ['-c', line, 'bash', command, ...args], { cwd, encoding: 'utf8' });
  return Number(stderr.trim());
}

function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  return Object.fromEntries(
    Object.entries({ min: sorted[0], median, max: sorted.at(-1) }).map(([name, value]) => [
      name,
      Number(value.toFixed(3)),
    ]),
  );
}

/** In the order A B B A, after one of each that fills the build cache. */
function compare({ name, cwd, args }) {
  const sides = {
    plain: () => seconds(cwd, 'go', ['test', '-count=1', ...args]),
    ours: () => seconds(cwd, 'node', [cli, 'test', '-count=1', ...args]),
  };
  sides.plain();
  sides.ours();
  const rows = Array.from({ length: Number(values.pairs) }, (_, at) => {
    const order = at % 2 === 0 ? ['plain', 'ours'] : ['ours', 'plain'];
    return Object.fromEntries(order.map((side) => [side, sides[side]()]));
  });
  const row = {
    name,
    goTestSeconds: spread(rows.map(({ plain }) => plain)),
    addedSeconds: spread(rows.map(({ plain, ours }) => ours - plain)),
    addedShare: spread(rows.map(({ plain, ours }) => ours / plain - 1)),
  };
  console.log(JSON.stringify(row));
  return row;
}

/** Modules whose own tests pass and leave nothing behind: what is run again alone isn't a part of `go test`. */
const modules = [
  'golang.org/x/sync@v0.18.0',
  'github.com/go-playground/validator/v10@v10.28.0',
  'github.com/gorilla/mux@v1.8.1',
  'github.com/hashicorp/golang-lru/v2@v2.0.7',
  'github.com/gorilla/websocket@v1.5.3',
  'github.com/julienschmidt/httprouter@v1.3.0',
];

/** A copy: the go command keeps the modules that it fetched from being written to. */
function fetched(name, folder) {
  const { Dir } = JSON.parse(execFileSync('go', ['mod', 'download', '-json', name], { cwd: folder, encoding: 'utf8' }));
  const cwd = join(folder, name.replaceAll(/[^\w.]/g, '-'));
  cpSync(Dir, cwd, { recursive: true });
  execFileSync('chmod', ['-R', 'u+w', cwd]);
  return { name, cwd, args: ['./...'] };
}

function times() {
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-modules-'));
  try {
    const own = {
      name: 'the clean corpus, of which three packages end late',
      cwd: corpus,
      args: ['-tags=corpus', './clean/...'],
    };
    return [...modules.map((name) => fetched(name, folder)), own].map(compare);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const summaryOf = ([leaky, clean]) => ({
  leaky: `${leaky.filter((one) => one.right).length} of ${leaky.length}`,
  clean: `${clean.filter((one) => one.right).length} of ${clean.length}`,
  wrong: [...leaky, ...clean].filter((one) => !one.right),
});

/** What was found with other versions of Go. */
function otherVersions() {
  const versions = values.go.split(',').filter((version) => version !== '');
  return versions.map((version) => {
    const env = { ...process.env, GOTOOLCHAIN: `go${version}` };
    return { go: version, ...summaryOf([judge('leaky', env), judge('clean', env)]) };
  });
}

const [leaky, clean] = [judge('leaky'), judge('clean')];
const others = otherVersions();
const result = {
  go: execFileSync('go', ['env', 'GOVERSION'], { cwd: corpus, encoding: 'utf8' }).trim(),
  leaky,
  clean,
  otherVersions: others,
  pairs: Number(values.pairs),
  times: times(),
};
writeFileSync(join(root, 'docs/unit-tests.json'), `${JSON.stringify(result, null, 2)}\n`);
const runs = [{ go: result.go, ...summaryOf([leaky, clean]) }, ...others];
for (const run of runs) console.log(JSON.stringify(run));
process.exitCode = runs.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
