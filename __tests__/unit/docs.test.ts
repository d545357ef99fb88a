import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCli } from '../../src/commands/index.ts';
import { expandEnvironment } from '../../src/config/expand.ts';
import { inputDescriptions } from '../../src/config/inputs.ts';
import { configSchema } from '../../src/config/schema.ts';

const root = resolve(import.meta.dirname, '../..');
const pages = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((name) => name !== '' && !name.startsWith('__tests__/') && !name.startsWith('dist/'));

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const withoutCode = (text: string): string => text.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`\n]*`/g, '');

/** Fenced blocks of a language, without the fences. */
const blocks = (language: string, names = pages): { name: string; text: string }[] =>
  names.flatMap((name) =>
    [...read(name).matchAll(/^```(\w*)\n(.*?)^```$/gms)]
      .filter(([, of]) => of === language)
      .map(([, , text = '']) => ({ name, text })),
  );

/** As the forge makes them of headings. */
const anchors = (text: string): string[] =>
  [...text.replaceAll(/^```.*?^```$/gms, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('pages', () => {
  test.each(pages)('%s links to what is there', (name) => {
    const targets = [...withoutCode(read(name)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const broken = targets.filter((target) => {
      if (/^https?:/.test(target)) return false;
      const [file = '', anchor] = target.split('#');
      const path = file === '' ? name : join(dirname(name), file);
      if (!existsSync(join(root, path))) return true;
      return anchor !== undefined && !anchors(read(path)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('every page of docs/ is one click from the README', () => {
    const readme = read('README.md');
    const unlinked = pages.filter((name) => name.startsWith('docs/') && !readme.includes(`](${name}`));
    expect(unlinked).toEqual([]);
  });

  test('the README is read in minutes', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(300);
  });
});

/** The help of a command, as one who asks for it reads it. */
async function helpOf(command: string): Promise<string> {
  let said = '';
  const stream = { write: (text: string) => (said += text) } as unknown as NodeJS.WriteStream;
  await runCli(['help', command], { env: {}, cwd: root, stdout: stream, stderr: stream }, AbortSignal.abort());
  return said;
}

describe('commands', () => {
  const inText = pages.flatMap((name) =>
    [...read(name).matchAll(/`(leakgate [^`\n]+)`/g)].map(([, line = '']) => ({ name, line })),
  );
  const lines = blocks('sh')
    .flatMap(({ name, text }) => text.split('\n').map((line) => ({ name, line })))
    .concat(inText)
    .flatMap(({ name, line }) => {
      const [, command, rest = ''] =
        /^(?:leakgate|node dist\/cli\.js) ([a-z]+)(.*)$/.exec(line.replace(/ +#.*$/, '')) ?? [];
      return command === undefined || command === 'help'
        ? []
        : [{ name, command, rest: rest.split(' -- ')[0]!, shown: line }];
    });

  test('are shown at all', () => expect(new Set(lines.map(({ command }) => command)).size).toBeGreaterThan(10));

  test.each(lines)('$name: $shown', async ({ command, rest }) => {
    const help = await helpOf(command);
    expect(help).toContain(`leakgate ${command}`);
    expect(help).not.toContain('Try it:');
    const options = [...rest.matchAll(/(?<= )--[a-z][\w-]*/g)].map(([option]) => option);
    expect(options.filter((option) => !new RegExp(`${option}\\b`).test(help))).toEqual([]);
    if (command !== 'baseline') return;
    const [verb = ''] = rest.trim().split(' ');
    expect(help).toMatch(new RegExp(`^leakgate baseline ${verb}\\b`, 'm'));
  });
});

describe('settings', () => {
  const anyValue = new Proxy<NodeJS.ProcessEnv>(
    {},
    { get: (_, name) => (String(name).endsWith('_URL') ? 'postgres://db.example/x' : 'x') },
  );
  const webhooks = new Proxy<NodeJS.ProcessEnv>({}, { get: () => 'https://hooks.example/x' });
  const files = blocks('yaml').filter(
    ({ text }) => /^# .*leakgate\.(yml|schema\.json)/.test(text) && !text.includes('uses:'),
  );

  test('are shown at all', () => expect(files.length).toBeGreaterThan(5));

  test.each(files)('$name: a config file is valid', ({ text }) => {
    const env = text.includes('notify:') ? webhooks : anyValue;
    const { value } = expandEnvironment(parse(text), 'leakgate.yml', env);
    expect(configSchema.safeParse(value).error).toBeUndefined();
  });

  const inputs = blocks('yaml').flatMap(({ name, text }) =>
    text.includes('leakgate/leakgate@') ? [{ name, text }] : [],
  );

  test.each(inputs)('$name: a step names inputs that exist', ({ text }) => {
    const known = new Set(inputDescriptions.map((input) => input.name));
    const given = stepsIn(parse(text)).flatMap((step) =>
      typeof step.uses === 'string' && step.uses.startsWith('leakgate/leakgate@') ? Object.keys(step.with ?? {}) : [],
    );
    expect(given.filter((input) => !known.has(input))).toEqual([]);
  });
});

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
}

/** A page shows a whole workflow or a list of steps. */
function stepsIn(shown: unknown): Step[] {
  if (Array.isArray(shown)) return shown as Step[];
  const { jobs } = shown as { jobs: Record<string, { steps: Step[] }> };
  return Object.values(jobs).flatMap(({ steps }) => steps);
}
