import { examine, type Advice } from '../doctor/index.ts';
import { hostOf, tokenOf } from '../host/index.ts';
import { plain } from '../reporters/escape.ts';
import { painter } from '../reporters/paint.ts';
import { choice, parseCommand } from './arguments.ts';
import type { Command } from './command.ts';
import { findChrome } from './print-pdf.ts';

const options = {
  format: { type: 'string', default: 'table' },
  quick: { type: 'boolean', default: false },
} as const;

export const doctor: Command = {
  name: 'doctor',
  summary: 'is this machine fit to measure on, and how small a change could it see?',
  help: `
leakgate doctor [--quick] [--format table|json]

Looks at Node, Go, git, the clone's history, the config file, the workflow's token, processors and their quota, load,
memory, clock, disk, open files, and the loopback interface, and says what to do about each that is wanting. Then it
builds the service in this folder and measures it beside itself: how small a slow-down a run could see here.

  leakgate doctor
  leakgate doctor --quick      without that measurement
  leakgate doctor --format json

Exit code: 0 when runs work here, 1 when something keeps them from it.`,

  async run(args, terminal, signal) {
    const { values } = parseCommand('doctor', { args, options });
    const format = choice('format', values.format, ['table', 'json']);
    const { cwd, env, stdout } = terminal;
    const host = hostOf(terminal);
    const all: Advice[] = [];
    const chrome = await findChrome(env);
    const asked = {
      cwd,
      env,
      token: tokenOf(env),
      chrome,
      noise: !values.quick,
      progress: (text: string) => host.progress(text),
    };
    for await (const advice of examine(asked, signal)) {
      all.push(advice);
      if (format === 'table') host.info(told(advice, host.color));
    }
    if (format === 'json') stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return all.some(({ state }) => state === 'bad') ? 1 : 0;
  },
};

const looks = { good: ['✔', 'green'], fair: ['▲', 'yellow'], bad: ['✘', 'red'], unknown: ['–', 'dim'] } as const;

function told({ name, state, found, todo }: Advice, color: boolean): string {
  const paint = painter(color);
  const [sign, tone] = looks[state];
  const line = `  ${paint(tone, sign)} ${paint('bold', name.padEnd(11))} ${plain(found, 400)}`;
  return todo === undefined ? line : `${line}\n                ${paint('dim', plain(todo, 400))}`;
}
