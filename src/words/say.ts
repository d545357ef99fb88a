import type { Lang } from '../model.ts';
import { pieces, type Holes } from './catalogue.ts';
import { labels } from './zh-CN/labels.ts';

/** What renderings say by themselves. A phrase without a translation isn't one, and doesn't compile where it's said. */
export type Phrase = keyof typeof labels;

/** A phrase that leaves nothing open. */
export type Word = { [P in Phrase]: [Holes<P>] extends [never] ? P : never }[Phrase];

type Filled<P extends Phrase> = [Holes<P>] extends [never] ? [] : [holes: Readonly<Record<Holes<P>, string | number>>];

/** Says an English phrase in the language of the reader. */
export type Say = <P extends Phrase>(phrase: P, ...filled: Filled<P>) => string;

const translations: Record<Lang, Readonly<Record<Phrase, string>> | null> = { en: null, 'zh-CN': labels };

export function sayIn(lang: Lang): Say {
  const translated = translations[lang];
  return (phrase, ...[holes]) => fill(translated?.[phrase] ?? phrase, holes);
}

/** Puts values into the places that a phrase leaves open. */
export function fill(phrase: string, holes: Readonly<Record<string, string | number>> = {}): string {
  return pieces(phrase)
    .map((piece, at) => (at % 2 === 0 ? piece : String(holes[piece])))
    .join('');
}
