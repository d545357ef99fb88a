import { LeakgateError } from '../errors.ts';

/** Replaces every secret in a text by `***`. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const longestFirst = secrets.filter((secret) => secret !== '').toSorted((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}

/** Keys of words that the program itself chooses; a secret that happens to read alike must not break them. */
const ownWords = new Set(['verdict', 'outcome', 'kind', 'unit', 'better', 'code', 'of', 'runner', 'store']);

/** The same JSON without secrets: only texts change, never keys, numbers or the program's own words. */
export function redactTree<T>(tree: T, redact: (text: string) => string): T {
  const walk = (node: unknown, key: string): unknown => {
    if (typeof node === 'string') return ownWords.has(key) && /^[a-z/-]+$/.test(node) ? node : redact(node);
    if (Array.isArray(node)) return node.map((item) => walk(item, key));
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).map(([name, item]) => [name, walk(item, name)]));
  };
  return walk(tree, '') as T;
}

const secretHeader = /^(?:proxy-)?authorization$|cookie|token|secret|api-?key|password|credential|signature|session/i;
/** Hiding a shorter word would blank out words of the report that happen to read alike. */
const leastSecret = 8;

/** What a literal header gives away: the credentials behind a scheme such as `Bearer`, else its value. `known` are hidden already. */
export function headerSecrets(headers: Readonly<Record<string, string>>, known: readonly string[]): string[] {
  return Object.entries(headers)
    .filter(([name, value]) => secretHeader.test(name) && !known.some((secret) => value.includes(secret)))
    .flatMap(([, value]) => {
      const credentials = value.trim().replace(/^\w+\s+/, '');
      return [credentials, value.trim()].filter((secret) => secret.length >= leastSecret).slice(0, 1);
    });
}

/** The same error without secrets: its texts may quote what was given. */
export function redactError(error: LeakgateError, redact: (text: string) => string): LeakgateError {
  return new LeakgateError(error.code, redact(error.message), {
    cause: error.cause,
    locations: error.locations,
    ...(error.hint !== undefined && { hint: redact(error.hint) }),
    ...(error.output !== undefined && { output: redact(error.output) }),
  });
}
