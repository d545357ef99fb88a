import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { askAll } from '../../../src/discover/asking.ts';
import { candidatesOf, healthPaths, type Candidate } from '../../../src/discover/candidates.ts';
import { discoveredConfig, type Discovered } from '../../../src/discover/config-text.ts';
import { exampleFrom } from '../../../src/discover/examples.ts';
import { helpFlags } from '../../../src/discover/help-flags.ts';
import { chooseProgram } from '../../../src/discover/program.ts';
import type { SourceFacts, SourceSetting } from '../../../src/discover/reader.ts';
import { portSettings, serveCommands } from '../../../src/discover/starts.ts';
import { workflowText } from '../../../src/discover/workflow-text.ts';

const { signal } = new AbortController();
const facts = (more: Partial<SourceFacts> = {}): SourceFacts => ({
  frameworks: [],
  routes: [],
  settings: [],
  commands: [],
  listens: [],
  ...more,
});
const route = (method: string, path: string) => ({ method, path, file: '/src/main.go', line: 7 });
const setting = (kind: SourceSetting['kind'], name: string, value = ''): SourceSetting => ({
  kind,
  name,
  default: value,
});

describe('candidates', () => {
  test('every way to write a placeholder gets a value, and what is made up is named', () => {
    const paths = ['/a/:id', '/b/{uuid}', '/c/{code:[0-9]+}', '/d/{name}', '/e/{$}', '/plain'];
    const { candidates } = candidatesOf(paths.map((path) => route('GET', path)));
    expect(candidates.map(({ path, madeUp }) => [path, madeUp])).toEqual([
      ['/a/1', ['id']],
      ['/b/3f2b8c1e-7a54-4d0b-9c86-5e1d2a7b4f60', ['uuid']],
      ['/c/200', ['code']],
      ['/d/name', ['name']],
      ['/e/', []],
      ['/plain', []],
    ]);
  });

  test('nothing but GET is asked, and nothing that ends the service or never ends', () => {
    const { candidates, left } = candidatesOf([
      route('POST', '/users'),
      route('', '/any'),
      route('GET', '/debug/pprof/heap'),
      route('GET', '/-/quit'),
      route('GET', '/api/stream'),
      route('GET', '/static/*'),
      route('HEAD', '/any'),
    ]);
    expect(candidates.map(({ path }) => path)).toEqual(['/any']);
    expect(left).toEqual([
      'POST /users: it may change something; add it with a body',
      'GET /debug/pprof/heap: it wasn’t asked, because of its name',
      'GET /-/quit: it wasn’t asked, because of its name',
      'GET /api/stream: it wasn’t asked, because of its name',
      'GET /static/*: any path fits',
    ]);
  });

  test('whatever the source says, what is asked is a path without placeholders', () => {
    const path = fc
      .array(fc.constantFrom('/', 'a', ':', '{', '}', '*', 'id', '.', '$', '[', '(', '?'))
      .map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(fc.array(path), (given) => {
        for (const candidate of candidatesOf(given.map((one) => route('GET', one))).candidates)
          expect(candidate.path).toMatch(/^\/[^*{}]*$/);
      }),
    );
  });
});

describe('how it starts', () => {
  test('commands that serve, none first', () => {
    expect(serveCommands(facts({ commands: ['migrate', 'web', 'serve'] }))).toEqual([[], ['serve'], ['web']]);
  });

  test('settings in the shape of their default, ports of other things left out', () => {
    const settings = [
      setting('flag', 'grpc-port', '9000'),
      setting('variable', 'LISTEN_ADDR'),
      setting('flag', 'port', '8080'),
      setting('flag', 'web.listen-address', ':9100'),
      setting('variable', 'PORT'),
      setting('flag', 'redis-addr', ':6379'),
    ];
    expect(portSettings(facts({ settings }), [], ['serve'])).toEqual([
      { args: ['serve', '--port={port}'], env: {} },
      { args: ['serve', '--web.listen-address=127.0.0.1:{port}'], env: {} },
      { args: ['serve'], env: { LISTEN_ADDR: '127.0.0.1:{port}' } },
    ]);
  });

  test('flags that --help doesn’t list aren’t tried', () => {
    const settings = [setting('flag', 'port', '1'), setting('variable', 'ADDR', ':1')];
    expect(portSettings(facts({ settings }), [setting('flag', 'listen', ':80')], [])).toEqual([
      { args: ['--listen=127.0.0.1:{port}'], env: {} },
      { args: [], env: { ADDR: '127.0.0.1:{port}' } },
    ]);
  });

  test.each([
    ['flag', '  -listen string\n    \twhere to listen (default ":8080")\n  -v\tmore\n', ['listen', ':8080']],
    ['pflag', '      --port int                   HTTP port (default 9898)\n', ['port', '9898']],
    [
      'kingpin',
      '      --web.listen-address=:9100 ...\n                                 Addresses\n',
      ['web.listen-address', ':9100'],
    ],
    ['go-flags', '  -l, --listen=  HTTP port (default: 8081)\n', ['listen', '8081']],
    ['urfave', '   --addr value  address (default: "127.0.0.1:80") [$ADDR]\n', ['addr', '127.0.0.1:80']],
  ])('reads what --help of %s lists', (_, text, [name, value]) => {
    expect(helpFlags(text)).toContainEqual({ kind: 'flag', name, default: value });
  });
});

describe('which program', () => {
  const program = (place: string, more: Partial<SourceFacts> = {}) => ({
    directory: `/src${place}`,
    importPath: `example.com/shop/v2${place}`,
    facts: facts({ listens: ['/src'], ...more }),
  });

  test('the only one that serves, the one at the root, the one with the module’s name, the one that is called server', () => {
    const tool = { ...program('/cmd/tool'), facts: facts() };
    const api = program('/cmd/api');
    expect(chooseProgram([tool, api], '/src')).toBe(api);
    expect(chooseProgram([api, program('')], '/src').importPath).toBe('example.com/shop/v2');
    expect(chooseProgram([api, program('/cmd/shop')], '/src').importPath).toContain('/cmd/shop');
    expect(chooseProgram([program('/examples/server'), api], '/src')).toBe(api);
  });

  test('none stands out', () => {
    const two = [program('/cmd/one'), program('/cmd/two')];
    expect(() => chooseProgram(two, '/src')).toThrow(
      expect.objectContaining({
        message: '2 programs could be the service.',
        hint: expect.stringContaining('leakgate init --package ./cmd/two') as string,
      }),
    );
    expect(() => chooseProgram([], '/src')).toThrow('There is no main package');
  });
});

describe('values out of lists', () => {
  test.each([
    ['[{"sku":"green-00"}]', 'sku', 'green-00'],
    ['{"items":[{"name":"x","id":7}],"total":1}', 'itemId', '7'],
    ['{"data":{"users":[{"user_id":"a b"}]}}', 'userID', 'a%20b'],
    ['["one","two"]', 'anything', 'one'],
    ['[]', 'id', null],
    ['[{"id":{"no":"text"}}]', 'id', null],
    ['not json', 'id', null],
    ['[{"a":1}]', 'zzz', null],
  ])('%s for %s is %s', (answer, name, value) => {
    expect(exampleFrom(answer, name)).toBe(value);
  });

  test('never throws, and what it gives is one segment of a path', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (answer, name) => {
        expect(exampleFrom(answer, name) ?? 'x').not.toMatch(/[/?#\s]|^$/);
      }),
    );
  });
});

describe('asking', () => {
  let server: Server;
  let flips = 0;
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(async () => {
    const bodies: Record<string, string | Buffer> = {
      '/': 'ok',
      '/healthz': 'ok',
      '/users': '[{"id":"u7"}]',
      '/users/u7': '{}',
      '/large': Buffer.alloc(3 * 1024 * 1024),
    };
    server = createServer(({ url = '' }, response) => {
      if (url === '/flips') response.statusCode = flips++ % 2 === 0 ? 200 : 500;
      else if (url === '/secret') response.statusCode = 401;
      else if (url === '/moved') response.writeHead(302, { location: '/' });
      else if (!(url in bodies)) response.statusCode = 404;
      response.end(bodies[url]);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => void server.once('listening', resolve));
  });
  afterAll(() => void server.close());

  test('what answers is taken, with values of lists; why the rest isn’t', async () => {
    const { candidates } = candidatesOf(
      ['/', '/users', '/users/{id}', '/flips', '/secret', '/moved', '/large', '/gone'].map((path) =>
        route('GET', path),
      ),
    );
    const asked = await askAll(origin(), { candidates, health: healthPaths }, signal);
    expect(asked.answered.map(({ path, madeUp }) => [path, madeUp])).toEqual([
      ['/', []],
      ['/users', []],
      ['/users/u7', []],
    ]);
    expect(asked.left).toEqual([
      'GET /flips: answers 200 and then 500',
      'GET /secret: answers 401: give it `auth`',
      'GET /moved: sends elsewhere (302 /)',
      'GET /large: answers with more than 2 MiB',
      'GET /gone: answers 404',
    ]);
    expect(asked.health).toBe('/healthz');
  });
});

describe('what is written', () => {
  const candidate = (path: string, madeUp: string[] = []): Candidate => ({ path, madeUp, source: route('GET', path) });
  const found: Discovered = {
    package: './cmd/api',
    start: { args: ['serve', '--port={port}'], env: { ADDR: ':{port}' } },
    tookPort: true,
    health: '/healthz',
    requests: [candidate('/a'), candidate('/b/1', ['id'])],
    left: ['POST /users: it may change something; add it with a body', 'GET /x\n: answers 404'],
  };

  function resolved(text: string) {
    const folder = mkdtempSync(join(tmpdir(), 'leakgate-init-'));
    try {
      writeFileSync(join(folder, 'leakgate.yml'), text);
      return resolveConfig({ inputs: {}, cwd: folder, env: { API_TOKEN: 'x' } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('a config that a run reads', () => {
    const text = discoveredConfig(found, () => 'main.go:7');
    expect(resolved(text)).toMatchObject({
      package: './cmd/api',
      args: ['serve', '--port={port}'],
      env: { ADDR: ':{port}' },
      ready: { path: '/healthz' },
    });
    expect(resolved(text).routes.map(({ label }) => label)).toEqual(['GET /a', 'GET /b/1']);
    expect(text).toContain('- GET /b/1 # main.go:7; made up: id');
    expect(text).toContain('#   GET /x : answers 404');
  });

  test('each suggestion in it is a setting', () => {
    const lines = discoveredConfig(found, () => null).split('\n');
    const suggestions = lines
      .slice(lines.indexOf('# What else may be worth setting:') + 1)
      .filter((line) => line !== '');
    expect(suggestions.length).toBeGreaterThan(2);
    for (const line of suggestions) expect(() => resolved(`requests: GET /\n${line.slice(2)}\n`)).not.toThrow();
  });

  test('a workflow for the folder', () => {
    const at = (folder: string) =>
      parse(workflowText({ branch: 'main: "x"', folder, goMod: 'services/a/go.mod' })) as {
        on: { push: { branches: string[] } };
        jobs: { leakgate: { steps: { uses: string; with?: object }[] } };
      };
    expect(at('services/a').on.push.branches).toEqual(['main: "x"']);
    expect(at('services/a').jobs.leakgate.steps[2]).toEqual({
      uses: 'leakgate/leakgate@v1',
      with: { 'working-directory': 'services/a' },
    });
    expect(at('').jobs.leakgate.steps[2]).toEqual({ uses: 'leakgate/leakgate@v1' });
  });
});
