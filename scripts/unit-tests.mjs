// Runs `leakgate test` over the corpus in __tests__/unit-tests and times it beside `go test`: `npm run corpus:tests [-- --pairs N]`.
// Writes docs/unit-tests.json. A line of the corpus that starts goroutines which stay is marked `// leak`.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { pairs: { type: 'string', default: '10' } } });
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

function findings(kind) {
  const args = [cli, 'test', '--format', 'json', '-count=1', '-tags=corpus', `./${kind}/...`];
  const { stdout, stderr, status } = spawnSync('node', args, { cwd: corpus, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status > 1) throw new Error(`leakgate test ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

function judge(kind) {
  const report = findings(kind);
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

/** Wall and CPU seconds of a command with all that it starts. */
function timed(command, args) {
  const line = `TIMEFORMAT='%R %U %S'; time "$@" >/dev/null 2>/dev/null`;
  const { stderr } = spawnSync('bash', ['-c', line, 'bash', command, ...args], { cwd: corpus, encoding: 'utf8' });
  const [wall, user, system] = stderr.trim().split(/\s+/).map(Number);
  return { wall, cpu: user + system };
}

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** In the order A B B A, after one of each that fills the build cache. */
function compare(pairs) {
  const common = ['-count=1', '-tags=corpus', './clean/...'];
  const sides = { plain: () => timed('go', ['test', ...common]), ours: () => timed('node', [cli, 'test', ...common]) };
  sides.plain();
  sides.ours();
  const rows = Array.from({ length: pairs }, (_, at) => {
    const order = at % 2 === 0 ? ['plain', 'ours'] : ['ours', 'plain'];
    return Object.fromEntries(order.map((side) => [side, sides[side]()]));
  });
  const added = (of) => Number((median(rows.map(({ plain, ours }) => ours[of] / plain[of])) - 1).toFixed(4));
  return {
    pairs,
    goTestSeconds: {
      wall: median(rows.map(({ plain }) => plain.wall)),
      cpu: median(rows.map(({ plain }) => plain.cpu)),
    },
    addedShare: { wall: added('wall'), cpu: added('cpu') },
  };
}

const [leaky, clean] = [judge('leaky'), judge('clean')];
const result = {
  go: execFileSync('go', ['env', 'GOVERSION'], { cwd: corpus, encoding: 'utf8' }).trim(),
  leaky,
  clean,
  time: compare(Number(values.pairs)),
};
writeFileSync(join(root, 'docs/unit-tests.json'), `${JSON.stringify(result, null, 2)}\n`);
const right = (list) => `${list.filter((one) => one.right).length} of ${list.length}`;
const wrong = [...leaky, ...clean].filter((one) => !one.right);
console.log(`leaky: ${right(leaky)} found at their lines; clean: ${right(clean)} without an alarm`);
console.log(`time: ${JSON.stringify(result.time)}`);
for (const one of wrong) console.log(`wrong: ${JSON.stringify(one)}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
