import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { LeakgateError } from '../errors.ts';
import { configText, importRequests, mostImportBytes, type Imported } from '../imports/index.ts';
import { plain } from '../reporters/escape.ts';
import type { Terminal } from './command.ts';

export interface ImportTarget {
  from: string;
  /** Config file; `-` prints it. */
  output: string;
  force: boolean;
}

/** Writes the requests that a file describes into a config file. */
export async function initFrom(target: ImportTarget, terminal: Terminal): Promise<void> {
  const { from } = target;
  const imported = await importRequests(await readSource(from, terminal), from);
  if (imported.requests.length === 0)
    throw new LeakgateError('config', `${from} has no request that can be sent as it stands.`, {
      ...(imported.left.length > 0 && { output: imported.left.join('\n') }),
      hint: 'Add examples or defaults to it, or write the requests by hand.',
    });
  await write(imported, target, terminal);
}

async function readSource(from: string, { cwd }: Terminal): Promise<string> {
  const path = resolve(cwd, from);
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) throw new LeakgateError('config', `--from: ${from} doesn't exist, or isn't a file.`);
  if (found.size > mostImportBytes) {
    throw new LeakgateError(
      'config',
      `--from: ${from} has ${Math.ceil(found.size / 1024 ** 2)} MB; 20 MB at most are read.`,
      {
        hint: 'A recording without the bodies of answers is smaller, and so is a shorter one.',
      },
    );
  }
  return readFile(path, 'utf8');
}

async function write(
  imported: Imported,
  { from, output, force }: ImportTarget,
  { cwd, stdout, stderr }: Terminal,
): Promise<void> {
  if (output === '-') {
    stdout.write(configText(imported, { from }));
  } else {
    const path = resolve(cwd, output);
    const into = await readFile(path, 'utf8').catch(() => '');
    refuseToReplace(into, output, force);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, configText(imported, { from, into })).catch((cause: unknown) => {
      throw new LeakgateError('config', `--output: ${output} can't be written.`, { cause });
    });
  }
  stderr.write(`${summary(imported, output)}\n`);
}

function refuseToReplace(into: string, output: string, force: boolean): void {
  const document = parseDocument(into);
  if (document.errors.length > 0)
    throw new LeakgateError('config', `--output: ${output} isn't YAML, and isn't touched.`);
  if (document.has('requests') && !force) {
    throw new LeakgateError('config', `--output: ${output} has requests already.`, {
      hint: '--force replaces them; --output - prints the new ones.',
    });
  }
}

function summary({ requests, left, notes }: Imported, output: string): string {
  const made = requests.filter(({ madeUp }) => madeUp.length > 0).length;
  return [
    `${requests.length} ${requests.length === 1 ? 'request' : 'requests'}${output === '-' ? '' : ` in ${output}`}.`,
    ...(made > 0 ? [`${made} with values that were made up: look at them.`] : []),
    ...(left.length > 0 ? [`${left.length} left out:`, ...left.slice(0, 20).map((one) => `  ${plain(one, 200)}`)] : []),
    ...notes.map((note) => plain(note, 200)),
  ].join('\n');
}
