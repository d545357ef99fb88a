import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { LeakgateError } from '../errors.ts';

const found = ['.github/leakgate.yml', '.github/leakgate.yaml', 'leakgate.yml', 'leakgate.yaml', 'leakgate.json'];

/** A config file as read, before validation. */
export interface ConfigFile {
  /** As users name it: relative to where they started Leakgate. */
  name: string;
  value: Record<string, unknown>;
}

/**
 * Reads the named config file, or the first of `.github/leakgate.yml` and its neighbours in `directories`.
 * Null when none is named and none is found.
 */
export function readConfigFile(named: string | undefined, directories: string[], cwd: string): ConfigFile | null {
  const path =
    named === undefined
      ? directories.flatMap((directory) => found.map((name) => resolve(directory, name))).find((one) => existsSync(one))
      : resolve(cwd, named);
  if (path === undefined) return null;
  const name = relative(cwd, path) || path;
  if (!existsSync(path)) throw new LeakgateError('config', `config: ${name} doesn't exist.`);
  return { name, value: parseConfig(readFileSync(path, 'utf8'), name) };
}

function parseConfig(text: string, name: string): Record<string, unknown> {
  // JSON is a subset of YAML 1.2, so that one parser with positions serves both.
  const document = parseDocument(text, { prettyErrors: true });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const line = problem.linePos?.[0].line ?? 1;
    throw new LeakgateError('config', `${name}, line ${line}: ${problem.message.split('\n')[0]}`, {
      locations: [{ file: name, line, message: problem.message }],
    });
  }
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new LeakgateError(
    'config',
    `${name}: got a ${Array.isArray(value) ? 'list' : typeof value}, write keys such as requests: and package:.`,
  );
}
