import { afterEach, expect, test, vi } from 'vitest';
import { localHost } from '../../../src/host/local.ts';

afterEach(() => void vi.useRealTimers());

function screens(tty: boolean, env: NodeJS.ProcessEnv = {}, columns = 40) {
  const written = { out: '', err: '' };
  const stdout = { write: (text: string) => (written.out += text), isTTY: tty, columns };
  const stderr = { write: (text: string) => (written.err += text), isTTY: tty, columns };
  const expectedMs = (title: string): number | undefined => (title === 'Heap' ? 40_000 : undefined);
  return { host: localHost({ env, stdout, stderr, expectedMs }), written };
}

test('without a terminal: plain lines, the result apart from what goes on meanwhile', async () => {
  const { host, written } = screens(false);
  expect(await host.group('Build', async () => 7)).toBe(7);
  host.progress('round 2 of 3');
  host.info('the table');
  host.notice('a note');
  host.warning('a warning');
  expect(written.out).toBe('the table\n');
  expect(written.err).toMatch(
    /^ {2}Build …\n✔ Build {2}\d+\.\d s\n {2}round 2 of 3\nnote: a note\nwarning: a warning\n$/,
  );
  expect(written.err).not.toContain('\u001b');
});

test('on a terminal progress is written over, and never wraps', () => {
  const { host, written } = screens(true);
  host.progress('long '.repeat(20));
  host.progress('next');
  host.info('done');
  const lines = written.err.split('\r\u001b[2K');
  expect(lines.every((line) => line.length < 40)).toBe(true);
  expect(lines.at(-1)).toBe('');
  expect(written.err).not.toContain('\n');
  expect(written.out).toBe('done\n');
});

test('a failing step is marked and its error passed on', async () => {
  const { host, written } = screens(false);
  await expect(host.group('Load', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(written.err).toContain('✘ Load');
});

/** Goes through a phase of so many seconds, and answers the lines that were written over each other. */
async function lines(title: string, seconds: number, tty = true, columns = 100): Promise<string[]> {
  vi.useFakeTimers();
  const { host, written } = screens(tty, {}, columns);
  await host.group(title, async () => {
    host.progress('leaks: 4036 requests');
    await vi.advanceTimersByTimeAsync(seconds * 1000);
  });
  expect(vi.getTimerCount()).toBe(0);
  return written.err.split('\r\u001b[2K').map((line) => line.trim());
}

test('a narrow terminal has room for the words, none for the bar; a very narrow one never wraps', async () => {
  expect(await lines('Heap', 2, true, 50)).toContain('leaks: 4036 requests  0:01, about 0:39 left');
  const told = await lines('Heap', 2, true, 16);
  expect(told.every((line) => line.length < 16)).toBe(true);
});

test('a phase tells how much longer it takes, by what it took the last time', async () => {
  const told = await lines('Heap', 41);
  expect(told).toContain('leaks: 4036 requests  ╸───────────────────  0:01, about 0:39 left');
  expect(told).toContain('leaks: 4036 requests  ━━━━━━━━━━╸─────────  0:20, about 0:20 left');
  expect(told).toContain('leaks: 4036 requests  ━━━━━━━━━━━━━━━━━━━━  0:41, longer than last time');
});

test('the first time nothing is guessed', async () => {
  expect(await lines('Build', 65)).toContain('leaks: 4036 requests  1:05');
});

test('without a terminal no line tells the time', async () => {
  expect((await lines('Heap', 5, false)).join()).not.toContain('left');
});

test('secrets are hidden everywhere', () => {
  const { host, written } = screens(false);
  host.secret('');
  host.secret('s3cret');
  host.info('token s3cret');
  host.progress('s3cret');
  expect(written.out + written.err).not.toContain('s3cret');
  expect(written.out).toBe('token ***\n');
});

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('terminal %s with %j: colour %s', (tty, env, color) => {
  expect(screens(tty, env).host.color).toBe(color);
});

test('nothing is published from a laptop', async () => {
  const { host, written } = screens(false);
  host.annotate({ level: 'error', title: 't', message: 'm' });
  host.output('verdict', 'fail');
  await host.summary('text');
  expect(await host.comment('key', 'text', 'always', true)).toEqual({ url: null, reason: '' });
  expect(written).toEqual({ out: '', err: '' });
});
