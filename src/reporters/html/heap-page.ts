import { sayIn } from '../../words/say.ts';
import { heapBytesOf, type DiffRow } from '../../heap/diff.ts';
import { growthTree } from '../../heap/growth-tree.ts';
import type { HeapSnapshot } from '../../heap/snapshot-file.ts';
import type { HeapAccount } from '../../heap/heap-account.ts';
import { accountText } from '../heap-terminal.ts';
import { formatCount, formatTime, formatValue } from '../numbers.ts';
import { plain } from '../escape.ts';
import { roots } from './heap-roots.ts';
import { heapStyles } from './heap-styles.ts';
import { walk } from './heap-walk.ts';
import { icon, type Tone } from './icons.ts';
import { code, foreign, html, prose, type Markup } from './markup.ts';
import { shell } from './shell.ts';

/** A snapshot and the name of its file. */
export interface NamedSnapshot {
  name: string;
  snapshot: HeapSnapshot;
}

/** What `leakgate diff` and `leakgate top` found. */
export interface HeapFinding {
  /** Null for the contents of one snapshot. */
  before: NamedSnapshot | null;
  after: NamedSnapshot;
  rows: readonly DiffRow[];
  /** What keeps the figures from being exact. */
  warnings: readonly string[];
  /** How the rows of a comparison add up to what the runtime counts. */
  account?: HeapAccount | null;
  /** Growth of more than this fails; null when nothing does. */
  failOverBytes: number | null;
  /** Lines of the table at most. */
  limit: number;
  /** Of Leakgate. */
  version: string;
}

const mostBytes = 400_000;
/** From what fits nearly always to what fits whatever the names are. */
const amounts = [
  { nodes: 2000, rows: 200 },
  { nodes: 1000, rows: 50 },
  { nodes: 400, rows: 30 },
  { nodes: 100, rows: 15 },
  { nodes: 30, rows: 5 },
] as const;

/** One page of at most 400 KB that needs nothing else: the finding, its roots, and the heap to walk through. */
export function renderHeapPage(finding: HeapFinding): string {
  let page = '';
  for (const amount of amounts) {
    page = pageOf(finding, amount);
    if (Buffer.byteLength(page) <= mostBytes) break;
  }
  return page;
}

function pageOf(finding: HeapFinding, { nodes, rows: most }: (typeof amounts)[number]): string {
  const { before, after, rows, limit, version } = finding;
  const { kind } = after.snapshot;
  const compared = before !== null;
  const pruning = { most: nodes, smallestShare: 0.001, deepest: 10 };
  const root = growthTree(before?.snapshot ?? null, after.snapshot, pruning);
  const heading = headingOf(finding);
  return shell({
    title: heading,
    lang: 'en',
    styles: heapStyles,
    skipLink: 'Skip to the roots',
    header: header(finding, heading),
    main: [
      roots(rows, { kind, heapBytes: heapBytesOf(after.snapshot), compared, most: Math.min(limit, most) }),
      html``,
      walk({ kind, say: sayIn('en'), root, compared }),
    ],
    footer: html`<footer class="wrap">leakgate ${foreign(version, 40)}</footer>`,
  });
}

/** `main.cache keeps 4.2 MiB more`. */
function headingOf({ before, after, rows }: HeapFinding): string {
  const verb = after.snapshot.kind === 'retention' ? 'keeps' : 'holds';
  const [first] = rows;
  if (first === undefined)
    return before === null ? 'Nothing is held that counts here' : 'Nothing grew that counts here';
  const name = plain(first.chain[0]?.text ?? '', 120) || '–';
  if (before !== null) return `${name} ${verb} ${formatValue(first.grownBytes, 'bytes')} more`;
  return `${name} ${verb} ${formatValue(first.totalBytes, 'bytes')}`;
}

function header(finding: HeapFinding, heading: string): Markup {
  const tone = toneOf(finding);
  return html`<header class="top">
    <div class="wrap">
      <div class="${tone === null ? 'plainly' : 'verdict'}">
        ${tone !== null && icon(tone)}
        <div>
          <h1><bdi>${heading}</bdi></h1>
          <p class="lead">${lead(finding)}</p>
        </div>
      </div>
      ${
        finding.warnings.length > 0 &&
        html`<ul class="warnings">
          ${finding.warnings.map((one) => html`<li>${icon('warn')}<span>${prose(one)}</span></li> `)}
        </ul>`
      }
      <dl class="about">
        ${about(finding).map(
          ([term, said]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${said}</dd>
            </div> `,
        )}
      </dl>
    </div>
  </header>`;
}

/** Without a limit nothing is right or wrong. */
function toneOf({ rows, failOverBytes }: HeapFinding): Tone | null {
  if (failOverBytes === null) return null;
  return rows.some(({ exceeds }) => exceeds) ? 'fail' : 'ok';
}

function lead({ before, after, rows, failOverBytes }: HeapFinding): Markup {
  const noun = after.snapshot.kind === 'retention' ? 'root' : 'line';
  const many = `${formatCount(rows.length)} ${rows.length === 1 ? noun : `${noun}s`}`;
  if (before === null) return html`${formatValue(heapBytesOf(after.snapshot), 'bytes')} in all, through ${many}.`;
  const total = formatValue(
    rows.reduce((sum, { grownBytes }) => sum + grownBytes, 0),
    'bytes',
    'always',
  );
  const exceeding = rows.filter(({ exceeds }) => exceeds).length;
  const limit =
    failOverBytes === null ? '' : `No more than ${formatValue(failOverBytes, 'bytes')} of growth is allowed. `;
  return html`${exceeding > 0 && html`<b>${exceeding} of ${formatCount(rows.length)} ${exceeding === 1 ? 'exceeds' : 'exceed'} the limit.</b> `}${limit}${rows.length > 0 && `${total} in all, through ${many}.`}`;
}

function about(finding: HeapFinding): [string, Markup][] {
  const { before, after } = finding;
  const taken: [string, Markup][] =
    before === null
      ? [['Snapshot', takenOf(after)]]
      : [
          ['Before', takenOf(before)],
          ['After', takenOf(after)],
        ];
  const both = (say: (one: NamedSnapshot) => string): Markup => {
    const [then, now] = [before === null ? null : say(before), say(after)];
    return html`${then !== null && then !== now && html`${foreign(then, 80)} → `}${foreign(now, 80)}`;
  };
  return [
    ...taken,
    ['Process', both(processOf)],
    ['Go', both(({ snapshot }) => snapshot.goVersion)],
    ['Heap', html`${before !== null && `${heapOf(before)} → `}${heapOf(after)}`],
    ['Figures', html`${exactness(finding)}`],
    ...(finding.account ? [['Adds up', html`${accountText(finding.account)}`] as [string, Markup]] : []),
  ];
}

function takenOf({ name, snapshot: { takenAt, requests } }: NamedSnapshot): Markup {
  return html`${code(name, 80)}
  ${formatTime(takenAt)}${requests !== null && `, after ${formatCount(requests)} requests`}`;
}

function processOf({ snapshot: { process } }: NamedSnapshot): string {
  const since = process.startedAt === null ? '' : `, up since ${formatTime(process.startedAt)}`;
  return process.pid === null ? 'unknown' : `pid ${process.pid}${since}`;
}

const heapOf = ({ snapshot }: NamedSnapshot): string =>
  formatValue(snapshot.kind === 'retention' ? snapshot.heapAllocBytes : heapBytesOf(snapshot), 'bytes');

/** The runtime counts on its own, a few objects of garbage and bookkeeping included: how far the two are apart tells how sure the figures are. */
function exactness({ before, after: { snapshot }, warnings }: HeapFinding): string {
  if (snapshot.kind === 'profile') return 'estimates from samples';
  if (warnings.length > 0) return 'not exact, see above';
  const apart = Math.abs(uncounted(snapshot) - (before === null ? 0 : uncounted(before.snapshot)));
  return `every reachable object counted, ${apart === 0 ? 'as the runtime does to the byte' : `${formatValue(apart, 'bytes')} apart from the runtime’s own count`}`;
}

const uncounted = (snapshot: HeapSnapshot): number =>
  snapshot.kind === 'retention' ? snapshot.heapAllocBytes - snapshot.reachableBytes : 0;
