import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Finding, Report } from '../../../src/model.ts';
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
