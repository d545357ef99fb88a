// JSONB refuses the character U+0000 and halves of surrogate pairs, both of which may stand in a service's own names.
// They are kept as ␚ and four hexadecimal digits; ␚ itself too, so that there is a way back.
const unstorable = /[\0␚\p{Cs}]/gu;
const stored = /␚([0-9a-f]{4})/g;

/** JSON text that PostgreSQL's JSONB takes, and gives back with the same content. */
export function toJsonb(text: string): string {
  return JSON.stringify(mapTexts(JSON.parse(text), escaped));
}

/** The way back from `toJsonb`. */
export function fromJsonb(text: string): string {
  return JSON.stringify(mapTexts(JSON.parse(text), restored));
}

/** A name that PostgreSQL's TEXT takes. */
export const escaped = (text: string): string =>
  text.replace(unstorable, (character) => `␚${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const restored = (text: string): string =>
  text.replace(stored, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

function mapTexts(node: unknown, change: (text: string) => string): unknown {
  if (typeof node === 'string') return change(node);
  if (Array.isArray(node)) return node.map((item) => mapTexts(item, change));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node).map(([key, item]) => [change(key), mapTexts(item, change)]));
}
