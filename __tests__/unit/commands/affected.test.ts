import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { affected } from '../../../src/commands/affected.ts';
import { runCommandIn } from './terminal.ts';

let root: string;
const env = { ...process.env, GOFLAGS: '', GOWORK: '', GOPROXY: 'off', GITHUB_ACTIONS: '', GITHUB_EVENT_NAME: '' };

const program = (imports: string[], body = ''): string =>
  `package main\n\nimport (\n${imports.map((one) => `\t_ "${one}"`).join('\n')}\n)\n\n${body}\nfunc main() {}\n`;

/** Two services in one module, one in a module of its own with a replaced library, one with cgo. */
const files: Record<string, string> = {
  'go.mod': 'module example.com/shop\n\ngo 1.22\n',
  'cmd/api/main.go': program(['example.com/shop/internal/cart']),
  'cmd/api/main_test.go': 'package main\n',
  'cmd/api/README.md': 'api\n',
  'cmd/mail/main.go': program(['example.com/shop/internal/mail', 'embed'], '//go:embed templates/*.txt\nvar _ string\n')
    .replace('var _ string', 'var templates embed.FS')
    .replace('_ "embed"', '"embed"'),
  'cmd/mail/templates/hello.txt': 'hello\n',
  'cmd/mail/templates/bye.txt': 'bye\n',
  'internal/cart/cart.go': 'package cart\n\nimport _ "example.com/shop/internal/money"\n',
  'internal/money/money.go': 'package money\n',
  'internal/mail/mail.go': 'package mail\n',
  'search/go.mod':
    'module example.com/search\n\ngo 1.22\n\nrequire example.com/index v0.0.0\n\nreplace example.com/index => ../lib/index\n',
  'search/main.go': program(['example.com/index']),
  'lib/index/go.mod': 'module example.com/index\n\ngo 1.22\n',
  'lib/index/index.go': 'package index\n',
  'native/go.mod': 'module example.com/native\n\ngo 1.22\n',
  'native/main.go':
    'package main\n\n// #cgo CFLAGS: -I${SRCDIR}/include\n// #include "x.h"\nimport "C"\n\nfunc main() { C.x() }\n',
  'native/include/x.h': 'static int x() { return 1; }\n',
  'native/include/deep/y.h': '\n',
  'docs/readme.md': 'docs\n',
  'testdata/fixture/go.mod': 'module example.com/fixture\n\ngo 1.22\n',
  'testdata/fixture/main.go': program([]),
};

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

function write(changes: Record<string, string | null>): void {
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) rmSync(join(root, path));
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'leakgate-affected-'));
  git('init', '-q', '-b', 'main');
  write(files);
  git('add', '-A');
  git('commit', '-qm', 'start');
});
afterEach(() => {
  git('reset', '-q', '--hard', 'main');
  git('clean', '-qfd');
});
afterAll(() => rmSync(root, { recursive: true }));

async function keysAfter(changes: Record<string, string | null>, ...args: string[]): Promise<string[]> {
  write(changes);
  const { stdout } = await runCommandIn(affected, ['--base', 'main', ...args], { cwd: root, env });
  return (JSON.parse(stdout) as { include: { key: string }[] }).include.map(({ key }) => key);
}

const everyService = ['cmd/api', 'cmd/mail', 'native', 'search'];

describe('which services a change touches', () => {
  test.each<[string, Record<string, string | null>, string[]]>([
    ['nothing', {}, []],
    ['documentation', { 'docs/readme.md': 'new', 'cmd/api/README.md': 'new' }, []],
    ['a test', { 'cmd/api/main_test.go': 'package main // new\n' }, []],
    ['the program itself', { 'cmd/api/main.go': `${files['cmd/api/main.go']}// new\n` }, ['cmd/api']],
    ['a package two steps away', { 'internal/money/money.go': 'package money // new\n' }, ['cmd/api']],
    ['a new file', { 'internal/money/more.go': 'package money\n' }, ['cmd/api']],
    ['an embedded file', { 'cmd/mail/templates/hello.txt': 'hi' }, ['cmd/mail']],
    ['an embedded file that is gone', { 'cmd/mail/templates/bye.txt': null }, ['cmd/mail']],
    ['a file that is gone, with its package', { 'internal/mail/mail.go': null }, ['cmd/mail']],
    ['a header that C code includes', { 'native/include/x.h': 'static int x() { return 2; }\n' }, ['native']],
    ['a header further down', { 'native/include/deep/y.h': '//\n' }, ['native']],
    ['a replaced module', { 'lib/index/index.go': 'package index // new\n' }, ['search']],
    [
      'the Go version of a replaced module',
      { 'lib/index/go.mod': 'module example.com/index\n\ngo 1.21\n' },
      ['search'],
    ],
    ['the Go version of a module', { 'go.mod': 'module example.com/shop\n\ngo 1.21\n' }, ['cmd/api', 'cmd/mail']],
    ['a comment in go.mod', { 'go.mod': '// new\nmodule example.com/shop\n\ngo 1.22\n' }, []],
    ['a requirement that no program uses', { 'go.sum': 'example.com/other v1.0.0 h1:x=\n' }, []],
    ['a workspace', { 'go.work': 'go 1.22\n\nuse (\n\t.\n\t./search\n\t./lib/index\n\t./native\n)\n' }, everyService],
    ['settings of one module', { 'search/.github/leakgate.yml': 'connections: 2\n' }, ['search']],
    ['settings of all', { '.github/leakgate.yml': 'connections: 2\n' }, everyService],
    ['two at once', { 'internal/mail/mail.go': 'package mail //\n', 'search/main.go': null }, ['cmd/mail']],
  ])('%s', async (_, changes, keys) => {
    expect((await keysAfter(changes)).toSorted()).toEqual(keys);
  });

  test('what is watched touches all; folders narrow the list down', async () => {
    expect((await keysAfter({ 'docs/readme.md': 'new' }, '--watch', './docs/')).toSorted()).toEqual(everyService);
    expect(await keysAfter({ 'docs/readme.md': 'new' }, '--watch', 'docs', 'search', 'cmd/mail')).toEqual([
      'cmd/mail',
      'search',
    ]);
  });
});

describe('versions of modules', () => {
  const vendored = {
    'go.mod': 'module example.com/shop\n\ngo 1.22\n\nrequire (\n\texample.com/a v1.0.0\n\texample.com/b v1.0.0\n)\n',
    'vendor/modules.txt':
      '# example.com/a v1.0.0\n## explicit\nexample.com/a\n# example.com/b v1.0.0\n## explicit\nexample.com/b\n',
    'vendor/example.com/a/a.go': 'package a\n',
    'vendor/example.com/b/b.go': 'package b\n',
    'cmd/api/main.go': program(['example.com/a']),
    'cmd/mail/main.go': program(['example.com/b']),
  };
  const commit = (): void => {
    write(vendored);
    git('checkout', '-q', '-b', 'vendored');
    git('add', '-A');
    git('commit', '-qm', 'vendor');
  };
  afterEach(() => {
    git('checkout', '-q', '-f', 'main');
    git('branch', '-qD', 'vendored');
  });
  const keys = async (changes: Record<string, string>): Promise<string[]> => {
    commit();
    write(changes);
    const { stdout } = await runCommandIn(affected, ['--base', 'vendored'], { cwd: root, env });
    return (JSON.parse(stdout) as { include: { key: string }[] }).include.map(({ key }) => key);
  };

  test('a vendored package touches who links it', async () => {
    expect(await keys({ 'vendor/example.com/b/b.go': 'package b // new\n' })).toEqual(['cmd/mail']);
  });

  test('a requirement touches who depends on the module', async () => {
    const upgraded = (text: string): string => text.replace('example.com/a v1.0.0', 'example.com/a v1.1.0');
    const changes = {
      'go.mod': upgraded(vendored['go.mod']),
      'vendor/modules.txt': upgraded(vendored['vendor/modules.txt']),
    };
    expect(await keys(changes)).toEqual(['cmd/api']);
  });

  test('so does its hash', async () => {
    expect(await keys({ 'go.sum': 'example.com/b v1.0.0 h1:other=\n' })).toEqual(['cmd/mail']);
  });
});

test('the matrix holds what the action takes; the text says why', async () => {
  write({ 'internal/money/money.go': 'package money //\n', 'search/main.go': `${files['search/main.go']}//\n` });
  const run = async (...args: string[]) => runCommandIn(affected, ['--base', 'main', ...args], { cwd: root, env });
  expect(JSON.parse((await run()).stdout)).toEqual({
    include: [
      { key: 'cmd/api', package: './cmd/api', 'working-directory': '.' },
      { key: 'search', package: '.', 'working-directory': 'search' },
    ],
  });
  expect((await run('--format', 'text')).stdout).toBe(
    'cmd/api  because of internal/money/money.go\nsearch  because of search/main.go\n',
  );
});

test('without a known base every service counts', async () => {
  const args = ['--base', 'f'.repeat(40)];
  const { stdout, stderr } = await runCommandIn(affected, args, { cwd: root, env });
  expect((JSON.parse(stdout) as { include: unknown[] }).include).toHaveLength(4);
  expect(stderr).toContain('every service counts as affected');
  expect((await runCommandIn(affected, [], { cwd: root, env })).stderr).toContain('there is nothing to compare with');
});
