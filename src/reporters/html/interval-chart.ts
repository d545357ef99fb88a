import type { Finding } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { figuresOf } from '../figures.ts';
import { html, type Markup } from './markup.ts';

const width = 168;
const height = 24;
const centre = width / 2;
const middle = height / 2;
/** Room for the arrow that says a value is off the scale. */
const edge = 8;

/** Both ends of the common axis of relative changes: a whole one, unless a gate lies further out. */
export function axisOf(findings: readonly Finding[]): number {
  const gates = findings.flatMap(({ threshold }) => (threshold?.of === 'relative' ? [threshold.value] : []));
  const widest = Math.max(0, ...gates);
  const usual = Math.min(1, Math.max(0.1, Math.ceil((widest * 2) / 0.1) * 0.1));
  return Math.max(usual, Math.ceil(widest * 1.25 * 10) / 10);
}

/**
 * The change on the axis, with its interval and the forbidden zone. A gate that isn't a share has its own scale: it lies
 * half-way between no change and the end of its side.
 */
export function intervalChart(finding: Finding, axis: number, say: Say): Markup {
  const { delta, interval, threshold, unit, after } = finding;
  const end = threshold?.of === 'absolute' ? threshold.value * 2 : axis;
  const value = delta ?? (threshold?.of === 'absolute' ? after : null);
  if (value === null || threshold === null) return html``;
  const at = (change: number): number => centre + share(change, end) * (centre - edge);
  const gate = at(unit === 'req/s' ? -threshold.value : threshold.value);
  const zone = unit === 'req/s' ? { from: edge, to: gate } : { from: gate, to: width - edge };
  return html`<svg
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="img"
    aria-label="${label(finding, say)}"
  >
    <rect class="zone" x="${round(zone.from)}" y="3" width="${round(zone.to - zone.from)}" height="${height - 6}" />
    <path class="gate" d="M${round(gate)} 3v${height - 6}" />
    <path class="zero" d="M${centre} 3v${height - 6}" />
    ${interval !== null && whisker(at(interval[0]), at(interval[1]))}${mark(at(value))}
  </svg>`;
}

/** −1 … 1 on the scale, beyond it where the value lies beyond. Against a gate of zero, anything is beyond. */
function share(change: number, end: number): number {
  if (change === 0) return 0;
  const raw = end === 0 ? Math.sign(change) * 2 : change / end;
  return Math.max(-1.5, Math.min(1.5, raw));
}

function whisker(from: number, to: number): Markup {
  const [low, high] = [Math.max(edge, Math.min(from, to)), Math.min(width - edge, Math.max(from, to))];
  return html`<path
    class="whisker"
    d="M${round(low)} ${middle}H${round(high)}M${round(low)} ${middle - 4}v8M${round(high)} ${middle - 4}v8"
  />`;
}

function mark(x: number): Markup {
  if (x > width - edge + 0.5) return arrow(width - edge, 1);
  if (x < edge - 0.5) return arrow(edge, -1);
  return html`<circle class="dot" cx="${round(x)}" cy="${middle}" r="4" />`;
}

const arrow = (x: number, way: 1 | -1): Markup =>
  html`<path
    class="arrow"
    d="M${x - way * 16} ${middle}h${way * 14}m${-way * 5} -4.5 l${way * 5.5} 4.5 ${-way * 5.5} 4.5"
  />`;

const round = (value: number): number => Math.round(value * 10) / 10;

function label(finding: Finding, say: Say): string {
  const { change, interval, gate, after } = figuresOf(finding, say);
  const value = change === '–' ? after : change;
  return interval === ''
    ? say('{value}, gate {gate}', { value, gate })
    : say('{value}, 95 % interval {interval}, gate {gate}', { value, interval, gate });
}
