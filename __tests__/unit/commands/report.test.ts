import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { report } from '../../../src/commands/report.ts';
import { findChrome, printPdf } from '../../../src/commands/print-pdf.ts';
import { renderHtml, renderings, toJson } from '../../../src/reporters/index.ts';
import { reports } from '../reporters/reports.ts';

let folder: string;
const signal = new AbortController().signal;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leakgate-report-'));
  await writeFile(join(folder, 'result.json'), toJson(reports.failing));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

/** Runs the command in the folder; without a PATH there is no Chrome unless the test names one. */
async function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const written = { stdout: '', stderr: '' };
  const into = (name: keyof typeof written) =>
    ({ write: (text: string) => Boolean((written[name] += text)) }) as unknown as NodeJS.WriteStream;
  const terminal = { env, cwd: folder, stdout: into('stdout'), stderr: into('stderr') };
  const code = await report.run(['--from', 'result.json', ...args], terminal, signal);
  return { ...written, code };
}

/** A program in Chrome's place. */
async function fakeChrome(body: string): Promise<NodeJS.ProcessEnv> {
  const path = join(folder, 'chrome');
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return { CHROME_BIN: path };
}

const text = async (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
const findPdf = 'for a in "$@"; do case "$a" in --print-to-pdf=*) to="${a#--print-to-pdf=}";; esac; last="$a"; done';

test('a page for --html, and nothing on the terminal', async () => {
  expect(await run(['--html', 'r.html'])).toEqual({ stdout: '', stderr: '', code: 0 });
  expect(await text('r.html')).toBe(renderHtml(reports.failing));
});

test.each(Object.keys(renderings))('--format %s', async (format) => {
  const { stdout } = await run(['--format', format]);
  expect(stdout).toBe(`${renderings[format as keyof typeof renderings](reports.failing)}\n`);
});

test('the terminal is the default, and stays beside a page when it’s asked for', async () => {
  expect((await run([])).stdout).toContain('FAIL  cmd/api');
  expect((await run(['--format', 'terminal', '--html', 'r.html'])).stdout).toContain('FAIL  cmd/api');
});

test('--lang, whatever the result asks for', async () => {
  expect((await run(['--lang', 'zh-CN'])).stdout).toContain('未通过  cmd/api: 堆泄漏、goroutine 泄漏');
  await writeFile(join(folder, 'result.json'), toJson({ ...reports.failing, lang: 'zh-CN' }));
  expect((await run([])).stdout).toContain('未通过  cmd/api');
  expect((await run(['--lang', 'en'])).stdout).toBe(`${renderings.terminal(reports.failing)}\n`);
  await expect(run(['--lang', 'de'])).rejects.toThrow('--lang: got "de"; allowed: en, zh-CN.');
});

test('a format that there is none of, or that every object has', async () => {
  await expect(run(['--format', 'pdf'])).rejects.toThrow('--format: got "pdf"; allowed: terminal');
  await expect(run(['--format', 'toString'])).rejects.toThrow('--format: got "toString"');
});

test('a folder that isn’t there', async () => {
  await expect(run(['--html', 'no/where/r.html'])).rejects.toMatchObject({ code: 'config' });
});

describe('a PDF', () => {
  test('without Chrome there is a notice and no failure', async () => {
    const { stderr, code } = await run(['--html', 'r.html', '--pdf', 'r.pdf']);
    expect(code).toBe(0);
    expect(stderr).toBe('No PDF: no Chrome or Chromium is installed. CHROME_BIN may name one.\n');
    expect(await readdir(folder)).toEqual(['r.html', 'result.json']);
  });

  test('Chrome gets the page, a fresh profile, and leaves neither behind', async () => {
    const env = await fakeChrome(`${findPdf}; printf '%s\\n' "$@" > "$to"`);
    expect(await run(['--pdf', 'r.pdf'], env)).toEqual({ stdout: '', stderr: '', code: 0 });
    const given = (await text('r.pdf')).trim().split('\n');
    expect(given).toContain(`--print-to-pdf=${join(folder, 'r.pdf')}`);
    expect(given.at(-1)).toMatch(/^file:\/\/.*report\.html$/);
    const profile = given.find((one) => one.startsWith('--user-data-dir='))!.slice('--user-data-dir='.length);
    await expect(readdir(profile)).rejects.toThrow('ENOENT');
    await expect(readFile(new URL(given.at(-1)!))).rejects.toThrow('ENOENT');
    expect(given.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  });

  test.each([
    ['exit 3', /failed \(exit 3\)\.\n$/],
    ['exit 0', /ended without writing it\.\n$/],
    [`${findPdf}; : > "$to"`, /ended without writing it\.\n$/],
  ])('Chrome that does `%s` is a notice', async (body, notice) => {
    const { stderr, code } = await run(['--pdf', 'r.pdf'], await fakeChrome(body));
    expect(code).toBe(0);
    expect(stderr).toMatch(notice);
  });

  test('a PDF of an earlier run doesn’t stand for this one', async () => {
    await writeFile(join(folder, 'r.pdf'), 'old');
    const { stderr } = await run(['--pdf', 'r.pdf'], await fakeChrome('exit 0'));
    expect(stderr).toContain('without writing it');
    expect(await readdir(folder)).not.toContain('r.pdf');
  });

  test('an interrupted run stops Chrome', async () => {
    const env = await fakeChrome('exec sleep 600');
    const stop = new AbortController();
    const printed = printPdf(
      { page: join(folder, 'r.html'), to: join(folder, 'r.pdf'), env: { ...env, PATH: '/usr/bin:/bin' } },
      stop.signal,
    );
    setTimeout(() => stop.abort(new Error('interrupted')), 200);
    await expect(printed).rejects.toThrow('interrupted');
  });
});

test('CHROME_BIN goes first, what isn’t a program is passed over', async () => {
  const { CHROME_BIN } = await fakeChrome('exit 0');
  expect(await findChrome({ CHROME_BIN, PATH: '/usr/bin' })).toBe(CHROME_BIN);
  expect(await findChrome({ PATH: folder })).toBe(CHROME_BIN);
  expect(await findChrome({ CHROME_BIN: folder, PATH: '' })).toBeNull();
});
