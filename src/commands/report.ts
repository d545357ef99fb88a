import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LeakgateError } from '../errors.ts';
import { parseReport, renderings, type RenderingName } from '../reporters/index.ts';
import type { Command } from './command.ts';

const formats = Object.keys(renderings) as RenderingName[];

export const report: Command = {
  name: 'report',
  summary: 'show a result.json again, in another form',
  help: `
leakgate report --from result.json [--format ${formats.join('|')}]

Renders a recorded result. Nothing is measured; the same result gives the same text.

  leakgate report --from leakgate-out/result.json
  leakgate report --from leakgate-out/result.json --format markdown > report.md`,

  async run(args, { cwd, stdout }) {
    const { values } = parseArgs({
      args,
      options: { from: { type: 'string' }, format: { type: 'string', default: 'terminal' } },
    });
    if (values.from === undefined) throw new LeakgateError('config', 'report needs --from result.json.');
    const render = renderings[values.format as RenderingName];
    if (render === undefined) {
      throw new LeakgateError(
        'config',
        `--format: got ${JSON.stringify(values.format)}; allowed: ${formats.join(', ')}.`,
      );
    }
    const text = await readFile(resolve(cwd, values.from), 'utf8').catch((cause: unknown) => {
      throw new LeakgateError('config', `--from: ${values.from} can't be read.`, { cause });
    });
    stdout.write(`${render(parseReport(text, values.from))}\n`);
    return 0;
  },
};
