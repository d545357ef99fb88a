import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { LeakgateError } from '../../../src/errors.ts';
import { parseReport, prComment, reportSchema, toJson } from '../../../src/reporters/index.ts';
import { reports } from './reports.ts';

function refusal(json: string): LeakgateError {
  try {
    parseReport(json, 'out/result.json');
  } catch (error) {
    if (error instanceof LeakgateError) return error;
    throw error;
  }
  throw new Error('It was read.');
}

const changed = (changes: object): string => JSON.stringify({ ...reports.failing, ...changes });

test.each(Object.entries(reports))('%s is read back as it was written', (_, report) => {
  expect(parseReport(toJson(report), 'result.json')).toEqual(JSON.parse(toJson(report)));
});

test('fields of a newer minor version are kept, and rendered past', () => {
  const [first, ...rest] = reports.failing.checks;
  const read = parseReport(changed({ checks: [{ ...first, chart: [1, 2] }, ...rest], region: 'eu' }), 'result.json');
  expect(read).toMatchObject({ region: 'eu', checks: [{ chart: [1, 2] }, {}, {}] });
  expect(prComment(read)).toBe(prComment(reports.failing));
});

test.each([
  ['cut off', '{"schemaVersion": 1, ', "out/result.json isn't JSON."],
  ['something else', '[]', "out/result.json isn't a result of Leakgate: it has no schemaVersion 1."],
  ['null', 'null', "out/result.json isn't a result of Leakgate: it has no schemaVersion 1."],
  ['newer', changed({ schemaVersion: 2 }), 'out/result.json was written by a newer Leakgate (schemaVersion 2).'],
  ['older', changed({ schemaVersion: 0 }), "out/result.json isn't a result of Leakgate: it has no schemaVersion 1."],
  ['huge', `"${'x'.repeat(33 * 1024 * 1024)}"`, 'out/result.json is too large to be a result: 34603010 characters.'],
])('%s: one clear sentence and a hint', (_, json, message) => {
  const error = refusal(json);
  expect(error).toMatchObject({ code: 'config', message });
});

test('a damaged result names where', () => {
  const error = refusal(changed({ verdict: 'maybe', checks: [{ name: 1 }] }));
  expect(error.message).toMatch(
    /^out\/result\.json is a damaged result: verdict: .*; checks\.0\.name: .*; \d+ more\.$/,
  );
});

test('the JSON Schema made from it accepts every report and refuses a broken one', () => {
  const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(reportSchema, { io: 'input' }));
  for (const report of Object.values(reports)) expect(validate(JSON.parse(toJson(report)))).toBe(true);
  expect(validate({ ...reports.passing, verdict: 'maybe' })).toBe(false);
});
