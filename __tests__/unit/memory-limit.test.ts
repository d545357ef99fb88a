import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryLimit } from '../../src/memory-limit.ts';

const mebibyte = 1024 ** 2;
let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'leakgate-limit-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

function allow(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
const limit = (limitBytes?: number, env = {}) => memoryLimit({ limitBytes, env }, root);

test('the settings come first', () => {
  allow('/sys/fs/cgroup/memory.max', '1048576\n');
  expect(limit(512 * mebibyte)).toEqual({ bytes: 512 * mebibyte, from: 'config', liveBytes: 256 * mebibyte });
});

test.each(['/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/memory/memory.limit_in_bytes'])('%s', (file) => {
  allow(file, `${256 * mebibyte}\n`);
  expect(limit()).toMatchObject({ bytes: 256 * mebibyte, from: 'container' });
});

test.each(['max\n', '9223372036854771712\n', '', '0'])('%j is no limit', (text) => {
  allow('/sys/fs/cgroup/memory.max', text);
  expect(limit()).toBeUndefined();
});

test.each([
  [{ GOGC: '50' }, 1.5],
  [{ GOGC: '300' }, 4],
  [{ GOGC: 'off' }, 1],
  [{ GOGC: 'nonsense' }, 2],
  [{ GOMEMLIMIT: '100MiB' }, 1],
  [{ GOMEMLIMIT: 'off' }, 2],
])('with %j the limit is reached at a share of 1/%d', (env, share) => {
  expect(limit(600, env)?.liveBytes).toBeCloseTo(600 / share);
});
