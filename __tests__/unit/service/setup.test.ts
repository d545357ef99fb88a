import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runSetup } from '../../../src/service/index.ts';

const never = new AbortController().signal;
let dir = '';
vi.setConfig({ testTimeout: 60_000 });
beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'leakgate-setup-'))));
afterEach(async () => await rm(dir, { recursive: true }));

const options = (extra: Record<string, string> = {}) => ({
  cwd: dir,
  env: { PATH: process.env['PATH'], ...extra },
  timeoutMs: 60_000,
});
/** A zombie, which waits for its parent to ask for its exit code, isn't alive. */
const isAlive = async (pid: number) =>
  !/\) [ZX] |^$/.test(await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => ''));

test('commands run in order, in the folder, with the environment', async () => {
  await using _ = await runSetup(['echo -n "$WORD " > out', 'echo -n there >> out'], options({ WORD: 'hello' }), never);
  expect(await readFile(join(dir, 'out'), 'utf8')).toBe('hello there');
});

test('a failure stops the rest and shows what was printed', async () => {
  const failing = runSetup(
    ['echo connecting; echo "no route" >&2; false | cat; echo unreachable', 'touch second'],
    options(),
    never,
  );
  await expect(failing).rejects.toMatchObject({
    code: 'service',
    message: expect.stringMatching(/^The setup command `echo connecting; .+` failed with exit code 1\.$/),
    output: 'connecting\nno route',
  });
  await expect(readFile(join(dir, 'second'))).rejects.toThrow('ENOENT');
});

test('what it leaves in the background lives until the end', async () => {
  let pid = 0;
  {
    await using _ = await runSetup(['sleep 300 & echo $! > pid', 'true'], options(), never);
    pid = Number(await readFile(join(dir, 'pid'), 'utf8'));
    expect(await isAlive(pid)).toBe(true);
  }
  expect(await isAlive(pid)).toBe(false);
});

test('an abort ends a command that hangs', async () => {
  const abort = new AbortController();
  const running = runSetup(['echo $$ > pid; sleep 300'], options(), abort.signal);
  await expect.poll(async () => await readFile(join(dir, 'pid'), 'utf8').catch(() => '')).toMatch(/\d\n/);
  abort.abort(new Error('interrupted'));
  await expect(running).rejects.toThrow('interrupted');
  expect(await isAlive(Number(await readFile(join(dir, 'pid'), 'utf8')))).toBe(false);
});

test('a command that doesn’t end in time is ended, and shown with what it printed', async () => {
  const hanging = runSetup(
    ['echo waiting for a key; echo $$ > pid; read _ < <(sleep 300)'],
    { ...options(), timeoutMs: 1000 },
    never,
  );
  await expect(hanging).rejects.toMatchObject({
    code: 'service',
    message: expect.stringMatching(/^The setup command `echo waiting.+` didn’t end within 1 s\.$/),
    output: 'waiting for a key',
    hint: expect.stringContaining('setup-timeout'),
  });
  expect(await isAlive(Number(await readFile(join(dir, 'pid'), 'utf8')))).toBe(false);
});
