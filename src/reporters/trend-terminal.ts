import type { Lang, Metric, Trend, TrendPoint } from '../model.ts';
import type { Say } from '../words/say.ts';
import { plain } from './escape.ts';
import { formatCount, formatRelative, formatTime, formatValue } from './numbers.ts';
import { shortSha } from './story.ts';
import { painter, type Paint } from './paint.ts';
import { columnsOf, padEnd } from './columns.ts';
import { toldTrend } from './told.ts';

const bars = '▁▂▃▄▅▆▇█';
const shownRuns = 30;

/** Each figure as a line: first, last, change, and the shape of the last 30 runs; then what was accepted. */
export function renderTrendTerminal(given: Trend, { color, lang = 'en' }: { color: boolean; lang?: Lang }): string {
  const trend = toldTrend(given, lang);
  const paint = painter(color);
  const { key, branch, points, say } = trend;
  const stored = say(points.length === 1 ? '{n} stored run, {from} to {to}' : '{n} stored runs, {from} to {to}', {
    n: formatCount(points.length),
    from: formatTime(points[0]!.createdAt),
    to: formatTime(points.at(-1)!.createdAt),
  });
  const rows = trend.metrics.map((metric) => cells(metric, points));
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => columnsOf(row[column]!))));
  const lines = rows.map(([title, first, last, change, shape]) =>
    [
      `  ${padEnd(title!, widths[0]!)}`,
      paint('dim', first!.padStart(widths[1]!)),
      last!.padStart(widths[2]!),
      change!.padStart(widths[3]!),
      paint('dim', shape!),
    ]
      .join('  ')
      .trimEnd(),
  );
  const head = `${paint('bold', plain(key, 80))}   ${plain(branch, 80)}   ${paint('dim', stored)}`;
  const told = points.flatMap((point) => events(point, say, paint));
  return `${[head, '', ...lines, ...(told.length === 0 ? [] : ['', ...told.slice(-20)])].join('\n')}\n`;
}

function cells({ id, title, unit }: Omit<Metric, 'value'>, points: readonly TrendPoint[]): string[] {
  const values = points.flatMap(({ values: { [id]: value } }) => (value === undefined ? [] : [value]));
  const [first, last] = [values[0]!, values.at(-1)!];
  const change = values.length < 2 || first === 0 ? '' : formatRelative(last / first - 1);
  return [
    plain(title, 50),
    formatValue(first, unit),
    formatValue(last, unit),
    change,
    shapeOf(values.slice(-shownRuns)),
  ];
}

function shapeOf(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const at = (value: number): number =>
    most === least ? 0 : Math.round(((value - least) / (most - least)) * (bars.length - 1));
  return values.map((value) => bars[at(value)]!).join('');
}

const events = ({ sha, createdAt, accepted }: TrendPoint, say: Say, paint: Paint): string[] =>
  accepted.map(
    ({ by, reason }) =>
      `  ${paint('yellow', '▲')} ${formatTime(createdAt).slice(0, 10)}  ${shortSha(sha)}  ${say('accepted by {who}: {reason}', { who: plain(by, 60), reason: plain(reason, 200) })}`,
  );
