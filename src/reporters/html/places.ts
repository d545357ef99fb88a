import type { Fact, Frame } from '../../model.ts';
import { isChanged } from '../changed-lines.ts';
import { lineLink, patternUrl } from '../links.ts';
import { shortFunction } from '../story.ts';
import { code, foreign, html, prose, type Markup } from './markup.ts';
import type { Told } from '../told.ts';

type Place = Pick<Frame, 'file' | 'line' | 'own'>;

/** What of a report makes links of places, marks them as changed, and says so. */
export type Linked = Pick<Told, 'links' | 'commit' | 'changes' | 'say'>;

/** `internal/session/cache.go:23`, linked when it lies in the repository. */
export function place(report: Pick<Linked, 'links' | 'commit'>, { file, line, own }: Place): Markup {
  const shown = foreign(`${file}${line > 0 ? `:${line}` : ''}`, 160);
  const url = own ? lineLink(report, file, line) : null;
  return url === null ? html`<span class="place">${shown}</span>` : html`<a class="place" href="${url}">${shown}</a>`;
}

/** A step of a stack: what is called, and where. */
export function call(report: Linked, frame: Frame): Markup {
  return html`<code class="${frame.own ? 'own' : 'other'}">${shortFunction(frame.function)}</code>
    ${place(report, frame)}${isChanged(report, frame) && html` <span class="changed">${report.say('changed')}</span>`}`;
}

/** What a step of a chain says, without its place at the end: the link tells that. */
export function withoutPlace(text: string, frame: Place | null): string {
  const end = frame === null ? '' : ` ${frame.file.slice(frame.file.lastIndexOf('/') + 1)}:${frame.line}`;
  return end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text;
}

/** What a fact says, with the page or the place it is about unless the text names it. */
export function factText(report: Pick<Linked, 'links' | 'commit'>, { text, frame, page }: Fact): Markup {
  const pattern = page === undefined ? null : patternUrl(page);
  if (pattern !== null) return html`${prose(text)} (<a href="${pattern}">${page}</a>)`;
  if (frame === undefined) return prose(text);
  // The text may name the place already: then the link stands for it.
  const named = [` (${frame.file}:${frame.line})`, ` ${frame.file}:${frame.line}`].find((one) => text.includes(one));
  return html`${prose(named === undefined ? text : text.replace(named, () => ''))} ${place(report, frame)}`;
}

/** A commit's name, short. */
export function commit(branch: string, sha: string): Markup {
  return html`${branch === '' ? '' : code(branch, 80)}${sha === '' ? '' : html` <code class="sha">${sha}</code>`}`;
}
