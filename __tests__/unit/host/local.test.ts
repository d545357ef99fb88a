import { expect, test } from 'vitest';
import { localHost } from '../../../src/host/local.ts';

function screens(tty: boolean, env: NodeJS.ProcessEnv = {}) {
  const written = { out: '', err: '' };
  const stdout = { write: (text: string) => (written.out += text), isTTY: tty, columns: 40 };
  const stderr = { write: (text: string) => (written.err += text), isTTY: tty, columns: 40 };
  return { host: localHost({ env, stdout, stderr }), written };
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
