import { resolve } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { findRoots } from '../heap/find-root.ts';
import type { Trie } from '../heap/trie.ts';
import { localHost } from '../host/local.ts';
import { readHeapFile } from '../probes/heap-file.ts';
import { plain } from '../reporters/escape.ts';
import { renderTree } from '../reporters/heap-terminal.ts';
import { formatValue } from '../reporters/numbers.ts';
import { choice, parseCommand } from './arguments.ts';
import type { Command } from './command.ts';

const options = { program: { type: 'string' }, format: { type: 'string', default: 'table' } } as const;

/** Of several roots that a name fits, as many are listed. */
const listedRoots = 30;

export const path: Command = {
  name: 'path',
  summary: 'walk down from a root of a heap snapshot',
  help: `
leakgate path SNAPSHOT ROOT [options]

What a root keeps alive, as a tree. ROOT is a global, the place where goroutines wait, or the beginning of such a name;
when it fits several, they are listed.

  leakgate path a.heap main.cache
  leakgate path a.heap 'goroutine [chan send]'
  leakgate path a.dump main.cache --program ./api --format json

Options:
  --program FILE         what the process ran, for a raw dump
  --format table|json`,

  // oxlint-disable-next-line require-await -- commands answer promises
  async run(args, { env, cwd, stdout, stderr }) {
    const { values, positionals } = parseCommand('path', { args, options, allowPositionals: true });
    const format = choice('format', values.format, ['table', 'json']);
    const [name, root, ...more] = positionals;
    if (name === undefined || root === undefined || more.length > 0) {
      throw new LeakgateError(
        'config',
        `path takes a file and the name of a root, got ${positionals.length} arguments.`,
        {
          hint: 'leakgate path SNAPSHOT ROOT',
        },
      );
    }
    const program = values.program === undefined ? {} : { program: resolve(cwd, values.program) };
    const snapshot = readHeapFile(resolve(cwd, name), { name, directory: cwd, ...program });
    if (snapshot.kind === 'profile') {
      throw new LeakgateError('config', `${name} is a profile: it doesn't tell who keeps objects alive.`, {
        hint: `\`leakgate top ${name}\` shows its allocation sites.`,
      });
    }
    const roots = findRoots(snapshot.trie, root);
    if ('nearest' in roots) throw unknownRoot(name, root, roots.nearest);
    if (format === 'json') stdout.write(`${JSON.stringify(roots.found.map(plainTree), null, 2)}\n`);
    else if (roots.found.length === 1) {
      stdout.write(renderTree(roots.found[0]!, { color: localHost({ env, stdout, stderr }).color }));
    } else stdout.write(list(roots.found));
    return 0;
  },
};

function unknownRoot(name: string, root: string, nearest: string[]): LeakgateError {
  const hint =
    nearest.length === 0
      ? `\`leakgate top ${name}\` lists the roots.`
      : `Did you mean ${nearest.map((one) => plain(one, 120)).join(', ')}?`;
  return new LeakgateError('config', `${name} has no root ${JSON.stringify(root)}.`, { hint });
}

function list(found: Trie[]): string {
  const bytes = found.slice(0, listedRoots).map(({ retainedBytes }) => formatValue(retainedBytes, 'bytes'));
  const width = Math.max(...bytes.map((text) => text.length));
  const lines = bytes.map((text, k) => `  ${text.padStart(width)}  ${plain(found[k]!.label.text, 160)}`);
  const rest = found.length - lines.length;
  return `${[`${found.length} roots fit; name one of them:`, ...lines, ...(rest > 0 ? [`  … and ${rest} more`] : [])].join('\n')}\n`;
}

interface PlainTree {
  text: string;
  frame: Trie['label']['frame'];
  objects: number;
  bytes: number;
  retainedBytes: number;
  heldBy?: string[][];
  children: PlainTree[];
}

const plainTree = ({ label, objects, bytes, retainedBytes, heldBy, children }: Trie): PlainTree => ({
  text: label.text,
  frame: label.frame,
  objects,
  bytes,
  retainedBytes,
  ...(heldBy !== undefined && { heldBy: heldBy.map((way) => way.map(({ text }) => text)) }),
  children: [...children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes).map(plainTree),
});
