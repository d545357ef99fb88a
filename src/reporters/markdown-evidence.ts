import type {
  CheckReport,
  Frame,
  GroupCounts,
  LeakProneSite,
  Report,
  Timeline,
  TraceRanges,
  WorstPause,
} from '../model.ts';
import type { Say } from '../words/say.ts';
import { coverageCells, coverageHead, coverageNote, lifeOf, waysTo } from './coverage-table.ts';
import { code, text } from './escape.ts';
import { lifecycleHead, lifecycleNote, lifecycles } from './lifecycle-table.ts';
import { placeLink } from './links.ts';
import { details } from './markdown-details.ts';
import { table } from './markdown-tables.ts';
import { formatCount, formatDuration, formatValue } from './numbers.ts';
import { protocolCells, protocolHead, protocolNote } from './protocol-table.ts';
import { stageCells, stageHead, stageNotes } from './stage-table.ts';
import { breakerText, resilienceCells, resilienceHead } from './resilience-table.ts';
import { leakOf, shortFunction } from './story.ts';
import type { Told } from './told.ts';

/** What became of the requests in each phase, and of the breaker. */
export function resilienceSection({ checks, say }: Told): string {
  return checks
    .flatMap((check) => {
      const rows = resilienceCells(check, say);
      if (rows === null) return [];
      const head = resilienceHead(say);
      const named = rows.map(([name = '', ...figures]) => [text(name, 40), ...figures]);
      const states = breakerText(check, say);
      const breaker = states === '' ? '' : `\n\n${say('The breaker, as seen from outside')}: ${states}`;
      return [
        details(
          say('Outcomes through peak, fault and recovery'),
          `${table(head, named, [...head.keys()].slice(1))}${breaker}`,
        ),
      ];
    })
    .join('\n\n');
}

/** The same load over both protocols. */
export function protocolsSection({ checks, say }: Told): string {
  const tables = checks.flatMap((check) => {
    const rows = protocolCells(check);
    const head = protocolHead(say);
    return rows === null ? [] : [`${table(head, rows, [...head.keys()].slice(1))}\n\n${say(protocolNote)}`];
  });
  return tables.map((one) => details(say('HTTP/1.1 and HTTP/2'), one)).join('\n\n');
}

/** Where the time of a request goes. */
export function stagesSection({ checks, say }: Told): string {
  return checks
    .flatMap((check) => {
      const rows = stageCells(check);
      if (rows === null || check.stages === undefined) return [];
      const named = rows.map(([name = '', ...figures]) => [text(name, 60), ...figures]);
      const head = stageHead(say);
      const shown = `${table(head, named, [...head.keys()].slice(1))}\n\n${say(stageNotes[check.stages.source])}`;
      return [details(say('Where the time goes'), shown)];
    })
    .join('\n\n');
}

/** What the load proved of the lines that can leak. */
export function coverageSection(report: Told, most: number): string {
  const { say } = report;
  return report.checks
    .flatMap((check) => {
      const rows = coverageCells(check, say);
      if (rows === null || check.coverage === undefined) return [];
      const { unreached, started } = check.coverage;
      const parts = [
        table(coverageHead(say), rows, [1, 2, 3]),
        say(coverageNote),
        siteList(report, say('What no request reached'), unreached.slice(0, most), (one) =>
          [code(one.source, 100), ...waysTo(one, say).map((way) => text(way, 160))].join('; '),
        ),
        lifecycleTable(report, check, most),
        siteList(report, say('Goroutines that the load started'), started.slice(0, most), (one) =>
          text(lifeOf(one, say), 300),
        ),
      ];
      return [details(say('Leak coverage'), parts.filter((one) => one !== '').join('\n\n'))];
    })
    .join('\n\n');
}

function lifecycleTable(report: Told, check: CheckReport, most: number): string {
  const rows = lifecycles(check);
  if (rows === null) return '';
  const { say } = report;
  const head = ['', ...lifecycleHead(say)];
  const cells = rows
    .slice(0, most)
    .map((row) => [place(report, row.site.frame), ...row.cells.map((one) => text(one, 60))]);
  const title = `**${say('How the goroutines fared')}**`;
  return [title, table(head, cells, [...head.keys()].slice(1)), say(lifecycleNote)].join('\n\n');
}

function siteList(
  report: Told,
  title: string,
  sites: readonly LeakProneSite[],
  told: (site: LeakProneSite) => string,
): string {
  if (sites.length === 0) return '';
  return `**${title}**\n\n${sites.map((one) => `- ${place(report, one.frame)}: ${told(one)}`).join('\n')}`;
}

/** What the collector did beside the load: how often, and which lines allocated around the longest pauses. */
export function collectionsSection(report: Told): string {
  const timelines = report.checks.flatMap(({ timeline }) => timeline ?? []);
  return timelines.map((timeline) => details(report.say('Collections'), collections(report, timeline))).join('\n\n');
}

function collections(report: Told, timeline: Timeline): string {
  const { say } = report;
  const { durationMs, heap, worst, trace } = timeline;
  const { count } = timeline.collections;
  const peak = Math.max(0, ...heap.liveBytes);
  const sum = say('{n} in {time} of load; the heap reached {peak}.', {
    n: formatCount(count),
    time: formatDuration(durationMs),
    peak: formatValue(peak, 'bytes'),
  });
  if (worst.length === 0) return sum + tracedText(trace, say);
  const rows = worst.map((pause) => [
    formatValue(pause.pauseMs, 'ms'),
    formatDuration(pause.endedMs),
    pause.durationMs === null ? '–' : formatValue(pause.durationMs, 'ms'),
    allocations(report, pause),
  ]);
  const head = [say('Pause'), say('After'), say('Collection took'), say('Allocated around it')];
  return `${sum}${tracedText(trace, say)}\n\n${table(head, rows, [0, 1, 2])}`;
}

function tracedText(trace: Timeline['trace'], say: Say): string {
  if (trace === undefined) return '';
  const { stops, marks, assists } = trace;
  const part = ({ totalMs, count }: TraceRanges): string =>
    say('{time} in {n}', { time: formatValue(totalMs, 'ms'), n: formatCount(count) });
  return say(
    ' The trace of its last {time} holds {stops} stops of the world, {marks} collections and {assists} assists.',
    { time: formatDuration(trace.toMs - trace.fromMs), stops: part(stops), marks: part(marks), assists: part(assists) },
  );
}

function allocations(report: Told, { lines, fromMs, toMs }: WorstPause): string {
  const shown = lines.map(({ frame, bytes }) => `${formatValue(bytes, 'bytes')} ${place(report, frame)}`);
  return shown.length === 0
    ? '–'
    : `${shown.join('<br>')}<br>${report.say('within {time}', { time: formatDuration(toMs - fromMs) })}`;
}

/** Every group of goroutines at every look: what grows, what stays, what ends. */
export function goroutinesSection(report: Told, rows: number): string {
  const { say } = report;
  const groups = report.checks.flatMap((check) => (check.groups ?? []).map((group) => ({ group, check })));
  if (groups.length === 0) return '';
  const shown = groups.slice(0, rows).map(({ group, check }) => groupRow(report, group, check));
  const more = groups.length > rows ? `\n\n${say('… and {n} more.', { n: formatCount(groups.length - rows) })}` : '';
  const looks = groups[0]!.group.counts.length;
  return details(
    say(looks === 1 ? 'Goroutine groups at {n} look' : 'Goroutine groups at {n} looks', { n: looks }),
    table(
      [say('Goroutines'), say('State'), say('Wait in'), say('Started in'), say('Since the first look'), say('Leak')],
      shown,
    ) + more,
  );
}

function groupRow(report: Told, group: GroupCounts, check: CheckReport): string[] {
  const { say } = report;
  const { counts, state, createdBy, minutes = 0 } = group;
  return [
    counts.map(formatCount).join(' → '),
    `${text(state, 40)}${minutes > 0 ? ` ${say('since {n} min', { n: formatCount(minutes) })}` : ''}`,
    waitCell(report, group),
    createdBy === null ? say('the runtime') : place(report, createdBy),
    stays(group, say),
    leakOf(group, check, say) || '–',
  ];
}

/** The line where they wait, and the function that all of their stacks began with. */
function waitCell(report: Told, { waitsAt, entry }: GroupCounts): string {
  if (waitsAt === null) return '–';
  const began =
    entry === null || entry.function === waitsAt.function
      ? ''
      : `<br>${report.say('began in {function}', { function: code(shortFunction(entry.function), 80) })}`;
  return `${place(report, waitsAt)}${began}`;
}

/** Whether the same goroutines were seen again, or others in their place. */
function stays({ ended, counts, lasting }: GroupCounts, say: Say): string {
  if (ended === null || lasting === null || counts.length < 2) return '–';
  if (ended === 0) return say('all stay');
  return say('{ended} ended, {lasting} stay', { ended: formatCount(ended), lasting: formatCount(lasting) });
}

const place = (report: Report, frame: Frame): string =>
  `${code(shortFunction(frame.function), 80)} ${placeLink(report, frame)}`;
