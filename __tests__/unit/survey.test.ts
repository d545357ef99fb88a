import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import { survey, type Survey } from '../../src/survey.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { signal } = new AbortController();
let root: string;
const env = {
  ...process.env,
  GOFLAGS: '',
  GOGC: undefined,
  GOMEMLIMIT: undefined,
  GOMAXPROCS: undefined,
  GITHUB_ACTIONS: undefined,
};

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'leakgate-survey-')));
  mkdirSync(join(root, 'cmd/api'), { recursive: true });
  writeFileSync(join(root, 'go.mod'), 'module example.com/shop\n\ngo 1.22\n');
  writeFileSync(join(root, 'cmd/api/main.go'), 'package main\n\nfunc main() {}\n');
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' };
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, env: { ...process.env, ...who } });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function surveyed(inputs: Record<string, string> = {}, more: NodeJS.ProcessEnv = {}): Promise<Survey> {
  const all = { ...env, ...more };
  return survey(resolveConfig({ inputs, cwd: root, env: all }), all, signal);
}

test('the service goes by its folder, unless it was given a name', async () => {
  expect((await surveyed()).key).toBe('cmd/api');
  expect((await surveyed({ 'comment-key': 'shop' })).key).toBe('shop');
});

test('what decides whether counts compare', async () => {
  const { comparability } = await surveyed();
  expect(comparability).toMatchObject({
    GOGC: 'default',
    GOMEMLIMIT: 'default',
    connections: '4',
    engine: 'autocannon 9.0.0, closed loop',
    'engine of the leak rounds': 'autocannon 9.0.0',
    protocol: 'HTTP/1.1',
    doses: '1009 in 60 s',
  });
  expect(comparability['Go version']).toMatch(/^go1\./);
});

test.each([
  [{ requests: 'GET /other' }, {}, ['requests']],
  [{ connections: '8' }, {}, ['connections']],
  [{ rate: '50' }, {}, ['engine', 'traffic']],
  [{ engine: 'http2' }, {}, ['engine', 'engine of the leak rounds', 'protocol']],
  [{ 'leak-requests': '2003' }, {}, ['doses']],
  [{}, { GOGC: '200' }, ['GOGC']],
  [{}, { GOMAXPROCS: '64' }, ['GOMAXPROCS']],
  [{ 'max-leaked-goroutines': '5' }, {}, []],
])('%j and %j change the key by %j', async (inputs, more, names) => {
  const [before, after] = [await surveyed(), await surveyed(inputs, more)];
  const changed = Object.keys(after.comparability).filter(
    (name) => after.comparability[name] !== before.comparability[name],
  );
  expect(changed).toEqual(names);
});

test('a token of each run’s own changes nothing', async () => {
  writeFileSync(
    join(root, 'requests.yml'),
    "requests: [{ path: /me, headers: { Authorization: 'Bearer ${TOKEN}' } }]\n",
  );
  const key = async (TOKEN: string) =>
    (await surveyed({ config: 'requests.yml' }, { TOKEN })).comparability['requests'];
  expect(await key('first-token')).toBe(await key('second-token'));
});
