import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lastLines, runCommand } from '../../../src/build/command.ts';

const place = { cwd: tmpdir(), env: { PATH: process.env['PATH'], GIVEN: 'x' } };
const never = new AbortController().signal;
const node = process.execPath;

test('output and exit code are handed back, in the given folder and environment', async () => {
  const script = 'console.log(process.env.GIVEN, process.env.PWD); console.error("oops"); process.exit(3)';
  expect(await runCommand(node, ['-e', script], place, never)).toEqual({
    exitCode: 3,
    stdout: `x ${tmpdir()}\n`,
    stderr: 'oops\n',
  });
});

test('a program that isn’t there is an error with its code', async () => {
  await expect(runCommand('no-such-program', [], place, never)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('an abort interrupts the program and waits until it is gone', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'leakgate-command-'));
  const [started, ended] = [join(directory, 'started'), join(directory, 'ended')];
  const script = `const fs = require('node:fs');
    process.on('SIGINT', () => setTimeout(() => { fs.writeFileSync(process.argv[2], ''); process.exit(); }, 200));
    fs.writeFileSync(process.argv[1], '');
    setInterval(() => {}, 1000);`;
  const abort = new AbortController();
  const running = runCommand(node, ['-e', script, started, ended], place, abort.signal);
  const outcome = running.then(
    () => 'ended',
    (error: Error) => error.name,
  );
  while (!existsSync(started)) await setTimeout(10);
  abort.abort();
  expect(await outcome).toBe('AbortError');
  expect(existsSync(ended)).toBe(true);
  await expect(runCommand(node, ['-e', ''], place, abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
  await rm(directory, { recursive: true });
});

test('the last lines are the last lines', () => {
  expect(lastLines('a\nb\nc\n\n', 2)).toBe('b\nc');
  expect(lastLines('')).toBe('');
});
