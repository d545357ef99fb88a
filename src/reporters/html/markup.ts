import type { Phrase, Say } from '../../words/say.ts';
import { outputLine, plain, visible } from '../escape.ts';
import type { Holes } from '../../words/catalogue.ts';

/** HTML that may be put into a page as it is. Only `html` and `trusted` make it. */
export interface Markup {
  readonly markup: string;
}

type Value = Markup | string | number | false | null | undefined | readonly Value[];

/** Escapes every value that isn't markup already: also inside quoted attributes. Indentation of the source is dropped. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  const [first = '', ...rest] = parts.map((part) => part.replace(/\s*\n\s*/g, '\n'));
  return { markup: rest.reduce((text, part, index) => text + written(values[index]) + part, first) };
}

/** Text of our own that is HTML: never anything that came with a report. */
export const trusted = (markup: string): Markup => ({ markup });

function written(value: Value): string {
  if (value === false || value === null || value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value.map(written).join('');
  return value.markup;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (sign) => entities[sign]!);
}

/** A phrase with markup in its holes. */
export function spoken<P extends Phrase>(
  say: Say,
  phrase: P,
  holes: Readonly<Record<Holes<P>, Markup | string>>,
): Markup {
  const names = Object.keys(holes) as Holes<P>[];
  const marks = Object.fromEntries(names.map((name) => [name, `\ue000${name}\ue000`]));
  const said = (say as (phrase: P, marks: Record<string, string>) => string)(phrase, marks);
  return html`${said.split('\ue000').map((piece, at) => (at % 2 === 0 ? piece : holes[piece as Holes<P>]))}`;
}

/** Text of others in one line. `bdi` keeps right-to-left text from reordering what stands beside it. */
export function foreign(text: string, max = 300): Markup {
  return html`<bdi>${plain(text, max) || '–'}</bdi>`;
}

/** An identifier of others. */
export function code(text: string, max = 300): Markup {
  return html`<code>${foreign(text, max)}</code>`;
}

/** A sentence in which backticks mark identifiers, as in our own messages. */
export function prose(text: string, max = 600): Markup {
  const pieces = plain(text, max).split(/`([^`]+)`/);
  return html`<bdi>${pieces.map((piece, index) => (index % 2 === 0 ? piece : html`<code>${piece}</code>`))}</bdi>`;
}

/** Lines of a program's output as they are, without colours and control characters. */
export function block(lines: readonly string[]): Markup {
  const kept = lines.map(outputLine);
  const text = kept.map((line) => html`${line}`.markup).join('\n');
  return html`<pre tabindex="0"><code>${trusted(text)}</code></pre>`;
}

/** A JSON value for the page's script; no text in it can end the element that holds it. */
export function dataBlock(id: string, value: unknown): Markup {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.codePointAt(0)!.toString(16).padStart(4, '0')}`;
  });
  return trusted(`<script type="application/json" id="${id}">${json}</script>`);
}
