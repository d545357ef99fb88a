import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LeakgateError } from '../errors.ts';
import { localHost } from '../host/local.ts';
import { parsePatterns, renderPattern, renderPatternList } from '../reporters/pattern-terminal.ts';
import { parseCommand } from './arguments.ts';
import type { Command } from './command.ts';

export const explain: Command = {
  name: 'explain',
  summary: 'a pattern of leaks: what it looks like, how it is mended, how it is seen',
  help: `
leakgate explain [PATTERN]

Prints the page of a pattern that a report names: the wrong code, the right code, and how Leakgate tells it from others.
Without a name it lists all of them.

  leakgate explain
  leakgate explain lost-cancel
  leakgate explain blocked-send`,

  async run(args, terminal) {
    const { positionals } = parseCommand('explain', { args, options: {}, allowPositionals: true });
    if (positionals.length > 1)
      throw new LeakgateError('config', `explain takes one pattern, got ${positionals.join(' ')}.`);
    const patterns = parsePatterns(readFileSync(page(), 'utf8'));
    const { color } = localHost(terminal);
    const [name] = positionals;
    if (name === undefined) {
      terminal.stdout.write(renderPatternList(patterns, { color }));
      return 0;
    }
    const found = patterns.find((one) => one.name === name.toLowerCase());
    if (found === undefined) {
      throw new LeakgateError('config', `${JSON.stringify(name)} is no pattern.`, {
        hint: `Patterns: ${patterns.map((one) => one.name).join(', ')}.`,
      });
    }
    terminal.stdout.write(renderPattern(found, { color }));
    return 0;
  },
};

/** `docs/` beside the sources, and a copy beside the bundle. */
function page(): string {
  const candidates = ['../../docs/patterns.md', './patterns.md'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = candidates.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new LeakgateError('internal', `The patterns are in none of ${candidates.join(', ')}.`, {
    hint: 'The installation of Leakgate is incomplete: `patterns.md` belongs beside its JavaScript files.',
  });
}
