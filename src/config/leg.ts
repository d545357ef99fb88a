import * as z from 'zod';

const matrixSchema = z.record(z.string(), z.unknown());
const maxCharacters = 60;

/**
 * What tells this leg of a matrix from the others and doesn't stand in the service's key yet: ` (1.26, smoke)`, or nothing.
 * Two legs that load the same service in different ways would otherwise share comment, artifact and baseline. It follows
 * from the leg's own values alone, so that it stays the same when the matrix grows.
 * @param json the runner's `toJSON(matrix)`; `null` outside of a matrix.
 */
export function legOf(json: string | undefined, key: string): string {
  const values = Object.values(matrixOf(json))
    .filter((value) => ['string', 'number', 'boolean'].includes(typeof value))
    .map((value) => String(value).replaceAll(/\s+/g, ' ').trim());
  const telling = values.filter((value) => value !== '' && !names(key, value));
  return telling.length === 0 ? '' : ` (${[...new Set(telling)].join(', ').slice(0, maxCharacters)})`;
}

function matrixOf(json: string | undefined): Record<string, unknown> {
  try {
    return matrixSchema.catch({}).parse(JSON.parse(json ?? 'null'));
  } catch {
    return {};
  }
}

/** Is the value a part of the key's path, as `./cmd/api` is of `services/shop/cmd/api`? */
function names(key: string, value: string): boolean {
  const part = value.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  return part === '' || part === '.' || `/${key}/`.includes(`/${part}/`);
}
