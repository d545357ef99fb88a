import type { Entry } from './manifest.ts';
import { exactInterval } from './intervals.ts';
import type { RunRecord } from './record.ts';
import { bytesPerRequest, medianOf, ofKind, runsOf, scores, smallestFound, sumOf, type Score } from './score.ts';

/** The published figures as Markdown: a pure function of the manifest and the results. */
export function accuracyReport(entries: readonly Entry[], records: readonly RunRecord[]): string {
  const all = scores(entries, records);
  if (all.length === 0) return 'Nothing was run yet.';
  return [leakTable(all), speedTable(all), remarks(all), exceptions(all)].filter((part) => part !== '').join('\n\n');
}

const leakKinds = [
  ['heap', 'Heap leaks'],
  ['goroutine', 'Goroutine leaks'],
  ['fd', 'File descriptor leaks'],
] as const;

function leakTable(all: readonly Score[]): string {
  const leaky = leakKinds.map(([kind, title]): Row | null => {
    const some = ofKind(all, kind);
    return some.length === 0
      ? null
      : [title, String(some.length), String(runsOf(some)), rate(sumOf(some, 'found'), runsOf(some)), other(some)];
  });
  const healthy = ofKind(all, 'healthy');
  const quiet: Row | null =
    healthy.length === 0
      ? null
      : [
          'Healthy look-alikes',
          String(healthy.length),
          String(runsOf(healthy)),
          rate(sumOf(healthy, 'quiet'), runsOf(healthy)),
          other(healthy),
        ];
  const rows = [...leaky, quiet].filter((row) => row !== null);
  return rows.length === 0
    ? ''
    : table(['services', 'kinds', 'runs', 'right: named at its line, or quiet', 'otherwise'], rows);
}

function speedTable(all: readonly Score[]): string {
  const slower = ofKind(all, 'speed').map((score): Row => [
    score.entry.effect.on,
    String(score.records.length),
    rate(score.counts.found, score.records.length),
    other([score]),
    measuredChange(score),
  ]);
  const same = ofKind(all, 'same').map((score): Row => [
    `nothing: ${score.entry.what}`,
    String(score.records.length),
    rate(score.counts.quiet, score.records.length),
    other([score]),
    'n/a',
  ]);
  const rows = [...slower, ...same];
  return rows.length === 0
    ? ''
    : table(['injected', 'runs', 'right: red, or quiet', 'otherwise', 'read as (median)'], rows);
}

/** Of the first expected metric that was compared side by side. */
function measuredChange({ entry, records }: Score<Extract<Entry, { kind: 'speed' }>>): string {
  const id = entry.expect.find((metric) => records.some(({ effects }) => effects?.[metric] !== undefined));
  const change = id && medianOf(records.flatMap(({ effects }) => effects?.[id]?.[0] ?? []));
  return change === undefined || change === '' ? 'n/a' : `${change > 0 ? '+' : ''}${(change * 100).toFixed(1)} %`;
}

type Row = string[];

export const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/** `19 of 20 (75–100 %)`: the exact 95 % interval. */
export function rate(right: number, runs: number): string {
  const [low, high] = exactInterval(right, runs).map((share) => Math.round(share * 100));
  return `${right} of ${runs} (${low}–${high} %)`;
}

const otherwise = [
  ['misnamed', 'red elsewhere'],
  ['missed', 'missed'],
  ['false-alarm', 'false alarm'],
  ['undecided', 'can’t tell'],
  ['broken', 'no verdict'],
] as const;

const other = (some: readonly Score[]): string =>
  otherwise
    .flatMap(([outcome, words]) => (sumOf(some, outcome) === 0 ? [] : [`${sumOf(some, outcome)} ${words}`]))
    .join(', ');

function remarks(all: readonly Score[]): string {
  const records = all.flatMap((score) => score.records);
  const [first] = records;
  return [
    smallest(all),
    falseAlarms(all),
    besides(all),
    duration(all),
    noise(records),
    machine(first!, records),
    earlierBuilds(all),
  ]
    .filter((line) => line !== '')
    .map((line) => `- ${line}`)
    .join('\n');
}

/** The smallest effect of each kind that was found reliably, as a sentence; empty when there is none. */
export function smallest(all: readonly Score[]): string {
  const heap = smallestFound(ofKind(all, 'heap'), bytesPerRequest);
  const goroutine = smallestFound(ofKind(all, 'goroutine'), ({ leak }) => 1 / leak.oneIn);
  const slow = smallestFound(ofKind(all, 'speed'), ({ effect }) => effect.share ?? Infinity);
  const parts = [
    heap && `${heap.leak.bytes} B ${times(heap.leak.oneIn)}`,
    goroutine && `one goroutine ${times(goroutine.leak.oneIn)}`,
    slow?.effect.share !== undefined && slow.effect.on,
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? '' : `Smallest that was found in 95 % of its runs or more: ${parts.join('; ')}.`;
}

const times = (oneIn: number): string => (oneIn === 1 ? 'with each request' : `with one request in ${oneIn}`);

/** With k of n the share may still be as high as the interval's end. */
export function falseAlarms(all: readonly Score[]): string {
  const calm = [...ofKind(all, 'healthy'), ...ofKind(all, 'same')];
  if (calm.length === 0) return '';
  const [count, runs] = [sumOf(calm, 'false-alarm'), runsOf(calm)];
  const [, high] = exactInterval(count, runs);
  return `False alarms: ${count} in ${runs} runs of services in order; with 95 % confidence fewer than ${(high * 100).toFixed(1)} %.`;
}

/** Red findings of services that leak, at lines that don't. */
function besides(all: readonly Score[]): string {
  const found = leakKinds
    .flatMap(([kind]) => ofKind(all, kind))
    .flatMap(({ records }) => records.filter(({ outcome }) => outcome === 'found'));
  const more = found.filter(({ astray }) => astray.length > 0);
  return found.length === 0
    ? ''
    : `Other lines than the guilty one were red as well in ${more.length} of the ${found.length} runs that found a leak.`;
}

function duration(all: readonly Score[]): string {
  const seconds = (some: readonly Score[]): number[] =>
    some.flatMap(({ records }) => records.map(({ measuredSeconds }) => measuredSeconds));
  const text = (name: string, list: number[]): string[] =>
    list.length === 0 ? [] : [`${name} ${Math.round(medianOf(list)!)} s (at most ${Math.round(Math.max(...list))} s)`];
  const leaky = leakKinds.flatMap(([kind]) => ofKind(all, kind));
  const parts = [
    ...text('leaky', seconds(leaky)),
    ...text('healthy', seconds(ofKind(all, 'healthy'))),
    ...text('pairs', seconds([...ofKind(all, 'speed'), ...ofKind(all, 'same')])),
  ];
  return `Measuring took, builds apart: ${parts.join(', ')}.`;
}

/** How wide the intervals were, and how busy the machine was. */
function noise(records: readonly RunRecord[]): string {
  const halfWidths = records.flatMap(({ effects }) => {
    const cpu = effects?.['qps/cpu'];
    return cpu === undefined ? [] : [(cpu[2] - cpu[1]) / 2];
  });
  const loads = records.map(({ load }) => load);
  const floor =
    halfWidths.length === 0 ? '' : ` CPU per request was known to ±${(medianOf(halfWidths)! * 100).toFixed(1)} %.`;
  return `Load average before the runs: median ${medianOf(loads)!.toFixed(1)}, at most ${Math.max(...loads).toFixed(1)}.${floor}`;
}

function machine(first: RunRecord, records: readonly RunRecord[]): string {
  const programs = new Set(records.map(({ program }) => program));
  const versions = programs.size === 1 ? 'one build' : `${programs.size} builds`;
  const days = records.map(({ at }) => at.slice(0, 10)).toSorted();
  const when = days[0] === days.at(-1) ? days[0]! : `${days[0]!} to ${days.at(-1)!}`;
  return `${first.machine} cores, ${first.go}, ${versions} of Leakgate, ${when}.`;
}

/** An entry that is run again with another build isn't made better by that. */
function earlierBuilds(all: readonly Score[]): string {
  const earlier = all.flatMap((score) => score.earlier);
  const right = earlier.filter(({ outcome }) => outcome === 'found' || outcome === 'quiet');
  const wrong = [
    ...new Set(
      earlier.filter((record) => !right.includes(record)).map(({ entry, outcome }) => `\`${entry}\` ${outcome}`),
    ),
  ];
  if (earlier.length === 0) return '';
  return `Runs of earlier builds, not counted above: ${right.length} of ${earlier.length} right${wrong.length === 0 ? '' : ` (not ${wrong.join(', ')})`}.`;
}

/** Every entry that wasn't right in every run, by name. */
function exceptions(all: readonly Score[]): string {
  const wrong = all.filter(({ counts, records }) => counts.found + counts.quiet < records.length);
  const lines = wrong.map(
    (score) => `- \`${score.entry.name}\` (${score.entry.framework}; ${score.entry.what}): ${other([score])}`,
  );
  return lines.length === 0 ? '' : ['Not right in every run:', '', ...lines].join('\n');
}
