import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, StoreUnavailable } from '../../../src/baseline/index.ts';
import { baseline, newestOf } from './repositories.ts';

const { signal } = new AbortController();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baseline-delivered-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

describe.each(['artifact', 'cache'] as const)('the store %s', (name) => {
  const open = (env: NodeJS.ProcessEnv) => openStore(name, { directory: '/nowhere', env });
  const delivered = () => open({ LEAKGATE_BASELINES: folder, LEAKGATE_BASELINES_FETCH: 'success' });

  test('keeps what it is given in the delivered folder, in files that an upload doesn’t take for hidden', async () => {
    expect(await delivered().list({}, signal)).toEqual([]);
    const stored = [baseline(), baseline({ branch: '.dots/"a" : *', key: '.cmd' })];
    for (const each of stored) expect(await delivered().write(each, signal)).toEqual({ stored: true });
    for (const each of stored) expect(await newestOf(delivered(), each.branch, each.key)).toEqual(each);
    const paths = await readdir(folder, { recursive: true });
    expect(paths.flatMap((path) => path.split('/')).filter((part) => part.startsWith('.'))).toEqual([]);
    // What actions/upload-artifact refuses in paths.
    expect(paths.join('')).not.toMatch(/["*:<>?|\\\r\n]/);
    await delivered().remove(await delivered().list({}, signal), signal);
    expect(await delivered().list({}, signal)).toEqual([]);
  });

  test('is out of reach, not empty, where no step delivers', async () => {
    await expect(open({}).list({}, signal)).rejects.toThrow(StoreUnavailable);
    await expect(open({ LEAKGATE_BASELINES: '' }).write(baseline(), signal)).rejects.toThrow(StoreUnavailable);
  });

  test('is out of reach when the step failed, with the reason', async () => {
    const env = { LEAKGATE_BASELINES: folder, LEAKGATE_BASELINES_FETCH: 'failure' };
    await expect(open(env).list({}, signal)).rejects.toThrow(`The ${name} with the baselines couldn’t be fetched.`);
    const told = { ...env, LEAKGATE_BASELINES_PROBLEM: 'No right to look.' };
    await expect(open(told).list({}, signal)).rejects.toThrow('No right to look.');
    await expect(open(told).list({}, signal)).rejects.toThrow(StoreUnavailable);
  });

  test('takes a damaged one for damaged, and tells how it goes', async () => {
    await delivered().write(baseline(), signal);
    const [entry] = await delivered().list({}, signal);
    await writeFile(entry!.id, '{');
    await expect(delivered().read(entry!, signal)).rejects.toMatchObject({
      hint: expect.stringContaining('the next push to its branch does'),
    });
    expect(await delivered().write(baseline(), signal)).toEqual({ stored: true });
    expect(await delivered().read(entry!, signal)).toEqual(baseline());
  });
});
