import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { begin } from '../../../src/faults/fault.ts';

const never = new AbortController().signal;
let dir = '';
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'leakgate-fault-'))));
afterEach(async () => rm(dir, { recursive: true }));

const place = () => ({ cwd: dir, env: { PATH: process.env['PATH'] } });
const commands = (start: string, stop?: string) => ({
  start: { command: start },
  stop: stop === undefined ? undefined : { command: stop },
  place: place(),
});

test('a command begins it, another ends it, once', async () => {
  {
    await using fault = await begin(commands('echo on >> log', 'echo off >> log'), never);
    expect(readFileSync(join(dir, 'log'), 'utf8')).toBe('on\n');
    await fault.end();
    await fault.end();
  }
  expect(readFileSync(join(dir, 'log'), 'utf8')).toBe('on\noff\n');
});

test('whatever happens meanwhile, it is ended: also after an interrupt', async () => {
  const stop = new AbortController();
  {
    await using fault = await begin(commands('true', 'echo off >> log'), stop.signal);
    stop.abort(new Error('enough'));
    await expect(fault.end()).rejects.toThrow('enough');
    expect(existsSync(join(dir, 'log'))).toBe(false);
  }
  expect(readFileSync(join(dir, 'log'), 'utf8')).toBe('off\n');
});

test('what a start leaves in the background lives as long as the fault', async () => {
  const commandLine = (): string => `/proc/${readFileSync(join(dir, 'pid'), 'utf8').trim()}/cmdline`;
  // One that ended and that nobody waited for has a command line without a word.
  const alive = (): boolean => existsSync(commandLine()) && readFileSync(commandLine(), 'utf8') !== '';
  {
    await using _ = await begin(commands('sleep 600 & echo $! > pid'), never);
    expect(alive()).toBe(true);
  }
  await expect.poll(alive).toBe(false);
});

test('a command that fails is told with what it printed, and what it may have begun is ended', async () => {
  await expect(begin(commands('echo no such container; exit 3', 'touch ended'), never)).rejects.toMatchObject({
    code: 'measurement',
    message: expect.stringMatching(/^The fault command `echo no such container; exit 3` failed with exit code 3\.$/),
    output: 'no such container',
  });
  expect(existsSync(join(dir, 'ended'))).toBe(true);
});

test('a call of another program', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(request.url === '/broken' ? 500 : 204).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const call = (path: string) => ({ method: 'POST', url: url(path) });
  {
    await using _ = await begin({ start: call('/down'), stop: call('/up'), place: place() }, never);
  }
  expect(asked).toEqual(['POST /down', 'POST /up']);
  await expect(begin({ start: call('/broken'), stop: undefined, place: place() }, never)).rejects.toMatchObject({
    code: 'measurement',
    message: expect.stringMatching(/\/broken failed: status 500\.$/),
  });
  await new Promise((resolve) => void server.close(resolve));
});
