import type { Lang } from '../model.ts';
import { pieces } from './catalogue.ts';
import { fill } from './say.ts';
import { labels } from './zh-CN/labels.ts';
import { sentences } from './zh-CN/sentences.ts';

/**
 * Results hold English sentences, whatever language their readers speak: they are what machines, stores and other versions read.
 * Here they are read back: each is one of the phrases of the catalogue with values in its holes, or several in a row. What is in
 * none, such as a compiler's message or a reason that somebody wrote, stays as it is.
 */
export type Translate = (english: string) => string;

export function translateTo(lang: Lang): Translate {
  return lang === 'en' ? (english) => english : (english) => (english.length > longest ? english : reading(english));
}

/** No sentence of ours is longer. Results may come from others, and reading takes a moment for each phrase. */
const longest = 2000;

/** What the value of a hole looks like, by its name without its number. Any other holds a part of a sentence. */
const kinds: Readonly<Record<string, RegExp>> = {
  n: /[±+−]?\d+(?:,\d{3})*(?:\.\d+)?/y,
  percent: /[±+−]?\d+(?:,\d{3})*(?:\.\d+)? %/y,
  bytes: /[±+−]?\d+(?:,\d{3})*(?:\.\d+)? (?:B|KiB|MiB|GiB)/y,
  sha: /[0-9a-f]{7,64}/y,
};

/** What parts the items of a list, by the name of its hole. */
const separators: Readonly<Record<string, RegExp>> = {
  list: /, | and /,
  bases: /, nor for /,
  causes: /, (?=\d)/,
  gates: /, (?!(?:baseline|peak|fault|recovery)\b)| and /,
};

interface Pattern {
  /** One more than there are holes: what stands before, between and behind them. */
  literals: string[];
  holes: string[];
  translation: string;
}

const whole = new Map<string, string>(Object.entries({ ...labels, ...sentences }));
/** The more a phrase says by itself, the surer it is meant. */
const patterns: readonly Pattern[] = Object.entries(sentences)
  .map(([english, translation]) => ({ translation, parts: pieces(english) }))
  .map(({ translation, parts }) => ({
    translation,
    literals: parts.filter((_, at) => at % 2 === 0),
    holes: parts.filter((_, at) => at % 2 === 1),
  }))
  .toSorted((a, b) => b.literals.join('').length - a.literals.join('').length);

const reading = (english: string): string => read(english) ?? english;

/** Null where no phrase fits. */
function read(english: string): string | null {
  const known = whole.get(english);
  if (known !== undefined) return known;
  for (const pattern of patterns) {
    const found = match(pattern, english);
    if (found === null) continue;
    const values = Object.fromEntries(
      Object.entries(found.values).map(([name, value]) => [name, valueOf(name, value)]),
    );
    const said = fill(pattern.translation, values);
    return found.rest === '' ? said : followed(said, found.rest);
  }
  return null;
}

/** Sentences that end in `。` need no space between them. */
function followed(said: string, rest: string): string {
  const more = read(rest);
  return more === null ? `${said} ${rest}` : `${said}${more}`;
}

const kindOf = (name: string): string => name.replace(/\d+$/, '');

function valueOf(name: string, value: string): string {
  const kind = kindOf(name);
  const separator = separators[kind];
  if (separator !== undefined) return value.split(separator).map(listed).join('、');
  return kind in kinds || kind === 'any' ? value : reading(value);
}

/** Items may end in a figure: `Latency p99 +12.0 %`. */
function listed(item: string): string {
  const [, what = item, figure = ''] = /^(.+?)( [±+−]?\d[\d.,]* %)?$/.exec(item) ?? [];
  return `${reading(what)}${figure}`;
}

interface Match {
  values: Record<string, string>;
  /** The sentences after it. */
  rest: string;
}

/** From left to right without going back, so that no text takes long. */
function match({ literals, holes }: Pattern, text: string): Match | null {
  const values: Record<string, string> = {};
  if (!text.startsWith(literals[0]!)) return null;
  let at = literals[0]!.length;
  for (const [index, name] of holes.entries()) {
    const last = index === holes.length - 1;
    const end = endOfValue(text, at, { name, before: literals[index + 1]!, last });
    if (end === null) return null;
    values[name] = text.slice(at, end);
    at = end + literals[index + 1]!.length;
  }
  return isEnd(text, at) ? { values, rest: text.slice(at + 1) } : null;
}

/** A phrase ends with the text, and a sentence where another one begins. */
const isEnd = (text: string, at: number): boolean => at === text.length || (text[at] === ' ' && text[at - 1] === '.');

function endOfValue(
  text: string,
  from: number,
  { name, before, last }: { name: string; before: string; last: boolean },
): number | null {
  const kind = kinds[kindOf(name)];
  if (kind !== undefined) {
    kind.lastIndex = from;
    const value = kind.exec(text)?.[0];
    return value !== undefined && text.startsWith(before, from + value.length) ? from + value.length : null;
  }
  if (kindOf(name) === 'chain') {
    const end = text.lastIndexOf(before);
    return end > from ? end : null;
  }
  if (last && before === '') return withinSentence(name, text.slice(from)) ? text.length : null;
  let end = text.indexOf(before, from + 1);
  if (last) while (end !== -1 && !isEnd(text, end + before.length)) end = text.indexOf(before, end + 1);
  return end !== -1 && withinSentence(name, text.slice(from, end)) ? end : null;
}

/** Most holes hold a part of a sentence; `any` holds words of others, and `said` whole sentences of ours. */
const withinSentence = (name: string, value: string): boolean =>
  value !== '' && (/^(?:any|said)$/.test(kindOf(name)) || !value.includes('. '));
