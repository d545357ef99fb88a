/** How deep an answer is looked into. */
const deepest = 4;

/**
 * A value for the placeholder of `/products/{sku}` out of what `/products` answered: of the first object that has `sku`, `productSku`, `id`
 * or the like. Null when there is none that fits into a path.
 */
export function exampleFrom(answer: string, placeholder: string): string | null {
  let value: unknown;
  try {
    value = JSON.parse(answer);
  } catch {
    return null;
  }
  const item = firstItem(value, deepest);
  if (item === null) return null;
  if (typeof item !== 'object') return segment(item);
  const wanted = plain(placeholder);
  const keys = Object.keys(item);
  const key =
    keys.find((one) => plain(one) === wanted) ??
    keys.find((one) => wanted.endsWith(plain(one)) || plain(one).endsWith(wanted)) ??
    keys.find((one) => ['id', 'uuid', 'slug', 'name', 'key'].includes(plain(one)));
  return key === undefined ? null : segment((item as Record<string, unknown>)[key]);
}

const plain = (key: string): string => key.toLowerCase().replaceAll('_', '');

/** The first element of the first list; a map's first key when there is no list. */
function firstItem(value: unknown, depth: number): object | string | number | null {
  if (Array.isArray(value)) {
    const [first] = value as unknown[];
    return typeof first === 'object' || typeof first === 'string' || typeof first === 'number' ? first : null;
  }
  if (typeof value !== 'object' || value === null || depth === 0) return null;
  for (const inner of Object.values(value)) {
    const found = firstItem(inner, depth - 1);
    if (found !== null) return found;
  }
  return null;
}

function segment(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value);
  return text === '' || text.length > 100 ? null : encodeURIComponent(text);
}
