import type { Unit } from '../model.ts';

/** Between groups of three digits, as in the sentences of findings. */
const groupSeparator = ',';
/** Between a number and its unit. */
const noBreakSpace = '\u00a0';
export const minusSign = '−';

/** Values of at least `from` are shown divided by `per`. */
interface Scale {
  from: number;
  per: number;
  suffix: string;
}

const byteScales = (suffix: string): Scale[] => [
  { from: 2 ** 30, per: 2 ** 30, suffix: `GiB${suffix}` },
  { from: 2 ** 20, per: 2 ** 20, suffix: `MiB${suffix}` },
  // Up to four digits the plain count is easier to compare than its share of a KiB.
  { from: 10_000, per: 1024, suffix: `KiB${suffix}` },
  { from: 0, per: 1, suffix: `B${suffix}` },
];

/** Largest scale first. Every unit of the model has its row: a new one without a row doesn't compile. */
const scales: Record<Unit, Scale[]> = {
  bytes: byteScales(''),
  'bytes/req': byteScales('/req'),
  ms: [
    { from: 10_000, per: 1000, suffix: 's' },
    { from: 0, per: 1, suffix: 'ms' },
  ],
  'us/req': [
    { from: 10_000, per: 1000, suffix: 'ms/req' },
    { from: 0, per: 1, suffix: 'µs/req' },
  ],
  'req/s': [{ from: 0, per: 1, suffix: 'req/s' }],
  'objects/req': [{ from: 0, per: 1, suffix: 'objects/req' }],
  'allocs/req': [{ from: 0, per: 1, suffix: 'allocs/req' }],
  goroutines: [{ from: 0, per: 1, suffix: 'goroutines' }],
  ratio: [{ from: 0, per: 0.01, suffix: '%' }],
  count: [{ from: 0, per: 1, suffix: '' }],
};

/** What one of the unit that a value is shown in is made of: 1,048,576 for 5 MiB in bytes. */
export const shownStep = (value: number, unit: Unit): number =>
  scales[unit].find(({ from }) => Math.abs(value) >= from)?.per ?? 1;

/** Three significant digits are as much as any of our measurements carries; whole numbers keep all of theirs. */
function decimalsFor(magnitude: number): number {
  if (magnitude >= 100 || Number.isInteger(magnitude)) return 0;
  return magnitude >= 10 ? 1 : 2;
}

function grouped(magnitude: number, decimals: number): string {
  const [whole = '', fraction] = magnitude.toFixed(decimals).split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, groupSeparator);
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

type Sign = 'always' | 'negative';

function signed(value: number, shown: string, sign: Sign): string {
  // What rounds to zero has no direction.
  if (!/[1-9]/.test(shown)) return '0';
  if (value < 0) return `${minusSign}${shown}`;
  return sign === 'always' ? `+${shown}` : shown;
}

/** `1,968 B/req`, `30.1 MiB`, `12.3 ms`, `1 goroutine`: locale-free, with a true minus sign. */
export function formatValue(value: number, unit: Unit, sign: Sign = 'negative'): string {
  if (!Number.isFinite(value)) return 'n/a';
  const magnitude = Math.abs(value);
  const rows = scales[unit];
  const scale = rows.find(({ from }) => magnitude >= from) ?? rows[rows.length - 1]!;
  const scaled = Number((magnitude / scale.per).toPrecision(12));
  const shown = signed(value, grouped(scaled, decimalsFor(scaled)), sign);
  const suffix = unit === 'goroutines' && magnitude === 1 ? 'goroutine' : scale.suffix;
  return suffix === '' ? shown : `${shown}${noBreakSpace}${suffix}`;
}

/** The number alone, for cells whose unit stands elsewhere. */
export function formatCount(value: number): string {
  return formatValue(value, 'count');
}

/** 0.106 → `+10.6 %`; above +1,000 % the factor, `×179`. */
export function formatRelative(delta: number): string {
  if (!Number.isFinite(delta)) return 'n/a';
  if (delta > 10) return `×${grouped(1 + delta, decimalsFor(Number((1 + delta).toPrecision(3))))}`;
  return `${bareRelative(delta)}${noBreakSpace}%`;
}

/** The ends of an interval of relative changes, without their `%`. */
export function bareRelative(delta: number): string {
  const percent = Math.abs(delta * 100);
  return signed(delta, grouped(percent, percent >= 99.95 ? 0 : 1), 'always');
}

/** A threshold: as many decimals as were written and no more. 0.15 → `15 %`. */
export function formatShare(share: number): string {
  return `${String(Number((share * 100).toFixed(2)))}${noBreakSpace}%`;
}

/** 222 000 ms → `3 min 42 s`; 4 100 ms → `4.1 s`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return `${Math.round(durationMs)}${noBreakSpace}ms`;
  if (durationMs < 59_950) return `${(durationMs / 1000).toFixed(1)}${noBreakSpace}s`;
  const seconds = Math.round(durationMs / 1000);
  return `${formatCount(Math.floor(seconds / 60))}${noBreakSpace}min ${seconds % 60}${noBreakSpace}s`;
}

/** `2026-11-24 06:56 UTC` from an ISO time. Nothing of what isn't one is let through. */
export function formatTime(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? 'an unknown time' : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
