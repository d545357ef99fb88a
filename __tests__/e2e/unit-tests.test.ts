import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'leakgate-unit-tests-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
}

/** Every file with its text. */
const tree = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'utf8')] as const),
  );

interface Found {
  outcome: string;
  findings: {
    outcome: string;
    reason: string;
    site?: { file: string; line: number };
    facts?: { label: string; text: string }[];
  }[];
  packages: { path: string; outcome: string; cached: boolean }[];
}

function leakgateTest(args: string[], env: Record<string, string> = {}, folder = '.') {
  const ran = spawnSync('node', [join(root, 'dist/cli.js'), 'test', ...args], {
    cwd: join(directory, folder),
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  const found = args.includes('json') && ran.status !== 2 ? (JSON.parse(ran.stdout) as Found) : null;
  return { ...ran, found, places: found?.findings.map(({ site }) => `${site?.file}:${site?.line}`) };
}

const module = (name: string, more = ''): string => `module example.com/${name}\n\ngo 1.22\n${more}`;
const leaky = (name: string, body = 'go func() { select {} }()'): string =>
  `package ${name}\n\nimport "testing"\n\nfunc TestLeak(t *testing.T) {\n\t${body}\n}\n`;
const clean = (name: string): string => `package ${name}\n\nimport "testing"\n\nfunc TestClean(t *testing.T) {}\n`;

describe('layouts', () => {
  test('one module: line and test are named, the tree stays as it was, and a second run takes the results of the first', () => {
    write({ 'go.mod': module('one'), 'a/a_test.go': leaky('a'), 'b/internal/c/c_test.go': clean('c') });
    const before = tree();
    const { status, stdout } = leakgateTest(['./...']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/✘ example\.com\/one\/a .*a goroutine left behind/);
    expect(stdout).toMatch(/✔ example\.com\/one\/b\/internal\/c/);
    expect(stdout).toMatch(/a\/a_test\.go:6 .*\n.*go func\(\) \{ select \{\} \}\(\)/);
    expect(stdout).toContain('TestLeak in example.com/one/a');
    expect(tree()).toEqual(before);
    const again = leakgateTest(['--format', 'json', './...']);
    expect(again.found?.packages.map(({ cached }) => cached)).toEqual([true, true]);
    expect(again.places).toEqual(['a/a_test.go:6']);
  });

  test('a workspace, from one of its modules', () => {
    execFileSync('git', ['init', '-q'], { cwd: directory });
    write({
      'go.work': 'go 1.22\n\nuse (\n\t./one\n\t./two\n)\n',
      'one/go.mod': module('one'),
      'one/one.go': 'package one\n\nfunc Start() { go func() { select {} }() }\n',
      'two/go.mod': module('two'),
      'two/two_test.go': leaky('two', 'one.Start()').replace('"testing"', '(\n"example.com/one"\n"testing"\n)'),
    });
    const { places, status } = leakgateTest(['--format', 'json', './...'], {}, 'two');
    expect([status, places]).toEqual([1, ['one/one.go:3']]);
  });

  test('a vendored tree, with no network', () => {
    write({
      'go.mod': module('svc', '\nrequire example.org/lib v1.0.0\n'),
      'svc_test.go': leaky('svc', 'lib.Start()').replace('"testing"', '(\n"example.org/lib"\n"testing"\n)'),
      'vendor/modules.txt': '# example.org/lib v1.0.0\n## explicit; go 1.22\nexample.org/lib\n',
      'vendor/example.org/lib/lib.go': 'package lib\n\nfunc Start() { go func() { select {} }() }\n',
    });
    const { places, stderr } = leakgateTest(['--format', 'json', '.'], { GOPROXY: 'off' });
    // The library isn't the module's own code, so the test is what can be pointed at.
    expect({ places, stderr }).toMatchObject({ places: ['svc_test.go:8'] });
  });

  test('tests that use goleak themselves, in one test and in TestMain', () => {
    execFileSync('git', ['init', '-q'], { cwd: directory });
    cpSync(join(root, 'src/overlay/goleak'), join(directory, 'goleak'), { recursive: true });
    const imports = 'import (\n\t"testing"\n\n\t"go.uber.org/goleak"\n)';
    write({
      'svc/go.mod': module('svc', '\nrequire go.uber.org/goleak v1.3.0\n\nreplace go.uber.org/goleak => ../goleak\n'),
      'svc/none/none_test.go': `package none\n\n${imports}\n\nfunc TestNone(t *testing.T) {\n\tdefer goleak.VerifyNone(t)\n\tgo func() { select {} }()\n}\n`,
      'svc/main/main_test.go': `package mainly\n\n${imports}\n\nfunc TestMain(m *testing.M) { goleak.VerifyTestMain(m) }\n\nfunc TestLeak(t *testing.T) {\n\tgo func() { select {} }()\n}\n`,
      'svc/clean/clean_test.go': `package clean\n\n${imports}\n\nfunc TestMain(m *testing.M) { goleak.VerifyTestMain(m) }\n\nfunc TestClean(t *testing.T) {}\n`,
    });
    const { places, found } = leakgateTest(['--format', 'json', './...'], {}, 'svc');
    expect(places?.toSorted()).toEqual(['svc/main/main_test.go:12', 'svc/none/none_test.go:11']);
    const by = found?.findings.flatMap(({ facts = [] }) => facts.filter(({ label }) => label === 'left by'));
    expect(by?.map(({ text }) => text).toSorted()).toEqual([
      'TestLeak in example.com/svc/main',
      'TestNone in example.com/svc/none',
    ]);
  });
});

describe('switches', () => {
  beforeEach(() => write({ 'go.mod': module('one'), 'one_test.go': leaky('one') }));

  test('GOLEAK_FAIL_ON_LEAK=0 tells and passes', () => {
    const { status, found } = leakgateTest(['--format', 'json'], { GOLEAK_FAIL_ON_LEAK: '0' });
    expect([status, found?.findings[0]?.outcome]).toEqual([0, 'warn']);
  });

  test('a function that is ignored, by option and by config file', () => {
    const name = 'example.com/one.TestLeak.func1';
    expect(leakgateTest(['--ignore-any-function', name]).status).toBe(0);
    write({ '.github/leakgate.yml': `unit-tests: { ignore-top-function: [${name}] }\n` });
    expect(leakgateTest(['./...']).status).toBe(0);
  });

  test('flags of go test, with the race detector, coverage and arguments of the tests', () => {
    write({
      'args_test.go':
        'package one\n\nimport ("flag"; "testing")\n\nvar word = flag.String("word", "", "")\n\nfunc TestWord(t *testing.T) { if *word != "yes" { t.Fatal(*word) } }\n',
    });
    const { status, stdout } = leakgateTest([
      '-race',
      '-cover',
      '-coverpkg=./...',
      '-run',
      'TestWord',
      './...',
      '-args',
      '-word',
      'yes',
    ]);
    expect(stdout).toMatch(/PASS {2}1 test in 1 package leave/);
    expect(status).toBe(0);
  });

  test('a failing test and a package that does not build are told, with exit 1', () => {
    write({
      'bad/bad_test.go': 'package bad\n\nimport "testing"\n\nfunc TestBad(t *testing.T) { t.Fatal("seven") }\n',
      'broken/broken_test.go': 'package broken\n\nfunc f() { undefined() }\n',
    });
    const { status, stdout } = leakgateTest(['./bad', './broken']);
    expect(status).toBe(1);
    expect(stdout).toContain('bad_test.go:5: seven');
    expect(stdout).toMatch(/broken_test\.go:3:\d+: undefined: undefined/);
  });

  test('packages that are not there are a mistake in the arguments', () => {
    const { status, stderr } = leakgateTest(['./nowhere']);
    expect(status).toBe(2);
    expect(stderr).toContain('ran no test');
  });
});
