import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRequests, requestsSchema, type RequestFiles } from '../../../src/config/requests.ts';
import { LeakgateError } from '../../../src/errors.ts';

const onDisk: Record<string, string> = {
  'user.json': '{"name":"ada"}',
  'raw.bin': 'x',
  'requests.txt': 'GET /a\n# a comment\n\nPOST /b @user.json -> 201\n',
  'plain.json':
    '{"target":"http://127.0.0.1:8080/login?x=1","rate":100,"duration":"30s","body_file":"user.json","headers":{"X-A":"1"}}',
  'list.json': '[{"method":"PUT","path":"/p","body":{"a":1},"weight":3,"expectStatus":[200,409]}]',
  'broken.json': '{"target":',
};

const files: RequestFiles = {
  exists: (path) => path in onDisk,
  read: (path) => new TextEncoder().encode(onDisk[path]),
  expand: (text) => text,
  headers: {},
  sources: {
    column: (feeder, column, where) => {
      if (feeder === 'users' && column === 'id') return ['1', 'a/b', 'ö'];
      throw new LeakgateError('config', `${where}: there is no ${feeder}.${column}.`);
    },
    environment: (name) => `value of ${name}`,
  },
};

const read = (given: unknown) => readRequests(requestsSchema.parse(given), 'leakgate.yml: requests', files);
const bodyOf = (route: { body?: Uint8Array } | undefined): string => Buffer.from(route?.body ?? []).toString();

describe('lines', () => {
  test('method, path, body file and status', () => {
    const { routes } = read('GET /healthz\nPOST /api/users @user.json -> 201, 409\n');
    expect(routes).toMatchObject([
      { label: 'GET /healthz', method: 'GET', path: '/healthz', weight: 1, expectStatus: [], headers: {} },
      { label: 'POST /api/users', expectStatus: [201, 409], headers: { 'content-type': 'application/json' } },
    ]);
    expect(bodyOf(routes[1])).toBe('{"name":"ada"}');
    expect(routes[0]).not.toHaveProperty('body');
  });

  test('a body that is not JSON gets no content type', () => {
    expect(read('POST /b @raw.bin').routes[0]?.headers).toEqual({});
  });

  test.each([
    ['GTE /x', 'got "GTE /x"; write one of the methods GET, HEAD'],
    ['GET x\nGET /y', 'line 1: got "GET x"; write METHOD /path'],
    ['GET /x @missing.json', 'got "@missing.json"; write the name of a file that exists'],
    ['GET /x -> 2000', 'METHOD /path [@body-file] [-> status]'],
    ['# nothing\n\n', 'at least one request'],
    ['nonsense', 'a line such as GET /healthz, or the name of a file'],
  ])('%j is refused by name', (text, message) => {
    expect(() => read(text)).toThrow(LeakgateError);
    expect(() => read(text)).toThrow(message);
  });

  test('the number of the bad line is told', () => {
    expect(() => read('GET /a\nGET /b\nhello there\n')).toThrow('leakgate.yml: requests, line 3');
  });
});

describe('files and objects', () => {
  test('a file of lines, with comments', () => {
    expect(read('requests.txt').routes.map((route) => route.label)).toEqual(['GET /a', 'POST /b']);
  });

  test('the plain form: target, rate, duration, body_file, headers', () => {
    const { routes, rate, duration } = read('plain.json');
    expect(routes[0]).toMatchObject({ method: 'POST', path: '/login?x=1', headers: { 'X-A': '1' } });
    expect({ rate, duration }).toEqual({ rate: 100, duration: '30s' });
  });

  test('objects with weight, headers, inline JSON and several statuses', () => {
    const { routes } = read('list.json');
    expect(routes[0]).toMatchObject({
      weight: 3,
      expectStatus: [200, 409],
      headers: { 'content-type': 'application/json' },
    });
    expect(bodyOf(routes[0])).toBe('{"a":1}');
  });

  test('a list may mix lines and objects', () => {
    expect(
      read(['GET /a', { path: '/b', headers: { Accept: 'text/plain' } }]).routes.map((route) => route.label),
    ).toEqual(['GET /a', 'GET /b']);
  });

  test('a target on another machine is refused', () => {
    expect(() => read({ target: 'https://example.com/x' })).toThrow('a target on this machine');
  });

  test('body and bodyFile together are refused', () => {
    expect(() => read([{ path: '/x', body: 'a', bodyFile: 'raw.bin' }])).toThrow('one of the two');
  });

  test('a broken file is named', () => {
    expect(() => read('broken.json')).toThrow("broken.json isn't JSON");
  });
});

test('whatever the text, the answer is routes or one clear error', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        for (const route of read(text).routes) expect(route.path.startsWith('/')).toBe(true);
      } catch (error) {
        expect(error).toMatchObject({ code: 'config' });
      }
    }),
  );
});

test('a well-formed line survives as it was written', () => {
  const segment = fc.stringMatching(/^[a-z0-9._~-]{1,12}$/);
  fc.assert(
    fc.property(
      fc.constantFrom('GET', 'POST', 'DELETE'),
      fc.array(segment),
      fc.option(fc.integer({ min: 100, max: 599 })),
      (method, parts, status) => {
        const path = `/${parts.join('/')}`;
        const { routes } = read(`${method} ${path}${status === null ? '' : ` -> ${status}`}\n`);
        expect(routes).toMatchObject([{ method, path, expectStatus: status === null ? [] : [status] }]);
      },
    ),
  );
});

describe('templates', () => {
  test('in a line, a header and a body; the label stays as written', () => {
    const [route] = read([
      {
        method: 'POST',
        path: '/users/{{users.id}}?n={{randInt 1 9}}',
        headers: { 'X-Id': '{{uuid}}', 'X-B': 'b' },
        body: { a: '{{seq}}' },
      },
    ]).routes;
    expect(route).toMatchObject({
      label: 'POST /users/{{users.id}}?n={{randInt 1 9}}',
      headers: { 'X-B': 'b', 'content-type': 'application/json' },
      template: {
        path: ['/users/', { kind: 'column', values: ['1', 'a%2Fb', '%C3%B6'] }, '?n=', { kind: 'int', from: 1, to: 9 }],
        headers: { 'X-Id': [{ kind: 'uuid' }] },
        body: ['{"a":"', { kind: 'seq' }, '"}'],
      },
    });
    expect(read('GET /n/{{randInt 1 9}} -> 200,404').routes[0]).toMatchObject({
      path: '/n/{{randInt 1 9}}',
      expectStatus: [200, 404],
      template: { path: ['/n/', { kind: 'int', from: 1, to: 9 }] },
    });
  });

  test('what is the same each time is no template', () => {
    const [route] = read('GET /t/{{env TENANT}}').routes;
    expect(route).toMatchObject({ label: 'GET /t/{{env TENANT}}', path: '/t/value%20of%20TENANT' });
    expect(route).not.toHaveProperty('template');
  });

  test('a body that is no text is sent as it is', () => {
    const bytes = Buffer.concat([Buffer.from('{{uuid}}'), Buffer.from([0xff, 0xfe])]);
    const binary = { ...files, exists: () => true, read: () => bytes };
    const [route] = readRequests('POST /b @raw.bin', 'requests', binary).routes;
    expect(route).not.toHaveProperty('template');
    expect(route?.body).toBe(bytes);
  });

  test.each([
    ['GET /u/{{users.nme}}', 'line 1: there is no users.nme.'],
    ['GET /u/{{seq', 'line 1: got "{{seq"; write the closing }}'],
    ['GET {{seq}}', 'write a path that starts with /'],
    ['GET /a/{{foo}}', 'line 1: got "{{foo}}"; write {{uuid}}'],
  ])('%j is refused by name', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('headers of all requests give way to their own', () => {
    const common = { ...files, headers: { traceparent: '{{traceparent}}', 'X-Tenant': 'a' } };
    const given = requestsSchema.parse([{ path: '/', headers: { 'x-tenant': 'b' } }]);
    const [route] = readRequests(given, 'requests', common).routes;
    expect(route?.headers).toEqual({ 'x-tenant': 'b' });
    expect(route?.template?.headers).toEqual({ traceparent: [{ kind: 'traceparent' }] });
  });

  test('a line of any placeholders is read in no time', () => {
    const parts = fc.array(fc.constantFrom('{{', '}}', 'a', ' ', '/', '{', '}', '@b', '->', 'users.id', 'seq'), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(parts, (bits) => {
        try {
          read(`GET /${bits.join('')}`);
        } catch (error) {
          expect(error).toBeInstanceOf(LeakgateError);
        }
      }),
    );
  });
});
