import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { configPath } from './config-path.ts';
import { isFile } from './is-file.ts';
import { readYaml, YamlProblem } from '../yaml.ts';

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
  const path = configPath(named, directories, cwd);
  if (path === undefined) return null;
  const name = relative(cwd, path) || path;
  if (!existsSync(path)) throw new LeakgateError('config', `config: ${name} doesn't exist.`);
  if (!isFile(path)) throw new LeakgateError('config', `config: ${name} isn't a file.`);
  return { name, value: parseConfig(readFileSync(path, 'utf8'), name) };
}

function parseConfig(text: string, name: string): Record<string, unknown> {
  const value = valueOf(text, name);
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new LeakgateError(
    'config',
    `${name}: got a ${Array.isArray(value) ? 'list' : typeof value}, write keys such as requests: and package:.`,
  );
}

/** JSON is a subset of YAML 1.2, so that one parser with positions serves both. */
function valueOf(text: string, name: string): unknown {
  try {
    return readYaml(text);
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    const { line, message } = error;
    throw new LeakgateError('config', `${name}, line ${line}: ${message}`, {
      cause: error,
      locations: [{ file: name, line, message }],
    });
  }
}
