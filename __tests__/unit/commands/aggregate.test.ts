import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aggregate } from '../../../src/commands/aggregate.ts';
import { parseExpected, parseJobs } from '../../../src/commands/expected.ts';
import { artifactName } from '../../../src/publish.ts';
import { toJson } from '../../../src/reporters/index.ts';
import { reports } from '../reporters/reports.ts';
import { runCommandIn } from './terminal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leakgate-legs-'));
});
afterEach(async () => rm(folder, { recursive: true }));

async function leave(artifact: string, report: (typeof reports)[keyof typeof reports], key = artifact): Promise<void> {
  await mkdir(join(folder, 'in', artifact), { recursive: true });
  await writeFile(join(folder, 'in', artifact, 'result.json'), toJson({ ...report, key }));
}
const run = async (...args: string[]) => runCommandIn(aggregate, ['in', ...args], { cwd: folder });

test('fans the artifacts of a matrix in', async () => {
  await leave('cmd-api', reports.passing);
  await leave('cmd-cart', reports.failing);
  const { code, stdout } = await run('--expect', '["cmd-api","cmd-cart","cmd-mail"]');
  expect(code).toBe(1);
  expect(stdout.split('\n')).toEqual([
    'MISSING    cmd-mail: It was expected and left no result.',
    expect.stringMatching(/^FAIL {7}cmd-cart: \S/),
    expect.stringMatching(/^pass {7}cmd-api: \S/),
    '3 services: 1 failed, 1 missing.',
    '',
  ]);
  const written = JSON.parse(await readFile(join(folder, 'leakgate-out', 'aggregate.json'), 'utf8')) as object;
  expect(written).toMatchObject({ verdict: 'fail', exitCode: 1 });
  expect(await readFile(join(folder, 'leakgate-out', 'aggregate.md'), 'utf8')).toContain('### ❌ 3 services');
});

test('links in the folder are not followed', async () => {
  await leave('cmd-api', reports.passing);
  await writeFile(join(folder, 'secret.json'), toJson(reports.failing));
  await mkdir(join(folder, 'in', 'evil'));
  await symlink(join(folder, 'secret.json'), join(folder, 'in', 'evil', 'result.json'));
  await symlink(folder, join(folder, 'in', 'loop'));
  expect((await run()).stdout).toContain('1 service, none failed.');
});

test('an empty folder is red, an absent one and a damaged result are errors', async () => {
  await mkdir(join(folder, 'in'));
  expect((await run()).code).toBe(4);
  expect((await run('--expect', '[]')).code).toBe(0);
  await writeFile(join(folder, 'in', 'result.json'), '{"schemaVersion":1}');
  await expect(run()).rejects.toThrow('in/result.json is a damaged result');
  await expect(runCommandIn(aggregate, ['nowhere'], { cwd: folder })).rejects.toThrow("nowhere isn't there.");
  await expect(runCommandIn(aggregate, [], { cwd: folder })).rejects.toThrow('takes one folder');
});

describe('--expect', () => {
  test.each([
    [undefined, null],
    [' ', null],
    ['cmd/api, cmd/cart\ncmd/mail', ['cmd/api', 'cmd/cart', 'cmd/mail']],
    ['["a","b"]', ['a', 'b']],
    ['{"include":[{"package":"./a","key":"x/a"},{"package":"./b"},{"service":"c"}]}', ['x/a', './b', 'c']],
    ['{"include":[]}', []],
    ['{"service":["a","b"]}', ['a', 'b']],
  ])('%j', (given, names) => {
    expect(parseExpected(given)).toEqual(names);
  });

  test.each(['[1]', '[', '{"a":["b"],"c":["d"]}', '{"include":[{}]}'])('%s is refused', (given) => {
    expect(() => parseExpected(given)).toThrow(/^--expect/);
  });
});

test('--needs is what the runner writes', () => {
  expect(parseJobs('')).toEqual({});
  expect(parseJobs('{"a":{"result":"failure","outputs":{}}}')).toEqual({ a: 'failure' });
  expect(() => parseJobs('{"a":1}')).toThrow('--needs');
});

test('artifacts of different services, jobs and steps never have one name', () => {
  const names = [
    artifactName('cmd/api', 'test __run'),
    artifactName('cmd-api', 'test __run'),
    artifactName('cmd/api', 'test __run_2'),
    artifactName('cmd/api', 'nightly __run'),
    artifactName('cmd/api (1.26)', 'test __run'),
  ];
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^leakgate-[\w.-]+-[0-9a-f]{6}$/);
});
