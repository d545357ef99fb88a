import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Finding, Flow, Report } from '../../../src/model.ts';
import { sarif } from '../../../src/reporters/index.ts';
import { evident } from './evidence.ts';
import { hostileText, poisoned } from './gfm.ts';
import { finding, goroutineLeak, heapCheck, heapLeak, report, reports } from './reports.ts';

/** The published schema is of draft 4, which calls its id otherwise, and one of its patterns is no Unicode expression. */
function schema(): object {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { id: _, $schema: __, ...rest } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  return rest;
}

const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema());

/** What the schema has against a log. */
const faults = (log: unknown): string[] =>
  valid(log) ? [] : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

function checked(given: Report): Log {
  const log = JSON.parse(sarif(given)) as Log;
  expect(faults(log)).toEqual([]);
  return log;
}

const resultsOf = (given: Report) => checked(given).runs[0]!.results!;
const holding = (...findings: Finding[]): Report => report({ verdict: 'fail', checks: [heapCheck({ findings })] });

test.each(['failing', 'crash', 'hostile'] as const)('%s: SARIF', async (name) => {
  await expect(sarif(reports[name])).toMatchFileSnapshot(`../../fixtures/reporters/${name}.sarif`);
});

test.each(Object.entries({ ...reports, evident }))('%s holds to the schema', (_, given) => {
  expect(checked(given).runs).toHaveLength(1);
});

test('any text holds to the schema, and no path leads out of the repository', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 3, maxLength: 9 }), (texts) => {
      for (const { locations } of resultsOf(poisoned(reports.failing, texts))) {
        expect(locations![0]!.physicalLocation!.artifactLocation!.uri).not.toMatch(
          /(?:^|\/)\.\.(?:\/|$)|^\/|[\s<>"\\]/,
        );
      }
    }),
    { numRuns: 30 },
  );
});

describe('what code scanning asks for', () => {
  const log = checked(reports.failing);

  test('every rule has all its texts', () => {
    for (const { shortDescription, fullDescription, help } of log.runs[0]!.tool.driver.rules!) {
      for (const text of [shortDescription?.text, fullDescription?.text, help?.text]) expect(text).toMatch(/\w/);
    }
  });

  test('every location has all four ends', () => {
    const regions = log.runs[0]!.results!.flatMap(({ locations = [], relatedLocations = [] }) =>
      [...locations, ...relatedLocations].map(({ physicalLocation }) => physicalLocation!.region),
    );
    expect(regions.length).toBeGreaterThan(0);
    for (const region of regions) {
      expect(region).toMatchObject({
        startLine: expect.any(Number),
        startColumn: 1,
        endLine: expect.any(Number),
        endColumn: expect.any(Number),
      });
    }
  });

  test('a result is of the rule it names', () => {
    const { rules } = log.runs[0]!.tool.driver;
    for (const { ruleId, ruleIndex } of log.runs[0]!.results!) expect(rules![ruleIndex!]!.id).toBe(ruleId);
    expect(log.runs[0]!.results!.map(({ ruleId }) => ruleId)).toEqual([
      'leakgate/heap-leak',
      'leakgate/heap-leak',
      'leakgate/goroutine-leak',
    ]);
  });
});

test('the fingerprint stays when lines move and spaces change, and differs between lines', () => {
  const print = (one: Finding): string => resultsOf(holding(one))[0]!.partialFingerprints!['primaryLocationLineHash']!;
  const site = heapLeak.site!;
  const moved = { ...heapLeak, site: { ...site, line: 99, source: `  ${site.source!.replace(' ', '   ')}` } };
  expect(print(moved)).toBe(print(heapLeak));
  expect(print({ ...heapLeak, site: { ...site, source: 'return nil' } })).not.toBe(print(heapLeak));
  expect(print(goroutineLeak)).not.toBe(print(heapLeak));
});

test('the flow goes from the outermost call to the line; libraries have no file in the repository', () => {
  const [result] = resultsOf(holding(heapLeak));
  const steps = result!.codeFlows![0]!.threadFlows[0]!.locations;
  expect(steps.map(({ location }) => location!.message!.text)).toEqual([
    'http.(*conn).serve (net/http/server.go:2104)',
    'http.HandlerFunc.ServeHTTP (net/http/server.go:2322)',
    'api.(*Server).login',
    'session.(*Cache).Put',
    'session.newEntry',
  ]);
  expect(steps.map(({ location }) => location!.physicalLocation !== undefined)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});

describe('flows beside the stack', () => {
  const own = heapLeak.site!.stack[0]!;
  const library = { function: 'net/http.Header.Clone', file: 'net/http/header.go', line: 94, own: false };
  const kept: Flow = {
    title: 'Kept alive by',
    steps: [
      { text: 'main.cache', frame: null },
      { text: 'map[string]*session.Entry', frame: null },
      { text: 'session.newEntry cache.go:23', frame: own },
      { text: 'net/http.Header.Clone header.go:94', frame: library },
    ],
  };
  const flowsOf = (...flows: Flow[]) => resultsOf(holding({ ...heapLeak, flows }))[0]!.codeFlows!;

  test('are flows of their own, each with a title', () => {
    expect(flowsOf(kept, { ...kept, title: 'Held too by' }).map(({ message }) => message!.text)).toEqual([
      'Allocated by',
      'Kept alive by',
      'Held too by',
    ]);
  });

  test('go from the root to the objects, with a place where the repository has one', () => {
    const { locations } = flowsOf(kept)[1]!.threadFlows[0]!;
    expect(locations.map(({ location }) => location!.message!.text)).toEqual([
      'main.cache',
      'map[string]*session.Entry',
      'session.newEntry cache.go:23',
      'net/http.Header.Clone header.go:94',
    ]);
    expect(locations.map(({ location }) => location!.physicalLocation?.artifactLocation!.uri)).toEqual([
      undefined,
      undefined,
      own.file,
      undefined,
    ]);
    expect(locations.map(({ location }) => location!.logicalLocations?.[0]?.kind)).toEqual([
      'variable',
      'variable',
      undefined,
      'function',
    ]);
  });

  test('change nothing of how a result is recognised', () => {
    const prints = (one: Finding) => resultsOf(holding(one))[0]!.partialFingerprints;
    expect(prints({ ...heapLeak, flows: [kept] })).toEqual(prints(heapLeak));
  });

  test('one step is a flow, none is none; there are eight at most', () => {
    expect(flowsOf({ title: 'x', steps: [kept.steps[0]!] }).map(({ message }) => message!.text)).toEqual([
      'Allocated by',
      'x',
    ]);
    expect(flowsOf({ title: 'x', steps: [] })).toHaveLength(1);
    expect(flowsOf(...Array.from({ length: 20 }, () => kept))).toHaveLength(8);
  });

  test('goroutines that begin and wait in one call each have both as flows', () => {
    const site = { ...goroutineLeak.site!, stack: goroutineLeak.site!.stack.slice(0, 1) };
    const waits: Flow = { title: 'Waits in', steps: [{ text: own.function, frame: own }] };
    const [result] = resultsOf(holding({ ...goroutineLeak, site, flows: [waits] }));
    expect(
      result!.codeFlows!.map(({ message, threadFlows }) => [message!.text, threadFlows[0]!.locations.length]),
    ).toEqual([
      ['Started by', 1],
      ['Waits in', 1],
    ]);
  });

  test('any text in them holds to the schema', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 9 }), (texts) => {
        expect(checked(poisoned(holding({ ...heapLeak, flows: [kept] }), texts)).runs).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });
});

describe('on a change', () => {
  const put = heapLeak.site!.stack[1]!;
  const login = heapLeak.site!.stack[2]!;
  const first = (changes: Report['changes']) => resultsOf({ ...holding(heapLeak), ...(changes && { changes }) })[0]!;
  const place = ({ locations }: ReturnType<typeof first>) => {
    const { artifactLocation, region } = locations![0]!.physicalLocation!;
    return `${artifactLocation!.uri}:${region!.startLine}`;
  };
  const touched = (file: string, ...lines: [number, number][]) => ({ since: 'abc', files: [{ file, lines }] });

  test('a result stands at the changed call that is nearest to the line, and names the line', () => {
    const result = first(touched(login.file, [1, 3], [login.line - 1, login.line + 1]));
    expect(place(result)).toBe(`${login.file}:${login.line}`);
    expect(result.message.text).toContain('[found in](1): session.newEntry (internal/session/cache.go:23)');
    expect(result.relatedLocations![0]).toMatchObject({
      id: 1,
      physicalLocation: { artifactLocation: { uri: 'internal/session/cache.go' }, region: { startLine: 23 } },
    });
    const both = {
      since: 'abc',
      files: [...touched(login.file, [58, 58]).files, ...touched(put.file, [31, 31]).files],
    };
    expect(place(first(both))).toBe(`${put.file}:${put.line}`);
  });

  test('at the line itself where the change touched that, or none of the calls', () => {
    const untouched = first(undefined);
    for (const changes of [
      touched(put.file, [23, 31]),
      touched(login.file, [1, login.line - 1], [login.line + 1, 900]),
      touched('net/http/server.go', [1, 9999]),
      { since: 'abc', files: [] },
    ]) {
      expect(first(changes)).toEqual(untouched);
    }
    expect(place(untouched)).toBe('internal/session/cache.go:23');
  });

  test('is recognised as the same wherever it stands', () => {
    expect(first(touched(login.file, [58, 58])).partialFingerprints).toEqual(first(undefined).partialFingerprints);
  });

  test('a path that leads out of the repository is no place for it', () => {
    const outside = { ...login, file: '../login.go' };
    const site = { ...heapLeak.site!, stack: [heapLeak.site!.stack[0]!, outside] };
    const [result] = resultsOf({ ...holding({ ...heapLeak, site }), changes: touched(outside.file, [58, 58]) });
    expect(place(result!)).toBe('internal/session/cache.go:23');
  });
});

test('at most 200 results, worst first, and only lines of the repository', () => {
  const many = Array.from({ length: 300 }, (_, index): Finding => ({
    ...heapLeak,
    outcome: index < 250 ? 'warn' : 'fail',
    site: { ...heapLeak.site!, line: index + 1 },
  }));
  const results = resultsOf(holding(...many));
  expect(results).toHaveLength(200);
  expect(results.slice(0, 50).every(({ level }) => level === 'error')).toBe(true);
  const elsewhere = { ...heapLeak.site!, stack: [{ ...heapLeak.site!.stack[0]!, own: false }] };
  expect(resultsOf(holding({ ...heapLeak, site: elsewhere }, finding({ outcome: 'fail' })))).toEqual([]);
  expect(resultsOf(holding({ ...heapLeak, site: { ...heapLeak.site!, file: '../etc/passwd', stack: [] } }))).toEqual(
    [],
  );
});

test('a text in brackets is no link; a fact with a line is one', () => {
  const [first] = resultsOf(holding({ ...goroutineLeak, reason: '[x](https://evil.example)' }));
  expect(first!.message.text).toContain('\\[x\\](https://evil.example)');
  expect(first!.message.text).toContain('[blocked in](1): chan send');
  expect(first!.relatedLocations![0]!.id).toBe(1);
});

test('the schema sees faults: a log that lacks something would fail it', () => {
  const log = JSON.parse(sarif(reports.failing)) as Log;
  const broken = structuredClone(log) as unknown as { runs: { results: { message?: unknown }[] }[] };
  delete broken.runs[0]!.results[0]!.message;
  expect(faults(broken)).toContain("/runs/0/results/0 must have required property 'message'");
  expect(faults({ ...log, version: '2.0.0' })).not.toEqual([]);
});
