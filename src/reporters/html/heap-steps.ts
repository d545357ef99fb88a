import type { DiffStep } from '../../heap/diff.ts';
import { formatCount } from '../numbers.ts';
import { code, foreign, html, type Markup } from './markup.ts';

/** What hides or shows of growth: warm where more is kept than before, blue where less, grey where nothing changed. */
export function heatOf(grownBytes: number, hottestBytes: number): string {
  const step = Math.min(9, Math.ceil(Math.sqrt(Math.abs(grownBytes) / Math.max(1, hottestBytes)) * 9));
  return `${grownBytes < 0 ? 'c' : 'h'}${step}`;
}

/** `main.put main.go:27`, and its whole place where the name has only a part of it. */
export function named({ text, frame }: Pick<DiffStep, 'text' | 'frame'>): Markup {
  const place = frame === null || text.startsWith('internal/') ? '' : `${frame.file}:${frame.line}`;
  return html`${code(text, 120)}${place !== '' && !text.includes(place) && html` <span class="place">${foreign(place, 120)}</span>`}`;
}

/** `×1 200`; beside growth also how many are new. */
export function times(objects: number, grownObjects: number | null): Markup {
  const all = Math.round(objects);
  const more = Math.round(grownObjects ?? 0);
  if (all <= 1 && more === 0) return html``;
  const news = more === 0 || more === all ? '' : ` (${more > 0 ? '+' : ''}${formatCount(more)})`;
  return html` <span class="times">×${formatCount(all)}${news}</span>`;
}
