import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resolveConfig } from '../../../src/config/resolve.ts';

let cwd: string;
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'leakgate-config-')));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(join(cwd, file, '..'), { recursive: true });
  writeFileSync(join(cwd, file), text);
}

const resolved = (inputs: Record<string, string> = {}, env: NodeJS.ProcessEnv = {}) =>
  resolveConfig({ inputs, cwd, env });

describe('where settings come from', () => {
  test('without anything, defaults', () => {
    expect(resolved()).toMatchObject({
      workingDirectory: cwd,
      connections: 4,
      checks: ['qps', 'heap-leak', 'goroutine-leak'],
      compare: 'auto',
      failOn: 'any',
      knownLeaks: 'fail',
      comment: 'auto',
      ready: { timeoutMs: 30_000 },
      routes: [{ label: 'GET /' }],
      options: { qps: { duration: 10_000, maxErrorRate: 0.01 } },
    });
  });

  test('.github/leakgate.yml is found by itself, and inputs win over it', () => {
    write('.github/leakgate.yml', 'connections: 8\nqps: { duration: 3s, max-error-rate: 2% }\nrequests: [GET /a]\n');
    const config = resolved({ connections: '2', duration: '4s' });
    expect(config.connections).toBe(2);
    expect(config.options['qps']).toMatchObject({ duration: 4000, maxErrorRate: 0.02 });
    expect(config.routes[0]?.label).toBe('GET /a');
  });

  test('a file in the service’s folder comes before one at the root', () => {
    write('leakgate.yml', 'connections: 8\n');
    write('services/api/leakgate.yml', 'connections: 3\n');
    expect(resolved({ 'working-directory': 'services/api' }).connections).toBe(3);
  });

  test('JSON is as good as YAML', () => {
    write('settings.json', '{"connections": 7, "requests": [{"path": "/x"}]}');
    expect(resolved({ config: 'settings.json' })).toMatchObject({ connections: 7, routes: [{ path: '/x' }] });
  });

  test('the plain form of requests brings its duration and rate along, a setting wins over it', () => {
    const requests = { target: '/a', duration: '7s', rate: 50 };
    write('leakgate.yml', JSON.stringify({ requests }));
    expect(resolved().options['qps']).toMatchObject({ duration: 7000 });
    expect(resolved().traffic).toEqual({ spacing: 'even', stages: [{ perSecond: 50, durationMs: 1000 }] });
    expect(resolved({ duration: '2s' }).options['qps']).toMatchObject({ duration: 2000 });
    expect(resolved({ rate: '80' }).traffic).toMatchObject({ stages: [{ perSecond: 80 }] });
  });

  test('a schedule says how long the load takes, and is not given beside a rate', () => {
    const traffic = {
      spacing: 'poisson',
      stages: [
        { rate: 10, to: 20, for: '3s' },
        { rate: 20, for: '9s' },
      ],
    };
    write('leakgate.yml', JSON.stringify({ traffic }));
    expect(resolved().options['qps']).toMatchObject({ duration: 12_000 });
    expect(resolved().traffic).toMatchObject({
      spacing: 'poisson',
      stages: [{ toPerSecond: 20 }, { durationMs: 9000 }],
    });
    expect(() => resolved({ rate: '80' })).toThrow('rate and traffic both say when requests start');
  });

  test('without a rate there is no schedule', () => {
    expect(resolved().traffic).toBeNull();
  });

  test('what follows -- replaces args', () => {
    write('leakgate.yml', 'args: [-a]\n');
    expect(resolveConfig({ inputs: {}, cwd, env: {}, serviceArgs: ['-b'] }).args).toEqual(['-b']);
  });
});

describe('secrets', () => {
  test.each([
    ["Authorization: 'Bearer s3cr3t-t0ken'", ['s3cr3t-t0ken']],
    ["Cookie: 'session=abcdefgh'", ['session=abcdefgh']],
    ["X-Api-Key: '12345678'", ['12345678']],
    ["X-Auth-Token: 'long enough'", ['long enough']],
    ["Authorization: 'Basic dXNlcjpwYXNz'", ['dXNlcjpwYXNz']],
    ["X-Api-Key: '1234'", []],
    ["Accept: 'application/json'", []],
  ])('written out in a header: %s', (header, secrets) => {
    write('leakgate.yml', `requests: [{ path: /me, headers: { ${header} } }]\n`);
    expect(resolved().secrets).toEqual(secrets);
  });

  test('the token and what headers expand to are known as secrets', () => {
    write('leakgate.yml', 'requests: [{ path: /me, headers: { Authorization: "Bearer ${WHO}" } }]\n');
    const config = resolved({ 'github-token': 'ghs_abcdef' }, { WHO: 'ada-lovelace' });
    expect(config.secrets).toEqual(['ada-lovelace', 'ghs_abcdef']);
    expect(config.routes[0]?.headers).toEqual({ Authorization: 'Bearer ada-lovelace' });
  });
});

describe('errors name file or input, key, what was given and what is allowed', () => {
  test.each([
    ['compare: fast\n', {}, 'leakgate.yml: compare: got "fast"; allowed: auto, stored, paired.'],
    ['connections: 0\n', {}, 'leakgate.yml: connections: got 0; write a whole number above 0.'],
    ['qps: { duration: 10 }\n', {}, 'leakgate.yml: qps.duration: got 10; write a duration with its unit'],
    ['', { compare: 'fast' }, 'input compare: got "fast"; allowed: auto, stored, paired.'],
    ['', { duration: '10' }, 'input duration: got "10"; write a duration with its unit'],
    ['', { requests: 'NOPE /x' }, 'input requests, line 1: got "NOPE /x"'],
    ['', { 'comment-key': 'a b' }, 'input comment-key: got "a b"; write letters, digits'],
    ['', { checks: 'qps, leek' }, 'input checks: got "leek"; allowed: qps, heap-leak'],
    ['stages: { stages-budget: 1s }\n', {}, 'leakgate.yml: stages.stages-budget: got "1s"; write at least 4s.'],
    ['', { 'min-leak-coverage': '180%' }, 'input min-leak-coverage: got "180%"; write at most 100%.'],
    ['leak-coverage: { min-leak-coverage: 101% }\n', {}, 'min-leak-coverage: got "101%"; write at most 100%.'],
    ['colour: red\n', {}, "leakgate.yml: colour isn't a setting."],
    ['heap-leak: { duration: 1s }\n', {}, "leakgate.yml: heap-leak.duration isn't a setting."],
    ['env: hello\n', {}, 'leakgate.yml: env: got "hello"; write names with their values.'],
    ['env: { A: [1] }\n', {}, 'leakgate.yml: env.A: got [1]; write text, a number or true or false.'],
    ['ready: 5\n', {}, 'leakgate.yml: ready: got 5; write settings with their values.'],
    ['build: { flags: -x }\n', {}, 'leakgate.yml: build.flags: got "-x"; write a list.'],
    ['args: [1]\n', {}, 'leakgate.yml: args.0: got 1; write text.'],
    ['postgres: {}\n', {}, 'leakgate.yml: postgres.url: is missing; write text.'],
    ['checks: []\n', {}, 'leakgate.yml: checks: got []; write at least one.'],
    ['- a\n', {}, 'leakgate.yml: got a list'],
    ['a: [\n', {}, 'leakgate.yml, line'],
    ['', { config: 'none.yml' }, "config: none.yml doesn't exist."],
    ['', { config: '.' }, "isn't a file."],
    ['', { 'working-directory': 'none' }, 'working-directory: got "none", which isn\'t a folder.'],
  ])('%j with %j', (file, inputs, message) => {
    write('leakgate.yml', file);
    expect(() => resolved(inputs)).toThrow(message);
  });

  test.each([
    ['ready: { pth: /x }\n', 'Allowed under ready: path, timeout.'],
    ['build: { flag: x }\n', 'Allowed under build: flags, overlay.'],
    ['allow: [{ site: a, why: b }]\n', 'Allowed under allow.0: site, reason, owner, until.'],
  ])('%j names what may stand there', (file, hint) => {
    write('leakgate.yml', file);
    expect(() => resolved()).toThrow(expect.objectContaining({ hint }));
  });

  test('a key under the wrong check is shown its place', () => {
    write('leakgate.yml', 'heap-leak: { duration: 1s }\n');
    expect(() => resolved()).toThrow(
      expect.objectContaining({ hint: 'duration belongs under qps: in a config file.' }),
    );
  });
});

describe('what reviewers of the first version met', () => {
  test('the plain form is a whole config file, and is expanded', () => {
    write('leakgate.json', '{"target": "POST /login", "headers": {"Authorization": "Bearer ${TOKEN}"}}');
    const config = resolved({}, { TOKEN: 'abcdef' });
    expect(config.routes[0]).toMatchObject({ label: 'POST /login', headers: { Authorization: 'Bearer abcdef' } });
  });

  test('names are replaced in a file of requests as well, and known as secrets', () => {
    write('requests.txt', 'GET /me?key=${API_KEY}\n');
    const config = resolved({ requests: 'requests.txt' }, { API_KEY: 'zzsecretzz' });
    expect(config.routes[0]).toMatchObject({ path: '/me?key=zzsecretzz', label: 'GET /me?key=***' });
    expect(config.secrets).toContain('zzsecretzz');
  });

  test('an error does not quote what a secret expanded to', () => {
    write('leakgate.yml', 'requests: "GET /x?key=${API_KEY} foo"\n');
    expect(() => resolved({}, { API_KEY: 'zzsecretzz' })).toThrow('got "GET /x?key=*** foo"');
  });

  test('a URL with a password is a secret whatever its name', () => {
    write('leakgate.yml', 'env: { DB: "${DATABASE_URL}", H: "${HOST}" }\n');
    const env = { DATABASE_URL: 'postgres://u:pw@db/x', HOST: 'localhost' };
    expect(resolved({}, env).secrets).toEqual(['postgres://u:pw@db/x']);
  });

  test.each([
    ['[{method: GTE, path: /x}]', 'leakgate.yml: requests[0].method: got "GTE"; allowed: GET, HEAD'],
    ['[{path: x}]', 'leakgate.yml: requests[0].path: got "x"; a path starts with /'],
    ['[{path: /x, headers: {X-Id: 5}}]', 'leakgate.yml: requests[0].headers.X-Id'],
  ])('requests: %s says which key is wrong', (requests, message) => {
    write('leakgate.yml', `requests: ${requests}\n`);
    expect(() => resolved()).toThrow(message);
  });

  test('a folder is no file of requests', () => {
    expect(() => resolved({ requests: '.' })).toThrow('input requests: got "."');
  });
});
