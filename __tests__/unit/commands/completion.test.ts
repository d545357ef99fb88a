import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { completedOf, completion } from '../../../src/commands/completion.ts';
import type { Command } from '../../../src/commands/command.ts';
import { runCommandIn } from './terminal.ts';

const command = (name: string, help: string): Command => ({
  name,
  summary: `it's what ${name}: does`,
  help,
  run: async () => 0,
});
const all = [
  command(
    'run',
    '\nleakgate run [--quick]\n\nOptions:\n  --out DIR   where\n  --lang en|zh-CN, --config FILE   more\n',
  ),
  command('report', ''),
];
const script = async (shell: string): Promise<string> =>
  (
    await runCommandIn(
      completion(() => all),
      [shell],
      { cwd: '/' },
    )
  ).stdout;
const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

test('options are those that a help names', () => {
  expect(completedOf(all[0]!).options).toEqual(['--quick', '--out', '--lang', '--config', '--help']);
});

test('another shell is one sentence', async () => {
  await expect(script('powershell')).rejects.toThrow('completion takes one of bash, zsh, fish.');
});

describe('in real shells', () => {
  test('bash', async () => {
    const complete = async (...words: string[]): Promise<string> =>
      execFileSync(
        'bash',
        [
          '-c',
          `${await script('bash')}\nCOMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _leakgate; echo "\${COMPREPLY[*]}"`,
          'bash',
          'leakgate',
          ...words,
        ],
        { encoding: 'utf8' },
      ).trim();
    expect(await complete('r')).toBe('run report');
    expect(await complete('run', '--o')).toBe('--out');
    expect(await complete('run', '/et')).toBe('/etc');
  });

  test.skipIf(!has('zsh'))('zsh reads it', async () => {
    const text = await script('zsh');
    expect(
      execFileSync('zsh', ['-f', '-c', `autoload -U compinit && compinit -u -D\n${text}\nprint $_comps[leakgate]`], {
        encoding: 'utf8',
      }).trim(),
    ).toBe('_leakgate');
  });

  test.skipIf(!has('fish'))('fish', async () => {
    const text = await script('fish');
    const complete = (line: string): string =>
      execFileSync('fish', ['--no-config', '-c', `${text}\ncomplete -C ${JSON.stringify(line)}`], { encoding: 'utf8' });
    expect(complete('leakgate re')).toContain("report\tit's what report: does");
    expect(complete('leakgate run --o')).toContain('--out');
  });
});
