import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { LeakgateError } from '../errors.ts';
import { configText, importRequests, mostImportBytes, type Imported } from '../imports/index.ts';
import { plain } from '../reporters/escape.ts';
import { parseCommand } from './arguments.ts';
import type { Command, Terminal } from './command.ts';

const options = {
  from: { type: 'string' },
  output: { type: 'string', default: '.github/leakgate.yml' },
  force: { type: 'boolean', default: false },
} as const;

export const init: Command = {
  name: 'init',
  summary: 'write the requests of a config file from OpenAPI, HAR, k6 or vegeta',
  help: `
leakgate init --from FILE [--output FILE] [--force]

Reads the requests that FILE describes and writes them into the config file:

  openapi.yaml, openapi.json   OpenAPI 3: examples and defaults; what has neither is listed
  recording.har                what a browser or proxy recorded, of the host that was asked most
  script.js                    a k6 script, as far as its requests are written in it; it isn't run
  targets.txt                  vegeta's targets, as HTTP or JSON

The other settings of a config file that is there already stay as they are. Secrets become \${NAME}.

  leakgate init --from openapi.yaml
  leakgate init --from recording.har --output -

Options:
  --from FILE      where the requests come from; 20 MB at most
  --output FILE    config file to write (.github/leakgate.yml); - prints it
  --force          replace the requests that the config file has`,

  async run(args, terminal) {
    const { values } = parseCommand('init', { args, options });
    const { from, output, force } = values;
    if (from === undefined) {
      throw new LeakgateError('config', 'init needs --from with the file that describes the requests.', {
        hint: 'An OpenAPI 3 description, a HAR file, a k6 script, or vegeta’s targets: leakgate init --from openapi.yaml',
      });
    }
    const imported = await importRequests(await readSource(from, terminal), from);
    if (imported.requests.length === 0)
      throw new LeakgateError('config', `${from} has no request that can be sent as it stands.`, {
        ...(imported.left.length > 0 && { output: imported.left.join('\n') }),
        hint: 'Add examples or defaults to it, or write the requests by hand.',
      });
    await write(imported, { from, output, force }, terminal);
    return 0;
  },
};

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

interface Target {
  from: string;
  output: string;
  force: boolean;
}

async function write(
  imported: Imported,
  { from, output, force }: Target,
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
