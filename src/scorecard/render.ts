import { cell } from '../reporters/csv.ts';
import { code, html, text } from '../reporters/escape.ts';
import { table } from '../reporters/markdown-tables.ts';
import { formatCount, formatTime, formatValue } from '../reporters/numbers.ts';
import { formulas, heapPerRequest } from './score.ts';
import { criteria, type Entry, type Scorecard } from './scorecard.ts';

const head = ['Service', 'QPS', 'p99', 'Goroutines before', 'after', 'Heap growth', 'per request'];

function figureCells({ figures }: Entry): string[] {
  const growth = figures.afterHeapBytes - figures.initialHeapBytes;
  return [
    formatCount(Math.round(figures.qps)),
    formatValue(figures.p99Ms, 'ms'),
    formatCount(figures.initialGoroutines),
    formatCount(figures.afterGoroutines),
    formatValue(growth, 'bytes', 'always'),
    formatValue(heapPerRequest(figures), 'bytes/req', 'always'),
  ];
}

const scoreCells = ({ scores, total }: Entry): string[] => [
  ...criteria.map((name) => String(scores[name])),
  String(total),
];

const scoreHead = ({ weights }: Scorecard): string[] => [
  'Service',
  ...criteria.map((name) => `${name[0]!.toUpperCase()}${name.slice(1)} (${weights[name]})`),
  'Total',
];

function remarks({ plan, machine, leakgate, createdAt, entries }: Scorecard): string[] {
  const go = [...new Set(entries.map(({ goVersion }) => goVersion))].join(', ');
  return [
    `Measured in turn, ${plan.rounds} rounds of ${plan.roundMs / 1000} s each, on one machine (${machine.cpus} CPUs, ${machine.cpuModel}); the median round counts. Goroutines and heap at rest, before and after ${formatCount(plan.leakRequests)} requests.`,
    `${go}; leakgate ${leakgate}; ${formatTime(createdAt)}.`,
  ];
}

export function scorecardMarkdown(card: Scorecard): string {
  const [winner] = card.entries;
  const right = [1, 2, 3, 4, 5, 6];
  return `${[
    `### Scorecard: ${winner === undefined ? 'nobody' : `${text(winner.name)} leads with ${winner.total}`}`,
    table(
      head,
      card.entries.map((entry) => [code(entry.name, 60), ...figureCells(entry)]),
      right,
    ),
    table(
      scoreHead(card),
      card.entries.map((entry) => [code(entry.name, 60), ...scoreCells(entry)]),
      right.slice(0, 5),
    ),
    criteria.map((name) => `- **${name}**: ${formulas[name]}`).join('\n'),
    'Total: the mean of the scores, weighted as the heads say.',
    ...remarks(card).map((line) => text(line, 600)),
  ].join('\n\n')}\n`;
}

export function scorecardCsv(card: Scorecard): string {
  const names = [
    'name',
    'sha',
    'go',
    'qps',
    'p99_ms',
    'initial_goroutines',
    'after_goroutines',
    'initial_heap_bytes',
    'after_heap_bytes',
    'requests',
    ...criteria.map((name) => `score_${name}`),
    'total',
  ];
  const rows = card.entries.map(({ name, sha, goVersion, figures, scores, total }) => [
    name,
    sha,
    goVersion,
    figures.qps,
    figures.p99Ms,
    figures.initialGoroutines,
    figures.afterGoroutines,
    figures.initialHeapBytes,
    figures.afterHeapBytes,
    figures.requests,
    ...criteria.map((criterion) => scores[criterion]),
    total,
  ]);
  return [names, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse;margin:1rem 0}th,td{padding:.3rem .8rem;border-bottom:1px solid #8886;text-align:right}th:first-child,td:first-child{text-align:left}';

const tableOf = (names: string[], rows: string[][]): string =>
  `<table><thead><tr>${names.map((name) => `<th scope="col">${html(name)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((value) => `<td>${html(value)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

/** One page that needs nothing else. */
export function scorecardHtml(card: Scorecard): string {
  return [
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Leakgate scorecard</title><style>${style}</style>`,
    '<h1>Scorecard</h1>',
    tableOf(
      head,
      card.entries.map((entry) => [entry.name, ...figureCells(entry)]),
    ),
    tableOf(
      scoreHead(card),
      card.entries.map((entry) => [entry.name, ...scoreCells(entry)]),
    ),
    `<ul>${criteria.map((name) => `<li><b>${name}</b>: ${html(formulas[name])}</li>`).join('')}</ul>`,
    '<p>Total: the mean of the scores, weighted as the heads say.</p>',
    ...remarks(card).map((line) => `<p>${html(line, 600)}</p>`),
    '</html>\n',
  ].join('\n');
}
