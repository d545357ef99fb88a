import type { Finding } from '../model.ts';

/** Columns between the centre and the gate. */
const reach = 7;

/**
 * `├─────━┿●━────┤`: no change in the middle, the gate at the right end, worse to the right. The thick part is the
 * 95 % interval; an arrow says that the value lies off the scale. Empty where there is no gate.
 */
export function intervalBar({ threshold, delta, after, interval, unit }: Finding): string {
  const value = delta ?? (threshold?.of === 'absolute' ? after : null);
  if (threshold === null || value === null) return '';
  const column = (change: number): number => columnOf(unit === 'req/s' ? -change : change, threshold.value);
  const dot = column(value);
  const [low, high] = (interval ?? [value, value]).map(column).toSorted((a, b) => a - b) as [number, number];
  const cells = Array.from({ length: 2 * reach + 1 }, (_, index) => cellAt(index - reach, low, high));
  if (dot > reach) cells[2 * reach] = '▶';
  else if (dot < -reach) cells[0] = '◀';
  else cells[dot + reach] = '●';
  return cells.join('');
}

/** One more than `reach` on either side means off the scale. */
function columnOf(worsening: number, gate: number): number {
  if (worsening === 0) return 0;
  const share = gate === 0 ? Math.sign(worsening) * Infinity : worsening / gate;
  const limit = reach + 1;
  // What exceeds the gate must not look as if it were on it.
  if (share > 1) return limit;
  return Math.max(-limit, Math.min(reach, Math.round(share * reach)));
}

function cellAt(column: number, low: number, high: number): string {
  const thick = column >= low && column <= high;
  if (column === -reach) return '├';
  if (column === reach) return '┤';
  if (column === 0) return thick && low !== high ? '┿' : '┼';
  return thick && low !== high ? '━' : '─';
}
