import { afterEach, beforeEach, expect, test } from 'vitest';
import { artifactFinder } from '../../../src/host/artifact-finder.ts';
import { startForge, type Forge, type ForgeRun } from './forge.ts';

let forge: Forge;
beforeEach(async () => {
  forge = await startForge();
});
afterEach(async () => forge[Symbol.asyncDispose]());

const wanted = { name: 'baselines-api-main-0123456789ab', branch: 'main' };
const find = async (token: string | undefined = 'token') =>
  artifactFinder({ repository: { owner: 'acme', name: 'shop' }, apiUrl: forge.url }, token, [0, 0])(wanted);

function leave(run: Partial<ForgeRun> & { id: number }, changes: { name?: string; expired?: boolean } = {}): void {
  const about = { head_branch: 'main', repository_id: 1, head_repository_id: 1, ...run };
  forge.artifacts.unshift({ name: wanted.name, archive: new Uint8Array(), run: about, ...changes });
}

test('is the latest run of the branch, whichever uploaded last', async () => {
  expect(await find()).toBeNull();
  leave({ id: 30 });
  leave({ id: 10 });
  expect(await find()).toBe(30);
});

test('no other repository, branch or name counts, nor what is expired or of nobody', async () => {
  leave({ id: 5 });
  leave({ id: 11, head_repository_id: 2 });
  leave({ id: 12, head_branch: 'feature' });
  leave({ id: 13 }, { name: 'baselines-web-main-0123456789ab' });
  leave({ id: 14 }, { expired: true });
  leave({ id: 15, repository_id: undefined, head_repository_id: undefined });
  forge.artifacts.unshift({ name: wanted.name, archive: new Uint8Array() });
  expect(await find()).toBe(5);
});

test('a page full of a fork’s doesn’t hide it', async () => {
  leave({ id: 5 });
  for (let id = 100; id < 250; id++) leave({ id, head_repository_id: 2 });
  expect(await find()).toBe(5);
});

test('a refusal says which right is missing, a fault is tried again', async () => {
  leave({ id: 5 });
  forge.faults.push({ method: 'GET', path: /artifacts/, status: 503, times: 2 });
  expect(await find()).toBe(5);
  forge.faults.push({ method: 'GET', path: /artifacts/, status: 403 });
  await expect(find()).rejects.toMatchObject({ hint: expect.stringContaining('actions: read') });
  await expect(find('')).rejects.toThrow('github-token');
});
