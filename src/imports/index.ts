import { readYaml, YamlProblem } from '../yaml.ts';
import { asJson, fromHar } from './har.ts';
import { unreadable, type Imported } from './imported.ts';
import { fromOpenApi } from './openapi.ts';
import { isNode } from './openapi-sample.ts';
import { fromVegeta } from './vegeta.ts';

export type { Imported, ImportedRequest } from './imported.ts';
export { configText } from './config-text.ts';

/** What a file of this size holds can't be looked through by anybody. */
export const mostImportBytes = 20 * 1024 * 1024;

/**
 * Requests out of an OpenAPI 3 description, a HAR file, a k6 script or vegeta's targets; the content tells which.
 * @throws LeakgateError `config` that names the file, and the line where there is one.
 */
export async function importRequests(text: string, name: string): Promise<Imported> {
  if (text.trim() === '') throw unreadable(name, 'is empty.');
  if (/\.[cm]?[jt]s$/i.test(name)) {
    const { fromK6 } = await import('./k6.ts');
    return fromK6(text, name);
  }
  if (isTarget(text)) return fromVegeta(text, name);
  const value = /^\s*\{/.test(text) ? parseJson(text, name) : parseYaml(text, name);
  if (isNode(value) && isNode(value['log'])) return fromHar(value, name);
  if (isNode(value) && ('openapi' in value || 'swagger' in value)) return fromOpenApi(value, name);
  throw unreadable(
    name,
    'is of no kind that can be read.',
    'OpenAPI 3 (YAML or JSON), HAR, a k6 script (.js), and vegeta targets are.',
  );
}

/** Does it begin with one of vegeta's targets: method and address, or an object with both in a line? */
function isTarget(text: string): boolean {
  const first = text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const value = asJson(first);
  return /^[A-Z]+\s+(?:\w+:\/\/|\/)\S/.test(first) || (isNode(value) && 'method' in value && 'url' in value);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(name, `isn't JSON: ${(cause as Error).message}.`, undefined, cause);
  }
}

function parseYaml(text: string, name: string): unknown {
  try {
    return readYaml(text);
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    throw unreadable(`${name}, line ${error.line}:`, error.message, undefined, error);
  }
}
