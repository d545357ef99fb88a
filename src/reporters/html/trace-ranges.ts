import type { Timeline, TraceRanges } from '../../model.ts';
import type { Say } from '../../words/say.ts';
import { formatCount, formatValue } from '../numbers.ts';
import { html, type Markup } from './markup.ts';

type Trace = NonNullable<Timeline['trace']>;

/** Where ranges are drawn: the band of pauses, and how time becomes a position. */
interface Drawing {
  x: (ms: number) => number;
  top: number;
  bottom: number;
}

const stripHeight = 7;
/** A stop of 50 µs in 5 s is narrower than a pixel, and still there. */
const narrowest = 1;

/** The exact ranges of a runtime trace: shaded while the collector marks, a strip above for stops of the world, one below for assists. */
export function traceRanges({ stops, marks, assists }: Trace, { x, top, bottom }: Drawing): Markup {
  const draw = (name: string, of: TraceRanges, y: number, height: number): Markup =>
    html`${of.fromMs.map((fromMs, index) => {
      const [from, to] = [x(fromMs), x(of.toMs[index] ?? fromMs)];
      return html`<rect
        class="${name}"
        x="${from}"
        y="${y}"
        width="${Math.max(narrowest, Math.round((to - from) * 10) / 10)}"
        height="${height}"
      />`;
    })}`;
  return html`${draw('marks', marks, top, bottom - top)}${draw('stops', stops, top - stripHeight, stripHeight)}${draw('assists', assists, bottom + 1, stripHeight)}`;
}

const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(2))}\u00a0s`;

/** What the shades and strips mean, with how much there was of each. */
export function traceHint({ fromMs, toMs, stops, marks, assists }: Trace, say: Say): string {
  const much = ({ count, totalMs }: TraceRanges): string =>
    say('{n}, {time}', { n: formatCount(count), time: formatValue(totalMs, 'ms') });
  return say(
    ' A runtime trace covers {from} to {to}: shaded where the collector marked ({marks}), above it where the world stood still ({stops}), below it where requests had to help ({assists}).',
    { from: seconds(fromMs), to: seconds(toMs), marks: much(marks), stops: much(stops), assists: much(assists) },
  );
}
