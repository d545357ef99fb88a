import type { CheckReport, Frame, GroupCounts, Report, Timeline, TraceRanges, WorstPause } from '../model.ts';
import { code, text } from './escape.ts';
import { placeLink } from './links.ts';
import { details } from './markdown-details.ts';
import { table } from './markdown-tables.ts';
import { formatCount, formatDuration, formatValue } from './numbers.ts';
import { leakOf, shortFunction } from './story.ts';

/** What the collector did beside the load: how often, and which lines allocated around the longest pauses. */
export function collectionsSection(report: Report): string {
  const timelines = report.checks.flatMap(({ timeline }) => timeline ?? []);
  return timelines.map((timeline) => details('Collections', collections(report, timeline))).join('\n\n');
}

function collections(report: Report, timeline: Timeline): string {
  const { durationMs, heap, worst, trace } = timeline;
  const { count } = timeline.collections;
  const peak = Math.max(0, ...heap.liveBytes);
  const told = `${formatCount(count)} in ${formatDuration(durationMs)} of load; the heap reached ${formatValue(peak, 'bytes')}.`;
  if (worst.length === 0) return told + tracedText(trace);
  const rows = worst.map((pause) => [
    formatValue(pause.pauseMs, 'ms'),
    formatDuration(pause.endedMs),
    pause.durationMs === null ? '–' : formatValue(pause.durationMs, 'ms'),
    allocations(report, pause),
  ]);
  return `${told}${tracedText(trace)}\n\n${table(['Pause', 'After', 'Collection took', 'Allocated around it'], rows, [0, 1, 2])}`;
}

const part = (of: TraceRanges): string => `${formatValue(of.totalMs, 'ms')} in ${formatCount(of.count)}`;

function tracedText(trace: Timeline['trace']): string {
  if (trace === undefined) return '';
  const { stops, marks, assists } = trace;
  return ` The trace of its last ${formatDuration(trace.toMs - trace.fromMs)} holds ${part(stops)} stops of the world, ${part(marks)} collections and ${part(assists)} assists.`;
}

function allocations(report: Report, { lines, fromMs, toMs }: WorstPause): string {
  const shown = lines.map(({ frame, bytes }) => `${formatValue(bytes, 'bytes')} ${place(report, frame)}`);
  return shown.length === 0 ? '–' : `${shown.join('<br>')}<br>within ${formatDuration(toMs - fromMs)}`;
}

/** Every group of goroutines at every look: what grows, what stays, what ends. */
export function goroutinesSection(report: Report, rows: number): string {
  const groups = report.checks.flatMap((check) => (check.groups ?? []).map((group) => ({ group, check })));
  if (groups.length === 0) return '';
  const shown = groups.slice(0, rows).map(({ group, check }) => groupRow(report, group, check));
  const more = groups.length > rows ? `\n\n… and ${formatCount(groups.length - rows)} more.` : '';
  const looks = groups[0]!.group.counts.length;
  return details(
    `Goroutine groups at ${looks === 1 ? 'one look' : `${looks} looks`}`,
    table(['Goroutines', 'State', 'Wait in', 'Started in', 'Since the first look', 'Leak'], shown) + more,
  );
}

function groupRow(report: Report, group: GroupCounts, check: CheckReport): string[] {
  const { counts, state, createdBy, minutes = 0 } = group;
  return [
    counts.map(formatCount).join(' → '),
    `${text(state, 40)}${minutes > 0 ? ` since ${formatCount(minutes)} min` : ''}`,
    waitCell(report, group),
    createdBy === null ? 'the runtime' : place(report, createdBy),
    stays(group),
    leakOf(group, check) || '–',
  ];
}

/** The line where they wait, and the function that all of their stacks began with. */
function waitCell(report: Report, { waitsAt, entry }: GroupCounts): string {
  if (waitsAt === null) return '–';
  const began =
    entry === null || entry.function === waitsAt.function
      ? ''
      : `<br>began in ${code(shortFunction(entry.function), 80)}`;
  return `${place(report, waitsAt)}${began}`;
}

/** Whether the same goroutines were seen again, or others in their place. */
function stays({ ended, counts, lasting }: GroupCounts): string {
  if (ended === null || lasting === null || counts.length < 2) return '–';
  return ended === 0 ? 'all stay' : `${formatCount(ended)} ended, ${formatCount(lasting)} stay`;
}

const place = (report: Report, frame: Frame): string =>
  `${code(shortFunction(frame.function), 80)} ${placeLink(report, frame)}`;
