import { LeakgateError } from '../errors.ts';

const secretName = /token|secret|pass|key|auth|cred|dsn|cookie/i;

/** A very short value is none: hiding it would blank out half of the report. */
const isSecret = (name: string, value: string, path: string[]): boolean =>
  value.length >= 4 && (secretName.test(name) || path.includes('headers') || /:\/\/[^/\s]*:[^/\s]*@/.test(value));

/** A laptop has no address of a chat and measures all the same. */
const spareable: ReadonlySet<string> = new Set(['notify', 'pushgateway']);

/** A config tree with its `${NAME}` references replaced, and those values that must never be shown. */
export interface Expanded {
  value: unknown;
  secrets: string[];
}

/**
 * Replaces `${NAME}` in every string of a config tree by the environment's value; `$${NAME}` stays as `${NAME}`.
 * A name that isn't set is an error: an empty token would measure 401s. Values are secrets when their name says so or when
 * they stand in a header, and when they are a URL with a password.
 */
export function expandEnvironment(tree: unknown, where: string, env: NodeJS.ProcessEnv): Expanded {
  const secrets = new Set<string>();
  const expand = (text: string, path: string[]): string =>
    text.replace(/(\$?)\$\{(\w+)\}/g, (whole, escape: string, name: string) => {
      if (escape !== '') return whole.slice(1);
      const value = env[name] ?? (spareable.has(path[0] ?? '') ? '' : undefined);
      if (value === undefined)
        throw unset(`${where}: ${path.join('.')} uses \${${name}}`, name, `write $\${${name}} for the text itself`);
      if (isSecret(name, value, path)) secrets.add(value);
      return value;
    });
  const walk = (node: unknown, path: string[]): unknown => {
    if (typeof node === 'string') return expand(node, path);
    if (Array.isArray(node)) return node.map((item, index) => walk(item, [...path, String(index)]));
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk(item, [...path, key])]));
  };
  return { value: walk(tree, []), secrets: [...secrets] };
}

/** The value behind `{{env NAME}}` in a request; a secret by the same rules. */
export function environmentValue(
  name: string,
  where: string,
  env: NodeJS.ProcessEnv,
  { inHeader }: { inHeader: boolean },
): { value: string; secrets: string[] } {
  const value = env[name];
  if (value === undefined) throw unset(`${where} uses {{env ${name}}}`, name, 'write \\{{ for the braces themselves');
  return { value, secrets: isSecret(name, value, inHeader ? ['headers'] : []) ? [value] : [] };
}

function unset(said: string, name: string, otherwise: string): LeakgateError {
  return new LeakgateError('config', `${said}, which isn't set in the environment.`, {
    hint: `Set ${name} in the step's env, or ${otherwise}.`,
  });
}
