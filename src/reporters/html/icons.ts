import type { Finding, Grade, Outcome } from '../../model.ts';
import type { Word, Say } from '../../words/say.ts';
import { isJudged } from '../story.ts';
import { html, trusted, type Markup } from './markup.ts';

/** How an answer looks: never by colour alone, always with its word. */
export type Tone = 'fail' | 'warn' | 'ok' | 'none';

const tones: Record<Outcome | Grade, Tone> = {
  fail: 'fail',
  inconclusive: 'warn',
  warn: 'warn',
  pass: 'ok',
  skipped: 'none',
};

export const toneOf = (answer: Outcome | Grade): Tone => tones[answer];

/** Figures that were only recorded are neither good nor bad. */
export const toneOfFinding = (finding: Finding): Tone => (isJudged(finding) ? toneOf(finding.outcome) : 'none');

const words = {
  fail: 'Exceeded',
  inconclusive: 'Undecided',
  warn: 'Not gating',
  pass: 'Within gate',
  skipped: 'Skipped',
} as const satisfies Record<Outcome | Grade, Word>;

export const wordOf = (finding: Finding): Word => {
  if (!isJudged(finding)) return 'Recorded';
  return finding.kind === 'leak' && finding.outcome === 'fail' ? 'Leaks' : words[finding.outcome];
};

const shapes: Record<Tone, string> = {
  fail: '<circle cx="8" cy="8" r="7"/><path d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4"/>',
  warn: '<path class="body" d="M8 1.4 15.2 14H.8z"/><path d="M8 6v3.6m0 2v.1"/>',
  ok: '<circle cx="8" cy="8" r="7"/><path d="m4.9 8.2 2.2 2.2 4-4.6"/>',
  none: '<circle cx="8" cy="8" r="7"/><path d="M5 8h6"/>',
};

export function icon(tone: Tone): Markup {
  return html`<svg class="icon ${tone}" viewBox="0 0 16 16" aria-hidden="true">${trusted(shapes[tone])}</svg>`;
}

export function pill(finding: Finding, say: Say): Markup {
  const tone = toneOfFinding(finding);
  return html`<span class="pill ${tone}">${icon(tone)}${say(wordOf(finding))}</span>`;
}
