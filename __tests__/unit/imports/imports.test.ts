import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readRequests, requestsSchema, type RequestFiles } from '../../../src/config/requests.ts';
import { LeakgateError } from '../../../src/errors.ts';
import { configText, importRequests, type Imported } from '../../../src/imports/index.ts';

const files: RequestFiles = {
  exists: () => true,
  read: () => new TextEncoder().encode('{}'),
  expand: (text) => text,
  headers: {},
  sources: { column: () => ['1'], environment: () => 'x' },
};

/** The routes of the config file that is written. */
const routesOf = (imported: Imported) => {
  const { requests } = parse(configText(imported, { from: 'source' })) as { requests: unknown };
  return readRequests(requestsSchema.parse(requests), 'requests', files).routes;
};

const sorted = (imported: Imported): string[] => imported.requests.map(({ method, path }) => `${method} ${path}`);

const openapi = `
openapi: 3.0.3
servers: [{ url: 'http://{host}/api/{v}', variables: { host: { default: localhost }, v: { default: v1 } } }]
paths:
  /pets:
    get:
      parameters:
        - { name: limit, in: query, required: true, schema: { type: integer, default: 20 } }
        - { name: tag, in: query, schema: { type: string } }
        - { $ref: '#/components/parameters/Tenant' }
    post:
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
  /pets/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
    get: {}
    delete: {}
  /owners/{name}:
    get: { parameters: [{ name: name, in: path, required: true, schema: { type: string } }] }
    put:
      parameters: [{ name: name, in: path, required: true, example: 'a b/c' }]
      requestBody: { content: { application/json: { example: { text: 'costs \${PRICE} {{now}}' } } } }
  /upload:
    post: { requestBody: { required: true, content: { multipart/form-data: {} } } }
components:
  parameters:
    Tenant: { name: X-Tenant, in: header, required: true, schema: { enum: [acme, other] } }
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  schemas:
    Pet:
      type: object
      required: [name, age, owner]
      properties:
        id: { type: string, readOnly: true }
        name: { type: string, example: Rex }
        age: { type: integer, minimum: 3 }
        note: { type: string }
        owner: { allOf: [{ $ref: '#/components/schemas/Owner' }, { properties: { since: { type: string, format: date } }, required: [since] }] }
    Owner: { type: object, required: [email, pets], properties: { email: { type: string, format: email }, pets: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
`;

describe('OpenAPI', () => {
  test('examples, defaults and allowed values are filled in; what has none is listed', async () => {
    const imported = await importRequests(openapi, 'openapi.yaml');
    expect(sorted(imported)).toEqual([
      'GET /api/v1/pets?limit=20',
      'POST /api/v1/pets',
      'GET /api/v1/pets/{{uuid}}',
      'DELETE /api/v1/pets/{{uuid}}',
      'PUT /api/v1/owners/a%20b%2Fc',
    ]);
    expect(imported.requests[0]?.headers).toEqual({ 'X-Tenant': 'acme' });
    expect(imported.left).toEqual([
      'GET /api/v1/owners/{name}: no example or default for the path parameter name',
      'POST /api/v1/upload: its body is multipart/form-data',
    ]);
    expect(imported.notes).toEqual([
      'The paths begin with /api/v1, as the first server has it.',
      'Operations may ask for a token: set `auth`, with a command or a login.',
    ]);
  });

  test('a body that is made up says what of it, and a schema that holds itself comes to an end', async () => {
    const { requests } = await importRequests(openapi, 'openapi.yaml');
    const pet = requests[1]!;
    expect(pet.body).toMatchObject({ name: 'Rex', age: 3, owner: { since: '2026-01-01', email: 'user@example.com' } });
    expect(pet.body).not.toHaveProperty('id');
    expect(pet.madeUp).toEqual(expect.arrayContaining(['age', 'since', 'email']));
    expect(pet.madeUp).not.toContain('name');
  });

  test('becomes a config file that can be read, where nothing of the text is taken for a placeholder', async () => {
    const routes = routesOf(await importRequests(openapi, 'openapi.yaml'));
    expect(routes).toHaveLength(5);
    expect(Buffer.from(routes[4]!.body!).toString()).toBe('{"text":"costs $${PRICE} {{now}}"}');
    expect(routes[2]!.template?.path).toEqual(['/api/v1/pets/', { kind: 'uuid' }]);
  });

  test.each([
    ['swagger: "2.0"\npaths: {}\n', 'api.yaml is Swagger 2.0; OpenAPI 3 is read.'],
    ['openapi: 4.0.0\npaths: {}\n', 'api.yaml says openapi: "4.0.0"'],
    ['openapi: 3.1.0\n', 'api.yaml has no paths.'],
    ['openapi: "3.0\npaths: {}\n', 'api.yaml, line'],
    ['{"openapi":', "api.yaml isn't JSON"],
    ['just text\n', 'api.yaml is of no kind that can be read.'],
    ['', 'api.yaml is empty.'],
  ])('%j is one error', async (text, message) => {
    const importing = importRequests(text, 'api.yaml');
    await expect(importing).rejects.toBeInstanceOf(LeakgateError);
    await expect(importing).rejects.toThrow(message);
  });
});

const entry = (method: string, url: string, more: object = {}, status = 200) => ({
  request: { method, url, headers: [], ...more },
  response: { status },
});
const har = (...entries: object[]): string => JSON.stringify({ log: { entries } });

describe('HAR', () => {
  test('the host that was asked most, without parts of pages, failures and what browsers add', async () => {
    const headers = [
      { name: ':authority', value: 'x' },
      { name: 'User-Agent', value: 'x' },
      { name: 'Cookie', value: 'sid=abcdefgh' },
      { name: 'Authorization', value: 'Bearer abcdefgh' },
      { name: 'X-Kind', value: 'a' },
    ];
    const text = har(
      entry('GET', 'http://api/items?q=1'),
      entry('GET', 'http://api/items?q=1'),
      entry('GET', 'http://api/items?q=1'),
      entry(
        'POST',
        'http://api/items',
        { headers, postData: { mimeType: 'application/json', text: '{"a":"{{x}}"}' } },
        201,
      ),
      entry('GET', 'http://api/app.js'),
      entry('GET', 'http://api/gone', {}, 404),
      entry('GET', 'http://cdn/x'),
    );
    const imported = await importRequests(text, 'x.har');
    expect(imported.requests).toEqual([
      { method: 'GET', path: '/items?q=1', headers: {}, weight: 3, madeUp: [] },
      {
        method: 'POST',
        path: '/items',
        headers: { Authorization: 'Bearer ${API_TOKEN}', 'X-Kind': 'a' },
        body: { a: '\\{{x}}' },
        weight: 1,
        madeUp: [],
      },
    ]);
    expect(imported.left).toEqual([
      '1 request to other hosts than api',
      'GET /app.js: part of a page',
      'GET /gone: it was answered with 404',
    ]);
    expect(JSON.stringify(imported)).not.toContain('abcdefgh');
    expect(Buffer.from(routesOf(imported)[1]!.body!).toString()).toBe('{"a":"{{x}}"}');
  });

  test('what isn’t one is one error', async () => {
    await expect(importRequests('{"log":{"entries":[{"request":{}}]}}', 'x.har')).rejects.toThrow(
      "x.har isn't a HAR file: log.entries.0.request.method",
    );
  });
});

describe('vegeta', () => {
  test('targets with headers and body files', async () => {
    const text =
      '# users\nGET http://127.0.0.1:8080/a?x=1\n\nPOST http://127.0.0.1:8080/b\nX-A: 1\n@body.json\n\nGET /c\nGET /c\n';
    const imported = await importRequests(text, 'targets.txt');
    expect(
      imported.requests.map(({ method, path, headers, bodyFile, weight }) => [method, path, headers, bodyFile, weight]),
    ).toEqual([
      ['GET', '/a?x=1', {}, undefined, 1],
      ['POST', '/b', { 'X-A': '1' }, 'body.json', 1],
      ['GET', '/c', {}, undefined, 2],
    ]);
    expect(routesOf(imported).map(({ label }) => label)).toEqual(['GET /a?x=1', 'POST /b', 'GET /c']);
  });

  test('targets as JSON', async () => {
    const body = Buffer.from('{"a":1}').toString('base64');
    const text = `{"method":"GET","url":"http://h/a"}\n{"method":"PUT","url":"http://h/b","body":"${body}","header":{"X-A":["1","2"]}}\n`;
    const imported = await importRequests(text, 'targets.json');
    expect(imported.requests).toMatchObject([
      { path: '/a' },
      { method: 'PUT', headers: { 'X-A': '1, 2' }, body: { a: 1 } },
    ]);
  });

  test.each([
    ['GET http://h/a\nnonsense here\n', "targets.txt, line 2: isn't a vegeta target"],
    ['BREW http://h/a\n', 'targets.txt, line 1 has the method BREW'],
    ['{"method":"GET","url":"http://h/a"}\n{"method":1}\n', "targets.txt, line 2 isn't a vegeta target."],
  ])('%j is one error with its line', async (text, message) => {
    await expect(importRequests(text, 'targets.txt')).rejects.toThrow(message.replace(': isn', ' isn'));
  });
});

const script = `
import http from 'k6/http';
import { check } from 'k6';
const BASE = __ENV.BASE || 'http://localhost:8080';
const params = { headers: { 'Content-Type': 'application/json', 'X-Api-Key': 'abcdefgh' }, tags: { a: 'b' } };
export default function () {
  const user = { name: 'Ada', n: 1 };
  check(http.get(\`\${BASE}/items?x=1\`), {});
  http.post(BASE + '/users', JSON.stringify(user), params);
  http.post(\`\${__ENV.OTHER}/form\`, { a: 'b c' });
  http.request('PUT', 'http://localhost:8080/p', 'text');
  http.batch([['GET', BASE + '/one'], BASE + '/two', { method: 'DELETE', url: BASE + '/three' }]);
  http.get(\`\${BASE}/items/\${user.id}\`);
  http.get(next());
}
`;

describe('k6', () => {
  test('requests whose addresses and bodies stand in the script', async () => {
    const imported = await importRequests(script, 'script.js');
    expect(sorted(imported)).toEqual([
      'GET /items?x=1',
      'POST /users',
      'POST /form',
      'PUT /p',
      'GET /one',
      'GET /two',
      'DELETE /three',
    ]);
    expect(imported.requests[1]).toMatchObject({
      headers: { 'Content-Type': 'application/json', 'X-Api-Key': '${X_API_KEY}' },
      body: { name: 'Ada', n: 1 },
    });
    expect(imported.requests[2]).toMatchObject({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b+c',
    });
    expect(imported.requests[3]).toMatchObject({ body: 'text' });
    expect(imported.left).toEqual([
      'line 13: its address is only known when the script runs',
      'line 14: its address is only known when the script runs',
    ]);
    expect(JSON.stringify(imported)).not.toContain('abcdefgh');
  });

  test.each([
    ['const a: string = 1;', 'script.js, line 1: Unexpected token.'],
    ['export default 1;', "script.js doesn't import k6/http."],
  ])('%j is one error', async (text, message) => {
    await expect(importRequests(text, 'script.js')).rejects.toThrow(message);
  });
});

const noAddresses = ['localhost:8080/p', 'htlocalhost:8080/p', 'mailto:a@b', 'javascript:void(0)'];

test.each(noAddresses)('%s is no address of a request', async (address) => {
  const k6 = `import http from 'k6/http';\n\nexport default () => {\n  http.get('${address}');\n};\n`;
  expect((await importRequests(k6, 'script.js')).left).toEqual([`line 4: its address is none of HTTP: "${address}"`]);
  await expect(importRequests(`GET http://h/a\nGET ${address}\n`, 'targets.txt')).rejects.toThrow(
    'has no address that can be read',
  );
});

test('pictures within a page are no requests, however many there are', async () => {
  const picture = entry('GET', 'data:image/png;base64,AAAA');
  const imported = await importRequests(har(picture, picture, entry('GET', 'http://api/a')), 'x.har');
  expect(sorted(imported)).toEqual(['GET /a']);
  expect(imported.left).toEqual([]);
});

describe('config files', () => {
  const imported: Imported = {
    requests: [{ method: 'GET', path: '/a', headers: {}, weight: 1, madeUp: [] }],
    left: ['GET /x: why'],
    notes: [],
  };

  test('settings that are there stay, with their comments', () => {
    const text = configText(imported, { from: 'openapi.yaml', into: '# mine\nrate: 5 # why\nrequests: GET /old\n' });
    expect(parse(text)).toEqual({ rate: 5, requests: ['GET /a'] });
    expect(text).toContain('# mine\nrate: 5 # why\n');
    expect(text).toContain('# From openapi.yaml.');
    expect(text).toContain('GET /x: why');
    expect(text).not.toContain('/old');
  });

  test('a file of nothing but comments', () => {
    expect(parse(configText(imported, { from: 'x', into: '# nothing yet\n' }))).toEqual({ requests: ['GET /a'] });
  });
});

/** Texts that are nearly right. */
const nearly = (source: string) =>
  fc
    .tuple(fc.nat(source.length), fc.nat(40), fc.constantFrom('', '{', '"', '\n', '[]', 'null', '$ref', '{{', '0'))
    .map(([at, cut, put]) => source.slice(0, at) + put + source.slice(at + cut));

test.each([
  ['openapi.yaml', openapi],
  ['x.har', har(entry('GET', 'http://h/a'), entry('POST', 'http://h/b', { postData: { mimeType: 'a', text: 'b' } }))],
  ['targets.txt', 'GET http://h/a\nX-A: 1\n@f\n\nPOST http://h/b\n'],
  ['script.js', script],
])('%s with any damage is either read or refused, never worse', async (name, source) => {
  await fc.assert(
    fc.asyncProperty(nearly(source), async (text) => {
      try {
        const imported = await importRequests(text, name);
        if (imported.requests.length > 0) routesOf(imported);
      } catch (error) {
        expect(error).toBeInstanceOf(LeakgateError);
      }
    }),
  );
});
